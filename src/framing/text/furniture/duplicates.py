"""Blocks that repeat another block of the same text: captions printed twice, pull quotes, echoed credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.text.furniture.rule import Piece

DUPLICATE = "duplicate of another block"
# Shorter repetitions are speech ("Right.") or headings of the same name, unless they look like furniture.
_WORDS = 8
_CHARACTERS = 400
# Echoes stand near what they echo; a window keeps a text of 50,000 blocks linear.
_WINDOW = 24
_EDGES = " \t\n\"'.,;:!?()[]*_\u2026-\u2013\u2014"


def duplicate_blocks(pieces: Sequence[Piece], marked: Sequence[str], headings: set[int]) -> set[int]:
    """Return the numbers of blocks equal to an earlier block or held whole in a longer one near by.

    Parameters
    ----------
    pieces
        All blocks of a text, in order.
    marked
        The reason found so far for each, "" for none: a short block counts only if it is furniture
        or repeats furniture.
    headings
        Numbers of headings. A title whose words come again in the lead stays; equal ones go.
    """
    keys = [" ".join(piece.low.split()).strip(_EDGES) for piece in pieces]
    found: set[int] = set()
    first: dict[str, int] = {}
    for number, key in enumerate(keys):
        earlier = first.setdefault(key, number)
        if earlier == number or not key:
            continue
        long_enough = key.count(" ") + 1 >= _WORDS
        if long_enough or marked[number] or marked[earlier] or (earlier in headings and earlier <= 1):
            found.add(number)
    # A copy is no place to stand in: two equal paragraphs would each be inside the other, and both be lost.
    return found | _inside_longer(["" if n in found else key for n, key in enumerate(keys)], headings)


def _inside_longer(keys: Sequence[str], exempt: set[int]) -> set[int]:
    """Return the numbers of the keys that stand whole inside another one near by."""
    joined = "\n".join(keys)
    starts = [0]
    for key in keys:
        starts.append(starts[-1] + len(key) + 1)
    found: set[int] = set()
    for number, key in enumerate(keys):
        # A long paragraph that stands whole in a longer one does not happen; equal ones are found above.
        if not key or number in exempt or len(key) > _CHARACTERS or key.count(" ") + 1 < _WORDS:
            continue
        before = starts[max(0, number - _WINDOW)]
        after = starts[min(len(keys), number + _WINDOW + 1)]
        if joined.find(key, starts[number + 1], after) >= 0 or joined.find(key, before, starts[number]) >= 0:
            found.add(number)
    return found
