"""What became of every match in a document: counted, or what kept it from counting. For those who write lexicons.

`Matcher.match` says what counts. This asks the same questions in the same order and keeps the answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from framing.matching.compiler import Part
from framing.matching.matcher import Matcher
from framing.matching.overlap import leftmost_longest, resolve_roles
from framing.matching.search import Span, Text
from framing.model.document import Document

#: Counted or lent as evidence; or whose fault it is that it was not.
End = Literal["hit", "support", "masked", "excluded", "unmet", "taken"]


class Fate(NamedTuple):
    """One match of one entry, and how it ended.

    Attributes
    ----------
    first, last
        Its first token and the one after its last.
    entry
        Position of its entry in Lexicon.entries.
    end
        "hit", "support"; "masked": a mask lies over some of its words; "excluded", "unmet": its own `exclude`
        or `require`; "taken": other entries of its dimension have its words.
    by
        Who took its words: positions of masks ("masked"), of entries ("taken"); otherwise empty.
    """

    first: int
    last: int
    entry: int
    end: End
    by: tuple[int, ...] = ()


def fates(matcher: Matcher, document: Document) -> list[Fate]:
    """Return the fate of every match of every entry in `document`, in text order.

    A match is one entry at one place: where a mask only shortens it, it is not masked.
    """
    text = Text(document, matcher.resolver)
    text.find_classes()
    masks = leftmost_longest(text.find_all(Part.MASK)) if matcher.masks else []
    hidden = _in_sentences_of(masks, text)
    text.mask(masks)
    left = list(text.find_all(Part.ENTRY))
    found = [*_masked(hidden, left, masks), *_judged(left, text, document, matcher)]
    return sorted(set(found))


def _in_sentences_of(masks: Sequence[Span], text: Text) -> list[Span]:
    """Return the matches in every sentence a mask stands in, before it hides anything."""
    sentences = {(text.sentence_start[mask.first], text.sentence_end[mask.first]) for mask in masks}
    return [span for start, end in sorted(sentences) for span in text.between(Part.ENTRY, start, end)]


def _masked(hidden: Sequence[Span], left: Sequence[Span], masks: Sequence[Span]) -> Iterator[Fate]:
    alive = {(span.target, span.first) for span in left}
    for span in hidden:
        if (span.target, span.first) not in alive:
            over = {mask.target for mask in masks if mask.first < span.last and span.first < mask.last}
            yield Fate(span.first, span.last, span.target, "masked", tuple(sorted(over)))


def _judged(left: Sequence[Span], text: Text, document: Document, matcher: Matcher) -> Iterator[Fate]:
    allowed: list[Span] = []
    for span in left:
        if why := matcher.refusal(span, text, document):
            yield Fate(span.first, span.last, span.target, why)
        else:
            allowed.append(span)
    entries = matcher.lexicon.entries
    frames, supports = resolve_roles(allowed, entries)
    yield from (Fate(span.first, span.last, span.target, "hit") for span in frames)
    yield from (Fate(span.first, span.last, span.target, "support") for span in supports)
    kept = [*frames, *supports]
    for span in allowed:
        rivals = (one for one in kept if one.first < span.last and span.first < one.last)
        by = {one.target for one in rivals if entries[one.target].dimension == entries[span.target].dimension}
        if span.target not in by:  # kept, or one match in two spellings of a compound
            yield Fate(span.first, span.last, span.target, "taken", tuple(sorted(by)))
