r"""Lexicoder .lc3: a line ``+CATEGORY``, then one pattern a line, in UTF-8; no tree.

Lexicoder looks a pattern up as a string, so that one without a space behind it is the beginning of a word. Files
for its third version, the Lexicoder Sentiment Dictionary of 2015 among them, say so with a star instead. A file
with a star anywhere is read by the stars; in one without, ``abc`` is ``abc*`` and ``abc `` the whole word,
unless the caller says otherwise.
"""

from __future__ import annotations

import re
from typing import Literal

from framing.io.dictionaries.draft import Draft, by_category, clean
from framing.model.dictionary import Dictionary

Bare = Literal["auto", "whole", "prefix"]

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}$")


def read_lexicoder(text: str, where: str, bare: Bare = "auto") -> Dictionary:
    """Return the dictionary in the text of an .lc3 file.

    Parameters
    ----------
    text, where
        The file's text and path.
    bare
        What a pattern with neither a star nor a space behind it is: the "whole" word, a "prefix", or "auto".
    """
    draft = Draft(where)
    if bare == "auto":
        bare = "whole" if "*" in text else "prefix"
    path: tuple[str, ...] = ()
    widened = 0
    for number, line in enumerate(text.split("\n"), start=1):
        word = clean(line)
        if word.startswith("+"):
            # The colour in which Lexicoder's window shows the category.
            parent, dot, child = clean(_COLOUR.sub("", word[1:])).partition(".")
            path = (parent, child) if dot and parent and child else (parent + dot + child,)
            draft.category(path)
        elif word:
            open_end = bare == "prefix" and not line.endswith((" ", "*"))
            widened += open_end
            draft.term(word + "*" * open_end, path, number)
    if widened:
        draft.note(
            f"no star in the file, so {widened} patterns without a space behind them are read as beginnings of words"
        )
    return draft.done()


def write_lexicoder(dictionary: Dictionary) -> str:
    """Return the text of an .lc3 file: flat categories, a space behind each whole word for readers of either kind."""
    lines: list[str] = []
    for path, terms in by_category(dictionary).items():
        if terms:
            lines.append("+" + ".".join(path))
            lines += [term.text + " " * (not term.text.endswith("*")) for term in terms]
    return "".join(line + "\n" for line in lines)
