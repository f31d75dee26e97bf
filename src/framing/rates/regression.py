"""Poisson regression of hits on one covariate, with an intercept a group and tokens as exposure.

ln E[y_p] = ln n_p + alpha_g + gamma x_p. The intercepts are solved for in closed form,
exp(alpha_g) = Y_g / sum_p n_p exp(gamma x_p), which leaves one unknown and a concave likelihood in it
(Hausman, Hall & Griliches 1984): 500 sources of 20,000 paragraphs need no matrix of 10 million cells.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.errors import DataError

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

_STEPS = 100
# Of the slope per standard deviation of x: far below what six printed digits show.
_TOLERANCE = 1e-11


class Units(NamedTuple):
    """The rows of a regression: hits, tokens (above 0), covariate, and number of the group, one a unit."""

    y: Numbers
    n: Numbers
    x: Floats
    group: Numbers


@dataclass(frozen=True, slots=True)
class GroupedFit:
    """Maximum likelihood estimates, and the sums that their variances are made of; tuples run over groups.

    Attributes
    ----------
    slope
        gamma: ln rate rises by it where x rises by 1.
    intercepts
        alpha: ln rate where x = 0; -inf for a group without a hit.
    hits
        Y.
    means, spreads
        Mean and variance of x in each group, paragraphs weighted by their expected hits.
    """

    slope: float
    intercepts: tuple[float, ...]
    hits: tuple[int, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]

    @property
    def information(self) -> float:
        """S = sum_g Y_g Var_g(x): the variance of the slope is 1/S for independent words."""
        return sum(y * v for y, v in zip(self.hits, self.spreads, strict=True))

    def slope_variance(self, phi: Sequence[float]) -> float:
        """Return the variance of the slope, given the overdispersion of each group's hits."""
        parts = zip(phi, self.hits, self.spreads, strict=True)
        return sum(f * y * v for f, y, v in parts) / self.information**2


def make_units(y: ArrayLike, n: ArrayLike, x: ArrayLike, group: ArrayLike | None = None) -> Units:
    """Return the rows, those without a token left out; without `group` all are of one.

    Raises
    ------
    DataError
        Where the columns differ in length, x is not finite, or hits or tokens are negative.
    """
    hits, tokens, covariate = np.asarray(y, np.int64), np.asarray(n, np.int64), np.asarray(x, np.float64)
    groups = np.zeros(len(hits), np.int64) if group is None else np.asarray(group, np.int64)
    if not hits.shape == tokens.shape == covariate.shape == groups.shape:
        raise DataError("the columns of a regression differ in length")
    if not np.all(np.isfinite(covariate)) or np.any(hits < 0) or np.any(tokens < 0):
        raise DataError("a covariate is not finite, or hits or tokens are negative")
    held = tokens > 0
    return Units(hits[held], tokens[held], covariate[held], groups[held])


def fit(units: Units, groups: int) -> GroupedFit | None:
    """Fit the regression.

    Parameters
    ----------
    units
        From `make_units`.
    groups
        How many groups there are, some of which may have no unit.

    Returns
    -------
    GroupedFit or None
        None where nothing is to be estimated: no hit, x the same in every unit of each group, or every
        hit where x is highest (or lowest) in its group, which no finite slope is steep enough for.

    Examples
    --------
    Twice the rate where x is 1, in both groups:

    >>> found = fit(make_units([10, 20, 30, 60], [1000] * 4, [0, 1, 0, 1], [0, 0, 1, 1]), 2)
    >>> round(math.exp(found.slope), 6), [round(1000 * math.exp(a), 6) for a in found.intercepts]
    (2.0, [10.0, 30.0])
    """
    hits: Floats = np.bincount(units.group, weights=units.y, minlength=groups).astype(np.float64)
    if not _estimable(units, groups):
        return None
    centre = float(np.average(units.x, weights=units.n))
    scale = float(np.sqrt(np.average((units.x - centre) ** 2, weights=units.n)))
    standard = units._replace(x=(units.x - centre) / scale)
    slope = _ascend(standard, hits)
    means, spreads, log_sums = _moments(standard, slope, groups)
    # A group without a hit may be without a unit, too: its sum is of nothing.
    logs = np.log(np.maximum(hits, 1)) - np.where(hits > 0, log_sums, 0.0) - slope * centre / scale
    return GroupedFit(
        slope=slope / scale,
        intercepts=tuple(np.where(hits > 0, logs, -math.inf).tolist()),
        hits=tuple(int(h) for h in hits),
        means=tuple((means * scale + centre).tolist()),
        spreads=tuple((spreads * scale**2).tolist()),
    )


def expected(units: Units, found: GroupedFit) -> Floats:
    """Return E[y] of every unit."""
    rate: Floats = np.exp(np.array(found.intercepts)[units.group] + found.slope * units.x)
    return rate * units.n


def pearson_dispersion(y: Numbers, mu: Floats, parameters: int) -> float | None:
    """Return phi = sum (y - mu)^2/mu over units less parameters; None where no unit is left over."""
    left = len(y) - parameters
    held = mu > 0
    return float(np.sum((y[held] - mu[held]) ** 2 / mu[held])) / left if left > 0 else None


def _estimable(units: Units, groups: int) -> bool:
    top, bottom = np.full(groups, -np.inf), np.full(groups, np.inf)
    np.maximum.at(top, units.group, units.x)
    np.minimum.at(bottom, units.group, units.x)
    hit = units.y > 0
    high, low = top[units.group][hit], bottom[units.group][hit]
    at = units.x[hit]
    return bool(hit.any() and np.any(at < high) and np.any(at > low))


def _ascend(units: Units, hits: Floats) -> float:
    """Newton's method on the concentrated log likelihood, held between slopes known to be too small and too large."""
    total = float(np.sum(units.y * units.x))
    slope = 0.0
    low, high = -math.inf, math.inf
    for _ in range(_STEPS):
        means, spreads, _ = _moments(units, slope, len(hits))
        score = total - float(np.sum(hits * means))
        information = float(np.sum(hits * spreads))
        # The score falls in the slope: its sign says on which side the root lies.
        low, high = (slope, high) if score > 0 else (low, slope)
        step = score / information if information > 0 else math.copysign(1.0, score)
        if abs(step) <= _TOLERANCE * max(1.0, abs(slope)):
            return slope + step
        slope += max(-2.0, min(2.0, step))
        if not low < slope < high:
            slope = (low + high) / 2
    return slope


def _moments(units: Units, slope: float, groups: int) -> tuple[Floats, Floats, Floats]:
    """Return, by group, mean and variance of x with weights n exp(slope x), and the log of the weights' sum."""
    log_weight: Floats = np.log(units.n) + slope * units.x
    # The largest is taken out first: exp of a steep slope is past what a float holds.
    largest = np.full(groups, -np.inf)
    np.maximum.at(largest, units.group, log_weight)
    weight = np.exp(log_weight - largest[units.group])
    total = np.bincount(units.group, weights=weight, minlength=groups)
    held = np.where(total > 0, total, 1.0)
    mean = np.bincount(units.group, weights=weight * units.x, minlength=groups) / held
    around = (units.x - mean[units.group]) ** 2
    spread = np.bincount(units.group, weights=weight * around, minlength=groups) / held
    return mean, spread, largest + np.log(held)
