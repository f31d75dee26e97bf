"""One source in one dimension: counts by stance, voice, sub-frame and entry, and the flags they raise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from framing.model.beside_rate import Concentration, HitCoverage
from framing.model.document import VOICES
from framing.model.hit import STANCES
from framing.model.lexicon import Dimension, Lexicon
from framing.model.result import Breadth, Count, DimensionProfile, Leading, StanceSplit
from framing.model.settings import VOICES_OF, Settings
from framing.rates.breadth import breadth, rarefied
from framing.rates.concentration import covered, dispersion, most_hits
from framing.rates.tally import EVIDENCE_UNIT, Cell, DimensionTally, Tally

# Half of all hits from one paragraph or one entry: the number says more about that than about the source.
_DRIVEN = 0.5
_LEAST_FOR_FLAGS = 4


def dimension_profile(
    dimension: Dimension,
    lexicon: Lexicon,
    tally: Tally,
    settings: Settings,
    at_hits: int | None = None,
    **standing: Any,  # noqa: ANN401 -- the fields of DimensionProfile that compare with other sources
) -> DimensionProfile:
    """Return the profile: its own counts from the tally, its place among the sources from `standing`.

    Breadth is also brought to `at_hits` hits.
    """
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
    pieces = _concentration(counts, by_entry, tokens, tally.shortest_paragraph)
    return DimensionProfile(
        hits=hits,
        weighted_rate=_rate(weighted, tokens),
        coverage=counts.present_words / counts.read_words if counts.read_words else None,
        evidence=counts.evidence / EVIDENCE_UNIT / counts.read_words if counts.read_words else None,
        breadth=_breadth([by_subframe[sub.id] for sub in dimension.subframes], at_hits),
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
        flags=tuple(_flags(pieces, hits)),
        hit_coverage=_hit_coverage(counts, tokens),
        sentence_capped_rate=_rate(counts.hit_sentences, tokens),
        concentration=pieces,
        **standing,
    )


def _breadth(subframe_hits: Sequence[int], at_hits: int | None) -> Breadth:
    spread = breadth(subframe_hits)
    brought = None if at_hits is None else rarefied(subframe_hits, at_hits)
    return Breadth(spread.hit, spread.of, spread.evenness, brought, at_hits)


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


def _hit_coverage(counts: DimensionTally, tokens: int) -> HitCoverage | None:
    if not tokens:
        return None
    return HitCoverage(*(covered(counts.hit_paragraphs, least) / tokens for least in (1, 2)))


def _concentration(
    counts: DimensionTally, by_entry: Counter[str], tokens: int, shortest: int | None
) -> Concentration | None:
    hits = sum(by_entry.values())
    if not hits:
        return None
    crowding = dispersion(counts.hit_paragraphs, tokens, shortest or 0)
    return Concentration(
        max(by_entry.values()) / hits, most_hits(counts.hit_paragraphs) / hits, crowding.dp, crowding.dp_norm
    )


def _flags(pieces: Concentration | None, hits: int) -> list[str]:
    if pieces is None or hits < _LEAST_FOR_FLAGS:
        return ["few_hits"]
    flags = []
    if pieces.paragraph >= _DRIVEN:
        flags.append("driven_by_one_paragraph")
    if pieces.entry >= _DRIVEN:
        flags.append("driven_by_one_entry")
    return flags
