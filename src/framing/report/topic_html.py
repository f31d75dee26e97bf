"""The topic held constant, as a section of the HTML page."""

from __future__ import annotations

from framing.report.escape import html
from framing.report.html_table import table
from framing.report.topic_view import HEADINGS, LEGEND, TopicDimensionView, TopicView


def topic_section(view: TopicView) -> str:
    """Return the section."""
    if not view.dimensions:
        return f"<p>{html(view.head)}</p>"
    tables = "".join(_table(dimension) for dimension in view.dimensions)
    notes = "".join(f"<li>{html(note)}</li>" for note in view.notes)
    return f"<h2>{html(view.head)}</h2>{tables}<p><small>{html(LEGEND)}</small></p><ul>{notes}</ul>"


def _table(dimension: TopicDimensionView) -> str:
    cells = table(map(html, HEADINGS), (list(map(html, row)) for row in dimension.rows))
    lines = "<br>".join(html(line) for line in dimension.lines)
    return f"<h3>{html(dimension.title)}</h3>{cells}<p>{lines}</p>"
