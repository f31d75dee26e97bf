"""Gamma-Poisson shrinkage: a short text's rate, drawn towards the rate of the other sources.

y ~ Poisson(n lambda), lambda ~ Gamma(a, b)  ->  lambda | y ~ Gamma(a + y, b + n), mean (a + y)/(b + n).
Bursty words tell less than independent ones: the update takes (y/phi, n/phi). Shown beside the raw rate, never
in its place. b is declared; what the sources themselves suggest (framing.rates.prior) is shown beside it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from framing.errors import DataError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.rates.moments import Moments

# Pseudo-tokens of the prior, and those that the sensitivity of a result to them is shown at.
B0 = 500.0
SENSITIVITY = (0.0, 500.0, 2000.0)


class Prior(NamedTuple):
    """Gamma(a, b) with a = b m: as if `b` tokens at the rate `m` had been read before; b infinite = m for all."""

    b: float
    m: float


def declared_prior(rest: Moments, b0: float = B0) -> Prior | None:
    """Return the prior of `b0` pseudo-tokens at the rate of the other sources, pooled by tokens.

    None where they have no token: there is nothing to draw to.

    Raises
    ------
    SettingsError
        Where `b0` is negative.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> declared_prior(Moments.of([20], [1000]))
    Prior(b=500.0, m=0.02)
    """
    if b0 < 0:
        raise SettingsError(f"prior of {b0} pseudo-tokens", hint="0 for no shrinkage, 500 is usual")
    return Prior(b0, rest.y / rest.n) if rest.n else None


def posterior_mean(own: Moments, prior: Prior, phi: float = 1.0) -> float:
    """Return (a + y/phi)/(b + n/phi), the shrunk rate in hits per token; `own` has at least one token.

    Raises
    ------
    DataError
        Where `phi` is below 1.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> posterior_mean(Moments.of([5], [500]), Prior(500, 0.02))  # half way between .01 and .02
    0.015
    """
    if phi < 1:
        raise DataError(f"overdispersion {phi} is below 1")
    if math.isinf(prior.b):
        return prior.m
    # Not (a + y/phi)/(b + n/phi): for b = 0 the raw rate comes back to the last bit.
    return (prior.b * prior.m * phi + own.y) / (prior.b * phi + own.n)


def posterior_interval(
    own: Moments, prior: Prior, phi: float = 1.0, level: float = 0.95
) -> tuple[float, float] | tuple[None, None]:
    """Return the central gamma quantiles of the posterior, hits per token.

    Two None where the posterior is a point: no hit in any source, or b infinite.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> low, high = posterior_interval(Moments.of([0], [500]), Prior(500, 0.02))
    >>> round(1000 * low, 1), round(1000 * high, 1)  # 10 of 1,000 in all
    (4.8, 17.1)
    """
    from scipy.special import gammaincinv  # noqa: PLC0415 -- see framing.rates.quantiles

    shape, tokens = prior.b * prior.m + own.y / phi, prior.b + own.n / phi
    if shape == 0 or math.isinf(tokens):
        return None, None
    tail = (1 - level) / 2
    return float(gammaincinv(shape, tail)) / tokens, float(gammaincinv(shape, 1 - tail)) / tokens


def shrunk_rate(i: int, sources: Sequence[Moments], phi: float = 1.0, b0: float = B0) -> float | None:
    """Posterior mean of the rate of source `i`, in hits per token, under the declared prior.

    Parameters
    ----------
    i
        Which source.
    sources
        Moments of all sources in one dimension (only hits and tokens count, so either level will do).
    phi
        Overdispersion of source `i`, at least 1.
    b0
        Pseudo-tokens at the rate of the other sources, pooled by tokens, `i` left out; 0 gives the raw rate.

    Returns
    -------
    float or None
        None where source `i` has no token, or no other source has any and `b0` is above 0.

    Raises
    ------
    DataError
        Where `phi` is below 1.
    SettingsError
        Where `b0` is negative.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> shrunk_rate(0, [Moments.of([5], [500]), Moments.of([20], [1000])])
    0.015
    """
    own = sources[i]
    others = [source for j, source in enumerate(sources) if j != i]
    zero = own.zero()
    prior = declared_prior(sum(others, zero), b0) or (Prior(0.0, 0.0) if b0 == 0 else None)
    if own.n == 0 or prior is None:
        return None
    return posterior_mean(own, prior, phi)
