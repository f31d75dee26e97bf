"""Numbers and sentences in words."""

from __future__ import annotations


def count(number: int, noun: str) -> str:
    """Return "1 source", "2 sources", "12,345 tokens".

    Examples
    --------
    >>> count(1, "source"), count(12345, "token")
    ('1 source', '12,345 tokens')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def capital(line: str) -> str:
    """Return the line with a capital at its beginning.

    Examples
    --------
    >>> capital("all pairs are ties"), capital("")
    ('All pairs are ties', '')
    """
    return line[:1].upper() + line[1:]
