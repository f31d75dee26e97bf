"""Where a reported clause may begin and end, from function words and the punctuation between tokens."""

from __future__ import annotations

from typing import NamedTuple

CLOSING_QUOTES = frozenset("\"'\u201d\u2019\u00bb")


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line, those with an apostrophe in both ways to write it."""
    return frozenset(words.split()) | frozenset(words.replace("'", "\u2019").split())


AUXILIARIES = word_set(
    "is was are were be been being am has have had do does did will would can cannot could may might must"
    " should shall isn't wasn't aren't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't"
    " can't couldn't"
)
_ADVERBS = word_set(
    "also later then again once now never not often always still even just further first repeatedly long"
    " since earlier thus soon ever today"
)
_CONTRAST = word_set("but although though while whereas yet")


Span = tuple[int, int]


class Passage(NamedTuple):
    """The tokens of a text as lists, which Python reads faster one by one than arrays."""

    text: str
    start: list[int]
    end: list[int]
    words: tuple[str, ...]
    quoted: list[bool]
    spaced: list[bool]  # one character, nearly always a space, is all that stands before the token

    def lower(self, index: int) -> str:
        """Return the token in lower case."""
        return self.words[index].lower()

    def gap(self, index: int) -> str:
        """Return what stands between a token and the one before it."""
        return self.text[self.end[index - 1] : self.start[index]]


def subject_head(passage: Passage, verb: int, low: int) -> int:
    """Return the index of the token before the verb's auxiliaries and adverbs, or low - 1."""
    index = verb - 1
    while index >= low and verb - index < 6:
        word = passage.lower(index)
        if word not in AUXILIARIES and word not in _ADVERBS and not word.endswith("ly"):
            break
        index -= 1
    return index


def comma_before(passage: Passage, index: int, low: int) -> int:
    """Return the nearest token at or before `index` that a comma or a closing quote precedes, or `low`."""
    for position in range(index, low, -1):
        if passage.spaced[position]:
            continue
        gap = passage.gap(position)
        if "," in gap or (passage.quoted[position - 1] and not CLOSING_QUOTES.isdisjoint(gap)):
            return position
    return low


def comma_after(passage: Passage, index: int, high: int) -> int:
    """Return the nearest token after `index` that a comma precedes, or `high`."""
    for position in range(index + 1, high):
        if not passage.spaced[position] and "," in passage.gap(position):
            return position
    return high


def clause_end(passage: Passage, index: int, high: int, *, at_comma: bool = False) -> int:
    """Return where the reported clause that begins at `index` ends.

    A comma alone does not end it ("said the town, long besieged, had fallen"); with `at_comma` it does.
    """
    for position in range(index + 1, high):
        if passage.spaced[position]:
            continue
        gap = passage.gap(position)
        if ";" in gap:
            return position
        if "," in gap and (at_comma or passage.lower(position) in _CONTRAST or passage.words[position] == "according"):
            return position
    return high
