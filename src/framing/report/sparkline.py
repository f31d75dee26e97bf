"""A series of rates as one row of marks."""

from __future__ import annotations

from collections.abc import Sequence

MARKS = "▁▂▃▄▅▆▇█"
#: The same for a terminal that knows no such signs.
ASCII_MARKS = str.maketrans(MARKS, "_.:-=+*#")
GAP, ZERO = " ", "_"


def bins(count: int, most: int) -> list[range]:
    """Return neighbouring positions put together so that at most `most` groups remain, all of one size but the last.

    Examples
    --------
    >>> bins(5, 3)
    [range(0, 2), range(2, 4), range(4, 5)]
    """
    size = max(1, -(-count // most))
    return [range(start, min(start + size, count)) for start in range(0, count, size)]


def sparkline(rates: Sequence[float | None], highest: float) -> str:
    """Return a mark a rate, higher for more; a blank where there is none, a line on the ground for 0.

    Examples
    --------
    >>> sparkline([0, 1, 4, None, 8], 8)
    '_▁▄ █'
    """
    return "".join(_mark(rate, highest) for rate in rates)


def _mark(rate: float | None, highest: float) -> str:
    if rate is None:
        return GAP
    if rate <= 0 or highest <= 0:
        return ZERO
    return MARKS[max(0, min(len(MARKS), -(-int(rate * 1000 * len(MARKS)) // int(highest * 1000) or 1)) - 1)]
