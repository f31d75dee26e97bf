"""The profile as HTML that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Mapping

from framing.model.evidence import EvidenceRow
from framing.model.result import Comparison, SourceProfile
from framing.report.escape import html
from framing.report.explain_page import explain_page
from framing.report.topic_html import topic_section
from framing.report.topic_view import make_topic_view
from framing.report.view import BAR_WIDTH, DimensionView, View, make_view, term_label

_STYLE = (
    ".framing{font:15px/1.5 system-ui,sans-serif;max-width:60rem}"
    ".framing table{border-collapse:collapse;margin:.3rem 0 1rem}"
    ".framing th,.framing td{padding:.15rem .7rem;text-align:right;border-bottom:1px solid #ddd}"
    ".framing th:first-child,.framing td:first-child{text-align:left}"
    ".framing .bar{display:inline-block;height:.7em;background:#36648b}"
    ".framing small{color:#555;overflow-wrap:anywhere}"
)
_LEGEND = (
    " with a hit: share of the words in paragraphs with a hit of the chosen voices. at m hits: sub-frames expected "
    "among m hits, the fewest of any source that has five."
)


Lines = Mapping[tuple[str, str], tuple[EvidenceRow, ...]]


def to_html(comparison: Comparison, lines: Lines | None = None) -> str:
    """Return a whole page; with `lines`, by source and term, each contrast term opens to where it stands."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Framing profile</title>'
        '<meta name="viewport" content="width=device-width"></head><body>'
        f"{to_fragment(comparison, lines)}</body></html>\n"
    )


def to_fragment(comparison: Comparison, lines: Lines | None = None) -> str:
    """Return the part that a notebook shows."""
    view = make_view(comparison, where_articles="; beside it that of these articles only")
    tables = "".join(_table(dimension) for dimension in view.dimensions)
    head = f'<div class="framing"><style>{_STYLE}</style><p>{html(view.head)}</p>'
    topic = make_topic_view(comparison)
    held = topic_section(topic) if topic else ""
    return f"{head}{tables}{held}{_explained(comparison)}{_sources(view, comparison, lines or {})}{_foot(view)}</div>"


def _explained(comparison: Comparison) -> str:
    pages = (explain_page(shift).splitlines() for shift in comparison.explain)
    return "".join("<pre>" + "\n".join(html(line) for line in page) + "</pre>" for page in pages)


def _table(dimension: DimensionView) -> str:
    columns = _columns(dimension)
    names = [name for name, _ in columns]
    rows = "".join(
        "<tr>" + "".join(f"<td>{cells[number]}</td>" for _, cells in columns) + "</tr>"
        for number in range(len(dimension.rows))
    )
    head = "".join(f"<th>{name}</th>" for name in names)
    pairs = "<br>".join(html(line) for line in (*dimension.differences, dimension.ties, dimension.ranks) if line)
    return f"<h3>{html(dimension.title)}</h3><table><tr>{head}</tr>{rows}</table><p>{pairs}</p>"


def _columns(dimension: DimensionView) -> list[tuple[str, list[str]]]:
    """Return each column's name and cells, those that this dimension has."""
    rows = dimension.rows
    columns = [
        (True, "source", [html(row.source) for row in rows]),
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
        (any(row.marks for row in rows), "flags", [html(row.marks) for row in rows]),
    ]
    return [(name, cells) for shown, name, cells in columns if shown]


def _bar(width: int) -> str:
    return f'<span class="bar" style="width:{width * 15}px" title="{width}/{BAR_WIDTH}"></span>'


def _sources(view: View, comparison: Comparison, lines: Lines) -> str:
    return "".join(
        f"<h4>{html(source.source)}</h4><ul>"
        + "".join(f"<li>{html(title)}: {html(entries)}</li>" for title, entries in (*source.leading, *source.terms))
        + f"</ul>{_concordance(profile, lines)}"
        for source, profile in zip(view.sources, comparison.sources, strict=True)
    )


def _concordance(profile: SourceProfile, lines: Lines) -> str:
    terms = [
        f"<dt>{html(term_label(term))}</dt>" + "".join(f"<dd>{_line(row)}</dd>" for row in rows)
        for term in profile.contrast.terms
        if (rows := lines.get((profile.source, term.term)))
    ]
    if not terms:
        return ""
    return f"<details><summary>Words and names in their lines</summary><dl>{''.join(terms)}</dl></details>"


def _line(row: EvidenceRow) -> str:
    return f"{html(row.before)}<b>{html(row.text)}</b>{html(row.after)} <small>{html(row.article)}</small>"


def _foot(view: View) -> str:
    notes = "".join(f"<li>{html(note)}</li>" for note in (*view.left_out, *view.notes))
    small = "".join(f"<p><small>{html(line)}</small></p>" for line in (view.legend + _LEGEND, view.constants) if line)
    return f"<ul>{notes}</ul>{small}<small>{html(view.signature)}</small>"
