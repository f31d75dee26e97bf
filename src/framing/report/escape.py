"""Text from outside, made harmless for one target each: terminal, ASCII, CSV, Markdown, LaTeX.

A source's name comes from a file somebody else wrote. It may hold terminal commands, spreadsheet formulas,
markup, or marks that turn the reading direction around; here they lose their power and stay readable.
"""

from __future__ import annotations

import re
import unicodedata

NO_NAME = "(no name)"

# Joiners that Persian and Indic scripts spell with; every other format character only misleads.
_JOINERS = "\u200c\u200d"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# The full-width forms start a formula too in spreadsheets of some locales.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ASCII = str.maketrans(
    {
        "–": "-", "—": "-", "−": "-", "‑": "-", "…": "...", "·": "-", "×": "x", "≤": "<=", "≥": ">=", "∞": "inf",
        "†": "*", "•": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ",
    }
)  # fmt: skip
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "^": r"\textasciicircum{}",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "%": r"\%",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        # Braced, so that a name cannot end a row's optional argument or make a ligature of "--".
        "[": "{[}",
        "]": "{]}",
        "-": "{-}",
        "−": r"$-$",
        "≤": r"$\leq$",
        "≥": r"$\geq$",
        "×": r"$\times$",
        "†": r"\textsuperscript{\dag}",
        "…": r"\dots{}",
        "∞": r"$\infty$",
        "–": "--",
        "—": "---",
        "’": "'",
        "\u00a0": "~",
    }
)
_MARKDOWN = re.compile(r"([\\`*_\[\]{}()#+!|~$@:-])")


def one_line(text: str) -> str:
    r"""Return the text on one line: control and direction characters gone, runs of spaces made one.

    Examples
    --------
    >>> one_line("The\n\x1b[31mTimes\u202e ")
    'The [31mTimes'
    """
    kept = (_visible(character) for character in text)
    return " ".join("".join(kept).split(" ")).strip() if text.isascii() and text.isprintable() else _join(text)


def for_ascii(text: str) -> str:
    """Return the text in ASCII: typographic signs as their plain forms, accents dropped, the rest as "?".

    Examples
    --------
    >>> for_ascii("Économie – Дело")
    'Economie - ????'
    """
    plain = unicodedata.normalize("NFKD", one_line(text).translate(_ASCII))
    return "".join("?" if ord(c) > 126 else c for c in plain if not unicodedata.combining(c))
