"""A trend in a terminal: at most as wide as asked for, readable when piped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.report.escape import plain
from framing.report.names import short_names
from framing.report.sparkline import ASCII_MARKS
from framing.report.trend_view import SeriesView, TrendView
from framing.report.width import columns, left, to_ascii, wrap

_NARROWEST, _WIDEST = 10, 24
# Room for a usual change and its verdict, "1.2 (0.3 to 4.2) no change shown", before a name takes more than it must.
_TAIL = 31


def render_trend(view: TrendView, *, width: int = 80, periods: bool = False, ascii: bool = False) -> str:  # noqa: A002 -- says what it does
    """Return the page; `periods` lists each one's rate below the marks. Without colour: there is none."""
    parts = [wrap(plain(view.head), width), *(wrap(plain(line), width, "    ") for line in view.left_out)]
    for title, rows in view.dimensions:
        parts += ["", wrap(plain(title), width), *_table(view, rows, width)]
        if periods:
            parts += _periods(rows, width)
    parts += ["", wrap(view.legend, width), ""]
    parts += [wrap(f"Note: {plain(note)}", width, "  ") for note in view.notes]
    parts += ["", wrap(plain(view.signature), width)]
    text = "\n".join(parts) + "\n"
    return to_ascii(text.translate(ASCII_MARKS)) if ascii else text


def _table(view: TrendView, rows: tuple[SeriesView, ...], width: int) -> Iterator[str]:
    span, *heads = view.headings
    marks = max(len(row.marks) for row in rows)
    rates = [max(len(cell) for cell in column) for column in zip(heads[:-1], *(row.rates for row in rows), strict=True)]
    taken = 1 + marks + sum(rates) + 2 * len(rates) + 2
    name = max(_NARROWEST, min(_WIDEST, width - taken - _TAIL, max(columns(plain(row.source)) for row in rows)))
    room = width - name - taken
    change = _change_width(rows, room)

    def line(source: str, drawn: str, cells: Sequence[str]) -> str:
        return f"{left(source, name)} {drawn:{marks}}" + "".join(
            f"  {cell:>{size}}" for cell, size in zip(cells, rates, strict=True)
        )

    # The span is in the head of the page too: days have a longer one than marks.
    yield f"{line('', span if len(span) <= marks else '', heads[:-1])}  {heads[-1]}"
    short = short_names((row.source for row in rows), name)
    for row in rows:
        first, *more = _tail(row, change, room)
        yield f"{line(short[row.source], row.marks, row.rates)}  {first}".rstrip()
        yield from (f"{'':{width - room}}{part}" for part in more)


def _change_width(rows: tuple[SeriesView, ...], room: int) -> int:
    """Return the width of the column of changes: that of the longest beside which a verdict has room."""
    fitting = (row for row in rows if row.verdict and len(row.change) + 1 + len(row.verdict) <= room)
    return max((len(row.change) for row in fitting), default=0)


def _tail(row: SeriesView, change: int, room: int) -> list[str]:
    """Return change and verdict on one line; what is too long for it goes on below, and none of it is lost."""
    whole = f"{row.change:{change}} {row.verdict}".rstrip()
    if len(whole) <= room:
        return [whole]
    return [line for text in (row.change, row.verdict) for line in wrap(text, room).splitlines()]


def _periods(rows: tuple[SeriesView, ...], width: int) -> Iterator[str]:
    for row in rows:
        yield wrap(f"  {plain(row.source)}", width)
        yield f"    {'':10} {'articles':>8} {'tokens':>9} {'hits':>6} {'rate':>6} interval"
        for name, articles, tokens, hits, rate, interval in row.periods:
            yield f"    {name:10} {articles:>8} {tokens:>9} {hits:>6} {rate:>6} {interval}".rstrip()
