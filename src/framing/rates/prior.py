"""The prior that the sources themselves suggest: between-source variance by the moments of Buhlmann and Straub.

With weights n and r ~ (m, tau^2 + m/n):
    N = sum n,  m = sum y / N,  tau^2 = [sum n (r - m)^2 - (k - 1) m] / [N - sum n^2 / N],  b = m / tau^2.
Overdispersed counts enter as (y/phi, n/phi), which leaves r as it is and gives it the variance phi m/n.

References
----------
Buhlmann, H., & Straub, E. (1970). Glaubwurdigkeit fur Schadensatze. Mitteilungen der Vereinigung
schweizerischer Versicherungsmathematiker, 70, 111-133.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from framing.errors import DataError
from framing.rates.shrink import Prior

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.rates.moments import Moments

# With fewer sources tau^2 is noise: its standard error is about tau^2 sqrt(2/(k - 1)).
FEWEST_SOURCES = 8


def estimated_prior(sources: Sequence[Moments], phi: Sequence[float]) -> Prior | None:
    """Return the gamma prior estimated from the sources of one dimension.

    Parameters
    ----------
    sources
        Their moments, either level; those without a token count for nothing.
    phi
        Overdispersion of each, at least 1.

    Returns
    -------
    Prior or None
        b infinite where the rates differ no more than chance would have it (tau^2 <= 0): complete pooling.
        None for fewer than eight sources with tokens, or no hit in any.

    Raises
    ------
    DataError
        Where an overdispersion is below 1.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> rates = [Moments.of([y], [1000]) for y in (1, 3, 5, 7, 9, 11, 13, 15)]
    >>> prior = estimated_prior(rates, [1.0] * 8)
    >>> round(prior.b), prior.m
    (500, 0.008)
    """
    if any(each < 1 for each in phi):
        raise DataError(f"overdispersion {min(phi)} is below 1")
    read = [(source.y / f, source.n / f) for source, f in zip(sources, phi, strict=True) if source.n]
    y = math.fsum(hits for hits, _ in read)
    if len(read) < FEWEST_SOURCES or y == 0:
        return None
    n = math.fsum(tokens for _, tokens in read)
    m = y / n
    between = math.fsum(tokens * (hits / tokens - m) ** 2 for hits, tokens in read) - (len(read) - 1) * m
    tau2 = between / (n - math.fsum(tokens**2 for _, tokens in read) / n)
    return Prior(m / tau2 if tau2 > 0 else math.inf, m)
