"""The topic held constant, in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from framing.report.escape import plain
from framing.report.names import short_names
from framing.report.topic_view import HEADINGS, LEGEND, TopicDimensionView, TopicView

_WIDTHS = (0, 8, 5, 7, 10, 14, 14)
_NARROWEST, _WIDEST = 10, 16


def topic_lines(view: TopicView, width: int) -> Iterator[str]:
    """Yield the lines of the section, none wider than `width`."""
    yield _wrap(plain(view.head), width)
    for dimension in view.dimensions:
        yield ""
        yield from _table(dimension, width)
    yield ""
    yield _wrap(LEGEND, width)
    for note in view.notes:
        yield _wrap(f"Note: {plain(note)}", width, "  ")


def _table(dimension: TopicDimensionView, width: int) -> Iterator[str]:
    name = min(_WIDEST, max([_NARROWEST, *(len(plain(row[0])) for row in dimension.rows)]))
    yield plain(dimension.title)
    yield _line(("", *HEADINGS[1:]), name)[:width].rstrip()
    short = short_names((row[0] for row in dimension.rows), name)
    for row in dimension.rows:
        yield _line((short[row[0]], *row[1:]), name)[:width].rstrip()
    for line in dimension.lines:
        yield _wrap("  " + plain(line), width, "    ")


def _line(cells: tuple[str, ...], name: int) -> str:
    # Counts and rates to the right, where digits line up; what has brackets to the left.
    left = (f"{cell:{width}}" for cell, width in zip(cells[4:], _WIDTHS[4:], strict=True))
    right = (f"{cell:>{width}}" for cell, width in zip(cells[1:4], _WIDTHS[1:4], strict=True))
    return " ".join([f"{cells[0]:{name}}", *right, *left])


def _wrap(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False, replace_whitespace=False)
