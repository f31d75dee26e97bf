"""Leakage: whether the order of the sources survives when hits that overlap the topic do not count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from framing.model.pairs import Pair
from framing.model.topic_report import Leakage
from framing.rates.tally import Tally
from framing.rates.topic_tally import TopicTally


def without_topic(tallies: Mapping[str, Tally], topics: Mapping[str, TopicTally]) -> dict[str, Tally]:
    """Return the tallies with the moments of the hits that overlap no mention; for pairs and rates only."""
    return {
        name: replace(
            tally,
            dimensions={
                dimension: replace(
                    counts,
                    paragraphs=topics[name].dimensions[dimension].clean_paragraphs,
                    articles=topics[name].dimensions[dimension].clean_articles,
                )
                for dimension, counts in tally.dimensions.items()
            },
        )
        for name, tally in tallies.items()
    }


def leakage(
    dimension: str,
    tallies: tuple[Mapping[str, Tally], Mapping[str, Tally]],
    pairs: tuple[Sequence[Pair], Sequence[Pair]],
) -> Leakage:
    """Compare one dimension with and without the hits that overlap the topic.

    Parameters
    ----------
    dimension
        Its id.
    tallies, pairs
        Each as counted, and as counted without those hits.
    """
    with_, without = ([tally.dimensions[dimension].paragraphs for tally in side.values()] for side in tallies)
    before, after = (
        {(pair.a, pair.b) for pair in side if pair.dimension == dimension and not pair.tie} for side in pairs
    )
    gone = sorted(before - after)
    turned = tuple((a, b) for a, b in gone if (b, a) in after)
    spoken = [(w.y / w.n, o.y / o.n) for w, o in zip(with_, without, strict=True) if w.n]
    return Leakage(
        hits=sum(m.y for m in with_),
        removed=sum(m.y for m in with_) - sum(m.y for m in without),
        rank_correlation=spearman([w for w, _ in spoken], [o for _, o in spoken]),
        claimed=len(before),
        vanished=tuple(pair for pair in gone if pair not in turned),
        reversed=turned,
    )


def spearman(a: Sequence[float], b: Sequence[float]) -> float | None:
    """Return Spearman's rank correlation, ties at their mean rank; None for fewer than three or where all are alike.

    Examples
    --------
    >>> spearman([1, 2, 3], [10, 30, 20])
    0.5
    """
    if len(a) < 3:
        return None
    ranks = [_mean_ranks(side) - (len(side) + 1) / 2 for side in (a, b)]
    scale = float(np.sqrt(np.sum(ranks[0] ** 2) * np.sum(ranks[1] ** 2)))
    return float(np.sum(ranks[0] * ranks[1])) / scale if scale else None


def _mean_ranks(values: Sequence[float]) -> NDArray[np.float64]:
    _, inverse, counts = np.unique(np.array(values, float), return_inverse=True, return_counts=True)
    ranks: NDArray[np.float64] = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return ranks
