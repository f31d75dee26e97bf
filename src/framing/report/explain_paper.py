"""Why two sources differ, for a paper: the tables of an explanation in Markdown and LaTeX."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from framing.model.shift import WordShift
from framing.report.escape import latex, markdown
from framing.report.explain_view import VOICE_HEAD, parts, voice_rows, whole
from framing.report.explain_words import answer, digits, question, signed, voices
from framing.report.paper_table import latex_table, markdown_table
from framing.report.wording import capital

_Table = tuple[list[str], list[list[str]]]


def explain_markdown(shift: WordShift) -> str:
    """Return the question, its answer, and a table for each way of cutting the difference."""
    lines = [f"**{markdown(question(shift))}**", "", markdown(answer(shift)), ""]
    *cuts, by_voice = _tables(shift, markdown)
    for table in cuts:
        lines += [*markdown_table(*table), ""]
    return "\n".join([*lines, markdown(_sentence(shift)), "", *markdown_table(*by_voice)]) + "\n"


def explain_latex(shift: WordShift) -> str:
    r"""Return one float of booktabs tables; needs ``\usepackage{booktabs}``."""
    lines = [r"\begin{table}", rf"\caption{{{latex(question(shift))}. {latex(answer(shift))}}}"]
    for head, rows in _tables(shift, latex):
        lines += [*latex_table(head, rows), r"\par\medskip"]
    return "\n".join([*lines, rf"\footnotesize {latex(_sentence(shift))}", r"\end{table}"]) + "\n"


def _tables(shift: WordShift, escape: Callable[[str], str]) -> Iterator[_Table]:
    for part in parts(shift, of_each=True):
        rows = [
            [
                escape(f"{row.label} [{row.pattern}]" if row.pattern else row.label),
                f"{row.hits_a:,}",
                f"{row.hits_b:,}",
                signed(row.difference, digits(shift)),
            ]
            for row in (*part.rows, whole(shift))
        ]
        yield [part.title, "hits, a", "hits, b", "difference"], rows
    yield [escape(cell) for cell in VOICE_HEAD], [[escape(cell) for cell in row] for row in voice_rows(shift)]


def _sentence(shift: WordShift) -> str:
    return capital(voices(shift.voices, digits(shift)))
