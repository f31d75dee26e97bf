"""Whether a paragraph carries a dimension: its evidence, set against the lexicon's threshold.

Evidence = sum over live entries, frame and support, of weight x (distinct strings matched, at most 2),
divided by max(1, words / 40)^0.25 (lexicon format, presence). The root keeps a long paragraph from reaching
the threshold by length alone, and a short one from being judged by a single weak word.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from framing.matching.matcher import Matches
from framing.model.document import Document
from framing.model.hit import Hit
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
    words = paragraph_words(document)
    damping = np.maximum(1.0, words / 40.0) ** 0.25
    found = {dimension.id: np.zeros(len(words)) for dimension in lexicon.dimensions}
    for (paragraph, number), strings in _strings(document, (*matches.hits, *matches.support)).items():
        entry = lexicon.entries[number]
        found[entry.dimension][paragraph] += entry.weight * min(len(strings), _MOST_STRINGS)
    return {name: values / damping for name, values in found.items()}


def _strings(document: Document, hits: Iterable[Hit]) -> dict[tuple[int, int], set[tuple[str, ...]]]:
    strings: dict[tuple[int, int], set[tuple[str, ...]]] = {}
    for hit in hits:
        if hit.counted:
            string = tuple(word.casefold() for word in document.words[hit.first : hit.last])
            strings.setdefault((hit.paragraph, hit.entry), set()).add(string)
    return strings
