"""A linear trend in ln rate over the periods of one source: periods are the units, for they share their news."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.model.trend import Change
from framing.rates.interval import LARGEST_HALF
from framing.rates.pool import PRIOR_DOF_ARTICLES, Levels, Pool
from framing.rates.regression import Units, expected, fit, make_units, pearson_dispersion
from framing.rates.slope import slope_test

FEWEST_PERIODS = 4
_FEWEST_NEIGHBOURS = 8


class Spread(NamedTuple):
    """Overdispersion of periods around the slope, its degrees of freedom, and how alike neighbours are."""

    phi: float
    nu: float
    neighbours: float | None


class SlopeChange(NamedTuple):
    """The change from one period to the next, its p-value in `q`; or None, and why."""

    change: Change | None
    untested: str = ""
    neighbours: float | None = None


def slope_change(periods: Mapping[int, Levels], pool: Pool, level: float) -> SlopeChange:
    """Test the periods of one source, given by their number."""
    numbers = sorted(periods)
    levels = [periods[number] for number in numbers]
    units = make_units(
        [par.y for par, _ in levels], [par.n for par, _ in levels], [number - numbers[0] for number in numbers]
    )
    if len(units.y) < FEWEST_PERIODS:
        return SlopeChange(None, f"fewer than {FEWEST_PERIODS} periods to go by")
    spread = spread_of(units, levels, pool)
    found = slope_test(units, spread.phi, spread.nu, level) if spread else None
    if spread is None or found is None:
        return SlopeChange(None, "no hit")
    ratio = None if found.slope is None else _exp(found.slope)
    high = _exp(found.high) if math.isfinite(found.high) else None
    change = Change("slope", ratio, _exp(found.low), high, found.p_value, changed=False)
    return SlopeChange(change, neighbours=spread.neighbours)


def spread_of(units: Units, levels: list[Levels], pool: Pool) -> Spread | None:
    """Return the spread of the periods; None without a hit.

    Pearson's, drawn towards what articles alone would give each period, phi0 + c0^2 D_A y: five periods that
    happen to lie on a line would otherwise make any slope certain.
    """
    hits = int(units.y.sum())
    if not hits:
        return None
    prior = pool.phi0 + pool.c0_squared * sum(art.nn / art.n**2 * art.y**2 for _, art in levels if art.n) / hits
    found = fit(units, 1)
    mu = expected(units, found) if found else None
    own = pearson_dispersion(units.y, mu, 2) if mu is not None else None
    if mu is None or own is None:
        return Spread(max(1.0, prior), PRIOR_DOF_ARTICLES, None)
    # Of even periods their number less two. Uneven ones tell less of the spread, as with articles: `own_dof`.
    d = max(0.0, units.n.sum() ** 2 / (units.n**2).sum() - 2)
    phi = max(1.0, (PRIOR_DOF_ARTICLES * prior + d * own) / (PRIOR_DOF_ARTICLES + d))
    return Spread(phi, PRIOR_DOF_ARTICLES + d, _neighbours(units, (units.y - mu) / np.sqrt(mu)))


def _neighbours(units: Units, residuals: NDArray[np.float64]) -> float | None:
    """Return the lag-1 correlation of residuals, over pairs of periods with no gap between them."""
    adjacent = np.flatnonzero(np.diff(units.x) == 1)
    square = float(np.mean(residuals**2))
    if len(residuals) < _FEWEST_NEIGHBOURS or len(adjacent) < _FEWEST_NEIGHBOURS - 2 or not square:
        return None
    return float(np.mean(residuals[adjacent] * residuals[adjacent + 1])) / square


def _exp(value: float) -> float:
    return math.exp(min(LARGEST_HALF, value))
