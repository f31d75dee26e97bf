"""The lists and the table of an explanation, as text without layout: for the terminal and for papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from framing.model.shift import Shift, WordShift
from framing.report.explain_words import digits, signed
from framing.report.terms_view import short_pattern
from framing.report.wording import count

MOST_ENTRIES = 12
# A class or an alternative that is cut behind the second word still says what the entry is about.
_LONGEST_PATTERN = 60
_SEVERAL = 2


class Row(NamedTuple):
    """What adds to a difference: the words hit or a name, the pattern in [ ] if it is an entry, and how much."""

    label: str
    pattern: str
    hits_a: int
    hits_b: int
    difference: float


@dataclass(frozen=True, slots=True)
class Part:
    """One way of cutting the whole difference: its rows sum to it."""

    title: str
    rows: tuple[Row, ...]


VOICE_HEAD = ("voice", "share of words, a", "b", "hits per 1,000, a", "b", "by share", "by rate")


def parts(shift: WordShift, *, of_each: bool = False) -> tuple[Part, ...]:
    """Return the difference by entry, by sub-frame, and by stance where hits have several; none without a hit.

    `of_each`: the words of an entry by source, where there is room for that.
    """
    if not shift.parts:
        return ()
    told = [sub for sub in shift.subframes if sub.hits_a or sub.hits_b]
    told.sort(key=lambda sub: (-abs(sub.difference), sub.subframe))
    found = [Part("by entry", _entries(shift, words_of_each if of_each else _words))]
    if told:  # a converted dictionary may have none
        found.append(Part("by sub-frame", tuple(Row(sub.subframe.replace("_", " "), "", *sub[1:]) for sub in told)))
    if len(shift.stances) >= _SEVERAL:  # one stance is what the other lists have said already
        found.append(Part("by stance", tuple(Row(part.stance, "", *part[1:]) for part in shift.stances)))
    return tuple(found)


def whole(shift: WordShift) -> Row:
    """Return the row that the rows of each part sum to."""
    return Row("all", "", *shift.hits, shift.difference)


def voice_rows(shift: WordShift) -> tuple[tuple[str, ...], ...]:
    """Return the cells under `VOICE_HEAD`; "-" where a source has no word in the voice."""
    decimals = digits(shift)
    return tuple(
        (
            part.voice,
            f"{part.share_a:.0%}",
            f"{part.share_b:.0%}",
            *("-" if rate is None else f"{rate:.{decimals}f}" for rate in (part.rate_a, part.rate_b)),
            signed(part.from_share, decimals),
            signed(part.from_rate, decimals),
        )
        for part in shift.voices.voices
    )


def _entries(shift: WordShift, words: Callable[[Shift], str]) -> tuple[Row, ...]:
    shown, others = shift.parts[:MOST_ENTRIES], shift.parts[MOST_ENTRIES:]
    rows = [Row(words(part), short_pattern(part.entry, _LONGEST_PATTERN), *part[2:5]) for part in shown]
    if others:
        name = "1 more entry" if len(others) == 1 else count(len(others), "more entrie")
        hits = (sum(part.hits_a for part in others), sum(part.hits_b for part in others))
        rows.append(Row(name, "", *hits, sum(part.difference for part in others)))
    return tuple(rows)


def _words(part: Shift) -> str:
    return " / ".join(part.words) or short_pattern(part.entry, _LONGEST_PATTERN)


def words_of_each(part: Shift) -> str:
    """Return the words hit, by source where both have some and they differ.

    Examples
    --------
    >>> words_of_each(Shift("war", "s", 2, 1, 0.1, ("war", "wars"), words_a=("war", "wars"), words_b=("war",)))
    'a: war / wars; b: war'
    """
    if not part.words_a or not part.words_b or part.words_a == part.words_b:
        return _words(part)
    return f"a: {' / '.join(part.words_a)}; b: {' / '.join(part.words_b)}"
