"""One source in one dimension: counts by stance, voice, sub-frame and entry, and the flags they raise."""

from __future__ import annotations

from collections import Counter
from typing import Any

from framing.model.document import VOICES
from framing.model.hit import STANCES
from framing.model.lexicon import Dimension, Lexicon
from framing.model.result import Breadth, Count, DimensionProfile, Leading, StanceSplit
from framing.model.settings import VOICES_OF, Settings
from framing.rates.breadth import breadth
from framing.rates.tally import EVIDENCE_UNIT, Cell, DimensionTally, Tally

# Half of all hits from one paragraph or one entry: the number says more about that than about the source.
_DRIVEN = 0.5
_LEAST_FOR_FLAGS = 4


def dimension_profile(
    dimension: Dimension,
    lexicon: Lexicon,
    tally: Tally,
    settings: Settings,
    **standing: Any,  # noqa: ANN401 -- the fields of DimensionProfile that compare with other sources
) -> DimensionProfile:
    """Return the profile: its own counts from the tally, its place among the sources from `standing`."""
    counts = tally.dimensions[dimension.id]
    voices = VOICES_OF[settings.voice]
    followed = {cell: hits for cell, hits in counts.cells.items() if cell.voice in voices}
    tokens = sum(tally.voice_tokens[voice] for voice in voices)
    hits = sum(followed.values())
    by_subframe: Counter[str] = Counter()
    by_entry: Counter[str] = Counter()
    for cell, number in followed.items():
        entry = lexicon.entries[cell.entry]
        by_subframe[entry.subframe] += number
        by_entry[entry.name] += number
    weighted = sum(lexicon.entries[cell.entry].weight * number for cell, number in sorted(followed.items()))
    spread = breadth([by_subframe[sub.id] for sub in dimension.subframes])
    return DimensionProfile(
        hits=hits,
        weighted_rate=_rate(weighted, tokens),
        coverage=counts.present_words / counts.read_words if counts.read_words else None,
        evidence=counts.evidence / EVIDENCE_UNIT / counts.read_words if counts.read_words else None,
        breadth=Breadth(spread.hit, spread.of, spread.evenness),
        stance=_stance(followed, tokens),
        hedged=sum(number for cell, number in followed.items() if cell.hedged),
        voice=_voices(counts, tally),
        subframes={
            sub.id: Count(by_subframe[sub.id], _rate(by_subframe[sub.id], tokens)) for sub in dimension.subframes
        },
        leading=tuple(
            Leading(name, number, number / hits)
            for name, number in sorted(by_entry.items(), key=lambda item: (-item[1], item[0]))[: settings.top]
        ),
        flags=tuple(_flags(counts, by_entry, hits)),
        **standing,
    )


def _rate(hits: float, tokens: int) -> float | None:
    return 1000 * hits / tokens if tokens else None


def _stance(followed: dict[Cell, int], tokens: int) -> StanceSplit:
    split = dict.fromkeys(STANCES, 0)
    for cell, number in followed.items():
        split[cell.stance] += number
    net = _rate(split["asserted"] - split["contested"], tokens)
    return StanceSplit(split["asserted"], split["contested"], split["reported"], net)


def _voices(counts: DimensionTally, tally: Tally) -> dict[str, Count]:
    hits = [0, 0, 0]
    for cell, number in counts.cells.items():
        hits[cell.voice] += number
    return {
        name: Count(hits[voice], _rate(hits[voice], tally.voice_tokens[voice])) for voice, name in enumerate(VOICES)
    }


def _flags(counts: DimensionTally, by_entry: Counter[str], hits: int) -> list[str]:
    if hits < _LEAST_FOR_FLAGS:
        return ["few_hits"]
    flags = []
    if (counts.paragraphs.max_y or 0) >= _DRIVEN * hits:
        flags.append("driven_by_one_paragraph")
    if max(by_entry.values()) >= _DRIVEN * hits:
        flags.append("driven_by_one_entry")
    return flags
