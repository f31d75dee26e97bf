"""A rate and its interval in two cells. Without a hit the second is an upper bound and no more."""

from __future__ import annotations

# Tenths of an upper bound of hundreds say nothing, and take the room of a column.
_PLAIN_BELOW = 100


def value(hits: int, rate: float | None) -> str:
    """Return the rate; a bare 0 without a hit, "-" without a rate.

    Examples
    --------
    >>> value(3, 2.04), value(0, 0.0), value(0, None)
    ('2.0', '0', '-')
    """
    return "-" if rate is None else f"{rate:.1f}" if hits else "0"


def bounds(hits: int, low: float | None, high: float | None) -> str:
    """Return the interval; "0.0-3.1" would look like a measured low end where there is no hit.

    Examples
    --------
    >>> bounds(0, 0.0, 3.14), bounds(0, 0.0, 1234.5), bounds(3, None, None)
    ('at most 3.1', 'at most 1,234', 'none')
    """
    if low is None or high is None:
        return "none"
    return f"{_bound(low)}–{_bound(high)}" if hits else f"at most {_bound(high)}"


def _bound(number: float) -> str:
    return f"{number:.1f}" if number < _PLAIN_BELOW else f"{number:,.0f}"
