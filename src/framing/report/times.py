"""How many times: a ratio in as few digits as a reader needs."""

from __future__ import annotations

import math

# A bound of a ratio from a handful of hits may be any number; its size is all that it says.
_MOST = 1000


def times(value: float | None) -> str:
    """Return a ratio with two digits that count; "?" for a bound that is not there.

    Examples
    --------
    >>> [times(value) for value in (2.04, 0.05, 13.7, 0.0, 5e9, None)]
    ['2.0', '0.05', '14', '0.0', '>1000', '?']
    """
    if value is None or math.isnan(value):
        return "?"
    if value > _MOST:
        return f">{_MOST}"
    if value >= 9.95:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 0.095 or value == 0 else f"{value:.2f}"
