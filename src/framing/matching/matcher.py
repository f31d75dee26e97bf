"""Document -> hits, in the order of section 3.6.

masks -> entries -> exclude -> require -> overlap -> negation, contest, hedge -> voice.
"""

from __future__ import annotations

from typing import NamedTuple

from framing.matching.compiler import Part, compile_lexicon
from framing.matching.gaps import OwnWords
from framing.matching.overlap import leftmost_longest, resolve_roles
from framing.matching.refusal import Refusal, refusal
from framing.matching.resolver import Resolver
from framing.matching.search import Span, Text
from framing.matching.stance import stance_of
from framing.model.document import Document
from framing.model.hit import Hit
from framing.model.lexicon import Lexicon


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
        self.resolver = Resolver(compile_lexicon(lexicon))
        self._compiled = compile_lexicon(lexicon)
        self._resolver = Resolver(self._compiled)
        self._own_words = OwnWords(self._compiled)
        self._polarity = {dimension.id: dimension.polarity for dimension in lexicon.dimensions}

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle as the lexicon: a worker compiles its own, and learns its own words."""
        return (_matcher, (self.lexicon, self.masks))

    def match(self, document: Document) -> Matches:
        """Return every match of the lexicon in `document`."""
        text, found = self.candidates(document)
        allowed = [span for span in found if not self.refusal(span, text, document)]
        frames, supports = resolve_roles(allowed, self.lexicon.entries)
        return Matches(
            hits=tuple(self._hit(span, text, document) for span in frames),
            support=tuple(self._hit(span, text, document) for span in supports),
            masked=sum(text.masked),
            suppressed=len(found) - len(allowed),
        )

    def match_alone(self, number: int, document: Document) -> list[tuple[int, int]]:
        """Return the token spans of one entry by itself, before other entries compete for its words.

        For trying a lexicon's examples; a result counts what `match` returns.
        """
        text, found = self.candidates(document)
        own = (span for span in found if span.target == number)
        return [(span.first, span.last) for span in own if not self.refusal(span, text, document)]

    def candidates(self, document: Document) -> tuple[Text, list[Span]]:
        """Return the document as the search sees it, and every match of every entry that no mask hides.

        `exclude`, `require` and overlap have not been asked yet.
        """
        text = Text(document, self.resolver)
        text.find_classes()
        if self.masks:
            text.mask(leftmost_longest(text.find_all(Part.MASK)))
        return text, list(text.find_all(Part.ENTRY))

    def refusal(self, span: Span, text: Text, document: Document) -> Refusal:
        """Return why the entry of `span` does not let it count; empty where it does."""
        return refusal(span, self.lexicon.entries[span.target], text, document)

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
