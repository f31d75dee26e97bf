"""From documents to counted terms: words and two-word phrases, by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.model.document import Document
from framing.text.tokens import is_address

SHORTEST_PARAGRAPH = 15

# Function words say how a text is written, not what it frames. A term made of them alone is left out.
STOP_WORDS = frozenset(
    (
        "a about above after again against all also although am among an and another any are as at away "
        "back be became because been before being below between both but by came can cannot come could "
        "did do does doing down during each either else even ever every few for from further get gets go "
        "goes going got had has have having he her here hers herself him himself his how however i if in "
        "into is it its itself just last least less let like made make makes many may me might more most "
        "much must my myself neither never no nor not now of off often on once one only or other others "
        "our ours ourselves out over own per put rather s said same say says see she should since so some "
        "still such t take than that the their theirs them themselves then there these they this those "
        "though through thus to too two under until up upon us very was way we well were what when where "
        "whether which while who whom whose why will with within without would yet you your yours "
        "yourself yourselves"
    ).split()
)


class ParagraphTerms(NamedTuple):
    """One paragraph: its size in tokens and its terms with their counts."""

    tokens: int
    terms: Counter[str]


@cache
def _plain(word: str) -> str:
    """Return the word as a term: folded, without its possessive ending; empty where it cannot be one."""
    if is_address(word) or not any(character.isalpha() for character in word):
        return ""
    folded = word.casefold().replace("\u2019", "'")
    return folded.removesuffix("'s")


def paragraph_terms(document: Document, voices: frozenset[int]) -> list[ParagraphTerms]:
    """Return the terms of each paragraph in the chosen voices; short paragraphs go with the next one."""
    chosen: NDArray[np.bool_] = np.isin(document.voice, sorted(voices))
    words = [_plain(word) if keep else "" for word, keep in zip(document.words, chosen.tolist(), strict=True)]
    bounds = np.flatnonzero(np.diff(document.paragraph)) + 1
    found: list[ParagraphTerms] = []
    size, terms = 0, Counter[str]()
    for start, end in pairwise([0, *bounds.tolist(), len(words)]):
        size += int(np.count_nonzero(chosen[start:end]))
        terms.update(_terms(words[start:end], document, start))
        if size >= SHORTEST_PARAGRAPH:
            found.append(ParagraphTerms(size, terms))
            size, terms = 0, Counter[str]()
    if size and found:
        last = found.pop()
        found.append(ParagraphTerms(last.tokens + size, last.terms + terms))
    elif size:
        found.append(ParagraphTerms(size, terms))
    return found


def _terms(words: list[str], document: Document, offset: int) -> Iterator[str]:
    previous = ""
    for position, word in enumerate(words):
        if document.breaks[offset + position] or not word:
            previous = ""
        if word and word not in STOP_WORDS and len(word) > 1:
            yield word
            if previous and previous not in STOP_WORDS:
                yield f"{previous} {word}"
        previous = word
