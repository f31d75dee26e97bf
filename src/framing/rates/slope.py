"""A plain linear trend in ln rate: a score test and the interval that agrees with it.

ln E[y_t] = ln n_t + a + b x_t over periods t. Given the total Y, hits fall to the periods in shares
p_t(b) ~ n_t exp(b x_t), so a drops out. With m(b), v(b) the mean and variance of x under p(b):

    T(b) = (sum_t y_t x_t - Y m(b)) / sqrt(phi Y v(b)),   p = 2 F_nu(-|T(0)|),   interval: |T(b)| <= t_nu.

With two periods this is the pair rule (R2): v is then p (1 - p), and the bounds are Wilson's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from framing.rates.quantiles import t_below, t_two_sided
from framing.rates.regression import Floats, Units, fit

# Bounds are looked for so far from the estimate, as ln of the ratio of the last to the first period's rate.
_FURTHEST = 60.0
_HALVINGS = 60


@dataclass(frozen=True, slots=True)
class SlopeTest:
    """How ln rate moves with x.

    Attributes
    ----------
    slope
        Maximum likelihood; None where every hit stands at one end of x.
    low, high
        Interval of the slope; infinite where it is without bound.
    p_value
        Two-sided, of no slope.
    """

    slope: float | None
    low: float
    high: float
    p_value: float


def slope_test(units: Units, phi: float, nu: float, level: float = 0.95) -> SlopeTest | None:
    """Test whether the rate moves with x.

    Parameters
    ----------
    units
        Periods of one source; one group.
    phi, nu
        Overdispersion of the periods' hits, at least 1, and its degrees of freedom.
    level
        Probability that the interval covers, between 0 and 1.

    Returns
    -------
    SlopeTest or None
        None without a hit, or where x does not vary.

    Raises
    ------
    SettingsError
        Where `level` is not between 0 and 1.

    Examples
    --------
    >>> from framing.rates.regression import make_units
    >>> found = slope_test(make_units([10, 20, 40], [1000] * 3, [0, 1, 2]), phi=1.0, nu=30)
    >>> round(math.exp(found.slope), 3), found.low < math.log(2) < found.high, found.p_value < .001
    (2.0, True, True)
    """
    hits = int(units.y.sum())
    if hits == 0 or units.x.min() == units.x.max():
        return None
    fitted = fit(units, 1)
    score = _Score(units, phi)
    t = t_two_sided(level, nu)
    span = float(units.x.max() - units.x.min())
    at_top = bool(np.all(units.x[units.y > 0] == units.x.max()))
    start = fitted.slope if fitted else (_FURTHEST if at_top else -_FURTHEST) / span
    return SlopeTest(
        slope=fitted.slope if fitted else None,
        low=-math.inf if not fitted and not at_top else _bound(score, start, -_FURTHEST / span, t),
        high=math.inf if not fitted and at_top else _bound(score, start, _FURTHEST / span, t),
        p_value=2 * t_below(nu, -abs(score(0.0))),
    )


class _Score:
    """T(b) of one source's periods."""

    def __init__(self, units: Units, phi: float) -> None:
        self._x: Floats = units.x
        self._log_n: Floats = np.log(units.n)
        self._hits = float(units.y.sum())
        self._mean = float(np.sum(units.y * units.x)) / self._hits
        self._phi = phi

    def __call__(self, b: float) -> float:
        log_weight = self._log_n + b * self._x
        p = np.exp(log_weight - log_weight.max())
        p /= p.sum()
        v = float(np.sum(p * (self._x - float(np.sum(p * self._x))) ** 2))
        # Not mean - m: where one period holds nearly all of p, that is the last digit of a float and no more.
        apart = float(np.sum(p * (self._mean - self._x)))
        if v == 0:  # so steep that one period has every hit that is expected
            return math.copysign(math.inf, apart) if apart else 0.0
        return apart * math.sqrt(self._hits / (self._phi * v))


def _bound(score: _Score, start: float, step: float, t: float) -> float:
    """Return where |T| passes t on the way from the estimate to `start + step`; infinite where it does not."""
    inside, outside = start, start
    for fraction in (1 / 512, 1 / 256, 1 / 128, 1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0, 2.0):
        outside = start + step * fraction
        if abs(score(outside)) > t:
            break
        inside = outside
    else:
        return math.copysign(math.inf, step)
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (inside, middle) if abs(score(middle)) > t else (middle, outside)
    return inside
