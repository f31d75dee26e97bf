"""A source against the rest: log ratio of its rate to that of the other sources, by two references.

Equal: the mean of the others' rates, each source counting once, so that one source of 6,000 tokens is not the
baseline. Pooled: the others' text read as one, where each token counts once and the longest source counts most.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from framing.rates.pairs import Sides, sides
from framing.rates.quantiles import t_below, t_two_sided

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
        Estimate and t interval, base 2.
    p_value
        Two-sided, of a ratio of 1.
    """

    value: float
    low: float
    high: float
    p_value: float


class RestRatios(NamedTuple):
    """The log ratio by both references."""

    equal: LogRatio
    pooled: LogRatio


def ratios_to_rest(levels: Sequence[Levels], pool: Pool, level: float = 0.95) -> list[RestRatios | None]:
    """Compare each source with the rest, in base-2 logarithms, by both references.

    Equal: the unweighted mean of the other sources' rates, each (y + 1/2)/n as in the ratio of a pair: with two
    sources both references are its logarithm, and no zero needs a case of its own. Pooled: their tokens and hits
    put together, (Y + 1/2)/N. Standard errors by the delta method from each source's phi_mod, degrees of freedom
    after Welch.

    Parameters
    ----------
    levels
        Per source, its moments over paragraphs and over articles.
    pool
        Constants of the dimension.
    level
        Probability that an interval covers, between 0 and 1.

    Returns
    -------
    list
        Per source; None where it or all others have no token, or no source has a hit.

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
    >>> round(found.equal.value, 1), round(found.pooled.value, 1)
    (1.2, 3.3)
    """
    found: list[RestRatios | None] = [None] * len(levels)
    spoken = [j for j, (par, _) in enumerate(levels) if par.n > 0]
    if len(spoken) > 1 and any(par.y for par, _ in levels):
        sources = sides([levels[j] for j in spoken], pool)
        for position, j in enumerate(spoken):
            found[j] = _ratios(position, sources, level)
    return found


def _ratios(i: int, sources: Sides, level: float) -> RestRatios:
    y, n, phi, nu = (np.delete(field, i) for field in sources)
    own = (sources.y[i] + 0.5) / sources.n[i]
    own_error = sources.phi[i] / (sources.y[i] + 0.5), sources.nu[i]
    # The 1/2 is shared out by tokens: to each source its own would be k/2 hits that nobody wrote.
    shared = y + 0.5 * n / n.sum()
    means, pooled = (y + 0.5) / n / len(n), shared / n.sum()
    return RestRatios(
        equal=_ratio(own, own_error, means, phi / (y + 0.5) * means**2, nu, level),
        pooled=_ratio(own, own_error, pooled, phi * shared / n.sum() ** 2, nu, level),
    )


def _ratio(
    own: float, own_error: tuple[float, float], parts: Floats, variances: Floats, dofs: Floats, level: float
) -> LogRatio:
    """Return own over the sum of `parts`; `own_error` is the variance of ln own and its degrees of freedom."""
    rest = float(parts.sum())
    each = np.append(variances / rest**2, own_error[0])  # d ln(sum) = d part / sum
    variance = float(each.sum())
    nu = variance**2 / float((each**2 / np.append(dofs, own_error[1])).sum())
    value, se = math.log(own / rest), math.sqrt(variance)
    half = t_two_sided(level, nu) * se
    return LogRatio(
        value / math.log(2),
        (value - half) / math.log(2),
        (value + half) / math.log(2),
        2 * t_below(nu, -abs(value) / se),
    )
