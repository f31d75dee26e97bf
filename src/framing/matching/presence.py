"""Whether a paragraph carries a dimension: its evidence, set against the lexicon's threshold.

Evidence = sum over live entries, frame and support, of weight x (distinct strings matched, at most 2),
divided by max(1, words / 40)^0.25 (lexicon format, presence). The root keeps a long paragraph from reaching
the threshold by length alone, and a short one from being judged by a single weak word. Then neighbours lend:
the paragraph before and the one after add a declared share of their mean, since a frame that one paragraph
sets is often carried on by the next in words of its own ("And this is only the beginning.").
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.matching.matcher import Matches
from framing.model.document import Document
from framing.model.lexicon import Lexicon

_MOST_STRINGS = 2


def paragraph_words(document: Document) -> NDArray[np.int64]:
    """Return the number of word tokens of each paragraph, int64, one a paragraph."""
    return np.bincount(document.paragraph, minlength=paragraph_count(document))


def paragraph_count(document: Document) -> int:
    """Return how many paragraphs outside boilerplate the document has, empty ones too."""
    return max((block.paragraph for block in document.blocks), default=-1) + 1


def evidence(document: Document, matches: Matches, lexicon: Lexicon) -> dict[str, NDArray[np.float64]]:
    """Return, for each dimension, the evidence of each paragraph (float64, one a paragraph, 0 or more)."""
    own = own_evidence(document, matches, lexicon)
    return {dimension.id: lend(own[dimension.id], dimension.presence.neighbours) for dimension in lexicon.dimensions}


def lend(own: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """Return `own` with `share` of the mean of each paragraph's neighbours added.

    The first and the last paragraph have one neighbour, and its evidence is the mean.

    Examples
    --------
    >>> lend(np.array([1.0, 0.0, 0.0, 2.0]), 0.5).tolist()
    [1.0, 0.25, 0.5, 2.0]
    """
    around = np.zeros(len(own))
    around[:-1] += own[1:]
    around[1:] += own[:-1]
    around[1:-1] /= 2
    return own + share * around


def own_evidence(document: Document, matches: Matches, lexicon: Lexicon) -> dict[str, NDArray[np.float64]]:
    """Return, for each dimension, what each paragraph holds by itself (float64, one a paragraph, 0 or more)."""
    words = paragraph_words(document)
    damping = length_damping(words)
    found = {dimension.id: np.zeros(len(words)) for dimension in lexicon.dimensions}
    for (paragraph, number), strings in distinct_strings(document, matches).items():
        entry = lexicon.entries[number]
        found[entry.dimension][paragraph] += entry.weight * strings
    return {name: values / damping for name, values in found.items()}


def length_damping(words: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return what the summed weights of a paragraph of so many words are divided by."""
    return np.maximum(1.0, words / 40.0) ** 0.25


def distinct_strings(document: Document, matches: Matches) -> dict[tuple[int, int], int]:
    """Return, by paragraph and entry, how many different strings of the entry the paragraph holds, at most 2."""
    strings: dict[tuple[int, int], set[tuple[str, ...]]] = {}
    for hit in (*matches.hits, *matches.support):
        if hit.counted:
            string = tuple(word.casefold() for word in document.words[hit.first : hit.last])
            strings.setdefault((hit.paragraph, hit.entry), set()).add(string)
    return {where: min(len(found), _MOST_STRINGS) for where, found in strings.items()}
