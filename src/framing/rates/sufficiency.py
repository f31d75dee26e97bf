"""Which sources may be claimed to stand above or below others: those with text enough, and not of one article alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from framing.false_discovery import benjamini_hochberg
from framing.model.pairs import Family
from framing.model.settings import VOICES_OF
from framing.rates.interval import dominated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from framing.model.settings import Settings
    from framing.rates.pool import Levels
    from framing.rates.tally import Tally

TOO_SHORT: Final = "insufficient_tokens"
DOMINATED: Final = "dominated"
#: Why nothing is claimed of a source, the weightier first.
BARS = (TOO_SHORT, DOMINATED)
_WHAT = {
    "": "",
    TOO_SHORT: ", with a source of too few tokens; nothing is claimed",
    DOMINATED: ", with a source whose words stand mostly in one article; nothing is claimed",
}


def spoken_tokens(tally: Tally, settings: Settings) -> int:
    """Return the tokens of the voices that the rates follow: what a hit is among."""
    return sum(tally.voice_tokens[voice] for voice in VOICES_OF[settings.voice])


def insufficient(tally: Tally, settings: Settings) -> bool:
    """Whether the source has fewer than `min_tokens` tokens of the voices that its rates follow.

    A page of 2,000 words with ten of them in quotation marks is too short for ``voice="quoted"``, where the ten
    are all that a hit could be among. Its rate and intervals are given all the same: their width says it.
    """
    return spoken_tokens(tally, settings) < settings.min_tokens


def bars(levels: Mapping[str, Levels], short: Collection[str]) -> dict[str, str]:
    """Return why nothing is claimed of a source, for those of which nothing is; `short` have too few tokens.

    Such sources have no rank and are no part of the rest: 19 words without a hit are compatible with any rate, and
    would stand first among six papers of 6,000 words as well as last.
    """
    found = {name: DOMINATED for name, (_, art) in levels.items() if art.n and dominated(art)}
    return {**found, **{name: TOO_SHORT for name in levels if name in short}}


def adjusted_apart(p: Sequence[float] | NDArray[np.float64], barred: Sequence[str]) -> NDArray[np.float64]:
    """Return q-values, those of what may be claimed and of what each bar keeps from it adjusted as families apart.

    What cannot be claimed shall not cost the others their power, nor gain from it.

    Examples
    --------
    >>> adjusted_apart([0.01, 0.04, 0.04], ["", "", "dominated"]).tolist()
    [0.02, 0.04, 0.04]
    """
    values, reasons = np.asarray(p, dtype=float), np.asarray(barred, dtype=str)
    q = np.empty(len(values))
    for bar in np.unique(reasons):
        q[reasons == bar] = benjamini_hochberg(values[reasons == bar])
    return q


def barred_families(
    name: str, what: str, barred: Sequence[str], found: int, method: str, settings: Settings
) -> Iterator[Family]:
    """Yield the family of what may be claimed, then those of what may not; `barred` has a test's reason or ""."""
    tests = Counter(barred)
    for bar in ("", *BARS):
        if not bar or tests[bar]:
            full = f"{name}_{bar}" if bar else name
            yield Family(full, what + _WHAT[bar], tests[bar], settings.q, method, 0 if bar else found)
