"""Mark the boilerplate of a page: which blocks are no part of the article, each with its reason.

The way of a text: cut into blocks; ask the rules that hold anywhere; then those that need the
neighbours (consent banners, the page's edges, duplicates); then tell headings from paragraphs and
number the paragraphs. Nothing is rewritten: a dropped block keeps its place and says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.model.document import Block
from framing.text.blocks import front_matter_end, is_list_item, split_blocks
from framing.text.furniture import authors, captions, notices, prompts
from framing.text.furniture.consent import CONSENT, consent_blocks
from framing.text.furniture.dates import DATE_LINE, date_strength
from framing.text.furniture.duplicates import DUPLICATE, duplicate_blocks
from framing.text.furniture.edges import mark_edges
from framing.text.furniture.headings import is_heading
from framing.text.furniture.labels import label_reason
from framing.text.furniture.rule import Piece, compile_rules, fold, pieces_of
from framing.text.repair import number_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

# Authors before captions: "Reporting by Jo Doe; photo by Al Roe" is an author line first.
_rule_reason = compile_rules((*authors.RULES, *captions.RULES, *notices.RULES, *prompts.RULES))
_LABEL_WORDS = 18


def mark_blocks(text: str, *, title: str = "", keep_boilerplate: bool = False) -> tuple[Block, ...]:
    r"""Return the blocks of `text` in order, each marked body, heading or boilerplate.

    Parameters
    ----------
    text
        Normalised text.
    title
        The article's title where it is known. A block equal to it is a heading.
    keep_boilerplate
        Whether to set nothing aside: every block is then body or heading.

    Returns
    -------
    tuple[Block, ...]
        Offsets count in `text`; boilerplate has a reason and no paragraph number.

    Examples
    --------
    >>> page = "By Jo Doe\n\nThe ministry fell silent.\n\nADVERTISEMENT\n\nIn spring it spoke again."
    >>> for block in mark_blocks(page):
    ...     print(block.paragraph, block.kind, block.reason or "-", page[block.start : block.end], sep=" | ")
    -1 | boilerplate | author line | By Jo Doe
    0 | body | - | The ministry fell silent.
    -1 | boilerplate | advertisement | ADVERTISEMENT
    1 | body | - | In spring it spoke again.
    """
    spans = split_blocks(text)
    low = fold(text)
    name = fold(title).strip()
    pieces = pieces_of(text, spans, low)
    marked = [""] * len(pieces) if keep_boilerplate else _reasons(text, low, pieces, name)
    headings = _headings(text, pieces, marked, name)
    if not keep_boilerplate:
        for number in duplicate_blocks(pieces, marked, headings):
            marked[number] = marked[number] or DUPLICATE
    blocks = [
        Block(start, end, "boilerplate", reason)
        if reason
        else Block(start, end, "heading" if number in headings else "body")
        for number, ((start, end), reason) in enumerate(zip(spans, marked, strict=True))
    ]
    return number_paragraphs(text, blocks)


def _reasons(text: str, low: str, pieces: Sequence[Piece], name: str) -> list[str]:
    """Return the reason for each block, "" where it belongs to the article; `name` is the folded title."""
    marked = [_reason_anywhere(piece) if piece.low != name else "" for piece in pieces]
    if pieces and pieces[0].start < front_matter_end(text):
        marked[0] = "front matter"
    for number in consent_blocks(pieces, low):
        marked[number] = CONSENT
    mark_edges(pieces, marked, name)
    return marked


def _reason_anywhere(piece: Piece) -> str:
    """Return the reason that holds for a block wherever it stands, "" for none."""
    # Only short blocks are labels, by-lines and dates; most paragraphs skip these questions.
    if piece.words <= _LABEL_WORDS:
        reason = label_reason(piece)
        if reason:
            return reason
        if authors.is_byline(piece):
            return authors.AUTHOR_LINE
        if date_strength(piece) > 1:
            return DATE_LINE
    return _rule_reason(piece)


def _headings(text: str, pieces: Sequence[Piece], marked: Sequence[str], name: str) -> set[int]:
    """Return the numbers of the blocks that are headings; `name` is the folded title."""
    found: set[int] = set()
    below: Piece | None = None
    item_below = False
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        if marked[number]:
            continue
        # Numbers make a list when another item follows at once or stands just above.
        item = is_list_item(piece.text)
        item_above = item and number > 0 and is_list_item(pieces[number - 1].text)
        hashed = piece.start > 0 and text[max(0, piece.start - 8) : piece.start].rstrip(" \t").endswith("#")
        beside = item and (item_below or item_above)
        if hashed or piece.low == name or is_heading(piece, below, beside_item=beside):
            found.add(number)
        below, item_below = piece, item
    return found
