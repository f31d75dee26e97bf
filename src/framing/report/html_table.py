"""Tables of the HTML page: numbers stay on one line, long names break, too wide a table scrolls by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.report.escape import html
from framing.report.view import BAR_WIDTH, DimensionView, Row

STYLE = (
    ".framing .wide{overflow-x:auto}"
    ".framing table{border-collapse:collapse;margin:.3rem 0;font-variant-numeric:tabular-nums}"
    ".framing th,.framing td{padding:.15rem .5rem;text-align:right;border-bottom:1px solid #ddd;white-space:nowrap}"
    ".framing th{vertical-align:bottom;font-weight:600;white-space:normal;overflow-wrap:normal}"
    ".framing th:first-child,.framing td:first-child{text-align:left;white-space:normal;overflow-wrap:anywhere;"
    "min-width:8rem;max-width:20rem;padding-left:0}"
    ".framing td.bars{text-align:left}"
    ".framing .bar{display:inline-block;height:.7em;background:#36648b}"
)


def table(head: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; `head` and the cells, the first of each row the name, are HTML already."""
    first = "".join(f"<th>{name}</th>" for name in head)
    body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    return f'<div class="wide"><table><tr>{first}</tr>{body}</table></div>'


def dimension_table(dimension: DimensionView) -> str:
    """Return the table of one dimension and the lines under it."""
    columns = _columns(dimension)
    rows = zip(*(cells for _, cells in columns), strict=True)
    lines = "<br>".join(html(line) for line in (*dimension.differences, dimension.ties, dimension.ranks) if line)
    return f"<h3>{html(dimension.title)}</h3>{table((name for name, _ in columns), rows)}<p>{lines}</p>"


def _columns(dimension: DimensionView) -> list[tuple[str, list[str]]]:
    """Return each column's name and cells, those that this dimension has."""
    rows = dimension.rows
    columns = [
        (True, "source", [_name(row) for row in rows]),
        (True, "tokens", [row.tokens for row in rows]),
        (True, "hits", [row.hits for row in rows]),
        (True, "rate", [row.rate for row in rows]),
        (True, "interval", [row.interval for row in rows]),
        (dimension.several, "these articles only", [row.articles_only for row in rows]),
        (True, "shrunk", [row.shrunk for row in rows]),
        (True, "", [_bar(row.bar) for row in rows]),
        (dimension.directed, "net (a/c/r)", [row.direction for row in rows]),
        (True, "quoted", [row.quoted for row in rows]),
        (True, "coverage", [row.coverage for row in rows]),
        (True, "with a hit", [row.with_a_hit for row in rows]),
        (dimension.learned, "learned", [row.learned for row in rows]),
        (True, "sub-frames", [row.breadth for row in rows]),
        (bool(dimension.at_hits), f"at {dimension.at_hits} hits", [row.rarefied for row in rows]),
    ]
    return [(name, cells) for shown, name, cells in columns if shown]


def _name(row: Row) -> str:
    # Flags in a column of their own are the longest of all cells, and empty in most rows.
    return html(row.source) + (f"<br><small>{html(row.marks)}</small>" if row.marks else "")


def _bar(width: int) -> str:
    return f'<span class="bar" style="width:{width * 12}px" title="{width}/{BAR_WIDTH}"></span>'


def _cell(cell: str) -> str:
    return f'<td class="bars">{cell}</td>' if cell.startswith("<span") else f"<td>{cell}</td>"
