"""A term's concordance: each of its occurrences as it was counted, with the words around it from the raw text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.terms import BREAK, ArticleTerms, paragraph_terms
from framing.matching.concordance import CONTEXT, around
from framing.model.document import VOICES, Document
from framing.model.evidence import EvidenceRow


def term_lines(
    document: Document, voices: frozenset[int], terms: Iterable[str], context: int = CONTEXT
) -> Iterator[EvidenceRow]:
    """Yield one row an occurrence, term by term; ``raw[row.start:row.end] == row.text``.

    Parameters
    ----------
    document
        The article, read.
    voices
        Whose words were counted.
    terms
        Words and two-word phrases as the contrast shows them: folded, possessive off.
    context
        Characters on either side.
    """
    counted = paragraph_terms(document, voices)
    for term, last in ((word, last) for word in terms for last in _ends(counted, word.split(" ")).tolist()):
        first = last - term.count(" ")
        start, _ = document.normalised.raw_span(int(document.start[first]), int(document.end[first]))
        _, end = document.normalised.raw_span(int(document.start[last]), int(document.end[last]))
        before, after = around(document.raw, start, end, context)
        yield EvidenceRow(
            article=document.article,
            source=document.source,
            start=start,
            end=end,
            text=document.raw[start:end],
            before=before,
            after=after,
            paragraph=int(document.paragraph[last]),
            dimension="",
            subframe="",
            entry=term,
            voice=VOICES[int(document.voice[last])],
            stance="",
            hedged=False,
            counted=True,
            flags=(),
        )


def _ends(terms: ArticleTerms, words: list[str]) -> NDArray[np.intp]:
    """Return where the term ends: the last of its words."""
    place = {word: i for i, word in enumerate(terms.words)}
    wanted = [place.get(word) for word in words]
    if None in wanted or not 1 <= len(words) <= 2 or not len(terms.sizes):
        return np.zeros(0, dtype=np.intp)
    held = terms.tokens == wanted[-1]
    if len(words) == 2:
        held[1:] &= (terms.tokens[:-1] == wanted[0]) & ((terms.marks[1:] & BREAK) == 0)
        held[0] = False
    return np.flatnonzero(held)
