"""The view for a terminal: at most as wide as asked for, readable when piped."""

from __future__ import annotations

import textwrap

from framing.report.escape import plain
from framing.report.names import short_names
from framing.report.topic_terminal import topic_lines
from framing.report.topic_view import TopicView
from framing.report.view import BAR_WIDTH, DimensionView, Row, SourceView, View

_TERMS_LEGEND = (
    "Words and names: what sets a source apart, with its hits. * more than bursts of words explain; ! one sentence, "
    "paragraph or article repeats it; ? drops out when the text is drawn again."
)
_ASCII = str.maketrans({"█": "#", "·": ".", "–": "-", "…": "~"})
_BOLD, _DIM, _END = "\x1b[1m", "\x1b[2m", "\x1b[0m"
# Names have one width in all tables: what the one with most columns leaves, but never less than this.
_LEAST_NAME, _WIDEST_NAME = 12, 40


def render_terminal(
    view: View,
    *,
    width: int = 80,
    colour: bool = False,
    ascii: bool = False,  # noqa: A002 -- says what it does
    topic: TopicView | None = None,
) -> str:
    """Return the page; no line is wider than `width`, and without `colour` it holds no escape code."""
    parts = [_wrap(plain(view.head), width)]
    parts += [_wrap(plain(line), width) for line in view.left_out]
    name = _name_width(view, width)
    for dimension in view.dimensions:
        parts.append("")
        parts += _table(dimension, name, width, colour=colour)
    parts += ["", _dim(_wrap(view.legend, width), colour=colour)]
    if topic:
        parts += ["", *topic_lines(topic, width)]
    if any("none stands out" not in terms for source in view.sources for _, terms in source.terms):
        parts += ["", _dim(_wrap(_TERMS_LEGEND, width), colour=colour)]
    for source in view.sources:
        parts += ["", *_source(source, width, colour=colour)]
    parts += ["", *(_wrap(f"Note: {plain(note)}", width, "  ") for note in view.notes)]
    parts += [
        "",
        *(_dim(_wrap(plain(line), width), colour=colour) for line in (view.constants, view.signature) if line),
    ]
    text = "\n".join(parts) + "\n"
    return text.translate(_ASCII).encode("ascii", "replace").decode() if ascii else text


def _name_width(view: View, width: int) -> int:
    longest = max((len(_name(row)) for dimension in view.dimensions for row in dimension.rows), default=0)
    room = min((width - len(_head(dimension)) for dimension in view.dimensions), default=width)
    return max(_LEAST_NAME, min(longest, room, _WIDEST_NAME))


def _head(dimension: DimensionView) -> str:
    """Return the names of the columns behind that of the sources."""
    head = f" {'rate':>5} {'interval':<10} {'shrunk':>6}"
    # The learned share takes the place of the bar, which repeats the rate.
    head += "" if dimension.learned else f" {'':{BAR_WIDTH}}"
    head += f" {'net (a/c/r)':<15}" if dimension.directed else ""
    return head + f" {'quoted':>6} {'cover':>5}" + (f" {'learned':>7}" if dimension.learned else "") + f" {'sub':>3}"


def _table(dimension: DimensionView, name: int, width: int, *, colour: bool) -> list[str]:
    head = " " * name + _head(dimension)
    lines = [_bold(plain(dimension.title), colour=colour), _dim(head[:width].rstrip(), colour=colour)]
    short = short_names((row.source for row in dimension.rows), name - any(row.short for row in dimension.rows))
    lines += [
        _line(row, f"{short[row.source]}{'*' * row.short}", name, dimension)[:width].rstrip() for row in dimension.rows
    ]
    lines += [_wrap("  " + plain(difference), width, "    ") for difference in dimension.differences]
    lines += [_wrap("  " + plain(line), width, "    ") for line in (dimension.ties, dimension.ranks) if line]
    return lines


def _name(row: Row) -> str:
    return plain(row.source) + ("*" if row.short else "")


def _line(row: Row, source: str, name: int, dimension: DimensionView) -> str:
    # "0 (at most 10.3)" takes both columns: it is one statement, and no other fits in ten characters.
    none = row.interval.startswith("at most")
    rate = f"{row.rate} ({row.interval})".rjust(16) if none else f"{row.rate:>5} {row.interval:<10}"
    line = f"{source:{name}} {rate} {row.shrunk:>6}"
    line += "" if dimension.learned else " " + "█" * row.bar + "·" * (BAR_WIDTH - row.bar)
    line += f" {row.direction:<15}" if dimension.directed else ""
    learned = f" {row.learned:>7}" if dimension.learned else ""
    return f"{line} {row.quoted:>6} {row.coverage:>5}{learned} {row.breadth:>3}"


def _source(source: SourceView, width: int, *, colour: bool) -> list[str]:
    lines = [_bold(plain(source.source), colour=colour)]
    lines += [_wrap(f"  {title}: {plain(entries)}", width, "    ") for title, entries in source.leading]
    lines += [_wrap(f"  {plain(head)}: {plain(terms)}", width, "    ") for head, terms in source.terms]
    return lines


def _wrap(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False, replace_whitespace=False)


def _bold(text: str, *, colour: bool) -> str:
    return f"{_BOLD}{text}{_END}" if colour else text


def _dim(text: str, *, colour: bool) -> str:
    return f"{_DIM}{text}{_END}" if colour else text
