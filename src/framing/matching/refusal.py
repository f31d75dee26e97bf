"""What an entry's own rules say about a match: ruled out by its `exclude`, or without what its `require` asks for."""

from __future__ import annotations

from typing import Literal

import numpy as np

from framing.matching.compiler import Part
from framing.matching.search import Span, Text
from framing.model.document import Document
from framing.model.lexicon import Entry, Require

#: Why a match does not count; empty where its entry has nothing against it.
Refusal = Literal["", "excluded", "unmet"]


def refusal(span: Span, entry: Entry, text: Text, document: Document) -> Refusal:
    """Return why `entry` does not let its match at `span` count: `exclude` is asked first, then `require`."""
    if is_excluded(span, entry, text):
        return "excluded"
    if entry.require and not _is_met(entry.require, span, text, document):
        return "unmet"
    return ""


def is_excluded(span: Span, entry: Entry, text: Text) -> bool:
    """Whether a longer phrase of the entry's `exclude` lies over the match."""
    if not entry.exclude:
        return False
    # A phrase that covers the match lies in its sentence, and may be anchored on either side of it.
    start, end = text.sentence_start[span.first], text.sentence_end[span.first]
    return any(
        other.first <= span.first and span.last <= other.last
        for other in text.between(Part.EXCLUDE, start, end, span.target)
    )


def _is_met(require: Require, span: Span, text: Text, document: Document) -> bool:
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


def _window(require: Require, span: Span, text: Text, document: Document) -> tuple[int, int]:
    start, end = text.sentence_start[span.first], text.sentence_end[span.first]
    if require.unit == "paragraph":
        number = document.paragraph[span.first]
        start = int(np.searchsorted(document.paragraph, number))
        end = int(np.searchsorted(document.paragraph, number, side="right"))
    if require.within:
        start, end = max(start, span.first - require.within), min(end, span.last + require.within)
    return start, end
