"""The topic held constant, in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report.escape import plain
from framing.report.names import short_names
from framing.report.topic_view import HEADINGS, LEGEND, TopicDimensionView, TopicView
from framing.report.width import columns, left, right, wrap

_NARROWEST, _WIDEST = 10, 16
# Mentions, hits, hits per 100 mentions.
_COUNTS = 3


def topic_lines(view: TopicView, width: int) -> Iterator[str]:
    """Yield the lines of the section, none wider than `width`."""
    yield wrap(plain(view.head), width)
    for dimension in view.dimensions:
        yield ""
        yield from _table(dimension, width)
    if view.dimensions:
        yield ""
        yield wrap(LEGEND, width)
    for note in view.notes:
        yield wrap(f"Note: {plain(note)}", width, "  ")


def _table(dimension: TopicDimensionView, width: int) -> Iterator[str]:
    cells = [HEADINGS[1:], *(row[1:] for row in dimension.rows)]
    sizes = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    longest = max(columns(plain(row[0])) for row in dimension.rows)
    name = max(_NARROWEST, min(_WIDEST, longest, width - sum(sizes) - len(sizes)))
    short = short_names((row[0] for row in dimension.rows), name)
    yield wrap(plain(dimension.title), width)
    for source, row in zip(["", *(short[row[0]] for row in dimension.rows)], cells, strict=True):
        yield from _line(left(source, name), row, sizes, width)
    for line in dimension.lines:
        yield wrap("  " + plain(line), width, "    ")


def _line(name: str, cells: tuple[str, ...], sizes: list[int], width: int) -> Iterator[str]:
    """Yield the row; what is held constant goes on below where bounds are so wide that it has no room."""
    # Counts and rates to the right, where digits line up; what has brackets to the left.
    padded = [
        (right if i < _COUNTS else left)(cell, size) for i, (cell, size) in enumerate(zip(cells, sizes, strict=True))
    ]
    whole = " ".join([name, *padded]).rstrip()
    if columns(whole) <= width:
        yield whole
    else:
        yield " ".join([name, *padded[:-1]]).rstrip()
        yield right(cells[-1], width)
