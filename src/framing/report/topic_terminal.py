"""The topic held constant, in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from framing.report.escape import plain
from framing.report.names import short_names
from framing.report.topic_view import HEADINGS, LEGEND, TopicDimensionView, TopicView

_NARROWEST, _WIDEST = 10, 16
# Mentions, hits, hits per 100 mentions.
_COUNTS = 3


def topic_lines(view: TopicView, width: int) -> Iterator[str]:
    """Yield the lines of the section, none wider than `width`."""
    yield _wrap(plain(view.head), width)
    for dimension in view.dimensions:
        yield ""
        yield from _table(dimension, width)
    if view.dimensions:
        yield ""
        yield _wrap(LEGEND, width)
    for note in view.notes:
        yield _wrap(f"Note: {plain(note)}", width, "  ")


def _table(dimension: TopicDimensionView, width: int) -> Iterator[str]:
    cells = [HEADINGS[1:], *(row[1:] for row in dimension.rows)]
    sizes = [max(map(len, column)) for column in zip(*cells, strict=True)]
    longest = max(len(plain(row[0])) for row in dimension.rows)
    name = max(_NARROWEST, min(_WIDEST, longest, width - sum(sizes) - len(sizes)))
    short = short_names((row[0] for row in dimension.rows), name)
    yield _wrap(plain(dimension.title), width)
    for source, row in zip(["", *(short[row[0]] for row in dimension.rows)], cells, strict=True):
        yield from _line(f"{source:{name}}", row, sizes, width)
    for line in dimension.lines:
        yield _wrap("  " + plain(line), width, "    ")


def _line(name: str, cells: tuple[str, ...], sizes: list[int], width: int) -> Iterator[str]:
    """Yield the row; what is held constant goes on below where bounds are so wide that it has no room."""
    # Counts and rates to the right, where digits line up; what has brackets to the left.
    padded = [
        f"{cell:{'>' if i < _COUNTS else '<'}{size}}" for i, (cell, size) in enumerate(zip(cells, sizes, strict=True))
    ]
    whole = " ".join([name, *padded]).rstrip()
    if len(whole) <= width:
        yield whole
    else:
        yield " ".join([name, *padded[:-1]]).rstrip()
        yield cells[-1].rjust(width)


def _wrap(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False, replace_whitespace=False)
