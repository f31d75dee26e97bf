"""W43: an entry most of whose matches are removed; a mask that removes none."""

from __future__ import annotations

from collections.abc import Iterator

from framing.errors import Fault
from framing.lexicon_tools.lint.corpus.measured import FEWEST, Measured

_LARGEST_SHARE = 0.5


def removed_faults(measured: Measured) -> Iterator[Fault]:
    """Yield W43 for entries, and for masks where anything is matched that a mask could remove."""
    for entry, sums in measured.linted():
        masked, excluded, matches = sums.ends["masked"], sums.ends["excluded"], sums.matches
        if matches >= FEWEST and masked + excluded > _LARGEST_SHARE * matches:
            message = (
                f"'{entry.pattern}' ({entry.dimension}) loses {masked + excluded} of its {matches} matches: "
                f"{masked} to masks, {excluded} to its `exclude`"
            )
            hint = "write what is meant into the pattern, instead of taking out what is not"
            yield Fault(message, entry.where, hint, "W43", sums.removed.lines)
    if not measured.lexicon.entries:
        return
    for mask, number in measured.linted_masks():
        if not number:
            message = f"mask '{mask.id}' keeps no match from counting in {measured.articles} articles"
            hint = "leave it out, if the corpus is large and of its subject"
            yield Fault(message, mask.where, hint, "W43")
