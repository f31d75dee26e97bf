"""Direct quotation: the spans of a text that stand between quotation marks.

Marks are paired block by block. The same sign opens and closes in typewriter quotes, a closing single quote
is also an apostrophe, and a quotation of several paragraphs opens each of them but closes only the last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from framing.text.quote_marks import CLOSES, OPENS, Mark, marks_of
from framing.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framing.model.document import Block

# An unclosed quotation that no later paragraph takes up runs no further than this.
UNCLOSED_TOKENS = 120
_SENTENCE_BREAK = re.compile(r"[.!?][\"\u201d)]?\s+[^\W\d_a-z]")
_SINGLE_REACH = 1500


class Quote(NamedTuple):
    """A quotation, its marks included: text[start:end]."""

    start: int
    end: int


def find_quotes(text: str, blocks: Sequence[Block]) -> list[Quote]:
    """Return the quotations of the blocks that are not boilerplate, in order of their blocks.

    Examples
    --------
    >>> from framing.model.document import Block
    >>> text = "\u201cGo,\u201d she said of the \u2018crisis\u2019."
    >>> [text[q.start : q.end] for q in find_quotes(text, (Block(0, len(text), "body"),))]
    ['\u201cGo,\u201d', '\u2018crisis\u2019']
    """
    live = [block for block in blocks if block.kind != "boilerplate"]
    quotes: list[Quote] = []
    carried = False
    for index, (block, doubles, singles) in enumerate(marks_of(text, live)):
        if not doubles and not singles:
            carried = False
            continue
        following = live[index + 1] if index + 1 < len(live) else None
        reopened = following is not None and text[following.start] in "\"\u201c\u201e\u00ab'`"
        if doubles and doubles[0].start == block.start and not carried:
            # Whatever its shape (an editor that curls them wrongly), a mark in front of all opens.
            doubles[0] = doubles[0]._replace(direction=OPENS)
        pairs, carried = _double_quotes(text, block, doubles, carried=carried, reopened=reopened)
        quotes += pairs
        quotes += _single_quotes(text, _outside(singles, pairs))
    return quotes


def _double_quotes(
    text: str, block: Block, marks: list[Mark], *, carried: bool, reopened: bool
) -> tuple[list[Quote], bool]:
    """Pair the double marks of a block; also tell whether its last quotation goes on in the next block.

    `carried`: one was open at the end of the block before. `reopened`: the next block starts with a mark.
    """
    if not marks:
        return [], False
    quotes: list[Quote] = []
    if carried and marks[0].direction == CLOSES:
        quotes.append(Quote(block.start, marks[0].end))
        marks = marks[1:]
    pairs, left = _pair(marks, nested=True)
    if left is not None and not (reopened and left.start == block.start):
        # A mark is missing, or nested ones have the wrong shape: pair strictly from left to right.
        pairs, left = _pair(marks, nested=False)
    quotes += pairs
    if left is None:
        return quotes, False
    if left.start != block.start and not _introduced(text, block, left):
        return quotes, False
    end = block.end if reopened else _capped(text, left.start, block.end)
    return [*quotes, Quote(left.start, end)], True


def _pair(marks: Iterable[Mark], *, nested: bool) -> tuple[list[Quote], Mark | None]:
    quotes: list[Quote] = []
    opened: Mark | None = None
    depth = 0
    for mark in marks:
        if opened is None:
            # An inch mark (6'2") or a stray closing quote opens nothing.
            if mark.direction != CLOSES:
                opened, depth = mark, 1
            continue
        closes = mark.direction != OPENS or (opened.sign == "\u201e" and mark.sign == "\u201c")
        if not closes and not nested:
            closes = mark.sign == '"' == opened.sign
        if closes:
            depth -= 1
        elif nested:
            depth += 1
        if depth == 0:
            quotes.append(Quote(opened.start, mark.end))
            opened = None
    return quotes, opened


def _introduced(text: str, block: Block, mark: Mark) -> bool:
    before = text[max(block.start, mark.start - 40) : mark.start].rstrip()
    if before.endswith((",", ":")):
        return True
    words = before.rsplit(None, 1)
    verb = words[-1].casefold() if words else ""
    return verb in load_words("speech_verbs") or verb in load_words("clause_verbs")


def _capped(text: str, start: int, end: int) -> int:
    pieces = text[start:end].split(None, UNCLOSED_TOKENS)
    return end - len(pieces[-1]) if len(pieces) > UNCLOSED_TOKENS else end


def _outside(marks: list[Mark], quotes: Sequence[Quote]) -> list[Mark]:
    """Return the marks that stand in none of the quotes; both are in order."""
    outside: list[Mark] = []
    index = 0
    for mark in marks:
        while index < len(quotes) and quotes[index].end <= mark.start:
            index += 1
        if index == len(quotes) or mark.start < quotes[index].start:
            outside.append(mark)
    return outside


def _single_quotes(text: str, marks: list[Mark]) -> Iterator[Quote]:
    opened: Mark | None = None
    for index, mark in enumerate(marks):
        if opened is not None and mark.start - opened.start > _SINGLE_REACH:
            opened = None
        if mark.direction == OPENS:
            opened = opened or mark
        elif opened is not None and mark.direction == CLOSES:
            later = marks[index + 1] if index + 1 < len(marks) else None
            if later is not None and later.direction == CLOSES and _possessive(text, mark):
                continue
            # Behind "." or "," the sign closes for sure; behind a letter it may be an apostrophe,
            # and a quotation that is one by mistake is not to swallow sentences.
            if text[mark.start - 1] in ".,!?;\u2026" or not _SENTENCE_BREAK.search(text, opened.end, mark.start):
                yield Quote(opened.start, mark.end)
            opened = None


def _possessive(text: str, mark: Mark) -> bool:
    after = text[mark.end : mark.end + 2]
    return text[mark.start - 1] in "sS" and after[:1] == " " and after[1:].islower()
