"""Whether a source has text enough for its place among others to be claimed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.model.settings import VOICES_OF

if TYPE_CHECKING:
    from framing.model.settings import Settings
    from framing.rates.tally import Tally


def spoken_tokens(tally: Tally, settings: Settings) -> int:
    """Return the tokens of the voices that the rates follow: what a hit is among."""
    return sum(tally.voice_tokens[voice] for voice in VOICES_OF[settings.voice])


def insufficient(tally: Tally, settings: Settings) -> bool:
    """Whether the source has fewer than `min_tokens` tokens of the voices that its rates follow.

    A page of 2,000 words with ten of them in quotation marks is too short for ``voice="quoted"``, where the ten
    are all that a hit could be among. Its rate and intervals are given all the same: their width says it.
    """
    return spoken_tokens(tally, settings) < settings.min_tokens
