"""The interval of a proportion that keeps its promise at small n.

Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212.
"""

from __future__ import annotations

import math

from framing.errors import DataError
from framing.rates.quantiles import z_two_sided


def wilson_interval(successes: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """Return Wilson's score interval of the proportion successes / n.

    Centre (p + z^2/2n) / (1 + z^2/n), half-width z sqrt(p(1-p)/n + z^2/4n^2) / (1 + z^2/n).

    Parameters
    ----------
    successes, n
        Counts; an effective sample size need not be whole.
    level
        Probability that the interval covers, between 0 and 1.

    Raises
    ------
    DataError
        Where `n` is not above 0, or `successes` not within 0 .. n.
    SettingsError
        Where `level` is not between 0 and 1.

    Examples
    --------
    >>> [round(bound, 2) for bound in wilson_interval(27, 30)]
    [0.74, 0.97]
    """
    if not n > 0 or not 0 <= successes <= n:
        raise DataError(f"{successes:g} of {n:g} is no proportion")
    z = z_two_sided(level)
    p = successes / n
    scale = 1 + z * z / n
    centre = (p + z * z / (2 * n)) / scale
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
    # At p = 0 centre and half are equal but for the last digit, and -1e-17 is no proportion.
    return max(0.0, centre - half), min(1.0, centre + half)
