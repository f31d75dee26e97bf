"""Text in columns of a terminal: how wide it is there, cut, filled up and wrapped by that width.

A letter of Chinese, Japanese or Korean takes two columns and an accent that is written apart none, so by the number of
characters a name of twenty such letters breaks its table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_NONE = frozenset({"Mn", "Me", "Cf"})
_ASCII = str.maketrans({"█": "#", "·": ".", "–": "-", "—": "-", "…": "~"})


def columns(text: str) -> int:
    """Return how many columns `text` takes, by East Asian Width (Unicode Standard Annex 11).

    Examples
    --------
    >>> columns("Post"), columns("日報"), columns("e\u0301")
    (4, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def cut(text: str, width: int) -> str:
    """Return `text` in at most `width` columns, with a sign that it was cut.

    Examples
    --------
    >>> cut("日報新聞", 5), cut("Post", 4), cut("The Post", 5)
    ('日報…', 'Post', 'The…')
    """
    return text if columns(text) <= width else head(text, width - 1).rstrip(" …") + "…"


def head(text: str, width: int) -> str:
    """Return the longest beginning of `text` that fits."""
    taken = 0
    for number, character in enumerate(text):
        taken += _columns(character)
        if taken > width:
            return text[:number]
    return text


def tail(text: str, width: int) -> str:
    """Return the longest end of `text` that fits.

    Examples
    --------
    >>> tail("日報新聞", 5)
    '新聞'
    """
    if columns(text) <= width:
        return text
    # An accent without its letter would stand on what is before it.
    return head(text[::-1], width)[::-1].lstrip("".join({c for c in text if not _columns(c)}))


def left(text: str, width: int) -> str:
    """Return `text` filled up behind."""
    return text + " " * (width - columns(text))


def right(text: str, width: int) -> str:
    """Return `text` filled up before."""
    return " " * (width - columns(text)) + text


def wrap(text: str, width: int, indent: str = "") -> str:
    r"""Return `text` in lines of at most `width` columns, those behind the first with `indent`.

    Lines are broken at spaces alone; what has none is broken where it no longer fits.

    Examples
    --------
    >>> print(wrap("  the siege of 日報新聞", 14, "    "))
      the siege of
        日報新聞
    """
    return "\n".join(_lines(text, width, indent))


def to_ascii(text: str) -> str:
    """Return `text` for a terminal without other signs, each in as many columns as before.

    Examples
    --------
    >>> to_ascii("日報 ██··")
    '???? ##..'
    """
    return "".join(c if c.isascii() else "?" * _columns(c) for c in text.translate(_ASCII))


def _lines(text: str, width: int, indent: str) -> Iterator[str]:
    line = text[: len(text) - len(text.lstrip(" "))]
    empty = True
    for word in text.split():
        rest = word
        if not empty and columns(line) + 1 + columns(rest) <= width:
            line += " " + rest
            continue
        if not empty:
            yield line
            line = indent
        # By what fits, not by the width of all the rest: a word of a megabyte has a line for each 80 of its letters.
        while len(piece := head(rest, width - columns(line))) < len(rest):
            piece = piece or rest[0]
            yield line + piece
            line, rest = indent, rest[len(piece) :]
        line, empty = line + rest, False
    yield line.rstrip() if empty else line


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NONE:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
