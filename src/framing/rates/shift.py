"""Word shift of a rate difference: which entries make one source's rate differ from another's.

r = sum over entries of 1000 y_w / n, so r_a - r_b = sum over entries of 1000 (y_w,a/n_a - y_w,b/n_b): exactly
additive. Entries outside the lexicon add nothing (Gallagher et al. 2021 with a reference score of 0).
"""

from __future__ import annotations

from collections import Counter

from framing.errors import DataError
from framing.model.lexicon import Lexicon
from framing.model.result import Shift, WordShift
from framing.model.settings import VOICES_OF, Settings
from framing.rates.tally import Tally


def word_shift(  # noqa: PLR0913, PLR0917 -- two named tallies, and what they are of
    a: str, tally_a: Tally, b: str, tally_b: Tally, dimension: str, lexicon: Lexicon, settings: Settings
) -> WordShift:
    """Return the parts of the rate of `a` less that of `b`, the largest first; positive = more in `a`.

    Raises
    ------
    DataError
        If either has no token in the chosen voices.
    """
    voices = VOICES_OF[settings.voice]
    sizes = [sum(tally.voice_tokens[voice] for voice in voices) for tally in (tally_a, tally_b)]
    if not all(sizes):
        raise DataError(f"'{a if not sizes[0] else b}' has no token in the chosen voices")
    counts_a, counts_b = (_by_entry(tally, dimension, voices) for tally in (tally_a, tally_b))
    parts = [
        Shift(
            entry=lexicon.entries[entry].name,
            subframe=lexicon.entries[entry].subframe,
            hits_a=counts_a[entry],
            hits_b=counts_b[entry],
            difference=1000 * counts_a[entry] / sizes[0] - 1000 * counts_b[entry] / sizes[1],
        )
        for entry in sorted({*counts_a, *counts_b})
    ]
    parts.sort(key=lambda part: (-abs(part.difference), part.entry))
    return WordShift(a, b, dimension, sum(part.difference for part in parts), tuple(parts))


def _by_entry(tally: Tally, dimension: str, voices: frozenset[int]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for cell, hits in tally.dimensions[dimension].cells.items():
        if cell.voice in voices:
            counts[cell.entry] += hits
    return counts
