"""A rule, and how a table of rules is asked without asking every rule about every paragraph.

Each rule names its cues: the word a block opens with, a string near its end, or a string anywhere in it.
Most furniture shows itself in its first word or its last, so an ordinary paragraph is asked for one word
in a table and some forty short strings, a few microseconds, and then meets hardly any pattern.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Where a rule may not trust a trigger word alone, it is held to blocks of this many words.
_DEFAULT_WORDS = 40
_CHARACTERS_A_WORD = 20
_FIRST_WORD = re.compile(r"[\W_]{0,6}([^\W_]+)")
# Credits are longer than by-lines: "(AP Photo/Jo Doe)", "Photo courtesy of the Ministry of ... ."
_TAIL = 110
# "\u0130" is the one character whose lower case is longer, which would shift every offset after it.
_GLYPHS = {"\u0130": "I", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'}


class Piece(NamedTuple):
    """A block as the rules see it.

    Attributes
    ----------
    start, end
        Offsets into the normalised text.
    text
        The words as written.
    low
        The same, folded: lower case, straight quotes; as long as `text`.
    words
        How many spaces it has, plus one: a count good enough for "short" and "long".
    """

    start: int
    end: int
    text: str
    low: str
    words: int


class Cues(NamedTuple):
    """What a block must hold, one of these at least, for a rule to be asked.

    Attributes
    ----------
    opens
        Words, set apart by spaces: the first word of the block is one of them.
    ends
        Folded strings: one stands among the last characters.
    anywhere
        Folded strings: one stands anywhere. Each costs a scan of the whole text, so these are few.
    """

    opens: str = ""
    ends: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()


class Rule(NamedTuple):
    """One named reason to set a block aside.

    Attributes
    ----------
    reason
        Plain English, shown to users.
    cues
        What a block must hold to be asked at all.
    pattern
        Searched in the folded text, or in the text as written where `cased`.
    words
        The longest block the rule may judge.
    cased
        Whether capitals matter, as they do in names.
    """

    reason: str
    cues: Cues
    pattern: re.Pattern[str]
    words: int = _DEFAULT_WORDS
    cased: bool = False

    def holds(self, piece: Piece) -> bool:
        """Whether the block is what this rule describes."""
        # The second limit stops a megabyte without a space from meeting a pattern.
        if piece.words > self.words or len(piece.low) > self.words * _CHARACTERS_A_WORD:
            return False
        return self.pattern.search(piece.text if self.cased else piece.low) is not None


def fold(text: str) -> str:
    """Return `text` in lower case with straight quotes, every character at its place.

    Examples
    --------
    >>> fold("“CLICK HERE”")
    '"click here"'
    """
    for glyph, plain in _GLYPHS.items():
        text = text.replace(glyph, plain)
    return text.lower()


def pieces_of(text: str, spans: Iterable[tuple[int, int]], low: str = "") -> list[Piece]:
    """Return the blocks at `spans` with what the rules ask of them; `low` is the folded text if at hand."""
    low = low or fold(text)
    return [Piece(start, end, text[start:end], low[start:end], low.count(" ", start, end) + 1) for start, end in spans]


def compile_rules(rules: Iterable[Rule]) -> Callable[[Piece], str]:
    """Return a function that gives the reason of the first rule that holds for a block, or "".

    Parameters
    ----------
    rules
        In order of precedence.
    """
    table = tuple(rules)
    longest = max(rule.words for rule in table)
    opens = _index(rule.cues.opens.split() for rule in table)
    ends = _index(rule.cues.ends for rule in table)
    anywhere = _index(rule.cues.anywhere for rule in table)
    end_cues, anywhere_cues = tuple(ends), tuple(anywhere)

    def reason_of(piece: Piece) -> str:
        if piece.words > longest:
            return ""
        low = piece.low
        asked: list[int] = []
        opening = _FIRST_WORD.match(low)
        if opening is not None and opening[1] in opens:
            asked += opens[opening[1]]
        tail = low[-_TAIL:]
        for cue in end_cues:
            if cue in tail:
                asked += ends[cue]
        for cue in anywhere_cues:
            if cue in low:
                asked += anywhere[cue]
        for number in sorted(set(asked)) if asked else ():
            if table[number].holds(piece):
                return table[number].reason
        return ""

    return reason_of


def _index(cues_of_rules: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Map each cue to the numbers of the rules that name it."""
    index: dict[str, list[int]] = {}
    for number, cues in enumerate(cues_of_rules):
        for cue in cues:
            index.setdefault(cue, []).append(number)
    return index
