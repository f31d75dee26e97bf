"""The profile table for a paper: Markdown and LaTeX, with n, intervals and a note on the method."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from framing.model.result import Comparison
from framing.report.escape import latex, markdown
from framing.report.explain_paper import explain_latex, explain_markdown
from framing.report.paper_table import latex_table, markdown_table
from framing.report.topic_paper import topic_latex, topic_markdown
from framing.report.topic_view import make_topic_view
from framing.report.view import DimensionView, View, make_view
from framing.report.wording import capital

_METHOD = (
    "Tokens and hits are of the chosen voices (voice= in the signature), without boilerplate. Rates are dictionary "
    "hits per 1,000 of these tokens, with intervals from moments over paragraphs and articles: of a source's rate in "
    "the long run, or of its article where it has one. Shrunk: drawn towards the other sources' rate by a declared "
    "prior of 500 tokens. Quoted: rate inside quotations. Coverage: share of the text, by paragraphs, that carries "
    "the dimension, whoever speaks, by a fitted threshold. Pairs are called different by a Benjamini-Hochberg "
    "q-value; all others are ties."
)


def to_markdown(comparison: Comparison) -> str:
    """Return one Markdown table a dimension, the pairs that differ, and the note."""
    view = make_view(comparison)
    parts = [f"{markdown(view.head)}.", ""]
    for dimension in view.dimensions:
        head, rows = _cells(dimension, markdown)
        parts += [f"**{markdown(dimension.title)}**", "", *markdown_table(head, rows)]
        parts += ["", *(f"- {markdown(line)}" for line in _pairs(dimension)), ""]
    parts += topic_markdown(make_topic_view(comparison))
    parts += [explain_markdown(shift) for shift in comparison.explain]
    parts += [markdown(line) + "  " for line in _note(view)]
    return "\n".join(parts) + "\n"


def to_latex(comparison: Comparison) -> str:
    r"""Return one booktabs table a dimension; needs ``\usepackage{booktabs}`` and nothing else."""
    view = make_view(comparison)
    parts = []
    for dimension in view.dimensions:
        head, rows = _cells(dimension, latex)
        parts += [
            r"\begin{table}",
            rf"\caption{{{latex(dimension.title)}: {latex(view.head)}}}",
            *latex_table(head, rows),
            rf"\par\footnotesize {latex(' '.join([*_pairs(dimension), *_note(view)]))}",
            r"\end{table}",
            "",
        ]
    parts += topic_latex(make_topic_view(comparison))
    parts += [explain_latex(shift) for shift in comparison.explain]
    return "\n".join(parts)


def _cells(dimension: DimensionView, escape: Callable[[str], str]) -> tuple[list[str], list[list[str]]]:
    columns = [
        (True, "Source", [row.source for row in dimension.rows]),
        (True, "Tokens", [row.tokens for row in dimension.rows]),
        (True, "Hits", [row.hits for row in dimension.rows]),
        (True, "Rate", [row.rate for row in dimension.rows]),
        (True, "Interval", [row.interval for row in dimension.rows]),
        (dimension.several, "These articles", [row.articles_only for row in dimension.rows]),
        (True, "Shrunk", [row.shrunk for row in dimension.rows]),
        (dimension.directed, "Net (a/c/r)", [row.direction for row in dimension.rows]),
        (True, "Quoted", [row.quoted for row in dimension.rows]),
        (True, "Coverage", [row.coverage for row in dimension.rows]),
        (dimension.learned, "Learned", [row.learned for row in dimension.rows]),
        (True, "Sub-frames", [row.breadth for row in dimension.rows]),
    ]
    head = [name for shown, name, _ in columns if shown]
    rows = [list(row) for row in zip(*(cells for shown, _, cells in columns if shown), strict=True)]
    return [escape(cell) for cell in head], [[escape(cell) for cell in row] for row in rows]


def _pairs(dimension: DimensionView) -> Sequence[str]:
    # A difference begins with a name, which stays as it is written.
    lines = [*dimension.differences, *map(capital, (dimension.ties, dimension.ranks))]
    return [f"{line}." for line in lines if line]


def _note(view: View) -> list[str]:
    return [
        _METHOD,
        *(f"{capital(note)}." for note in (*view.notes, view.constants) if note),
        f"Signature: {view.signature}",
    ]
