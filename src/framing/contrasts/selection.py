"""How often a term stays on its source's list when the text is drawn again: a bootstrap with a fixed seed.

Units are paragraphs, or articles where a source has ten or more (methods: cluster bootstrap); very many
units are first summed into a hundred runs of neighbours, which leaves the spread nearly as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.layout import Layout, begins, numbered
from framing.contrasts.sparse import Matrix, sum_rows

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
        Paragraphs x W terms, TF-IDF.
    layout
        Of the paragraphs.
    seed
        The same seed gives the same draws.
    """

    def __init__(self, weighted: Matrix, layout: Layout, seed: int) -> None:
        unit = _units(layout)
        self._n, owner = layout.of_blocks(unit)
        self._sums = sum_rows(weighted, unit, len(self._n), layout.sizes)
        self._bounds = np.searchsorted(owner, np.arange(layout.sources + 1)).tolist()
        self.times = int(np.clip(WORK / max(self._sums.nnz, 1), FEWEST, RESAMPLES))
        self._drawn = self._draw(seed)

    def _draw(self, seed: int) -> Floats:
        generator = np.random.default_rng(seed)
        drawn = np.zeros((self.times, len(self._n)))
        for start, end in pairwise(self._bounds):
            if end > start:
                units = end - start
                drawn[:, start:end] = generator.multinomial(units, np.full(units, 1 / units), self.times)
        return drawn

    def means(self, i: int, terms: Ints) -> Floats:
        """Return the mean TF-IDF of `terms` in each resample of source i: B x len(terms)."""
        start, end = self._bounds[i : i + 2]
        drawn = self._drawn[:, start:end]
        tokens = np.maximum(drawn @ self._n[start:end], 1.0)
        return np.asarray(drawn @ self._sums[start:end][:, terms].toarray()) / tokens[:, None]

    def weighted_totals(self, weights: Floats) -> Floats:
        """Return the sum over sources of weight times mean TF-IDF, in each resample: B x W."""
        scale = np.zeros_like(self._drawn)
        for i, (start, end) in enumerate(pairwise(self._bounds)):
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


def _units(layout: Layout) -> Ints:
    """Return the unit of each paragraph, rising, none across sources."""
    owner = layout.owner
    many = np.bincount(layout.source)[owner] >= ARTICLES_AS_UNITS
    unit = numbered(begins(layout.article) | ~many)
    of_source = numbered(begins(owner))
    first = unit[begins(owner)]
    count = np.diff(np.append(first, unit[-1] + 1))[of_source]
    runs = (unit - first[of_source]) * np.minimum(count, MOST_UNITS) // count
    return numbered(begins(runs, owner))
