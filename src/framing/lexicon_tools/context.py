"""The words around a hit, as a coder reads them: from the raw text, on one line."""

from __future__ import annotations

import re
import unicodedata

# A text without spaces must not put a megabyte into each cell.
_LONGEST_WORD = 25
_PIECE = re.compile(r"\S+")
_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*")


def words_before(raw: str, start: int, words: int) -> str:
    """Return the `words` words before raw[start], or all there are.

    Examples
    --------
    >>> words_before("One day, the army left. It came back.", 27, 3)
    'army left. It'
    """
    cut = raw[max(0, start - words * _LONGEST_WORD) : start]
    pieces = _words(cut)
    begin = 0
    if len(pieces) >= words:
        begin = pieces[-words].start()
    elif len(cut) < start and len(pieces) > 1:  # the cut went through a word
        begin = pieces[1].start()
    return one_line(cut[begin:])


def words_after(raw: str, end: int, words: int) -> str:
    """Return the `words` words from raw[end] on, or all there are.

    Examples
    --------
    >>> words_after("The army left. It came back.", 8, 3)
    'left. It came'
    """
    cut = raw[end : end + words * _LONGEST_WORD]
    pieces = _words(cut)
    stop = len(cut)
    if len(pieces) >= words:
        stop = pieces[words - 1].end()
    elif end + len(cut) < len(raw) and len(pieces) > 1:
        stop = pieces[-2].end()
    return one_line(cut[:stop])


def one_line(text: str) -> str:
    r"""Return `text` on one line, without signs that steer a screen; a paragraph's end shows as a pilcrow.

    Examples
    --------
    >>> one_line("No war.\n\nThe  army\x1b\u202e left.")
    'No war. ¶ The army left.'
    """
    marked = _PARAGRAPH.sub(" \u00b6 ", text)
    # Cf are signs without width: a soft hyphen inside a word goes without a trace, not to a space.
    kept = "".join(c if c.isprintable() else " " for c in marked if unicodedata.category(c) != "Cf")
    return " ".join(kept.split())


def _words(text: str) -> list[re.Match[str]]:
    return [piece for piece in _PIECE.finditer(text) if any(c.isalnum() for c in piece[0])]
