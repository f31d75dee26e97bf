"""How often a term stays on its source's list when the text is drawn again: a bootstrap with a fixed seed.

Units are paragraphs, or articles where a source has ten or more (methods: cluster bootstrap); very many
units are first summed into a hundred runs of neighbours, which leaves the spread nearly as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

RESAMPLES, FEWEST = 200, 50
# Multiplications that the resamples of all sources may take together.
WORK = 4e8
MOST_UNITS = 100
ARTICLES_AS_UNITS = 10


class Resamples:
    """The draws of one corpus: how often each unit, B x G, and what the sources' sums come to.

    Parameters
    ----------
    weighted
        P paragraphs x W terms, TF-IDF.
    sizes
        P: tokens.
    article
        P: number of each paragraph's article; rising.
    source
        A: number of each article's source; rising.
    seed
        The same seed gives the same draws.
    """

    def __init__(self, weighted: Any, sizes: Floats, article: Ints, source: Ints, seed: int) -> None:  # noqa: ANN401 -- a sparse matrix
        from scipy.sparse import csr_matrix  # noqa: PLC0415 -- 0.2 s to import

        unit = _units(article, source)
        count = int(unit[-1]) + 1
        chooser = csr_matrix((sizes, (unit, np.arange(len(unit)))), shape=(count, len(unit)))
        self._sums = chooser @ weighted
        self._n = np.bincount(unit, sizes, count)
        first = np.unique(unit, return_index=True)[1]
        self._bounds = np.searchsorted(source[article[first]], np.arange(int(source[-1]) + 2))
        self.times = int(np.clip(WORK / max(self._sums.nnz, 1), FEWEST, RESAMPLES))
        self._drawn = self._draw(seed)

    def _draw(self, seed: int) -> Floats:
        generator = np.random.default_rng(seed)
        drawn = np.zeros((self.times, len(self._n)))
        for start, end in zip(self._bounds[:-1].tolist(), self._bounds[1:].tolist(), strict=True):
            if end > start:
                units = end - start
                drawn[:, start:end] = generator.multinomial(units, np.full(units, 1 / units), self.times)
        return drawn

    def means(self, i: int, terms: Ints) -> Floats:
        """Return the mean TF-IDF of `terms` in each resample of source i: B x len(terms)."""
        start, end = int(self._bounds[i]), int(self._bounds[i + 1])
        drawn = self._drawn[:, start:end]
        tokens = np.maximum(drawn @ self._n[start:end], 1.0)
        return np.asarray(drawn @ self._sums[start:end][:, terms].toarray()) / tokens[:, None]

    def weighted_totals(self, weights: Floats) -> Floats:
        """Return the sum over sources of weight times mean TF-IDF, in each resample: B x W."""
        scale = np.zeros_like(self._drawn)
        for i, (start, end) in enumerate(zip(self._bounds[:-1].tolist(), self._bounds[1:].tolist(), strict=True)):
            if end > start and weights[i]:
                drawn = self._drawn[:, start:end]
                scale[:, start:end] = drawn * (weights[i] / np.maximum(drawn @ self._n[start:end], 1.0))[:, None]
        return np.asarray((self._sums.T @ scale.T).T)


def leading_share(drawn: Floats, lists: Sequence[Ints], top: int) -> Floats:
    """Return for each term the share of resamples in which it is among the `top` of its list, above 0.

    Parameters
    ----------
    drawn
        B x W: the differences in each resample.
    lists
        The terms of each list (words, names, topic words), which are ranked apart.
    top
        How many a list shows.
    """
    chosen = np.zeros(drawn.shape)
    for members in lists:
        if not len(members):
            continue
        held = drawn[:, members]
        leading = np.argsort(-held, axis=1, kind="stable")[:, :top]
        rows = np.arange(len(held))[:, None]
        chosen[rows, members[leading]] = held[rows, leading] > 0
    share: Floats = chosen.mean(axis=0)
    return share


def _units(article: Ints, source: Ints) -> Ints:
    """Return the unit of each paragraph, rising, none across sources."""
    owner = source[article]
    many = np.bincount(source, minlength=int(source[-1]) + 1)[owner] >= ARTICLES_AS_UNITS
    new = np.concatenate([[True], (np.diff(article) != 0) | ~many[1:]])
    unit = np.cumsum(new) - 1
    begins = np.flatnonzero(np.concatenate([[True], np.diff(owner) != 0]))
    first = unit[begins]
    last = np.append(first[1:], unit[-1] + 1)
    which = np.repeat(np.arange(len(begins)), np.diff(np.append(begins, len(owner))))
    place, count = unit - first[which], (last - first)[which]
    runs = np.minimum(count, MOST_UNITS)
    coarse = place * runs // count
    return np.cumsum(np.concatenate([[True], (np.diff(coarse) != 0) | (np.diff(owner) != 0)])) - 1
