"""The edges of a page: what stands before the first paragraph and after the last.

There a bare date, a lone name, a quoted picture title or a note on the author is furniture; in the
middle of an article the same words may head an entry of a chronology or introduce a person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framing.text.blocks import ends_sentence
from framing.text.furniture.authors import (
    AUTHOR_LINE,
    AUTHOR_NOTE,
    is_author_note,
    is_lone_name,
    may_be_author_note,
)
from framing.text.furniture.dates import DATE_LINE, date_strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.text.furniture.rule import Piece

_PARAGRAPH_WORDS = 25
# How many short blocks without a rule of their own the walk from the end may step over.
_STEPS = 3
# No page has more furniture below its article than this without one label that is known anywhere.
_TAIL = 40
_OUTLET = frozenset(("section label",))
_IMPRINT = frozenset((DATE_LINE, "section label"))
# '"The region in its setting" by JoDoe': a picture's title and who drew it, as media libraries write it.
_PICTURE_TITLE = re.compile(r"[\"\u201c'\u2018][^\"\u201c\u201d]{3,90}[\"\u201d'\u2019] by [A-Z][\w .'\u2019-]{1,40}\Z")


def is_paragraph(piece: Piece) -> bool:
    """Whether a block is surely a paragraph of an article: long, and made of sentences."""
    return piece.words >= _PARAGRAPH_WORDS and ends_sentence(piece.text)


def mark_edges(pieces: Sequence[Piece], marked: list[str], title: str) -> None:
    """Write the reasons that hold only at the edges of a page into `marked`.

    Parameters
    ----------
    pieces
        All blocks of a text, in order.
    marked
        The reason found so far for each block, "" for none; changed in place.
    title
        The article's title, folded, where it is known; a block equal to it is never furniture here.
    """
    _mark_head(pieces, marked, title)
    _mark_tail(pieces, marked, title)


def _mark_head(pieces: Sequence[Piece], marked: list[str], title: str) -> None:
    # A text with no paragraph has no edges: a list of names and dates is then what there is to read.
    if not any(is_paragraph(piece) and not reason for piece, reason in zip(pieces, marked, strict=True)):
        return
    for number, piece in enumerate(pieces):
        if marked[number]:
            continue
        if is_paragraph(piece):
            return
        if piece.low == title:
            continue
        if date_strength(piece):
            marked[number] = DATE_LINE
        elif _PICTURE_TITLE.match(piece.text):
            marked[number] = "photo caption or credit"
        # "Uneasy Peace" is written like a name: only beside a date or an outlet is it a writer.
        elif is_lone_name(piece) and _beside_imprint(marked, number):
            marked[number] = AUTHOR_LINE


def _beside_imprint(marked: Sequence[str], number: int) -> bool:
    # The first block is far more often a title than a writer; there only the outlet's own label decides.
    imprint = _IMPRINT if number else _OUTLET
    return any(reason in imprint for reason in marked[max(0, number - 1) : number + 2])


def _mark_tail(pieces: Sequence[Piece], marked: list[str], title: str) -> None:
    last = next((n for n in range(len(pieces) - 1, -1, -1) if not marked[n]), -1)
    steps = 0
    for number in range(last, max(0, last - _TAIL), -1):
        piece = pieces[number]
        if marked[number]:
            continue
        reason = _tail_reason(pieces, marked, number)
        if reason and piece.low != title:
            marked[number] = reason
            continue
        steps += 1
        if is_paragraph(piece) or steps > _STEPS:
            return


def _tail_reason(pieces: Sequence[Piece], marked: Sequence[str], number: int) -> str:
    piece = pieces[number]
    if date_strength(piece):
        return DATE_LINE
    if is_lone_name(piece) and any(_names(pieces[n], piece) for n in range(max(0, number - 3), number) if marked[n]):
        return AUTHOR_LINE
    if not may_be_author_note(piece):
        return ""
    above = "\n".join(p.low for p, reason in zip(pieces[:number], marked, strict=False) if not reason)
    if is_author_note(piece, above):
        return AUTHOR_NOTE
    return ""


def _names(above: Piece, name: Piece) -> bool:
    """Whether a block of furniture just above is about this name: a by-line, a tab with the same name."""
    return name.low in above.low or "tab" in above.low
