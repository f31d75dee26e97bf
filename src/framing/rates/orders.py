"""Which source has more: all pairs tested, families adjusted, and an order claimed only where it is sure enough.

A pair is an order claimed or a tie; there is nothing between the two. Sources with too few tokens, and sources of
which one article holds most of the words, are tested in families of their own, of which no order is claimed: they
shall not cost the others their power, nor gain from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from framing.model.pairs import Family, Pair, PairCount
from framing.rates.pairs import PairTests, pair_tests, sides
from framing.rates.sufficiency import BARS, DOMINATED, TOO_SHORT, adjusted_apart, barred_families

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from framing.model.settings import Settings
    from framing.rates.pool import Levels, Pool

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

# An order is claimed where 1 - q/2 is at least this; a larger --q cannot loosen it.
SURE = 0.95
# 82 sources in three dimensions have as many pairs. Of more, ties are counted and not listed.
MOST_LISTED = 10_000

NOT_TOLD_APART: Final = "not_told_apart"
METHOD = "rule R2 (quasi-binomial score test on moderated overdispersion), two-sided; Benjamini-Hochberg 1995"


class Orders(NamedTuple):
    """Pairs by dimension, how many there are of each kind, and the families they were tested in."""

    pairs: tuple[Pair, ...]
    counts: dict[str, PairCount]
    families: tuple[Family, ...]


class _Tested(NamedTuple):
    dimension: str
    names: Sequence[str]
    a: NDArray[np.int64]
    b: NDArray[np.int64]
    tests: PairTests
    barred: NDArray[np.str_]
    untested: int


class _Judged(NamedTuple):
    q: Floats
    sure: Floats
    claimed: Flags


def find_orders(
    levels: Mapping[str, Mapping[str, Levels]],
    pools: Mapping[str, Pool],
    barred: Mapping[str, Mapping[str, str]],
    settings: Settings,
) -> Orders:
    """Test all pairs in all dimensions, adjust, and say which orders may be claimed.

    Parameters
    ----------
    levels
        By dimension and source (sorted by name): moments over paragraphs and over articles.
    pools
        Constants by dimension.
    barred
        By dimension, the sources of which nothing may be claimed, and why: `framing.rates.sufficiency.bars`.
    settings
        `level` of the intervals and `q`.
    """
    tested = [_test(name, sources, pools[name], barred[name], settings) for name, sources in levels.items()]
    judged = _judge(tested, settings)
    every = sum(len(found.a) for found in tested)
    pairs: list[Pair] = []
    counts = {}
    for found, verdict in zip(tested, judged, strict=True):
        listed = np.flatnonzero(verdict.claimed) if every > MOST_LISTED else np.arange(len(found.a))
        pairs += _pairs(found, verdict, listed)
        counts[found.dimension] = PairCount(
            tested=len(found.a),
            told_apart=int(verdict.claimed.sum()),
            insufficient=int((found.barred == TOO_SHORT).sum()),
            untested=found.untested,
            listed=len(listed),
            dominated=int((found.barred == DOMINATED).sum()),
        )
    return Orders(tuple(pairs), counts, _families(tested, judged, settings))


def _test(
    dimension: str, sources: Mapping[str, Levels], pool: Pool, barred: Mapping[str, str], settings: Settings
) -> _Tested:
    names = [name for name, (par, _) in sources.items() if par.n]
    facts = sides([sources[name] for name in names], pool)
    a, b = np.triu_indices(len(names), 1)
    testable = facts.y[a] + facts.y[b] > 0
    a, b = a[testable], b[testable]
    # The higher rate first: p_greater is at least 1/2, and a ratio reads "times as often".
    turned = facts.y[a] * facts.n[b] < facts.y[b] * facts.n[a]
    a, b = np.where(turned, b, a), np.where(turned, a, b)
    reasons = np.array([BARS.index(barred[name]) if name in barred else len(BARS) for name in names], dtype=np.int64)
    return _Tested(
        dimension,
        names,
        a,
        b,
        pair_tests(facts, a, b, settings.level),
        np.array([*BARS, ""])[np.minimum(reasons[a], reasons[b])],
        untested=len(sources) * (len(sources) - 1) // 2 - len(a),
    )


def _judge(tested: Sequence[_Tested], settings: Settings) -> list[_Judged]:
    p = np.concatenate([found.tests.p_value for found in tested])
    barred = np.concatenate([found.barred for found in tested])
    q = adjusted_apart(p, barred.tolist())
    greater = np.concatenate([found.tests.p_greater for found in tested])
    # Two-sided q: the side that the data do not favour keeps half of it, as with a p-value.
    sure = np.where(greater < 0.5, q / 2, 1 - q / 2)
    claimed = (sure >= SURE) & (q <= settings.q) & (barred == "")
    ends = np.cumsum([len(found.a) for found in tested])[:-1]
    return [_Judged(*parts) for parts in zip(*(np.split(each, ends) for each in (q, sure, claimed)), strict=True)]


def _pairs(found: _Tested, verdict: _Judged, listed: NDArray[np.int64]) -> list[Pair]:
    columns = [each[listed].tolist() for each in (found.a, found.b, *found.tests, *verdict, found.barred)]
    return [
        Pair(
            dimension=found.dimension,
            a=found.names[a],
            b=found.names[b],
            rate_ratio=_finite(ratio),
            low=low,
            high=_finite(high),
            p_greater=p_greater,
            q=q,
            tie=not claimed,
            p_greater_adjusted=sure,
            reason="" if claimed else barred or NOT_TOLD_APART,
        )
        for a, b, ratio, low, high, _, p_greater, q, sure, claimed, barred in zip(*columns, strict=True)
    ]


def _finite(ratio: float) -> float | None:
    return ratio if ratio < float("inf") else None


def _families(tested: Sequence[_Tested], judged: Sequence[_Judged], settings: Settings) -> tuple[Family, ...]:
    barred = [bar for found in tested for bar in found.barred.tolist()]
    claimed = sum(int(verdict.claimed.sum()) for verdict in judged)
    what = "pairs of sources x dimensions"
    return tuple(barred_families("pairs", what, barred, claimed, METHOD, settings))
