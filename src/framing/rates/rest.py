"""A source against the rest: log ratio of its rate to that of the other sources, by two references.

Equal: the mean of the others' rates, each source counting once, so that one source of 6,000 tokens is not the
baseline. Pooled: the others' text read as one, where each token counts once and the longest source counts most.

Either way the rest is put as one more source - a rate R, tokens N_R, hits R N_R, overdispersion and degrees of
freedom - and the two are compared by rule R2. A t test of the log ratio would take the spread of a source from a rate
that is low by chance, rule R2 takes it from what both would have in common.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from framing.rates.pairs import PairTests, Sides, pair_tests, sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from framing.rates.pool import Levels, Pool

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LogRatio:
    """log2 of a rate over the mean rate of the rest: +1 is twice the rest, -1 half of it.

    Attributes
    ----------
    value, low, high
        Estimate and interval, base 2; None where infinite, as with no hit on one side.
    p_value
        Two-sided, of a ratio of 1.
    """

    value: float | None
    low: float | None
    high: float | None
    p_value: float


class RestRatios(NamedTuple):
    """The log ratio by both references."""

    equal: LogRatio
    pooled: LogRatio


def ratios_to_rest(
    levels: Sequence[Levels], pool: Pool, level: float = 0.95, counted: Sequence[bool] | None = None
) -> list[RestRatios | None]:
    """Compare each source with the rest, in base-2 logarithms, by both references.

    With two sources both are the test of the pair.

    Parameters
    ----------
    levels
        Per source, its moments over paragraphs and over articles.
    pool
        Constants of the dimension.
    level
        Probability that an interval covers, between 0 and 1.
    counted
        Per source, whether it is part of the rest of the others; by default all are. Those that are not are
        compared with those that are.

    Returns
    -------
    list
        Per source; None where it or all others have no token, or none of them has a hit.

    Raises
    ------
    DataError
        Where paragraphs and articles of a source do not sum to the same hits and tokens.
    SettingsError
        Where `level` is not between 0 and 1.

    Examples
    --------
    The longest source is one of two in the equal reference, and nearly all of the pooled one.

    >>> from framing.rates.moments import Moments
    >>> from framing.rates.pool import DECLARED
    >>> texts = [Moments.of([4, 0, 3], [40, 60, 100]), Moments.of([9, 9], [300, 300]), Moments.of([3, 3], [3000, 3000])]
    >>> found = ratios_to_rest([(text, text.as_one_unit()) for text in texts], DECLARED)[0]
    >>> round(found.equal.value, 1), round(found.pooled.value, 1)  # 35 in 1,000 to 15.5, and to 3.6
    (1.2, 3.3)
    """
    spoken = [j for j, (par, _) in enumerate(levels) if par.n > 0]
    part = np.array([counted is None or counted[j] for j in spoken], dtype=bool)
    found = _test(sides([levels[j] for j in spoken], pool), part, level)
    by_source = {spoken[i]: ratios for i, ratios in found.items()}
    return [by_source.get(j) for j in range(len(levels))]


def _test(own: Sides, part: NDArray[np.bool_], level: float) -> dict[int, RestRatios]:
    """Return the ratios of those that can be tested: there is a rest, and a hit in the source or in the rest."""
    others = part.sum() - part
    tested = [i for i in range(len(part)) if others[i] and own.y[i] + _others(own.y, part, i).sum() > 0]
    if not tested:
        return {}
    rests = [_rests(own, part, i) for i in tested]
    each = [pair_tests(*_beside(own, tested, [rest[which] for rest in rests]), level) for which in (0, 1)]
    return {i: RestRatios(*(_log_ratio(tests, at) for tests in each)) for at, i in enumerate(tested)}


def _others(field: Floats, part: NDArray[np.bool_], i: int) -> Floats:
    chosen = part.copy()
    chosen[i] = False
    return field[chosen]


def _rests(own: Sides, part: NDArray[np.bool_], i: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the rest of source `i` as a source (hits, tokens, phi, nu), by the equal and by the pooled reference."""
    y, n, phi, nu = (_others(field, part, i) for field in own)
    # Rates to weigh variances with: without a hit a source is not certain. 1/2 is added with the tokens it would
    # have among all, so that a short source is not taken for a high one.
    m = (own.y[i] + y.sum()) / (own.n[i] + n.sum())
    rate = (y + 0.5) / (n + 0.5 / m)
    return _as_one(y / n, rate, n, phi, nu, np.full(len(n), 1 / len(n))), _as_one(y / n, rate, n, phi, nu, n / n.sum())


def _as_one(raw: Floats, rate: Floats, n: Floats, phi: Floats, nu: Floats, weight: Floats) -> tuple[float, ...]:
    """Return the weighted mean of rates as one source: of independent words, N_R tokens would vary as much."""
    poisson = weight**2 * rate / n
    variance = poisson * phi
    tokens = float((weight * rate).sum() / poisson.sum())
    return (
        float((weight * raw).sum()) * tokens,
        tokens,
        float(variance.sum() / poisson.sum()),
        float(variance.sum() ** 2 / (variance**2 / nu).sum()),
    )


def _beside(
    own: Sides, tested: Sequence[int], rests: Sequence[tuple[float, ...]]
) -> tuple[Sides, NDArray[np.int64], NDArray[np.int64]]:
    """Return the tested sources, each followed at some distance by its rest, and the positions of both."""
    both = Sides(*(np.concatenate([a[list(tested)], b]) for a, b in zip(own, np.array(rests).T, strict=True)))
    at = np.arange(len(tested))
    return both, at, at + len(tested)


def _log_ratio(tests: PairTests, position: int) -> LogRatio:
    value, low, high = (_log2(float(field[position])) for field in (tests.ratio, tests.low, tests.high))
    return LogRatio(value, low, high, float(tests.p_value[position]))


def _log2(ratio: float) -> float | None:
    return math.log2(ratio) if 0 < ratio < math.inf else None
