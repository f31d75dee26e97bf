"""W45: an entry that counts in texts that frame nothing."""

from __future__ import annotations

from collections.abc import Iterator

from framing.errors import Fault
from framing.lexicon_tools.lint.corpus.measured import Measured

_LARGEST_RATE = 0.05  # hits per 1,000 tokens


def null_faults(measured: Measured) -> Iterator[Fault]:
    """Yield W45, over a corpus of sport, business, recipes and the like: there every hit is a false one.

    Entries with the role "support" make no hit and are let pass.
    """
    tokens = measured.tokens
    for entry, sums in measured.linted():
        hits = sums.ends["hit"]
        if tokens and 1000 * hits / tokens > _LARGEST_RATE:
            rate = 1000 * hits / tokens
            message = f"'{entry.pattern}' ({entry.dimension}) has {rate:.2f} hits per 1,000 tokens of the null corpus"
            message += f" ({hits} in {tokens})"
            hint = "narrow it, or ask for company by `require`"
            yield Fault(message, entry.where, hint, "W45", sums.kept.lines)
