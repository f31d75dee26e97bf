"""The view for a terminal: at most as wide as asked for, readable when piped."""

from __future__ import annotations

import textwrap

from framing.report.escape import plain
from framing.report.view import BAR_WIDTH, DimensionView, Row, SourceView, View

_LEGEND = (
    "rate: hits per 1,000 tokens of the chosen voices. net: asserted less contested, per 1,000 "
    "(asserted/contested/reported hits). quoted: rate inside quotations. cover: share of the text, by paragraphs, "
    "that carries the dimension. sub: sub-frames hit."
)
_TERMS_LEGEND = (
    "Words and names: what sets a source apart, with its hits. * more than bursts of words explain; ! one sentence, "
    "paragraph or article repeats it; ? drops out when the text is drawn again."
)
_ASCII = str.maketrans({"█": "#", "·": ".", "–": "-", "…": "~"})
_LEARNED_LEGEND = " learned: the same share as a trained classifier calls it."
_BOLD, _DIM, _END = "\x1b[1m", "\x1b[2m", "\x1b[0m"
# With a column more, a line of 80 has less room for names.
_WIDEST_NAME, _WIDEST_BESIDE_LEARNED = 20, 15


def render_terminal(view: View, *, width: int = 80, colour: bool = False, ascii: bool = False) -> str:  # noqa: A002 -- says what it does
    """Return the page; no line is wider than `width`, and without `colour` it holds no escape code."""
    parts = [_wrap(plain(view.head), width)]
    parts += [_wrap(plain(line), width) for line in view.left_out]
    for dimension in view.dimensions:
        parts.append("")
        parts += _table(dimension, width, colour=colour)
    legend = _LEGEND + (_LEARNED_LEGEND if any(dimension.learned for dimension in view.dimensions) else "")
    parts += ["", _dim(_wrap(legend, width), colour=colour)]
    if any("none stands out" not in terms for source in view.sources for _, terms in source.terms):
        parts += ["", _dim(_wrap(_TERMS_LEGEND, width), colour=colour)]
    for source in view.sources:
        parts += ["", *_source(source, width, colour=colour)]
    parts += ["", *(_wrap(f"Note: {plain(note)}", width, "  ") for note in view.notes)]
    parts += ["", _dim(_wrap(plain(view.signature), width), colour=colour)]
    text = "\n".join(parts) + "\n"
    return text.translate(_ASCII).encode("ascii", "replace").decode() if ascii else text


def _table(dimension: DimensionView, width: int, *, colour: bool) -> list[str]:
    widest = _WIDEST_BESIDE_LEARNED if dimension.learned else _WIDEST_NAME
    name = min(widest, max([12, *(len(plain(row.source)) for row in dimension.rows)]))
    head = f"{'':{name}} {'rate':>5} {'interval':<10} {'':6}"
    head += f" {'net (a/c/r)':<15}" if dimension.directed else ""
    head += f" {'quoted':>6} {'cover':>5}" + (f" {'learned':>7}" if dimension.learned else "") + f" {'sub':>3}"
    lines = [_bold(plain(dimension.title), colour=colour), _dim(head[:width].rstrip(), colour=colour)]
    lines += [_line(row, name, dimension)[:width].rstrip() for row in dimension.rows]
    lines += [_wrap("  " + plain(difference), width, "    ") for difference in dimension.differences]
    if dimension.ties:
        lines.append(_wrap("  " + dimension.ties, width, "    "))
    return lines


def _line(row: Row, name: int, dimension: DimensionView) -> str:
    source = plain(row.source)
    source = source if len(source) <= name else source[: name - 1] + "…"
    bar = "█" * row.bar + "·" * (BAR_WIDTH - row.bar)
    line = f"{source:{name}} {row.rate:>5} {row.interval:<10} {bar}"
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
