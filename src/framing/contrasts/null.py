"""The null of the TF-IDF contrast: contiguous blocks of paragraphs dealt to the sources at random.

Neighbouring paragraphs resemble each other, so whole blocks change sources (`Layout.blocks`). The moments over all
ways of dealing G blocks are known in closed form (Hoeffding 1951), so none is drawn. With c and e less their means:

    T = sum_g c_s(g) e_g    E T^2 = sum c^2 sum e^2 / (G - 1)    E T^3 = sum c^3 sum e^3 G / ((G - 1)(G - 2))

with e_g the block's tokens times what its TF-IDF lies above the corpus mean, and c_s = 1/N_s for the source
itself, -w_s/N_s for those it is set against. T is skewed where a term is rare or a source short: its tail is
that of a gamma with this skewness (Pearson's type III), since a normal one called twice as many terms.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.layout import Layout
from framing.contrasts.pearson import type_iii_tail
from framing.contrasts.sparse import Matrix, sum_columns, sum_rows

Floats = NDArray[np.float64]


class Dealing:
    """The permutation null of one corpus: block sums once, then a standard deviation a source.

    Parameters
    ----------
    weighted
        Paragraphs x W terms, TF-IDF.
    layout
        Of the paragraphs.
    """

    def __init__(self, weighted: Matrix, layout: Layout) -> None:
        block = layout.blocks()
        n, owner = layout.of_blocks(block)
        sums = sum_rows(weighted, block, len(n), layout.sizes)

        def columns(power: int, of_n: int) -> Floats:
            return sum_columns(sums, n**of_n, sums.data**power)

        mean = columns(1, 0) / n.sum()
        second, cross = columns(2, 0), columns(1, 1)
        self._squares = np.maximum(second - 2 * mean * cross + mean**2 * (n**2).sum(), 0.0)
        third = columns(3, 0) - 3 * mean * columns(2, 1) + 3 * mean**2 * columns(1, 2)
        self._cubes = third - mean**3 * (n**3).sum()
        self._tokens = np.bincount(owner, n, layout.sources)
        self._blocks = np.bincount(owner, minlength=layout.sources)

    def moments(self, i: int, weights: Floats) -> tuple[Floats, Floats]:
        """Return standard deviation and skewness of source i's difference over all dealings, one a term.

        Parameters
        ----------
        i
            The source.
        weights
            S: share of each source in what stands against it.
        """
        c = -weights
        c[i] += 1.0
        c /= np.where(self._tokens > 0, self._tokens, 1.0)
        count = int(self._blocks.sum())
        c -= (c * self._blocks).sum() / count
        variance = (self._blocks * c**2).sum() * self._squares / max(count - 1, 1)
        cube = (self._blocks * c**3).sum() * self._cubes * count / max((count - 1) * (count - 2), 1)
        deviation = np.sqrt(variance)
        return deviation, cube / np.where(deviation > 0, deviation, 1.0) ** 3


def dealt_tail(z: Floats, skewness: Floats) -> Floats:
    """Return P(Z >= z) over all dealings, Z of mean 0, deviation 1 and this skewness. 1 where z is below 1.

    Three terms in four lie there, and nothing turns on their exact tail.
    """
    tail = np.ones(len(z))
    ask = np.flatnonzero(z >= 1)
    tail[ask] = type_iii_tail(z[ask], skewness[ask])
    return tail
