"""Source contrasts with and without the topic's rate in the regression of paragraphs.

ln E[y_p] = ln n_p + alpha_s + gamma x_p, x_p = mentions of the topic per 100 tokens of paragraph p. Without
gamma, alpha_s is the log of the source's rate. With it, alpha_s compares the sources at the same density of
the topic. A source's contrast is alpha_s less the mean of the other sources' alpha.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from framing.model.topic_report import Ratio
from framing.rates.interval import LARGEST_HALF
from framing.rates.pool import Levels, Pool, moderated
from framing.rates.quantiles import t_two_sided
from framing.rates.regression import GroupedFit, Units, fit


class Held(NamedTuple):
    """Contrasts by source without and with gamma, gamma itself as a ratio, and the sources in no contrast."""

    raw: dict[str, Ratio]
    held: dict[str, Ratio]
    slope: Ratio | None
    left_out: tuple[str, ...]


class _Log(NamedTuple):
    """A source's alpha: its value, its variance with gamma known, and the degrees of freedom of that."""

    value: float
    variance: float
    dof: float


def held_constant(units: Units, levels: Mapping[str, Levels], pool: Pool, level: float) -> Held:
    """Return the contrasts.

    Each source's overdispersion is that of the pair rule, over articles where it has several: the contrasts
    without gamma are as sure as the pairs of the comparison, and those with gamma differ from them by the
    topic alone.

    Parameters
    ----------
    units
        Paragraphs; `group` is the position of the source in `levels`.
    levels
        Moments over paragraphs and articles by source: what the rates are made of.
    pool, level
        Constants of the dimension, and the probability that an interval covers.
    """
    names = list(levels)
    spoken = [i for i, name in enumerate(names) if levels[name][0].y]
    left_out = tuple(name for name, (par, _) in levels.items() if par.n and not par.y)
    spreads = {i: moderated(*levels[names[i]], pool) for i in spoken}
    pars = {i: levels[names[i]][0] for i in spoken}
    plain = {i: _log(math.log(par.y / par.n), par.y, spreads[i]) for i, par in pars.items()}
    raw = _contrasts(plain, {}, 0.0, level)
    found = fit(units, len(names))
    if found is None:
        return Held(_named(raw, names), {}, None, left_out)
    variance = found.slope_variance([spreads[i][0] if i in spreads else 1.0 for i in range(len(names))])
    logs = {i: _log(found.intercepts[i], found.hits[i], spreads[i]) for i in spoken}
    means = {i: found.means[i] for i in spoken}
    return Held(
        _named(raw, names),
        _named(_contrasts(logs, means, variance, level), names),
        _slope(found, variance, sum(nu for _, nu in spreads.values()), level),
        left_out,
    )


def _log(value: float, hits: int, spread: tuple[float, float]) -> _Log:
    return _Log(value, spread[0] / hits, spread[1])


def _contrasts(
    logs: Mapping[int, _Log], means: Mapping[int, float], slope_variance: float, level: float
) -> dict[int, Ratio]:
    """Return exp of each alpha less the mean of the others, degrees of freedom after Welch.

    Var(alpha_s) = phi_s/Y_s + m_s^2 Var(gamma), and two sources share the second part: the inverse of an
    information matrix that is an arrow. It moves a contrast by its m_s less that of the others.
    """
    if len(logs) < 2:
        return {}
    found = {}
    for i, own in logs.items():
        others = [j for j in logs if j != i]
        value = own.value - _mean([logs[j].value for j in others])
        apart = means[i] - _mean([means[j] for j in others]) if means else 0.0
        parts = [(own.variance, own.dof), *((logs[j].variance / len(others) ** 2, logs[j].dof) for j in others)]
        if slope_variance:
            parts.append((apart**2 * slope_variance, sum(log.dof for log in logs.values())))
        variance = sum(v for v, _ in parts)
        nu = variance**2 / sum(v**2 / dof for v, dof in parts)
        found[i] = _ratio(value, t_two_sided(level, nu) * math.sqrt(variance))
    return found


def _slope(found: GroupedFit, variance: float, dof: float, level: float) -> Ratio:
    return _ratio(found.slope, t_two_sided(level, dof) * math.sqrt(variance))


def _ratio(log: float, half: float) -> Ratio:
    # A slope drawn from two paragraphs may be past what is finite.
    parts = (max(-LARGEST_HALF, min(LARGEST_HALF, part)) for part in (log - half, log, log + half))
    low, value, high = map(math.exp, parts)
    return Ratio(value, low, high)


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values))


def _named(found: Mapping[int, Ratio], names: Sequence[str]) -> dict[str, Ratio]:
    return {names[i]: ratio for i, ratio in found.items()}
