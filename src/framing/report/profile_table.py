"""The profile's tables in a terminal: each column as wide as its cells, the same in all dimensions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from framing.report.escape import plain
from framing.report.names import short_names
from framing.report.view import BAR_WIDTH, DimensionView, Row, View
from framing.report.width import columns, left, right

# Names have what the other columns leave: so much at least, or other columns make room.
_LEAST_NAME, _WIDEST_NAME = 12, 40
# From here on a name is cut before a column goes, but for the bar, which repeats the rate.
_COMFORTABLE_NAME = 17


class _Column(NamedTuple):
    head: str
    cells: tuple[tuple[str, ...], ...]  # a dimension: its rows' cells, none where it lacks the column
    fill: Callable[[str, int], str] = right

    @property
    def width(self) -> int:
        return max((columns(text) for cells in self.cells for text in (self.head, *cells) if cells), default=0)


class ProfileTables:
    """The tables of a view, laid out together so that their columns stand beneath each other."""

    def __init__(self, view: View, width: int) -> None:
        self._dimensions = view.dimensions
        every = _columns(view.dimensions)
        rows = [row for one in view.dimensions for row in one.rows]
        # All names have the room of a star: the longest of those without one would else be cut.
        longest = max((columns(plain(row.source)) for row in rows), default=0) + any(row.short for row in rows)
        wanted = min(longest, _WIDEST_NAME)
        self.dropped: list[str] = []
        for name, least in (("bar", _COMFORTABLE_NAME), *((name, _LEAST_NAME) for name in _EXPENDABLE)):
            if width - self._taken(every) >= min(wanted, least):
                break
            if every.pop(name).width and name != "bar":
                self.dropped.append(name)
        self._columns = every
        self._name = max(1, min(wanted, width - self._taken(every)))

    def head(self, number: int) -> str:
        """Return the names of the columns of the dimension with this number."""
        return self._line("", number, None)

    def rows(self, number: int) -> Iterable[str]:
        """Yield its rows."""
        rows = self._dimensions[number].rows
        short = short_names((row.source for row in rows), self._name - any(row.short for row in rows))
        for place, row in enumerate(rows):
            name = short[row.source] + "*" * row.short
            yield self._line(name, number, place)

    def _line(self, name: str, number: int, place: int | None) -> str:
        """Return the line of the row at `place`; of the head, where there is none."""
        shown = [column for column in self._columns.values() if column.cells[number]]
        texts = (column.head if place is None else column.cells[number][place] for column in shown)
        cells = (column.fill(text, column.width) for column, text in zip(shown, texts, strict=True))
        return " ".join([left(name, self._name), *cells]).rstrip()

    def _taken(self, every: dict[str, _Column]) -> int:
        return max(
            (
                sum(1 + column.width for column in every.values() if column.cells[number])
                for number in range(len(self._dimensions))
            ),
            default=0,
        )


# In the order in which they go where there is no room; what is left is the rate, its interval and the net rate.
_EXPENDABLE = ("shrunk", "sub", "quoted", "cover", "learned", "hits")


def _columns(dimensions: Sequence[DimensionView]) -> dict[str, _Column]:
    def cells(cell: Callable[[Row], str], shown: Callable[[DimensionView], bool]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(map(cell, one.rows)) if shown(one) else () for one in dimensions)

    def column(
        head: str,
        cell: Callable[[Row], str],
        shown: Callable[[DimensionView], bool] = lambda _: True,
        fill: Callable[[str, int], str] = right,
    ) -> _Column:
        return _Column(head, cells(cell, shown), fill)

    return {
        "hits": column("hits", lambda row: row.hits),
        "rate": _rate_column(dimensions),
        "shrunk": column("shrunk", lambda row: row.shrunk),
        "bar": column("", lambda row: "█" * row.bar + "·" * (BAR_WIDTH - row.bar)),
        "net": column("net (a/c/r)", lambda row: row.direction, lambda one: one.directed, left),
        "quoted": column("quoted", lambda row: row.quoted),
        "cover": column("cover", lambda row: row.coverage),
        "learned": column("learned", lambda row: row.learned, lambda one: one.learned),
        "sub": column("sub", lambda row: row.breadth),
    }


def _rate_column(dimensions: Sequence[DimensionView]) -> _Column:
    """Return rate and interval as one column: "(at most 10.3)" behind no hit takes the room of both."""
    rows = [row for one in dimensions for row in one.rows if not row.interval.startswith("at most")]
    rate = max([4, *(columns(row.rate) for row in rows)])
    interval = max([8, *(columns(row.interval) for row in rows)])

    def cell(row: Row) -> str:
        if row.interval.startswith("at most"):
            return f"({row.interval})"  # the column before says 0
        return f"{row.rate:>{rate}} {row.interval:<{interval}}"

    cells = tuple(tuple(map(cell, one.rows)) for one in dimensions)
    return _Column(f"{'rate':>{rate}} {'interval':<{interval}}", cells, left)
