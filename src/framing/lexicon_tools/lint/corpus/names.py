"""I50: an entry that is a name."""

from __future__ import annotations

from collections.abc import Iterator

from framing.errors import Fault
from framing.lexicon_tools.lint.corpus.measured import FEWEST, Measured

_CAPITAL_SHARE = 0.90


def name_faults(measured: Measured) -> Iterator[Fault]:
    """Yield I50 where nearly all occurrences inside sentences have capitals on every word but function words."""
    for entry, sums in measured.linted():
        if sums.judged >= FEWEST and sums.capital > _CAPITAL_SHARE * sums.judged:
            message = f"'{entry.pattern}' ({entry.dimension}) has capitals in {sums.capital} of {sums.judged} places"
            hint = "who or what a story is about is no frame: a proper noun belongs in the mask 'user_topic'"
            yield Fault(message, entry.where, hint, "I50", sums.kept.lines)
