"""W31: a sub-frame that holds most of its dimension, or next to nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from framing.errors import Fault
from framing.model.lexicon import Lexicon

_FEWEST_ENTRIES = 3
_LARGEST_SHARE = 0.5


def balance_faults(lexicon: Lexicon) -> Iterator[Fault]:
    """Yield W31 over the active entries."""
    active = [entry for entry in lexicon.entries if entry.status == "active"]
    counts = Counter((entry.dimension, entry.subframe) for entry in active)
    totals = Counter(entry.dimension for entry in active)
    for dimension in lexicon.dimensions:
        total = totals[dimension.id]
        for subframe in dimension.subframes:
            number = counts[dimension.id, subframe.id]
            if number < _FEWEST_ENTRIES:
                message = f"sub-frame '{subframe.id}' has {number} active entries"
                hint = f"fewer than {_FEWEST_ENTRIES} cannot carry it: add some, or join it to another"
                yield Fault(message, subframe.where, hint, "W31")
            if number > _LARGEST_SHARE * total:
                message = f"sub-frame '{subframe.id}' holds {number} of the {total} entries of '{dimension.id}'"
                yield Fault(message, subframe.where, "its words would speak for the dimension: divide it", "W31")
