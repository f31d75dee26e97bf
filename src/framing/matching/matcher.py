"""Document -> hits, in the order of section 3.6.

masks -> entries -> exclude -> require -> overlap -> negation, contest, hedge -> voice.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from framing.matching.compiler import Part, compile_lexicon
from framing.matching.gaps import OwnWords
from framing.matching.overlap import leftmost_longest, resolve_overlap
from framing.matching.resolver import Resolver
from framing.matching.search import Span, Text
from framing.matching.stance import stance_of
from framing.model.document import Document
from framing.model.hit import Hit
from framing.model.lexicon import Lexicon, Require


class Matches(NamedTuple):
    """What one document holds.

    Attributes
    ----------
    hits
        Matches of entries with the role "frame", in text order; these are counted in rates.
    support
        Matches of entries with the role "support": evidence for a paragraph, never a hit.
    masked
        How many tokens the masks took.
    suppressed
        Matches that only the masks, an `exclude` or a missing `require` kept from being counted.
    """

    hits: tuple[Hit, ...]
    support: tuple[Hit, ...]
    masked: int
    suppressed: int


class Matcher:
    """A lexicon compiled once, to be laid over any number of documents.

    Parameters
    ----------
    lexicon
        What to match.
    masks
        False turns the masks off: for measuring what they do, not for results.
    """

    def __init__(self, lexicon: Lexicon, *, masks: bool = True) -> None:
        self.lexicon = lexicon
        self.masks = masks
        self._compiled = compile_lexicon(lexicon)
        self._resolver = Resolver(self._compiled)
        self._own_words = OwnWords(self._compiled)
        self._polarity = {dimension.id: dimension.polarity for dimension in lexicon.dimensions}

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle as the lexicon: a worker compiles its own, and learns its own words."""
        return (_matcher, (self.lexicon, self.masks))

    def match(self, document: Document) -> Matches:
        """Return every match of the lexicon in `document`."""
        text, found = self._candidates(document)
        allowed = [span for span in found if self._is_allowed(span, text, document)]
        frames = [s for s in allowed if self.lexicon.entries[s.target].role == "frame"]
        supports = [s for s in allowed if self.lexicon.entries[s.target].role == "support"]
        frames = resolve_overlap(frames, self.lexicon.entries)
        # Support never takes a word from a hit: it is laid over what the hits have left.
        supports = resolve_overlap(supports, self.lexicon.entries, taken=frames)
        return Matches(
            hits=tuple(self._hit(span, text, document) for span in frames),
            support=tuple(self._hit(span, text, document) for span in supports),
            masked=sum(text.masked),
            suppressed=len(found) - len(allowed),
        )

    def match_alone(self, number: int, document: Document, *, whole: bool = True) -> list[tuple[int, int]]:
        """Return the token spans of one entry by itself, before other entries compete for its words.

        For the checks of a lexicon; a result counts what `match` returns. `require` is asked only where `whole`.
        """
        text, found = self._candidates(document)
        own = [span for span in found if span.target == number and not self._is_excluded(span, text)]
        if whole:
            own = [span for span in own if self._is_allowed(span, text, document)]
        return [(span.first, span.last) for span in own]

    def _candidates(self, document: Document) -> tuple[Text, list[Span]]:
        text = Text(document, self._resolver)
        _find_classes(text)
        if self.masks:
            text.mask(leftmost_longest(text.find_all(Part.MASK)))
        if text.any_masked:  # a class word inside a mask is no longer there
            text.classes.clear()
            _find_classes(text)
        return text, list(text.find_all(Part.ENTRY))

    def _is_allowed(self, span: Span, text: Text, document: Document) -> bool:
        entry = self.lexicon.entries[span.target]
        if entry.exclude and self._is_excluded(span, text):
            return False
        return entry.require is None or self._meets(entry.require, span, text, document)

    def _is_excluded(self, span: Span, text: Text) -> bool:
        """Whether a longer phrase of the entry's `exclude` lies over the match."""
        # A phrase that covers the match lies in its sentence, and may be anchored on either side of it.
        start, end = text.sentence_start[span.first], text.sentence_end[span.first]
        return any(
            other.first <= span.first and span.last <= other.last
            for other in text.between(Part.EXCLUDE, start, end, span.target)
        )

    def _meets(self, require: Require, span: Span, text: Text, document: Document) -> bool:
        start, end = _window(require, span, text, document)
        if require.side == "before":
            end = span.first
        elif require.side == "after":
            start = span.last
        different: set[object] = set()
        for other in text.between(Part.REQUIRE, start, end, span.target):
            inside = start <= other.first and other.last <= end
            if inside and (other.last <= span.first or other.first >= span.last):
                different.add(other.word)
                if len(different) >= require.distinct:
                    return True
        return False

    def _hit(self, span: Span, text: Text, document: Document) -> Hit:
        entry = self.lexicon.entries[span.target]
        voice = int(document.voice[span.first])
        gap = self._own_words.gap(span, text)
        judged = stance_of(span, text, self.lexicon.cues, self._polarity[entry.dimension], voice, gap)
        first_character, last_character = int(document.start[span.first]), int(document.end[span.last - 1])
        start, end = document.normalised.raw_span(first_character, last_character)
        return Hit(
            start=start,
            end=end,
            first=span.first,
            last=span.last,
            paragraph=int(document.paragraph[span.first]),
            entry=span.target,
            voice=voice,
            stance=judged.stance,
            hedged=judged.hedged,
            counted=judged.counted,
            flags=judged.flags,
        )


def _matcher(lexicon: Lexicon, masks: bool) -> Matcher:  # noqa: FBT001 -- called by pickle only
    return Matcher(lexicon, masks=masks)


def _find_classes(text: Text) -> None:
    for span in text.find_all(Part.CLASS):
        if isinstance(span.word, int):  # a class names no class, so its words are plain numbers
            text.classes.setdefault(span.target, {}).setdefault(span.first, []).append((span.last, span.word))


def _window(require: Require, span: Span, text: Text, document: Document) -> tuple[int, int]:
    start, end = text.sentence_start[span.first], text.sentence_end[span.first]
    if require.unit == "paragraph":
        number = document.paragraph[span.first]
        start = int(np.searchsorted(document.paragraph, number))
        end = int(np.searchsorted(document.paragraph, number, side="right"))
    if require.within:
        start, end = max(start, span.first - require.within), min(end, span.last + require.within)
    return start, end
