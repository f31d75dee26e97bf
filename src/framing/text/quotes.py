"""Direct quotation: the spans of a text that stand between quotation marks.

Marks are paired block by block. The same sign opens and closes in typewriter quotes, a closing single quote
is also an apostrophe, and a quotation of several paragraphs opens each of them but closes only the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from framing.model.document import Block
from framing.text.word_lists import load_words

# An unclosed quotation that no later paragraph takes up runs no further than this.
UNCLOSED_TOKENS = 120
# The apostrophes of "don't" and "state's" are left out here: they are most of the marks of a text.
_MARK = re.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb'\u2018\u2019`](?!(?<=\\w['\u2019])\\w)")
_BEHIND_AN_OPENING = " \n([{-\u2013\u2014/'\u2018\"\u201c"
_SENTENCE_BREAK = re.compile(r"[.!?][\"\u201d)]?\s+[^\W\d_a-z]")
_SINGLE_REACH = 1500
_EITHER, _OPENS, _CLOSES = 0, 1, -1
_DIRECTION = {
    "\u201c": _OPENS,
    "\u201e": _OPENS,
    "\u201f": _OPENS,
    "\u00ab": _OPENS,
    "\u201d": _CLOSES,
    "\u00bb": _CLOSES,
}


class Quote(NamedTuple):
    """A quotation, its marks included: text[start:end]."""

    start: int
    end: int


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str
    direction: int


def find_quotes(text: str, blocks: Sequence[Block]) -> list[Quote]:
    """Return the quotations of the blocks that are not boilerplate, in order of their blocks.

    Examples
    --------
    >>> text = "\u201cGo,\u201d she said of the \u2018crisis\u2019."
    >>> [text[q.start : q.end] for q in find_quotes(text, (Block(0, len(text), "body"),))]
    ['\u201cGo,\u201d', '\u2018crisis\u2019']
    """
    live = [block for block in blocks if block.kind != "boilerplate"]
    quotes: list[Quote] = []
    carried = False
    for index, (block, doubles, singles) in enumerate(_marks_of(text, live)):
        following = live[index + 1] if index + 1 < len(live) else None
        reopened = following is not None and text[following.start] in "\"\u201c\u201e\u00ab'`"
        if doubles and doubles[0].start == block.start and not carried:
            # Whatever its shape (an editor that curls them wrongly), a mark in front of all opens.
            doubles[0] = doubles[0]._replace(direction=_OPENS)
        pairs, carried = _double_quotes(text, block, doubles, carried=carried, reopened=reopened)
        quotes += pairs
        quotes += _single_quotes(text, _outside(singles, pairs))
    return quotes


def _marks_of(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, list[_Mark], list[_Mark]]]:
    """Yield each block with its double and its single marks."""
    found = _MARK.finditer(text)
    match = next(found, None)
    for block in blocks:
        doubles: list[_Mark] = []
        singles: list[_Mark] = []
        skip = block.start
        while match is not None and match.start() < block.end:
            start, sign = match.start(), match[0]
            match = next(found, None)
            if start < skip:
                continue
            if sign in "'`\u2018\u2019" and text[start + 1 : start + 2] == sign:
                # ''typewriter'' and ``TeX'' quotes are double marks made of two single ones.
                skip = start + 2
                doubles.append(_double(text, start, skip, '"'))
            elif sign in "'\u2018\u2019":
                singles.append(_Mark(start, start + 1, sign, _single_direction(text, start, sign)))
            elif sign != "`":
                doubles.append(_double(text, start, start + 1, sign))
        yield block, doubles, singles


def _double(text: str, start: int, end: int, sign: str) -> _Mark:
    direction = _DIRECTION.get(sign)
    if direction is None:
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        opening = before in _BEHIND_AN_OPENING and not after.isspace()
        closing = not before.isspace() and not (after.isalnum())
        direction = opening - closing
    return _Mark(start, end, sign, direction)


def _single_direction(text: str, start: int, sign: str) -> int:
    before, after = text[start - 1 : start] or " ", text[start + 1 : start + 2] or " "
    # "the '90s" opens nothing, "rock 'n' roll" is short enough to do no harm.
    if sign != "\u2019" and before in _BEHIND_AN_OPENING and (after.isalpha() or after in "[(\u2026"):
        return _OPENS
    closes = sign != "\u2018" and not before.isspace() and not after.isalnum()
    return _CLOSES if closes else _EITHER


def _double_quotes(
    text: str, block: Block, marks: list[_Mark], *, carried: bool, reopened: bool
) -> tuple[list[Quote], bool]:
    """Pair the double marks of a block; also tell whether its last quotation goes on in the next block.

    `carried`: one was open at the end of the block before. `reopened`: the next block starts with a mark.
    """
    if not marks:
        return [], False
    quotes: list[Quote] = []
    if carried and marks[0].direction == _CLOSES:
        quotes.append(Quote(block.start, marks[0].end))
        marks = marks[1:]
    pairs, left = _pair(marks, nested=True)
    if left is not None and not (reopened and left.start == block.start):
        # A mark is missing, or nested ones have the wrong shape: pair strictly from left to right.
        pairs, left = _pair(marks, nested=False)
    quotes += pairs
    if left is None:
        return quotes, False
    if reopened and (left.start == block.start or not pairs):
        return [*quotes, Quote(left.start, block.end)], True
    if left.start == block.start or _introduced(text, block, left):
        return [*quotes, Quote(left.start, _capped(text, left.start, block.end))], True
    return quotes, False


def _pair(marks: Iterable[_Mark], *, nested: bool) -> tuple[list[Quote], _Mark | None]:
    quotes: list[Quote] = []
    opened: _Mark | None = None
    depth = 0
    for mark in marks:
        if opened is None:
            # An inch mark (6'2") or a stray closing quote opens nothing.
            if mark.direction != _CLOSES:
                opened, depth = mark, 1
            continue
        closes = mark.direction != _OPENS or (opened.sign == "\u201e" and mark.sign == "\u201c")
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


def _introduced(text: str, block: Block, mark: _Mark) -> bool:
    before = text[max(block.start, mark.start - 40) : mark.start].rstrip()
    if before.endswith((",", ":")):
        return True
    words = before.rsplit(None, 1)
    return bool(words) and words[-1].casefold() in load_words("speech_verbs") | load_words("clause_verbs")


def _capped(text: str, start: int, end: int) -> int:
    pieces = text[start:end].split(None, UNCLOSED_TOKENS)
    return end - len(pieces[-1]) if len(pieces) > UNCLOSED_TOKENS else end


def _outside(marks: list[_Mark], quotes: Sequence[Quote]) -> list[_Mark]:
    """Return the marks that stand in none of the quotes; both are in order."""
    outside: list[_Mark] = []
    index = 0
    for mark in marks:
        while index < len(quotes) and quotes[index].end <= mark.start:
            index += 1
        if index == len(quotes) or mark.start < quotes[index].start:
            outside.append(mark)
    return outside


def _single_quotes(text: str, marks: list[_Mark]) -> Iterator[Quote]:
    opened: _Mark | None = None
    for index, mark in enumerate(marks):
        if opened is not None and mark.start - opened.start > _SINGLE_REACH:
            opened = None
        if mark.direction == _OPENS:
            opened = opened or mark
        elif opened is not None and mark.direction == _CLOSES:
            later = marks[index + 1] if index + 1 < len(marks) else None
            if later is not None and later.direction == _CLOSES and _possessive(text, mark):
                continue
            # Behind "." or "," the sign closes for sure; behind a letter it may be an apostrophe,
            # and a quotation that is one by mistake is not to swallow sentences.
            if text[mark.start - 1] in ".,!?;\u2026" or not _SENTENCE_BREAK.search(
                text, opened.end, mark.start
            ):
                yield Quote(opened.start, mark.end)
            opened = None


def _possessive(text: str, mark: _Mark) -> bool:
    after = text[mark.end : mark.end + 2]
    return text[mark.start - 1] in "sS" and after[:1] == " " and after[1:].islower()
