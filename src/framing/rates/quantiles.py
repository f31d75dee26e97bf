"""Quantiles and tails of the normal and of Student's t, two-sided at a level.

scipy.special is imported where it is called: it costs 0.14 s, and a run that only reads or only counts
needs none of it. scipy.stats would cost 0.7 s for the same functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.errors import SettingsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def z_two_sided(level: float) -> float:
    """Return z such that a standard normal lies within -z .. z with probability `level`.

    Raises
    ------
    SettingsError
        Where `level` is not between 0 and 1.

    Examples
    --------
    >>> round(z_two_sided(0.95), 2)
    1.96
    """
    from scipy.special import ndtri  # noqa: PLC0415

    return -float(ndtri(_tail(level)))


def t_two_sided(level: float, nu: float) -> float:
    """Return t such that Student's t lies within -t .. t with probability `level`.

    `nu` below 1 counts as 1: the rules hold degrees of freedom there, as t explodes below.

    Raises
    ------
    SettingsError
        Where `level` is not between 0 and 1.

    Examples
    --------
    >>> round(t_two_sided(0.95, 4), 3)
    2.776
    """
    from scipy.special import stdtrit  # noqa: PLC0415

    return -float(stdtrit(max(nu, 1.0), _tail(level)))


def t_two_sided_each(level: float, nu: Floats) -> Floats:
    """Return `t_two_sided` at each of `nu`.

    Raises
    ------
    SettingsError
        Where `level` is not between 0 and 1.
    """
    import numpy as np  # noqa: PLC0415 -- as late as scipy
    from scipy.special import stdtrit  # noqa: PLC0415

    points: Floats = -stdtrit(np.maximum(nu, 1.0), _tail(level))
    return points


def t_below(nu: float, x: float) -> float:
    """Return F_nu(x), the probability that Student's t lies below `x`.

    Examples
    --------
    >>> t_below(3, 0.0)
    0.5
    """
    from scipy.special import stdtr  # noqa: PLC0415

    return float(stdtr(nu, x))


def t_below_each(nu: float | Floats, x: Floats) -> Floats:
    """Return F_nu at each of `x`."""
    from scipy.special import stdtr  # noqa: PLC0415

    below: Floats = stdtr(nu, x)
    return below


def t_points(nu: float, probabilities: Floats) -> Floats:
    """Return the quantiles of Student's t at each of `probabilities`."""
    from scipy.special import stdtrit  # noqa: PLC0415

    points: Floats = stdtrit(nu, probabilities)
    return points


def _tail(level: float) -> float:
    # The lower tail, not (1 + level)/2: near 1 the upper one has no digits left.
    if not 0 < level < 1:
        raise SettingsError(f"level {level} is not between 0 and 1", hint="0.95 is usual")
    return (1 - level) / 2
