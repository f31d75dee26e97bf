"""The choices of a run that decide numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from framing.errors import SettingsError
from framing.model.document import ATTRIBUTED, OWN, QUOTED

VoiceChoice = Literal["headline", "all", "own", "quoted"]
VOICES_OF: Mapping[str, frozenset[int]] = {
    "headline": frozenset({OWN, ATTRIBUTED}),
    "all": frozenset({OWN, ATTRIBUTED, QUOTED}),
    "own": frozenset({OWN}),
    "quoted": frozenset({QUOTED}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every choice that decides a number; what only decides a look is not here.

    Attributes
    ----------
    voice
        Whose words the rates follow: "headline" (own + attributed), "all", "own" or "quoted".
    masks
        False turns the masks off.
    keep_boilerplate
        True counts page furniture as text.
    level
        Of the intervals, between 0 and 1.
    q
        The false discovery rate below which a pair, or a source by a term, is told apart.
    min_tokens
        Sources with fewer tokens of the chosen voices are marked as insufficient.
    top
        How many leading entries and contrast terms are kept.
    seed
        For the resampling behind the terms' selection frequency.
    against
        What the terms of a source are set against: "rest" (the other sources, weighted equally), "corpus" (the
        other sources, every token alike), or the name of one source.
    """

    voice: VoiceChoice = "headline"
    masks: bool = True
    keep_boilerplate: bool = False
    level: float = 0.95
    q: float = 0.10
    min_tokens: int = 400
    top: int = 10
    seed: int = 0
    against: str = "rest"

    def __post_init__(self) -> None:
        if self.voice not in VOICES_OF:
            raise SettingsError(f"unknown voice '{self.voice}'", hint="one of: " + ", ".join(VOICES_OF))
        for name in ("level", "q"):
            if not 0 < getattr(self, name) < 1:
                raise SettingsError(f"{name} is {getattr(self, name)}", hint="it lies between 0 and 1")
        for name in ("min_tokens", "top"):
            if getattr(self, name) < 0:
                raise SettingsError(f"{name} is {getattr(self, name)}", hint="it is 0 or more")
