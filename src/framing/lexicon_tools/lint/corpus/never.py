"""W40: an entry that never counts in the corpus."""

from __future__ import annotations

from collections.abc import Iterator

from framing.errors import Fault
from framing.lexicon_tools.lint.corpus.measured import EntrySums, Measured
from framing.matching.fates import End

_WHY: dict[End, str] = {
    "masked": "inside a mask",
    "excluded": "ruled out by its `exclude`",
    "unmet": "without what its `require` asks for",
    "taken": "taken by others",
}


def never_faults(measured: Measured) -> Iterator[Fault]:
    """Yield W40 with what became of the entry's matches, if it has any."""
    for entry, sums in measured.linted():
        if sums.counts:
            continue
        name = f"'{entry.pattern}' ({entry.dimension})"
        if not sums.matches:
            message = f"{name} never matches in {measured.articles} articles"
            hint = "a candidate for removal, if the corpus is large and of its subject; otherwise say so in the note"
            yield Fault(message, entry.where, hint, "W40")
            continue
        ends = ", ".join(f"{sums.ends[end]} {why}" for end, why in _WHY.items() if sums.ends[end])
        message = f"{name} matches {sums.matches} times and never counts: {ends}"
        yield Fault(message, entry.where, "see what keeps it from counting", "W40", _evidence(sums, measured))


def _evidence(sums: EntrySums, measured: Measured) -> tuple[str, ...]:
    takers = [
        f"taken {number} times by '{measured.lexicon.entries[taker].pattern}'"
        for taker, number in sorted(sums.takers.items(), key=lambda item: (-item[1], item[0]))[:3]
    ]
    return (*takers, *sums.removed.lines)
