"""The profile as HTML that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Mapping

from framing.model.evidence import EvidenceRow
from framing.model.result import Comparison, SourceProfile
from framing.report.escape import html
from framing.report.explain_page import explain_page
from framing.report.html_table import STYLE, dimension_table
from framing.report.terms_view import term_label
from framing.report.topic_html import topic_section
from framing.report.topic_view import make_topic_view
from framing.report.view import View, make_view

_STYLE = (
    ".framing{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;overflow-wrap:anywhere}"
    ".framing>p,.framing>ul,.framing dl{max-width:48rem}"
    ".framing small{color:#555}"
    ".framing pre{overflow-x:auto;overflow-wrap:normal;font-size:13px;line-height:1.35}"
    ".framing dt{font-weight:600;margin-top:.4rem}.framing dd{margin-left:1rem}"
) + STYLE
_LEGEND = (
    " with a hit: share of the words in paragraphs with a hit of the chosen voices. at m hits: sub-frames expected "
    "among m hits, the fewest of any source that has five."
)


Lines = Mapping[tuple[str, str], tuple[EvidenceRow, ...]]


def to_html(comparison: Comparison, lines: Lines | None = None) -> str:
    """Return a whole page; with `lines`, by source and term, each contrast term opens to where it stands."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Framing profile</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"></head><body>'
        f"{to_fragment(comparison, lines)}</body></html>\n"
    )


def to_fragment(comparison: Comparison, lines: Lines | None = None) -> str:
    """Return the part that a notebook shows."""
    view = make_view(comparison, where_articles="; beside it that of these articles only")
    tables = "".join(dimension_table(dimension) for dimension in view.dimensions)
    head = f'<div class="framing"><style>{_STYLE}</style><p>{html(view.head)}</p>'
    topic = make_topic_view(comparison)
    held = topic_section(topic) if topic else ""
    return f"{head}{tables}{held}{_explained(comparison)}{_sources(view, comparison, lines or {})}{_foot(view)}</div>"


def _explained(comparison: Comparison) -> str:
    pages = (explain_page(shift).splitlines() for shift in comparison.explain)
    return "".join("<pre>" + "\n".join(html(line) for line in page) + "</pre>" for page in pages)


def _sources(view: View, comparison: Comparison, lines: Lines) -> str:
    return "".join(
        f"<h4>{html(source.source)}</h4><ul>"
        + "".join(f"<li>{html(title)}: {html(entries)}</li>" for title, entries in (*source.leading, *source.terms))
        + f"</ul>{_concordance(comparison[source.source], lines)}"
        for source in view.sources
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
