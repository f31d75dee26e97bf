"""Text from outside made harmless for each kind of page. It is shown, never obeyed."""

from __future__ import annotations

import html as _html
import re

from framing.model.spreadsheet import guard

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
    "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
}  # fmt: skip
_MARKDOWN = re.compile(r"([\\|*_`\[\]<>~#!&])")


def plain(text: str) -> str:
    r"""Return one line without control or direction characters: a terminal obeys them.

    Examples
    --------
    >>> plain("A\x1b[31m\nB")
    'A [31m B'
    """
    return "".join(c if c.isprintable() else " " for c in text)


def latex(text: str) -> str:
    r"""Return `text` for LaTeX.

    Examples
    --------
    >>> latex("50 % & {x}")
    '50 \\% \\& \\{x\\}'
    """
    return "".join(_LATEX.get(character, character) for character in plain(text))


def markdown(text: str) -> str:
    r"""Return `text` for a cell of a Markdown table; HTML in it stays text.

    Examples
    --------
    >>> print(markdown("a|b"))
    a\|b
    """
    return _MARKDOWN.sub(lambda sign: "\\" + sign[0], plain(text))


def csv_cell(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula; `framing.model.spreadsheet.unguard` brings it back.

    But for control characters, which are shown as blanks.

    Examples
    --------
    >>> csv_cell("=1+1"), csv_cell("The Post")
    ("'=1+1", 'The Post')
    """
    shown = plain(text)
    # A tab is a blank in what is shown; some spreadsheets pass over it and obey what follows.
    return guard(shown) if guard(text) == text else "'" + shown


def html(text: str) -> str:
    """Return `text` for HTML, quotes too.

    Examples
    --------
    >>> html("<b>")
    '&lt;b&gt;'
    """
    return _html.escape(plain(text), quote=True)


def csv_value(value: str | float | None) -> str:
    """Return a value of a CSV: numbers with six significant digits, text as `csv_cell` has it, "" for None.

    Examples
    --------
    >>> csv_value(2 / 3), csv_value(1234567), csv_value(None), csv_value("=1")
    ('0.666667', '1234567', '', "'=1")
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return csv_cell(value)
    return str(value) if isinstance(value, int) else f"{value:.6g}"
