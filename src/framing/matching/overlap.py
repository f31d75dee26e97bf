"""Of matches that overlap, which one counts: section 3.7."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.matching.search import Span
from framing.model.lexicon import Entry


def leftmost_longest(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that remain when the leftmost, then the longest, takes its tokens."""
    kept: list[Span] = []
    end = 0
    for span in sorted(spans, key=lambda s: (s.first, -s.last, s.target)):
        if span.first >= end:
            kept.append(span)
            end = span.last
    return kept


def resolve_overlap(spans: Iterable[Span], entries: Sequence[Entry], taken: Iterable[Span] = ()) -> list[Span]:
    """Return the spans that count: within a dimension leftmost, longest, heaviest, first in the file.

    Tokens consumed in one dimension are still free in another. `taken` are spans that hold their tokens
    already. The result is in text order, then in the order of the entries.
    """
    consumed: dict[str, set[int]] = {}
    for span in taken:
        consumed.setdefault(entries[span.target].dimension, set()).update(range(span.first, span.last))
    kept: list[Span] = []
    ranked = sorted(spans, key=lambda s: (s.first, -s.last, -entries[s.target].weight, s.target))
    for span in ranked:
        tokens = range(span.first, span.last)
        used = consumed.setdefault(entries[span.target].dimension, set())
        if used.isdisjoint(tokens):
            used.update(tokens)
            kept.append(span)
    return sorted(kept, key=lambda s: (s.first, s.last, s.target))


def resolve_roles(spans: Sequence[Span], entries: Sequence[Entry]) -> tuple[list[Span], list[Span]]:
    """Return the matches that count as hits, and those that lend evidence only.

    Support never takes a word from a hit: it is laid over what the hits have left.
    """
    frames = resolve_overlap((s for s in spans if entries[s.target].role == "frame"), entries)
    supports = (s for s in spans if entries[s.target].role == "support")
    return frames, resolve_overlap(supports, entries, taken=frames)
