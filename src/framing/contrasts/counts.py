"""What the contrasts are computed from: a matrix of paragraphs x terms, and the hits of each source."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.lookup import Lookup
from framing.contrasts.stream import Tokens

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Part(NamedTuple):
    """Every k-th article of each source (all of them in most corpora): A articles in P paragraphs.

    Attributes
    ----------
    matrix
        P x W, csr, float64: hits.
    sizes
        P: tokens of the chosen voices in each paragraph.
    article
        P: number of each paragraph's article; rising, so that the paragraphs of an article are contiguous.
    source
        A: number of each article's source; rising.
    told, capital, topic
        W: occurrences whose capitals tell something, those of them written as names, those of topic words.
    """

    matrix: Any
    sizes: Floats
    article: Ints
    source: Ints
    told: Ints
    capital: Ints
    topic: Ints

    @property
    def paragraph_source(self) -> Ints:
        """P: number of each paragraph's source."""
        return self.source[self.article]


class Counts(NamedTuple):
    """Counts of W terms in S sources.

    Attributes
    ----------
    names, terms
        S sources and W terms, sorted.
    hits
        S x W, csr, float64: hits in all articles.
    sizes
        S: for each source, the tokens of the chosen voices in each of its articles.
    tokens
        S: all tokens of each source.
    part
        The paragraphs in which the terms were found.
    every
        S: k, where every k-th article of the source is in the part.
    first, last
        W: numbers of each term's words; `first` is -1 where it is one word.
    words
        How many words have a number.
    least
        Fewest hits in the part that a term has: 3, or more where there are too many terms.
    """

    names: tuple[str, ...]
    terms: tuple[str, ...]
    hits: Any
    sizes: tuple[Floats, ...]
    tokens: tuple[Tokens, ...]
    part: Part
    every: tuple[int, ...]
    first: Ints
    last: Ints
    words: int
    least: int

    def places(self, source: int, terms: Ints) -> dict[int, Ints]:
        """Return where each of `terms` ends in the tokens of one source."""
        found = Lookup(self.first[terms], self.last[terms], self.words).places(self.tokens[source])
        return {int(terms[place]): at for place, at in found.items()}
