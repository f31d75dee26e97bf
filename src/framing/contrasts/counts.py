"""What the contrasts are computed from: a matrix of paragraphs x terms, and the hits of each source."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.layout import Layout
from framing.contrasts.lookup import Lookup
from framing.contrasts.sparse import Matrix
from framing.contrasts.stream import Tokens

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Part(NamedTuple):
    """Every k-th article of each source (all of them in most corpora).

    Attributes
    ----------
    matrix
        P paragraphs x W, csr, float64: hits.
    layout
        Of the paragraphs, with their tokens of the chosen voices.
    told, capital, topic
        W: occurrences whose capitals tell something, those of them written as names, those of topic words.
    """

    matrix: Matrix
    layout: Layout
    told: Ints
    capital: Ints
    topic: Ints


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
    hits: Matrix
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
