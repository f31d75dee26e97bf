"""Why two sources differ: nouns of the word shift and of the voice decomposition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from framing.model.pairs import Pair

Verdict = Literal["apart", "tie", "untested"]


class HitWords(NamedTuple):
    """Forms of an entry that were hit, the most frequent first: in both sources together, and in each."""

    both: tuple[str, ...] = ()
    a: tuple[str, ...] = ()
    b: tuple[str, ...] = ()


class Shift(NamedTuple):
    """One entry's part in a rate difference, hits per 1,000 tokens; positive = more in a.

    `words` are the forms that were hit in the two sources, the most frequent first, `words_a` and `words_b` those of
    each: patterns that find them. `weighted` is its part in the difference of the weighted rates.
    """

    entry: str
    subframe: str
    hits_a: int
    hits_b: int
    difference: float
    words: tuple[str, ...] = ()
    weighted: float = 0.0
    words_a: tuple[str, ...] = ()
    words_b: tuple[str, ...] = ()


class StanceShift(NamedTuple):
    """The part of the hits of one stance, whatever their entry."""

    stance: str
    hits_a: int
    hits_b: int
    difference: float


class SubframeShift(NamedTuple):
    """One sub-frame's part: the sum of its entries'."""

    subframe: str
    hits_a: int
    hits_b: int
    difference: float


class VoiceShift(NamedTuple):
    """One voice's two parts in the difference of the rates over all voices (Kitagawa 1955).

    Attributes
    ----------
    share_a, share_b
        Share of each source's tokens in this voice.
    rate_a, rate_b
        Hits per 1,000 tokens of this voice; None where it has no token.
    from_share
        What the difference in share adds: (share_a - share_b) x the mean of the two rates.
    from_rate
        What the difference in rate adds: (rate_a - rate_b) x the mean of the two shares.
    """

    voice: str
    share_a: float
    share_b: float
    rate_a: float | None
    rate_b: float | None
    from_share: float
    from_rate: float


class VoiceSplit(NamedTuple):
    """The difference of two rates over all voices, whatever voice the result follows; the parts sum to it.

    `from_shares` is what comes of one source quoting or attributing more, `from_rates` of speaking differently
    within each voice.
    """

    rate_a: float
    rate_b: float
    difference: float
    from_shares: float
    from_rates: float
    voices: tuple[VoiceShift, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordShift:
    """The rate of `a` less that of `b`, and what it is made of.

    Attributes
    ----------
    rate_a, rate_b, difference
        Hits per 1,000 tokens of the voices that the result follows.
    parts
        By entry, the largest first; they sum to `difference`.
    subframes
        By sub-frame, in the order of the lexicon; they sum to `difference` too.
    voices
        The voice decomposition, over all voices.
    pair
        The test of this pair, from the result's family; None where it was not tested or not listed.
    verdict
        "apart" where an order is claimed; else "tie", or "untested" where neither has a hit.
    stances
        By stance, those that have a hit; they sum to `difference`.
    weighted_difference
        Of the weighted rates: an entry's weight is one in both sources, so only its use differs.
    """

    a: str
    b: str
    dimension: str
    title: str
    rate_a: float
    rate_b: float
    difference: float
    parts: tuple[Shift, ...]
    subframes: tuple[SubframeShift, ...]
    voices: VoiceSplit
    pair: Pair | None = None
    verdict: Verdict = "tie"
    stances: tuple[StanceShift, ...] = ()
    weighted_difference: float = 0.0

    @property
    def hits(self) -> tuple[int, int]:
        """Hits of `a` and of `b`, of all entries."""
        return sum(part.hits_a for part in self.parts), sum(part.hits_b for part in self.parts)
