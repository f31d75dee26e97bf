"""W44: an entry that lives on one article."""

from __future__ import annotations

from collections.abc import Iterator

from framing.errors import Fault
from framing.lexicon_tools.lint.corpus.measured import FEWEST, Measured

_LARGEST_SHARE = 0.8


def burst_faults(measured: Measured) -> Iterator[Fault]:
    """Yield W44 with that article's id and a sample of lines."""
    for entry, sums in measured.linted():
        if sums.counts >= FEWEST and sums.most >= _LARGEST_SHARE * sums.counts:
            message = f"'{entry.pattern}' ({entry.dimension}) counts {sums.counts} times, {sums.most} in one article"
            hint = "an idiom of one writer is no general expression: narrow it or leave it out"
            yield Fault(message, entry.where, hint, "W44", (f"article {sums.most_article}", *sums.kept.lines))
