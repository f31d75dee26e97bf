"""The null of the TF-IDF contrast: contiguous blocks of paragraphs dealt to the sources at random.

Neighbouring paragraphs resemble each other, and those of one article still more; so whole blocks change
sources: articles, where sources have several, else runs of three paragraphs. The standard deviation over all
ways of dealing them is known in closed form (Hoeffding 1951), so none is drawn:

    T = sum_g c_s(g) e_g        Var(T) = sum_g (c_g - mean c)^2 sum_g (e_g - mean e)^2 / (G - 1)

with e_g the block's tokens times what its TF-IDF lies above the corpus mean, and c_s = 1/N_s for the source
itself, -w_s/N_s for those it is set against.
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
        sums.sort_indices()
        n = np.bincount(block, sizes, count)
        width = weighted.shape[1]

        def columns(data: Floats) -> Floats:
            return np.bincount(sums.indices, weights=data, minlength=width).astype(np.float64)

        mean = columns(sums.data) / n.sum()
        row = np.repeat(n, np.diff(sums.indptr))
        squares = columns(sums.data**2) - 2 * mean * columns(sums.data * row) + mean**2 * (n**2).sum()
        self._spread = np.maximum(squares, 0.0) / max(count - 1, 1)
        self._tokens = np.bincount(source, sizes, sources)
        first = np.unique(block, return_index=True)[1]
        self._blocks = np.bincount(source[first], minlength=sources)

    def deviation(self, i: int, weights: Floats) -> Floats:
        """Return the standard deviation of source i's difference over all dealings, one a term.

        Parameters
        ----------
        i
            The source.
        weights
            S: share of each source in what stands against it.
        """
        part = -weights
        part[i] += 1.0
        c = part / np.where(self._tokens > 0, self._tokens, 1.0)
        mean = (c * self._blocks).sum() / self._blocks.sum()
        deviation: Floats = np.sqrt((self._blocks * (c - mean) ** 2).sum() * self._spread)
        return deviation
