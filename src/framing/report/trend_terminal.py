"""A trend in a terminal: at most as wide as asked for, readable when piped."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from framing.report.escape import plain
from framing.report.names import short_names
from framing.report.sparkline import ASCII_MARKS
from framing.report.trend_view import SeriesView, TrendView

_ASCII = str.maketrans({"–": "-", "…": "~"})
_NARROWEST, _WIDEST = 10, 24
_CHANGE, _VERDICT, _RATE = 16, 15, 7


def render_trend(view: TrendView, *, width: int = 80, periods: bool = False, ascii: bool = False) -> str:  # noqa: A002 -- says what it does
    """Return the page; `periods` lists each one's rate below the marks. Without colour: there is none."""
    parts = [_wrap(plain(view.head), width), *(_wrap(plain(line), width, "    ") for line in view.left_out)]
    for title, rows in view.dimensions:
        parts += ["", plain(title), *_table(view, rows, width)]
        if periods:
            parts += _periods(rows, width)
    parts += ["", _wrap(view.legend, width), ""]
    parts += [_wrap(f"Note: {plain(note)}", width, "  ") for note in view.notes]
    parts += ["", _wrap(plain(view.signature), width)]
    text = "\n".join(parts) + "\n"
    return text.translate(ASCII_MARKS).translate(_ASCII).encode("ascii", "replace").decode() if ascii else text


def _table(view: TrendView, rows: tuple[SeriesView, ...], width: int) -> Iterator[str]:
    span, *rates, change, _ = view.headings
    marks = max(len(span), *(len(row.marks) for row in rows))
    room = width - marks - _RATE * len(rates) - _CHANGE - _VERDICT - 4
    name = max(_NARROWEST, min(_WIDEST, room, max(len(plain(row.source)) for row in rows)))
    yield _line("", f"{span:{marks}}", rates, change, "", name)[:width].rstrip()
    short = short_names((row.source for row in rows), name)
    for row in rows:
        line = _line(short[row.source], f"{row.marks:{marks}}", row.rates, row.change, row.verdict, name)
        yield line[:width].rstrip()


def _line(source: str, marks: str, rates: list[str] | tuple[str, ...], change: str, verdict: str, name: int) -> str:
    numbers = "".join(f"{rate:>{_RATE}}" for rate in rates)
    return f"{source:{name}} {marks}{numbers}  {change:{_CHANGE}} {verdict}"


def _periods(rows: tuple[SeriesView, ...], width: int) -> Iterator[str]:
    for row in rows:
        yield _wrap(f"  {plain(row.source)}", width)
        yield f"    {'':10} {'articles':>8} {'tokens':>9} {'hits':>6} {'rate':>6} interval"
        for name, articles, tokens, hits, rate, interval in row.periods:
            yield f"    {name:10} {articles:>8} {tokens:>9} {hits:>6} {rate:>6} {interval}".rstrip()


def _wrap(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False, replace_whitespace=False)
