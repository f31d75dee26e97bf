"""What rule R2 could tell: its power at a rate ratio, and the least ratio with enough of it.

Both rates lie at equal distance (in logarithms) from the base rate; the hits of a source are gamma with mean
mu = rate x tokens and variance phi mu, phi the one to expect of its layout and the constants of the corpus. For each
pair (y1, y2) of a grid of their quantiles, T is what rule R2 makes of them with phi as expected; the phi that a source
will show varies about it, W = phi12 shown / phi12 expected being chi-squared over its nu':

    power = mean over the grid of P(T > t sqrt(W)) = P(W < (T/t)^2)    where T > 0

The test takes t at nu degrees of freedom. phi_mod varies less than that, as only d of its d0 + d degrees of freedom are
the source's own: nu' = nu (d0 + d)/d. A plain noncentral t promised .8 where two or three articles gave .88 to .94:
there phi rises with the hits. tests/oracle/test_plan_power.py simulates the shipped test at the ratios that come out.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from framing.errors import SettingsError
from framing.rates.compared import expected_spread
from framing.rates.moments import Moments
from framing.rates.quantiles import t_two_sided_each

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from framing.rates.pool import Levels, Pool

    Floats = NDArray[np.float64]

# Beyond, the lower source has next to no hit and the ratio means nothing.
LARGEST_RATIO = 100.0
_HALVINGS = 16  # to a part in ten thousand
_LEAST_SHARE = 0.002
_QUANTILES = (np.arange(24) + 0.5) / 24
MOST_ARTICLES, MOST_PARAGRAPHS = 100_000, 100_000


def power_of_pair(ratio: float, rate: float, pair: tuple[Levels, Levels], pool: Pool, level: float = 0.95) -> float:
    """Return the probability that rule R2 tells the first source's rate from the second's.

    Parameters
    ----------
    ratio
        Rate of the first over that of the second, at least 1; their geometric mean is `rate`.
    rate
        Base rate, hits per token.
    pair
        For each source, its moments over paragraphs and over articles: only their layout counts.
    pool
        Constants of the dimension.
    level
        1 - level is the two-sided level of the test.

    Examples
    --------
    >>> from framing.rates.pool import DECLARED
    >>> text = layout(articles=10, paragraphs=12, tokens=60)
    >>> round(power_of_pair(1.0, 0.01, (text, text), DECLARED), 2) <= 0.05
    True
    """
    from scipy.special import chdtr  # noqa: PLC0415 -- 0.14 s that only a plan pays

    one = _Side.of(*pair[0], pool, rate * math.sqrt(ratio))
    two = _Side.of(*pair[1], pool, rate / math.sqrt(ratio))
    y1, y2 = one.hits[:, None], two.hits[None, :]
    p0 = one.n / (one.n + two.n)
    w1, w2 = (1 - p0) * one.phi[:, None], p0 * two.phi[None, :]
    phi12 = w1 + w2
    nu = phi12**2 / (w1**2 / one.nu + w2**2 / two.nu)
    vary = phi12**2 / (w1**2 / one.nu * one.own + w2**2 / two.nu * two.own)
    t = (y1 * two.n - y2 * one.n) / (one.n + two.n) / np.sqrt((y1 + y2) * p0 * (1 - p0) * phi12)
    told = chdtr(vary, vary * (np.maximum(t, 0.0) / t_two_sided_each(level, nu)) ** 2)
    return float(told.mean())


class _Side(NamedTuple):
    """One source: tokens, quantiles of its hits, and phi, nu and its own share of nu at each of them."""

    n: int
    hits: Floats
    phi: Floats
    nu: Floats
    own: Floats

    @classmethod
    def of(cls, par: Moments, art: Moments, pool: Pool, rate: float) -> _Side:
        from scipy.special import gammaincinv  # noqa: PLC0415

        mean = rate * par.n
        phi = expected_spread(par, art, pool, mean).phi
        hits: Floats = gammaincinv(mean / phi, _QUANTILES) * phi
        spread = np.array([expected_spread(par, art, pool, y) for y in hits.tolist()])
        # One paragraph decides nothing of its phi: its share is 0, and a chi-squared needs some.
        return cls(par.n, hits, spread[:, 0], spread[:, 1], np.maximum(spread[:, 2], _LEAST_SHARE))


def detectable_ratio(
    rate: float, a: Levels, b: Levels, pool: Pool, *, power: float = 0.8, level: float = 0.95
) -> float | None:
    """Return the least rate ratio that rule R2 tells with this power, whichever of the two is the higher.

    Returns
    -------
    float or None
        None where even a ratio of 100 would not do.

    Raises
    ------
    SettingsError
        Where `power` is not between 0 and 1, or `rate` not above 0.

    Examples
    --------
    >>> from framing.rates.pool import DECLARED
    >>> few, many = (layout(articles=m, paragraphs=12, tokens=60) for m in (5, 50))
    >>> detectable_ratio(0.01, few, few, DECLARED) > detectable_ratio(0.01, many, many, DECLARED) > 1
    True
    """
    if not 0 < power < 1:
        raise SettingsError(f"power is {power}", hint="it lies between 0 and 1; .8 is usual")
    if not rate > 0:
        raise SettingsError(f"a base rate of {rate}", hint="hits per 1,000 words, above 0; 10 is usual")

    both = [(a, b)] if a == b else [(a, b), (b, a)]

    def enough(ratio: float) -> bool:
        return all(power_of_pair(ratio, rate, pair, pool, level) >= power for pair in both)

    if a[0].n == 0 or b[0].n == 0 or not enough(LARGEST_RATIO):
        return None
    low, high = 0.0, math.log(LARGEST_RATIO)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if enough(math.exp(middle)) else (middle, high)
    return math.exp(high)


def layout(*, articles: int, paragraphs: int, tokens: int) -> Levels:
    """Return a source of so many articles, all of so many paragraphs of so many tokens, before any hit is counted.

    Examples
    --------
    >>> par, art = layout(articles=3, paragraphs=10, tokens=60)
    >>> par.units, art.units, par.n
    (30, 3, 1800)
    """
    length = paragraphs * tokens
    par = Moments(articles * paragraphs, y=0, n=articles * length, yy=0, yn=0, nn=articles * paragraphs * tokens**2)
    return par, Moments(articles, y=0, n=articles * length, yy=0, yn=0, nn=articles * length**2)


def articles_needed(  # noqa: PLR0913 -- a layout and a power, by keyword
    ratio: float, rate: float, pool: Pool, *, paragraphs: int, tokens: int, power: float = 0.8, level: float = 0.95
) -> int | None:
    """Return how many articles of such a layout each of two sources needs, two at least; None where none would do."""

    def enough(articles: int) -> bool:
        text = layout(articles=articles, paragraphs=paragraphs, tokens=tokens)
        return power_of_pair(ratio, rate, (text, text), pool, level) >= power

    return _least(enough, 2, MOST_ARTICLES)


def tokens_of_one_needed(
    ratio: float, rate: float, pool: Pool, *, tokens: int, power: float = 0.8, level: float = 0.95
) -> int | None:
    """Return how many tokens each of two single articles needs, in paragraphs of `tokens`; None where none would do.

    Texts are compared and not outlets, whatever the corpus has that the constants are of.
    """
    pool = replace(pool, outlets=False)

    def enough(paragraphs: int) -> bool:
        text = layout(articles=1, paragraphs=paragraphs, tokens=tokens)
        return power_of_pair(ratio, rate, (text, text), pool, level) >= power

    found = _least(enough, 2, MOST_PARAGRAPHS)
    return None if found is None else found * tokens


def _least(enough: Callable[[int], bool], first: int, last: int) -> int | None:
    if enough(first):
        return first
    low, high = first, 2 * first
    while not enough(high):
        low, high = high, 2 * high
        if low > last:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
