"""W21: a pattern that stands in two dimensions, or whose every string a pattern of another dimension matches."""

from __future__ import annotations

from collections.abc import Iterator

from framing.errors import Fault
from framing.lexicon_tools.bench import Bench
from framing.lexicon_tools.lint.implied import is_free_with
from framing.model.lexicon import Entry


def conflict_faults(bench: Bench, entries: tuple[Entry, ...]) -> Iterator[Fault]:
    """Yield W21 for every such pair, once: at the narrower entry, or the later of two that match the same.

    A hit of the one is then always a hit of the other, and the two dimensions correlate by construction. Where that is
    meant, both say ``shared = true``. The same pattern is told even where `require` may keep the two apart; a wider
    one only where it counts whenever the narrower does.
    """
    wider = {
        number: wider_entries(number, bench, entries)
        for number, entry in enumerate(entries)
        if entry.status == "active"
    }
    for number, others in wider.items():
        entry = entries[number]
        for other in others:
            first = entries[other]
            same = number in wider[other]
            if (same and number < other) or not (same or is_free_with(first, entry)):
                continue
            says = "is also" if same else f"is matched wherever it stands by '{first.pattern}'"
            message = f"'{entry.pattern}' of '{entry.dimension}' {says} in '{first.dimension}' (on {first.where})"
            yield Fault(message, entry.where, "choose one dimension, or write shared = true on both", "W21")


def wider_entries(number: int, bench: Bench, entries: tuple[Entry, ...]) -> list[int]:
    """Return the entries of other dimensions that match every string of entry `number`, whole."""
    entry = entries[number]
    left: set[int] | None = None
    for tried in bench.tried(number):
        whole = {span.target for span in tried.spans if tried.is_whole(span)}
        left = whole if left is None else left & whole
        left = {n for n in left if _clash(entry, entries[n])}
        if not left:
            return []
    return sorted(left or ()) if bench.is_complete(number) else []


def _clash(one: Entry, other: Entry) -> bool:
    return one.dimension != other.dimension and not (one.shared and other.shared)
