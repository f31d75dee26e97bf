"""One table for a paper: Markdown, or the inside of a LaTeX float; cells are escaped already, the first is a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a Markdown table.

    Examples
    --------
    >>> markdown_table(["source", "rate"], [["A", "3.0"]])
    ['| source | rate |', '| --- | ---: |', '| A | 3.0 |']
    """
    rule = "|" + "|".join([" --- "] + [" ---: "] * (len(head) - 1)) + "|"
    return [_markdown_row(head), rule, *map(_markdown_row, rows)]


def latex_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    r"""Return the lines of a tabular; needs ``\usepackage{booktabs}``."""
    return [
        rf"\begin{{tabular}}{{l{'r' * (len(head) - 1)}}}",
        r"\toprule",
        _latex_row(head),
        r"\midrule",
        *map(_latex_row, rows),
        r"\bottomrule",
        r"\end{tabular}",
    ]


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _latex_row(cells: Sequence[str]) -> str:
    # The line before ends with a command that looks for its argument here: of "[Tass]" it would make a length.
    start = "{}" if cells[0].lstrip().startswith(("[", "*")) else ""
    return start + " & ".join(cells) + r" \\"
