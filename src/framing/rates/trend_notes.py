"""The sentences on what a trend may be taken to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from framing.model.settings import Settings
from framing.model.trend import Series
from framing.rates.sufficiency import DOMINATED, TOO_SHORT

# Of an AR(1) process with this correlation the interval of a mean is 1.36 times too narrow, sqrt(1.3/.7).
_ALIKE = 0.3


def trend_notes(series: Sequence[Series], per: str, settings: Settings, *, event: bool) -> list[str]:
    """Return the notes of all series together, each with the sources that it is about."""
    about = _event_notes(series, per) if event else _slope_notes(series, per)
    side = " on a side of the event" if event else ""
    short = _named(series, lambda one: one.change is not None and one.change.reason == TOO_SHORT)
    return [
        *([f"a {per} without an article is a gap, not a rate of 0"] if _gaps(series) else []),
        *_said(f"fewer than {settings.min_tokens} tokens of the chosen voices{side}, so no change is claimed: ", short),
        *about,
        "no change shown is not no change: the interval says how large a one cannot be ruled out",
        "a rate is not comparable across dimensions: their lexicons differ in size and in common words",
    ]


def _event_notes(series: Sequence[Series], per: str) -> list[str]:
    lone = _named(series, lambda one: any(side and side.articles == 1 for side in (one.before, one.after)))
    dominated = _named(series, lambda one: one.change is not None and one.change.reason == DOMINATED)
    return [
        *_said("one article on a side: that article is compared, not the source, of: ", lone),
        *_said(f"most words of a side are of one {per}, or of one article, so no change is claimed: ", dominated),
        "before and after are two times: whatever else changed between them is not told apart",
    ]


def _slope_notes(series: Sequence[Series], per: str) -> list[str]:
    alike = _named(series, lambda one: one.neighbours is not None and one.neighbours > _ALIKE)
    return [
        *_said(f"neighbouring {per}s resemble each other, so the interval of the change is too narrow for: ", alike),
        "a line in ln rate: a step, or a rise and fall, may pass for none; name its date with --event",
    ]


def _gaps(series: Sequence[Series]) -> bool:
    return any(not period.articles for one in series for period in one.periods)


def _named(series: Sequence[Series], holds: Callable[[Series], bool]) -> list[str]:
    return sorted({one.source for one in series if holds(one)})


def _said(words: str, names: list[str]) -> list[str]:
    return [words + ", ".join(names)] if names else []
