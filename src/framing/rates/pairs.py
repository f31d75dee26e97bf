"""Rule R2: two sources, one dimension; a score test and the Wilson interval that agrees with it.

The textbook form, a log ratio with +1/2 and phi from paragraphs, had a real false discovery rate of
.10 to .47 at q = .10 on bursty text; this one has at most .12.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from framing.rates.compared import compared
from framing.rates.quantiles import t_below_each, t_two_sided_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from framing.rates.pool import Levels, Pool

    Floats = NDArray[np.float64]
    Integers = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class PairTest:
    """How the rates of two sources, a over b, compare.

    Attributes
    ----------
    ratio
        y_a/n_a over y_b/n_b, as the rates that are printed give it: 0 or infinite with no hit on one side.
    low, high
        Interval of the rate ratio; `low` may be 0 and `high` infinite.
    p_value
        Two-sided, of equal rates. Below 1 - level if and only if 1 lies outside the interval.
    p_greater
        F_nu(T): one minus the one-sided p-value of "a has no higher rate than b". Not a probability of that.
    """

    ratio: float
    low: float
    high: float
    p_value: float
    p_greater: float


class Sides(NamedTuple):
    """What the test needs of each of K sources: hits, tokens, phi_mod and nu_mod (K,)."""

    y: Floats
    n: Floats
    phi: Floats
    nu: Floats


class PairTests(NamedTuple):
    """The fields of `PairTest` for many pairs, (pairs,) each."""

    ratio: Floats
    low: Floats
    high: Floats
    p_value: Floats
    p_greater: Floats


def sides(levels: Sequence[Levels], pool: Pool) -> Sides:
    """Return what the tests need of each source, once a source and not once a pair.

    Raises
    ------
    DataError
        Where a source has no token, or its paragraphs and articles do not sum to the same hits and tokens.
    """
    spread = [compared(par, art, pool) for par, art in levels]
    rows = [(par.y, par.n, phi, nu) for (par, _), (phi, nu) in zip(levels, spread, strict=True)]
    return Sides(*np.array(rows, dtype=float).reshape(-1, 4).T)


def pair_tests(sources: Sides, a: Integers, b: Integers, level: float = 0.95) -> PairTests:
    """Compare the rates of many pairs of sources by rule R2.

    Parameters
    ----------
    sources
        From `sides`.
    a, b
        Per pair, the positions of its two sources, (pairs,) each. At least one of the two has a hit.
    level
        Probability that an interval covers, between 0 and 1.

    Raises
    ------
    SettingsError
        Where `level` is not between 0 and 1.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> from framing.rates.pool import DECLARED
    >>> texts = [Moments.of([2, 0, 1], [40, 60, 100]), Moments.of([0, 0, 1], [90, 70, 40])]
    >>> found = pair_tests(sides([(x, x.as_one_unit()) for x in texts], DECLARED), np.array([0, 1]), np.array([1, 0]))
    >>> found.ratio.round(2).tolist()
    [3.0, 0.33]
    """
    y1, n1, phi1, nu1 = (field[a] for field in sources)
    y2, n2, phi2, nu2 = (field[b] for field in sources)
    hits = y1 + y2  # Y
    p0, p1 = n1 / (n1 + n2), n2 / (n1 + n2)
    w1, w2 = p1 * phi1, p0 * phi2
    phi12 = w1 + w2
    nu = phi12**2 / (w1**2 / nu1 + w2**2 / nu2)
    # y1 - Y p0 written so that swapped sides give -T to the last bit, and equal rates 0.
    t = (y1 * n2 - y2 * n1) / (n1 + n2) / np.sqrt(hits * (p0 * p1) * phi12)
    g = t_two_sided_each(level, nu) ** 2 * phi12 / hits
    return PairTests(
        ratio=_over(y1 * n2, y2 * n1),
        low=_least_odds(y1 / hits, y2 / hits, g) * n2 / n1,
        high=_over(n2 / n1, _least_odds(y2 / hits, y1 / hits, g)),
        # Not 2 (1 - F(|T|)): that has no digits left below 1e-16.
        p_value=2 * t_below_each(nu, -np.abs(t)),
        p_greater=t_below_each(nu, t),
    )


def pair_test(a: Levels, b: Levels, pool: Pool, level: float = 0.95) -> PairTest | None:
    """Compare the rates of two sources by rule R2.

    Parameters
    ----------
    a, b
        For each source, its moments over paragraphs and over articles.
    pool
        Constants of the dimension.
    level
        Probability that the interval covers, between 0 and 1.

    Returns
    -------
    PairTest or None
        None where neither has a hit, or one has no token: there is nothing to test.

    Raises
    ------
    DataError
        Where paragraphs and articles of a source do not sum to the same hits and tokens.
    SettingsError
        Where `level` is not between 0 and 1.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> from framing.rates.pool import DECLARED
    >>> a, b = Moments.of([2, 0, 1], [40, 60, 100]), Moments.of([0, 0, 1], [90, 70, 40])
    >>> found = pair_test((a, a.as_one_unit()), (b, b.as_one_unit()), DECLARED)
    >>> round(found.ratio, 2), found.low < 1 < found.high
    (3.0, True)
    """
    if a[0].y + b[0].y == 0 or a[0].n == 0 or b[0].n == 0:
        return None
    found = pair_tests(sides([a, b], pool), np.array([0]), np.array([1]), level)
    return PairTest(*(float(field[0]) for field in found))


def _least_odds(share: Floats, other: Floats, g: Floats) -> Floats:
    # Lower Wilson bound a of share = y1/Y as odds a/(1 - a); g = t^2 over trials. With odds o the bounds
    # solve other^2 o^2 - (2 share other + g) o + share^2 = 0. The root is written as share^2 over the
    # sum, since (middle - half) loses all digits for 1 hit against 100,000.
    b = 2 * share * other + g
    odds: Floats = 2 * share**2 / (b + np.sqrt(g * (4 * share * other + g)))
    return odds


def _over(above: Floats, below: Floats) -> Floats:
    over: Floats = np.divide(above, below, out=np.full_like(above, np.inf), where=below > 0)
    return over
