"""The null of the TF-IDF contrast: contiguous blocks of paragraphs dealt to the sources at random.

Neighbouring paragraphs resemble each other, and those of one article still more; so whole blocks change
sources: articles, where sources have several, else runs of three paragraphs. The moments over all ways of
dealing G blocks are known in closed form (Hoeffding 1951), so none is drawn. With c and e less their means:

    T = sum_g c_s(g) e_g    E T^2 = sum c^2 sum e^2 / (G - 1)    E T^3 = sum c^3 sum e^3 G / ((G - 1)(G - 2))

with e_g the block's tokens times what its TF-IDF lies above the corpus mean, and c_s = 1/N_s for the source
itself, -w_s/N_s for those it is set against. T is skewed where a term is rare or a source short: its tail is
that of a gamma with this skewness (Pearson's type III), since a normal one called twice as many terms.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

RUN = 3


def blocks(article: Ints, source: Ints) -> Ints:
    """Return the block of each paragraph, numbered from 0 in order.

    Parameters
    ----------
    article
        P: number of each paragraph's article; contiguous.
    source
        A: number of each article's source.

    Examples
    --------
    >>> blocks(np.array([0, 0, 0, 0, 1]), np.array([0, 1])).tolist()
    [0, 0, 0, 1, 2]
    """
    if np.median(np.unique(source, return_counts=True)[1]) >= 2:
        return article
    first = np.concatenate([[True], np.diff(article) != 0])
    begin = np.flatnonzero(first)
    place = np.arange(len(article)) - np.repeat(begin, np.diff(np.append(begin, len(article))))
    return np.cumsum(first | (place % RUN == 0)) - 1


class Dealing:
    """The permutation null of one corpus: block sums once, then a standard deviation a source.

    Parameters
    ----------
    weighted
        P paragraphs x W terms, TF-IDF.
    sizes
        P: tokens.
    block
        P: number of each paragraph's block.
    source
        P: number of each paragraph's source.
    sources
        How many.
    """

    def __init__(self, weighted: Any, sizes: Floats, block: Ints, source: Ints, sources: int) -> None:  # noqa: ANN401 -- a sparse matrix
        from scipy.sparse import csr_matrix  # noqa: PLC0415 -- 0.2 s to import

        count = int(block[-1]) + 1
        chooser = csr_matrix((sizes, (block, np.arange(len(block)))), shape=(count, len(block)))
        sums = chooser @ weighted
        n = np.bincount(block, sizes, count)
        width = weighted.shape[1]

        def columns(power: int, of_n: int) -> Floats:
            data = sums.data**power * np.repeat(n**of_n, np.diff(sums.indptr))
            return np.bincount(sums.indices, weights=data, minlength=width).astype(np.float64)

        first = columns(1, 0)
        mean = first / n.sum()
        second, cross = columns(2, 0), columns(1, 1)
        self._squares = np.maximum(second - 2 * mean * cross + mean**2 * (n**2).sum(), 0.0)
        third = columns(3, 0) - 3 * mean * columns(2, 1) + 3 * mean**2 * columns(1, 2)
        self._cubes = third - mean**3 * (n**3).sum()
        self._tokens = np.bincount(source, sizes, sources)
        self._blocks = np.bincount(source[np.unique(block, return_index=True)[1]], minlength=sources)

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


def pearson_tail(z: Floats, skewness: Floats) -> Floats:
    """Return P(Z >= z) for Z of mean 0, deviation 1 and this skewness: Pearson's type III. 1 where z is below 1.

    Three terms in four lie there, and nothing turns on their exact tail.

    Examples
    --------
    >>> pearson_tail(np.array([1.959964, 1.959964]), np.array([0.0, 1.0])).round(3).tolist()
    [0.025, 0.045]
    """
    from scipy.special import gammainc, gammaincc, ndtr  # noqa: PLC0415 -- 0.1 s to import

    tail: Floats = np.ones(len(z))
    ask = np.flatnonzero(z >= 1)
    z, skewness = z[ask], skewness[ask]
    skewed = np.abs(skewness) > 1e-3
    size = np.where(skewed, np.abs(skewness), 1.0)
    shape = 4 / size**2
    place = np.maximum(shape + np.sign(skewness) * z * np.sqrt(shape), 0.0)
    gamma = np.where(skewness > 0, gammaincc(shape, place), gammainc(shape, place))
    tail[ask] = np.where(skewed, gamma, ndtr(-z))
    return tail
