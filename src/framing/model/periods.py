"""Dates as they are written, and the periods that they fall into."""

from __future__ import annotations

import datetime as dt
import re

# 2015, 2015-06, 2015-06-14, 2015/6/14, 20150614, with or without a time behind. Not the year of "20150614123".
_DATE = re.compile(r"(\d{4})(?:([-/.]?)(\d{1,2})(?:\2(\d{1,2}))?)?(?:[T ].*)?")
#: What a date can be cut to, and how many characters of an ISO date that takes.
PERIODS = {"year": 4, "quarter": 7, "month": 7, "week": 10, "day": 10}


def iso_date(text: str) -> str:
    """Return as much of an ISO date as `text` begins with: year, month, day; nothing where it is no date.

    Examples
    --------
    >>> iso_date("2015-06-14T10:00Z"), iso_date("2015/6"), iso_date("14 June"), iso_date("2015-13-01")
    ('2015-06-14', '2015-06', '', '')
    """
    match = _DATE.fullmatch(text.strip())
    if not match:
        return ""
    year, _, month, day = match.groups()
    try:
        date = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return date.isoformat()[: 10 if day else 7 if month else 4]


def period_number(date: str, per: str) -> int | None:
    """Return the number of the period that an ISO date falls into; neighbours differ by 1. None: too coarse a date.

    Examples
    --------
    >>> period_number("2021-03-15", "month") - period_number("2020-12", "month"), period_number("2021", "month")
    (3, None)
    """
    if len(date) < PERIODS[per]:
        return None
    year, month, day = (int(part) for part in (date[:4], date[5:7] or 1, date[8:10] or 1))
    if per == "year":
        return year
    if per == "quarter":
        return 4 * year + (month - 1) // 3
    if per == "month":
        return 12 * year + month - 1
    ordinal = dt.date(year, month, day).toordinal()
    # Day 1, the first of January of the year 1, was a Monday: weeks begin with one, as in ISO 8601.
    return ordinal if per == "day" else (ordinal - 1) // 7


def period_name(number: int, per: str) -> str:
    """Return the name of a period: 2021, 2021-Q1, 2021-03, 2021-W11, 2021-03-15.

    Examples
    --------
    >>> [period_name(period_number("2021-01-03", per), per) for per in PERIODS]
    ['2021', '2021-Q1', '2021-01', '2020-W53', '2021-01-03']
    """
    if per == "year":
        return f"{number:04}"
    if per == "quarter":
        return f"{number // 4:04}-Q{number % 4 + 1}"
    if per == "month":
        return f"{number // 12:04}-{number % 12 + 1:02}"
    if per == "day":
        return dt.date.fromordinal(number).isoformat()
    year, week, _ = dt.date.fromordinal(7 * number + 1).isocalendar()
    return f"{year:04}-W{week:02}"
