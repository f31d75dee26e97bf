"""Quotation marks: where they stand, and whether their surroundings say that they open or close."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.model.document import Block

# The apostrophes of "don't" and "state's" are left out here: they are most of the marks of a text.
_MARK = re.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb'\u2018\u2019`](?!(?<=\\w['\u2019])\\w)")
_BEHIND_AN_OPENING = " \n([{-\u2013\u2014/'\u2018\"\u201c"
EITHER, OPENS, CLOSES = 0, 1, -1
_DIRECTION = {
    "\u201c": OPENS,
    "\u201e": OPENS,
    "\u201f": OPENS,
    "\u00ab": OPENS,
    "\u201d": CLOSES,
    "\u00bb": CLOSES,
}


class Mark(NamedTuple):
    """One quotation mark: text[start:end]."""

    start: int
    end: int
    sign: str
    direction: int


def marks_of(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Mark], list[Mark]]]:
    """Yield each block with its double and its single marks."""
    found = _MARK.finditer(text)
    match = next(found, None)
    for block in blocks:
        doubles: list[Mark] = []
        singles: list[Mark] = []
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
                singles.append(Mark(start, start + 1, sign, _single_direction(text, start, sign)))
            elif sign != "`":
                doubles.append(_double(text, start, start + 1, sign))
        yield block, doubles, singles


def _double(text: str, start: int, end: int, sign: str) -> Mark:
    direction = _DIRECTION.get(sign)
    if direction is None:
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        opening = before in _BEHIND_AN_OPENING and not after.isspace()
        closing = not before.isspace() and not (after.isalnum())
        direction = opening - closing
    return Mark(start, end, sign, direction)


def _single_direction(text: str, start: int, sign: str) -> int:
    before, after = text[start - 1 : start] or " ", text[start + 1 : start + 2] or " "
    # "the '90s" opens nothing, "rock 'n' roll" is short enough to do no harm.
    if sign != "\u2019" and before in _BEHIND_AN_OPENING and (after.isalpha() or after in "[(\u2026"):
        return OPENS
    closes = sign != "\u2018" and not before.isspace() and not after.isalnum()
    return CLOSES if closes else EITHER
