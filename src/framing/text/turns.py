"""Turns of a transcript: paragraphs that open with the speaker's name in capitals and a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.model.document import Block

_TURN = re.compile(r"[\"\u201c]?(?:[A-Z][A-Z.'\u2019\-]*(?: [A-Z][A-Z.'\u2019\-]*){0,4}(?: \([^()\n]{1,30}\))?):\s+")


def find_turns(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    r"""Return the (start, end) offsets of what is said in the turns, the names left out.

    One such paragraph may be a label ("NOTE: ..."), so a transcript needs two turns.

    Examples
    --------
    >>> from framing.model.document import Block
    >>> text = "REED: Was it lost?\n\nMILLS: It was."
    >>> [text[start:end] for start, end in find_turns(text, (Block(0, 18, "body"), Block(20, 34, "body")))]
    ['Was it lost?', 'It was.']
    """
    turns = [
        (match.end(), block.end)
        for block in blocks
        if block.kind == "body" and (match := _TURN.match(text, block.start, block.end))
    ]
    return turns if len(turns) > 1 else []
