"""Headings: short, opened by a capital or a number, closed by no full stop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framing.text.blocks import ends_sentence, starts_lower

if TYPE_CHECKING:
    from framing.text.furniture.rule import Piece

_WORDS = 16
_CHARACTERS = 130
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)] +\S")
# "Iran 35 %", "2014 | 1,200": a row of a table is read with the text it belongs to.
_TABLE_ROW = re.compile(r"[|\t]|\d ?%\Z|\A[\d.,\s]+\Z")
_SMALL_TEXT = "a an the and or but nor of in on at to for from by with as into over after is are was be vs via than"
_SMALL = frozenset(_SMALL_TEXT.split())


def is_heading(piece: Piece, below: Piece | None, *, beside_item: bool = False) -> bool:
    """Whether a block that is no furniture is a heading.

    Parameters
    ----------
    piece
        The block.
    below
        The next block that is kept: one that goes on in lower case shows that this was half a sentence.
    beside_item
        Whether a neighbour is an item of a list too; then a number makes an item, not a heading.

    Examples
    --------
    >>> from framing.text.furniture.rule import pieces_of
    >>> [is_heading(p, None) for p in pieces_of("1. Very little | He wrote:", [(0, 14), (17, 26)])]
    [True, False]
    """
    text = piece.text
    if piece.words > _WORDS or len(text) > _CHARACTERS or (below is not None and starts_lower(below.text)):
        return False
    if _NUMBERED.match(text):
        return not beside_item and text[-1] not in ".:;,"
    opening = text.lstrip("\"'\u2018\u2019\u201c\u201d([*_\u2026")[:1]
    if not (opening.isupper() or opening.isdigit()) or text[-1] in ":;,-\u2013\u2014" or _TABLE_ROW.search(text):
        return False
    if not ends_sentence(text):
        return True
    # "Now What?" heads a section; "Is that so?" is a line of an interview, and so is "No!".
    return text[-1] in "?!" and _title_case(text)


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'\u2019-]*", text) if word.lower() not in _SMALL]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
