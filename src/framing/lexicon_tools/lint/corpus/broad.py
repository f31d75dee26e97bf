"""W41: an entry that makes up much of its dimension, or stands in much of the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from framing.errors import Fault
from framing.lexicon_tools.lint.corpus.measured import FEWEST, Measured

_LARGEST_SHARE_OF_HITS = 0.15
_LARGEST_SHARE_OF_PARAGRAPHS = 0.40


def broad_faults(measured: Measured) -> Iterator[Fault]:
    """Yield W41 with a sample of lines."""
    totals: Counter[str] = Counter()
    for entry, sums in measured.linted():
        totals[entry.dimension] += sums.ends["hit"]
    for entry, sums in measured.linted():
        if sums.counts < FEWEST:
            continue
        hits, total = sums.ends["hit"], totals[entry.dimension]
        if hits > _LARGEST_SHARE_OF_HITS * total:
            message = f"'{entry.pattern}' makes {hits} of the {total} hits of '{entry.dimension}' ({hits / total:.0%})"
            hint = "it speaks for the dimension: read the lines, then narrow it or divide it"
            yield Fault(message, entry.where, hint, "W41", sums.kept.lines)
        if sums.paragraphs > _LARGEST_SHARE_OF_PARAGRAPHS * measured.paragraphs:
            share = sums.paragraphs / measured.paragraphs
            message = f"'{entry.pattern}' ({entry.dimension}) stands in {share:.0%} of the paragraphs"
            hint = "a word that is nearly everywhere tells nothing apart: read the lines, then narrow it"
            yield Fault(message, entry.where, hint, "W41", sums.kept.lines)
