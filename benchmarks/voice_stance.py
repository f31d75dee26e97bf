"""Confusions "coded>found" of voice, and of the stance of paragraphs in which threat talk is coded and found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from framing.matching.matcher import Matcher
from framing.model.article import Article
from framing.model.coded import CodedPassage
from framing.model.document import ATTRIBUTED, OWN, QUOTED
from framing.text.reading import read_article

# A paragraph is called quoted from this share of its tokens on; with any other voice at all, mixed.
QUOTED_SHARE = 0.7


def voices_and_stances(passages: Iterable[CodedPassage], matcher: Matcher) -> tuple[Counter[str], Counter[str]]:
    """Return both confusions. Passages of one article are read together: who speaks is known from the block before."""
    voices: Counter[str] = Counter()
    stances: Counter[str] = Counter()
    for article, group in groupby(passages, key=lambda passage: passage.article):
        rows = list(group)
        text = "\n\n".join(row.text for row in rows)
        document = read_article(Article(id=article, source=article, text=text), keep_boilerplate=True)
        hits = matcher.match(document).hits
        begins = np.cumsum([0, *(len(row.text) + 2 for row in rows)])
        unit_of = np.searchsorted(begins, document.start, side="right") - 1
        for number, row in enumerate(rows):
            spoken = document.voice[unit_of == number]
            if len(spoken) and row.voice:
                voices[f"{row.voice}>{_voice(spoken)}"] += 1
            talk = [
                hit.stance
                for hit in hits
                if unit_of[hit.first] == number and matcher.lexicon.entries[hit.entry].dimension == "securitisation"
            ]
            if talk and row.stance:
                stances[f"{row.stance}>{_stance(talk)}"] += 1
    return voices, stances


def _voice(spoken: NDArray[np.uint8]) -> str:
    if np.mean(spoken == QUOTED) > QUOTED_SHARE:
        return "q"
    return "m" if np.any((spoken == QUOTED) | (spoken == ATTRIBUTED)) else "a" if np.any(spoken == OWN) else "m"


def _stance(stances: list[str]) -> str:
    """Return the paragraph's stance: the most frequent one, on a tie the last (the conclusion wins)."""
    counts = Counter(stances)
    most = max(counts.values())
    return next(s for s in reversed(stances) if counts[s] == most)[0]
