"""The profile as HTML that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Mapping

from framing.model.evidence import EvidenceRow
from framing.model.result import Comparison, SourceProfile
from framing.report.escape import html
from framing.report.view import BAR_WIDTH, DimensionView, View, make_view, term_label

_STYLE = (
    ".framing{font:15px/1.5 system-ui,sans-serif;max-width:60rem}"
    ".framing table{border-collapse:collapse;margin:.3rem 0 1rem}"
    ".framing th,.framing td{padding:.15rem .7rem;text-align:right;border-bottom:1px solid #ddd}"
    ".framing th:first-child,.framing td:first-child{text-align:left}"
    ".framing .bar{display:inline-block;height:.7em;background:#36648b}"
    ".framing small{color:#555;overflow-wrap:anywhere}"
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
    view = make_view(comparison)
    tables = "".join(_table(dimension) for dimension in view.dimensions)
    head = f'<div class="framing"><style>{_STYLE}</style><p>{html(view.head)}</p>'
    return f"{head}{tables}{_sources(view, comparison, lines or {})}{_foot(view)}</div>"


def _table(dimension: DimensionView) -> str:
    learned = ["learned"] if dimension.learned else []
    names = ["source", "rate", "interval", "", "net (a/c/r)", "quoted", "coverage", *learned, "sub-frames"]
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td>{cell}</td>"
            for cell in (
                html(row.source),
                row.rate,
                row.interval,
                f'<span class="bar" style="width:{row.bar * 10}px" title="{row.bar}/{BAR_WIDTH}"></span>',
                row.direction if dimension.directed else "",
                row.quoted,
                row.coverage,
                *([row.learned] if dimension.learned else []),
                row.breadth,
            )
        )
        + "</tr>"
        for row in dimension.rows
    )
    head = "".join(f"<th>{name}</th>" for name in names)
    pairs = "<br>".join(html(line) for line in (*dimension.differences, dimension.ties) if line)
    return f"<h3>{html(dimension.title)}</h3><table><tr>{head}</tr>{rows}</table><p>{pairs}</p>"


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
    return f"<ul>{notes}</ul><small>{html(view.signature)}</small>"
