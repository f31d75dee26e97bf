"""Date lines: when the page was published or updated, how old it is, how long it takes to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.text.furniture.rule import Piece

DATE_LINE = "date line"
_MONTHS = (
    "jan january feb february mar march apr april may jun june jul july aug august sep sept "
    "september oct october nov november dec december"
)
_DAYS = (
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun "
    "sunday today yesterday"
)
_CLOCK = "am pm a.m p.m et est edt ct cst cdt mt pt pst pdt gmt utc bst ist cet noon midnight h hrs local time"
_AGE = "ago minute minutes min mins hour hours day days week weeks month months year years old more than read"
_STAMP = "published updated posted modified created update first last"
_SMALL = "on at of the this article story is was date"
_NAMED = frozenset((*_MONTHS.split(), *_DAYS.split()))
_AGES = frozenset(("ago", "old", "read"))
_STAMPS = frozenset(("published", "updated", "posted", "modified", "created"))
_WORDS = frozenset(f"{_MONTHS} {_DAYS} {_CLOCK} {_AGE} {_STAMP} {_SMALL}".split())
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?(?:[:./-]\d{1,4}){0,2}(?:t\d[\d:.]*z?)?(?:am|pm|h|z)?\Z")
# "KABUL, Afghanistan (Reuters) -" on a line of its own; with the sentence after it, it is body.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'\u2019-]{2,30}(?:, [A-Z][\w. ]{1,25})?\s*(?:\([A-Za-z "
    r"/.]{2,30}\)\s*[-\u2013\u2014]*|[-\u2013\u2014]+)\Z"
)


def date_strength(piece: Piece) -> int:
    """Say how surely a block is a date line: 2 wherever it stands, 1 only at the page's edges, 0 not.

    Examples
    --------
    A bare date may head an entry of a chronology, so it counts at the edges alone:

    >>> from framing.text.furniture.rule import pieces_of
    >>> pieces = pieces_of("Updated 3 May 2019. May 3. We may.", [(0, 18), (20, 25), (27, 33)])
    >>> [date_strength(piece) for piece in pieces]
    [2, 1, 0]
    """
    if piece.words > 14:
        return 0
    low = piece.low
    if low[-1] in "-\u2013\u2014)" and _DATELINE.match(piece.text):
        return 2
    if _DIGIT.search(low) is None:
        return 0
    tokens = [token.strip("()[]*|,.:;\u2022\u00b7-\u2013\u2014_") for token in low.split()]
    seen = {token for token in tokens if token}
    numbers = {token for token in seen if _NUMBER.match(token)}
    if not numbers or not (seen - numbers) <= _WORDS:
        return 0
    if seen & _STAMPS or (seen & _AGES and len(seen) > 2):
        return 2
    return int(bool(seen & _NAMED) or any(not token.isdigit() for token in numbers))
