"""Of matches that overlap, which one counts: section 3.7."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.matching.search import Span
from framing.model.lexicon import Entry
from framing.model.pattern import ClassRef


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


def covers(entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Return pairs (first, second) of one dimension in which `first` matches all that `second` does.

    Only for patterns of equal length without class, gap or rule: a subset of forms at every place.
    """
    groups: dict[tuple[str, int], list[tuple[Entry, list[frozenset[str]]]]] = {}
    for entry in entries:
        forms = _closed_forms(entry)
        if forms:
            groups.setdefault((entry.dimension, len(forms)), []).append((entry, forms))
    found: list[tuple[Entry, Entry]] = []
    for group in groups.values():
        holders: dict[str, list[int]] = {}
        for number, (_, forms) in enumerate(group):
            for word in forms[0]:
                holders.setdefault(word, []).append(number)
        for number, (second, forms) in enumerate(group):
            for other in holders[min(forms[0])]:
                first, wider = group[other]
                if other != number and all(a <= b for a, b in zip(forms, wider, strict=True)):
                    found.append((first, second))
    return found


def _closed_forms(entry: Entry) -> list[frozenset[str]]:
    pattern = entry.pattern
    plain = entry.status == "active" and entry.require is None and not entry.exclude
    if not plain or any(joint.gap or joint.punctuation for joint in pattern.joints):
        return []
    rows: list[frozenset[str]] = []
    for item in pattern.items:
        if isinstance(item, ClassRef) or any(form.open_end or form.open_start for form in item.forms):
            return []
        rows.append(frozenset(form.text.casefold() for form in item.forms))
    return rows
