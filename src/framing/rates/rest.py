"""A source against the rest: log ratio of its rate to the mean of the other sources' rates.

The others count equally, so that one source of 6,000 tokens is not the baseline.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.rates.pool import log_rate
from framing.rates.quantiles import t_below, t_two_sided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.rates.moments import Moments
    from framing.rates.pool import Pool


@dataclass(frozen=True, slots=True)
class LogRatio:
    """log2 of a rate over the mean rate of the rest: +1 is twice the rest, -1 half of it.

    Attributes
    ----------
    value, low, high
        Estimate and t interval, base 2.
    p_value
        Two-sided, of a ratio of 1.
    """

    value: float
    low: float
    high: float
    p_value: float


def log_ratio_to_rest(
    i: int, par: Sequence[Moments], art: Sequence[Moments], pool: Pool, level: float = 0.95
) -> LogRatio | None:
    """Compare source `i` with the unweighted mean of the other sources' rates, in base-2 logarithms.

    Rates are (y + 1/2)/n throughout, as in the ratio of a pair: with two sources this is its logarithm,
    and no zero needs a case of its own. Standard error by the delta method from each source's phi_mod,
    degrees of freedom after Welch.

    Parameters
    ----------
    i
        Which source.
    par, art
        Per source, in one order: moments over paragraphs, and over articles.
    pool
        Constants of the dimension.
    level
        Probability that the interval covers, between 0 and 1.

    Returns
    -------
    LogRatio or None
        None where source `i` or all others have no token, or no source has a hit.

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
    >>> par = [Moments.of([4, 0, 3], [40, 60, 100]), Moments.of([0, 1, 0], [40, 60, 100])]
    >>> art = [source.as_one_unit() for source in par]
    >>> round(log_ratio_to_rest(0, par, art, DECLARED).value, 2)  # 7.5 against 1.5
    2.32
    """
    others = [(p, a) for j, (p, a) in enumerate(zip(par, art, strict=True)) if j != i and p.n > 0]
    if par[i].n == 0 or not others or par[i].y + sum(p.y for p, _ in others) == 0:
        return None
    own = log_rate(par[i], art[i], pool)
    rest = [log_rate(p, a, pool) for p, a in others]
    rates = [math.exp(each.centre) for each in rest]
    total = sum(rates)
    # ln ratio = c_i - ln mean_j e^{c_j}; the weight of source j in the second term is its share of the sum.
    variances = [own.scale**2, *((r / total * each.scale) ** 2 for r, each in zip(rates, rest, strict=True))]
    dofs = [own.dof, *(each.dof for each in rest)]
    variance = sum(variances)
    nu = variance**2 / sum(v**2 / dof for v, dof in zip(variances, dofs, strict=True))
    value, se = own.centre - math.log(total / len(rest)), math.sqrt(variance)
    half = t_two_sided(level, nu) * se
    return LogRatio(
        value / math.log(2),
        (value - half) / math.log(2),
        (value + half) / math.log(2),
        2 * t_below(nu, -abs(value) / se),
    )
