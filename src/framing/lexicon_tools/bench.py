"""Every pattern of a lexicon, laid over the worst strings of each entry: what lint proves, it proves here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from framing.lexicon_tools.lines import Line, document_of
from framing.lexicon_tools.worst_case import WorstCase
from framing.matching.matcher import Matcher
from framing.matching.search import Span, Text
from framing.model.document import Document

#: With more strings than this an entry is left undecided. In practice a handful decides.
MOST_LINES = 4_096
_BATCH = 256


class Tried(NamedTuple):
    """One string of one entry, and all matches in it; `text` and `document` are what the spans count in.

    The string is tokens first to last of the document.
    """

    line: Line
    first: int
    last: int
    spans: tuple[Span, ...]
    text: Text
    document: Document

    def own(self, number: int) -> list[Span]:
        """Return the matches of entry `number` in the string."""
        return [span for span in self.spans if span.target == number]

    def is_whole(self, span: Span) -> bool:
        """Whether a match takes the whole string."""
        return (span.first, span.last) == (self.first, self.last)


class Bench:
    """Tries the worst strings of a matcher's entries, the first of every entry in one go."""

    def __init__(self, matcher: Matcher) -> None:
        self.entries = matcher.lexicon.entries
        self._matcher = matcher
        self._worst = WorstCase(matcher)

    def tried(self, number: int) -> Iterator[Tried]:
        """Yield the strings of entry `number`, at most MOST_LINES of them; none where it is not active."""
        if number not in self._firsts:
            return
        yield self._firsts[number]
        lines = islice(self._worst.lines(self.entries[number]), 1, MOST_LINES)
        while batch := list(islice(lines, _BATCH)):
            yield from self._lay(batch)

    def is_complete(self, number: int) -> bool:
        """Whether `tried` yields every string there is."""
        return next(islice(self._worst.lines(self.entries[number]), MOST_LINES, None), None) is None

    @cached_property
    def _firsts(self) -> dict[int, Tried]:
        active = [number for number, entry in enumerate(self.entries) if entry.status == "active"]
        lines = [next(self._worst.lines(self.entries[number])) for number in active]
        return dict(zip(active, self._lay(lines), strict=True))

    def _lay(self, lines: Sequence[Line]) -> list[Tried]:
        document = document_of(lines)
        text, found = self._matcher.candidates(document)
        spans: list[list[Span]] = [[] for _ in lines]
        for span in found:
            spans[document.sentence[span.first]].append(span)
        tried: list[Tried] = []
        first = 0
        for line, own in zip(lines, spans, strict=True):
            last = first + len(line.words)
            tried.append(Tried(line, first, last, tuple(own), text, document))
            first = last
        return tried
