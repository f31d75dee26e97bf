"""How paragraphs lie in articles and these in sources, and the larger blocks that they can be taken in."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Paragraphs of a block, where articles are too few to be blocks.
RUN = 3


class Layout(NamedTuple):
    """P paragraphs in A articles of S sources, in order: paragraphs and articles are contiguous.

    Attributes
    ----------
    sizes
        P: tokens.
    article
        P: number of each paragraph's article, from 0 and rising by one at most.
    source
        A: number of each article's source, rising.
    sources
        How many; there may be some without an article.
    """

    sizes: Floats
    article: Ints
    source: Ints
    sources: int

    @property
    def owner(self) -> Ints:
        """P: number of each paragraph's source."""
        return self.source[self.article]

    def paragraphs_of(self, source: int) -> slice:
        """Return where the paragraphs of one source are."""
        start, stop = np.searchsorted(self.article, np.searchsorted(self.source, [source, source + 1])).tolist()
        return slice(start, stop)

    def of_blocks(self, block: Ints) -> tuple[Floats, Ints]:
        """Return tokens and source of each block, from the block of each paragraph, numbered from 0 in order."""
        return np.bincount(block, self.sizes).astype(np.float64), self.owner[begins(block)]

    def blocks(self) -> Ints:
        """Return the block of each paragraph: its article, where sources have several, else a run of three.

        Neighbouring paragraphs resemble each other, and those of one article still more.

        Examples
        --------
        >>> Layout(np.ones(5), np.array([0, 0, 0, 0, 1]), np.array([0, 1]), 2).blocks().tolist()
        [0, 0, 0, 1, 2]
        """
        if np.median(np.unique(self.source, return_counts=True)[1]) >= 2:
            return self.article
        return numbered(begins(self.article) | (place_within(self.article) % RUN == 0))


def begins(*rows: NDArray[np.integer[Any]]) -> NDArray[np.bool_]:
    """Return whether a new stretch begins at each place: one of the rows changes there.

    Examples
    --------
    >>> begins(np.array([3, 3, 5, 5]), np.array([0, 0, 0, 1])).tolist()
    [True, False, True, True]
    """
    new = np.ones(len(rows[0]), dtype=np.bool_)
    new[1:] = False
    for row in rows:
        new[1:] |= row[1:] != row[:-1]
    return new


def numbered(new: NDArray[np.bool_]) -> Ints:
    """Return the number of the stretch of each place, from 0."""
    return np.cumsum(new) - 1


def place_within(row: Ints) -> Ints:
    """Return how many places of the same stretch of `row` stand before each place.

    Examples
    --------
    >>> place_within(np.array([4, 4, 4, 9, 9])).tolist()
    [0, 1, 2, 0, 1]
    """
    new = begins(row)
    return np.arange(len(row)) - np.flatnonzero(new)[numbered(new)]
