"""Where a sequence of atoms and classes stands in one document.

The rules of section 3.5: never past a sentence end, no phrase across , ; : ( ) or a dash unless the pattern
holds that sign, nothing masked inside, gaps of up to n tokens. Of several ends the furthest counts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from framing.matching.compiler import Item, Part, Sequence_
from framing.matching.resolver import Resolver, TokenType
from framing.model.document import OWN, Document


class Span(NamedTuple):
    """A match: tokens first to last (exclusive), what matched, and which word of its list."""

    first: int
    last: int
    target: int
    word: int | tuple[int, int]


class Text:
    """A document's tokens as the search sees them: types instead of words, plain lists for single look-ups."""

    def __init__(self, document: Document, resolver: Resolver) -> None:
        count = len(document.words)
        numbers = np.fromiter(map(resolver.__getitem__, document.words), np.int32, count)
        #: Positions whose word the lexicon knows; all others can only stand in gaps.
        self.known: list[int] = np.flatnonzero(numbers).tolist()
        types = resolver.types
        self.types: list[TokenType] = [types[number] for number in numbers.tolist()]
        ends = np.searchsorted(document.sentence, document.sentence, side="right")
        self.sentence_end: list[int] = ends.tolist()
        self.sentence_start: list[int] = np.searchsorted(document.sentence, document.sentence).tolist()
        self.breaks = document.breaks.tobytes()
        self._document = document
        self._resolver = resolver
        self.masked = bytearray(count)
        # class -> start -> the ends and words of the class's matches there
        self.classes: dict[int, dict[int, list[tuple[int, int]]]] = {}

    def is_question(self, position: int) -> bool:
        """Whether the sentence of this token ends with a question mark, closing quotes aside."""
        last = int(self._document.end[self.sentence_end[position] - 1])
        return self._document.text[last : last + 3].lstrip("\"'\u201d\u2019)").startswith("?")

    def is_own(self, position: int) -> bool:
        """Whether the author speaks this token, and not someone reported or quoted."""
        return int(self._document.voice[position]) == OWN

    def find_classes(self) -> None:
        """Note where each class stands; patterns that name one find nothing before."""
        self.classes.clear()
        for span in self.find_all(Part.CLASS):
            if isinstance(span.word, int):  # a class names no class, so its words are plain numbers
                self.classes.setdefault(span.target, {}).setdefault(span.first, []).append((span.last, span.word))

    def mask(self, spans: Iterable[Span]) -> None:
        """Make these tokens invisible."""
        any_masked = False
        for span in spans:
            self.masked[span.first : span.last] = b"\x01" * (span.last - span.first)
            any_masked = True
        if any_masked:  # a class word inside a mask is no longer there
            self.find_classes()

    def find(self, part: Part, positions: Iterable[int]) -> Iterator[Span]:
        """Yield the matches of all sequences of `part` that an atom at one of `positions` anchors."""
        types, masked = self.types, self.masked
        for position in positions:
            if masked[position]:
                continue
            for sequence in types[position].anchors[part]:
                yield from self.at(sequence, position)

    def find_all(self, part: Part) -> Iterator[Span]:
        """Yield every match of `part` in the document, those that begin with a class last."""
        yield from self.between(part, 0, len(self.types))

    def between(self, part: Part, start: int, end: int, target: int | None = None) -> Iterator[Span]:
        """Yield the matches of `part` anchored at tokens start to end; only those of `target` where it is given."""
        low, high = bisect_left(self.known, start), bisect_left(self.known, end)
        for span in self.find(part, self.known[low:high]):
            if target is None or span.target == target:
                yield span
        for cls, sequence in self._resolver.begin_with_class(part, target):
            for here in self.classes.get(cls, ()):
                if start <= here < end:
                    yield from self.at(sequence, here)

    def at(self, sequence: Sequence_, position: int) -> Iterator[Span]:
        """Match `sequence` with its anchor at `position`."""
        items, anchor = sequence.items, sequence.anchor
        first = position - anchor
        if first < self.sentence_start[position]:
            return
        for offset in range(anchor):
            here = first + offset
            if items[offset].atom not in self.types[here].atoms or self.masked[here]:
                return
            if offset and self.breaks[here] != items[offset].punctuation:
                return
        if anchor and self.breaks[position] != items[anchor].punctuation:
            return
        end = self._furthest(items, anchor, position)
        if end:
            word = self._word(sequence, first, end)
            yield Span(first, end, sequence.target, word)

    def _word(self, sequence: Sequence_, first: int, end: int) -> int | tuple[int, int]:
        item = sequence.items[0]
        if item.cls < 0 or len(sequence.items) > 1:
            return sequence.word
        # A bare class in a rule: two of its words are two different strings, "Russia" and "Russian" are one.
        words = [word for stop, word in self.classes[item.cls][first] if stop == end]
        return (item.cls, words[0])

    def _furthest(self, items: tuple[Item, ...], index: int, position: int) -> int:
        """Return the furthest end of items[index:] with items[index] at `position`; 0 where they do not match."""
        best = 0
        for stop in self._ends(items[index], position):
            at_end = index + 1 == len(items)
            best = max(best, stop if at_end else self._continue(items, index + 1, stop))
        return best

    def _continue(self, items: tuple[Item, ...], index: int, after: int) -> int:
        """Try items[index] at `after` and behind each gap it allows."""
        limit = self.sentence_end[after - 1]
        item = items[index]
        best = 0
        for here in range(after, min(after + item.gap + 1, limit)):
            if self.masked[here]:  # no mask inside a gap either
                break
            if item.gap == 0 and self.breaks[here] != item.punctuation:
                break
            if item.gap and item.punctuation and not self.breaks[here] & item.punctuation:
                continue
            best = max(best, self._furthest(items, index, here))
        return best

    def _ends(self, item: Item, position: int) -> tuple[int, ...]:
        if item.cls < 0:
            if item.atom in self.types[position].atoms and not self.masked[position]:
                return (position + 1,)
            return ()
        return tuple(stop for stop, _ in self.classes.get(item.cls, {}).get(position, ()))
