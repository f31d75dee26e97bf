"""The topic held constant, for a paper: a table a dimension, in Markdown and LaTeX."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report.escape import latex, markdown
from framing.report.paper_table import latex_table, markdown_table
from framing.report.topic_view import HEADINGS, LEGEND, TopicView
from framing.report.wording import capital


def topic_markdown(view: TopicView | None) -> Iterator[str]:
    """Yield the lines of the section; none without a topic."""
    if view is None:
        return
    yield from (f"**{markdown(view.head)}**", "")
    for dimension in view.dimensions:
        yield from (markdown(dimension.title), "")
        yield from markdown_table(HEADINGS, (list(map(markdown, row)) for row in dimension.rows))
        yield from ("", *(f"- {markdown(line)}" for line in dimension.lines), "")
    yield from (f"{markdown(_sentence(line))}  " for line in _notes(view))
    yield ""


def topic_latex(view: TopicView | None) -> Iterator[str]:
    r"""Yield one booktabs table a dimension, or a paragraph where there is none; needs ``\usepackage{booktabs}``."""
    if view is None:
        return
    if not view.dimensions:
        yield latex(_sentence(view.head))
    for dimension in view.dimensions:
        below = " ".join(map(_sentence, (*dimension.lines, *_notes(view))))
        yield from (r"\begin{table}", rf"\caption{{{latex(f'{dimension.title}. {view.head}')}}}")
        yield from latex_table(HEADINGS, (list(map(latex, row)) for row in dimension.rows))
        yield from (rf"\par\footnotesize {latex(below)}", r"\end{table}", "")


def _notes(view: TopicView) -> tuple[str, ...]:
    return (LEGEND, *view.notes) if view.dimensions else ()


def _sentence(line: str) -> str:
    return capital(line) + ("" if line.endswith(".") else ".")
