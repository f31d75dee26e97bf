"""Gamma-Poisson shrinkage: a short text's rate, drawn towards the rate of the other sources.

y ~ Poisson(n lambda), lambda ~ Gamma(a, b)  ->  lambda | y ~ Gamma(a + y, b + n), mean (a + y)/(b + n).
b is declared and not estimated: the few sources of a usual corpus cannot tell it. Shown beside the raw rate,
never in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.errors import DataError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.rates.moments import Moments

# Pseudo-tokens of the prior; sensitivity is shown at 0, 500 and 2,000.
B0 = 500.0


def shrunk_rate(i: int, sources: Sequence[Moments], phi: float = 1.0, b0: float = B0) -> float | None:
    """Posterior mean of the rate of source `i`, in hits per token.

    Parameters
    ----------
    i
        Which source.
    sources
        Moments of all sources in one dimension (only hits and tokens count, so either level will do).
    phi
        Overdispersion of source `i`, at least 1: the update takes (y/phi, n/phi), as bursty words tell less.
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
    >>> short, long = Moments.of([5], [500]), Moments.of([20], [1000])
    >>> shrunk_rate(0, [short, long])  # half way between .01 and .02
    0.015
    """
    if phi < 1:
        raise DataError(f"overdispersion {phi} is below 1")
    if b0 < 0:
        raise SettingsError(f"prior of {b0} pseudo-tokens", hint="0 for no shrinkage, 500 is usual")
    own = sources[i]
    if b0 == 0 or own.n == 0:
        return own.rate
    others = [source for j, source in enumerate(sources) if j != i]
    n = sum(source.n for source in others)
    if n == 0:
        return None
    a = b0 * sum(source.y for source in others) / n
    return (a + own.y / phi) / (b0 + own.n / phi)
