"""Tallies by source -> profiles, pairs and the sentences on what may be claimed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from framing.model.document import VOICES
from framing.model.lexicon import Lexicon
from framing.model.pairs import Family, Pair, PairCount
from framing.model.result import DimensionProfile, SourceProfile
from framing.model.settings import Settings
from framing.model.term import TermContrast
from framing.rates.breadth import common_hits
from framing.rates.dimension import dimension_profile
from framing.rates.orders import Orders, find_orders
from framing.rates.pool import Levels, Pool, pool_constants
from framing.rates.standings import Standing, find_standings
from framing.rates.sufficiency import DOMINATED, TOO_SHORT, bars, insufficient, spoken_tokens
from framing.rates.tally import Tally
from framing.rates.weights import flag_turned, turned_notes, turned_orders, weights_rank_correlation


class Finished(NamedTuple):
    """The parts of a Comparison that the tallies decide."""

    sources: tuple[SourceProfile, ...]
    pairs: tuple[Pair, ...]
    notes: tuple[str, ...]
    constants: dict[str, dict[str, float | bool | None]]
    families: tuple[Family, ...]
    pair_counts: dict[str, PairCount]


class _Measured(NamedTuple):
    """By dimension: the moments of each source, the corpus's constants, and of which sources nothing is claimed."""

    levels: Mapping[str, Mapping[str, Levels]]
    pools: Mapping[str, Pool]
    barred: Mapping[str, Mapping[str, str]]


def finish_profiles(
    tallies: Mapping[str, Tally], terms: Mapping[str, TermContrast], lexicon: Lexicon, settings: Settings
) -> Finished:
    """Return profiles, pairs, notes and corpus constants; sources in the order of `tallies`."""
    names = list(tallies)
    levels, pools, barred = measured = _measure(tallies, lexicon, settings)
    at_hits = {dimension: common_hits([par.y for par, _ in of.values()]) for dimension, of in levels.items()}
    standings, family = find_standings(*measured, settings)
    orders = find_orders(*measured, settings)
    sources = tuple(_source(name, tallies[name], terms[name], lexicon, standings, at_hits, settings) for name in names)
    turned = turned_orders(orders.pairs, sources)
    return Finished(
        sources=tuple(flag_turned(source, turned) for source in sources),
        pairs=orders.pairs,
        notes=(*_notes(tallies, barred, settings), *turned_notes(turned, lexicon)),
        constants={
            name: {**pool.shown(), "weights_rank_correlation": weights_rank_correlation(name, sources)}
            for name, pool in pools.items()
        },
        families=(*family, *orders.families),
        pair_counts=orders.counts,
    )


def orders_of(tallies: Mapping[str, Tally], lexicon: Lexicon, settings: Settings) -> Orders:
    """Return the pairs alone, as `finish_profiles` has them."""
    return find_orders(*_measure(tallies, lexicon, settings), settings)


def _measure(tallies: Mapping[str, Tally], lexicon: Lexicon, settings: Settings) -> _Measured:
    levels = {
        dimension.id: {name: tally.dimensions[dimension.id].levels for name, tally in tallies.items()}
        for dimension in lexicon.dimensions
    }
    pools = {dimension: pool_constants(of.values()) for dimension, of in levels.items()}
    short = [name for name, tally in tallies.items() if insufficient(tally, settings)]
    return _Measured(levels, pools, {dimension: bars(of, short) for dimension, of in levels.items()})


def _source(  # noqa: PLR0913, PLR0917 -- one source's share of everything
    name: str,
    tally: Tally,
    terms: TermContrast,
    lexicon: Lexicon,
    standings: Mapping[tuple[str, str], Standing],
    at_hits: Mapping[str, int | None],
    settings: Settings,
) -> SourceProfile:
    profiles: dict[str, DimensionProfile] = {}
    for dimension in lexicon.dimensions:
        place = standings[dimension.id, name]
        profiles[dimension.id] = dimension_profile(
            dimension,
            lexicon,
            tally,
            settings,
            at_hits=at_hits[dimension.id],
            **place.fields(settings.level),
        )
    total = tally.tokens
    return SourceProfile(
        source=name,
        articles=tally.articles,
        tokens=total,
        spoken_tokens=spoken_tokens(tally, settings),
        boilerplate_tokens=tally.boilerplate_tokens,
        voice={voice: count / total for voice, count in zip(VOICES, tally.voice_tokens, strict=True)},
        dimensions=profiles,
        contrast=terms,
        flags=(TOO_SHORT,) if insufficient(tally, settings) else (),
    )


def _notes(tallies: Mapping[str, Tally], barred: Mapping[str, Mapping[str, str]], settings: Settings) -> list[str]:
    counts = [tally.articles for tally in tallies.values()]
    notes = []
    if len(counts) == 1:
        notes.append("one source only: there is nothing to compare it with")
    if max(counts) == 1:
        notes.append(
            "describes these articles; n = 1 article per source, no inference to the outlet: p-values test 'same "
            "paragraph-level rate process', not 'same editorial line', and genre, length, date, author and knowledge "
            "of the event are confounded with the source"
        )
    elif min(counts) == 1:
        notes.append(
            "some sources have one article: their intervals describe that article, not the outlet; n = 1 article, no "
            "inference to the outlet. Pairs, ranks and ratios to the rest add the spread between articles, borrowed "
            "from the other sources, but genre, length, date, author and knowledge of the event are confounded with "
            "such a source"
        )
    if any(2 <= count <= 3 for count in counts):
        notes.append("two or three articles per source: spread between articles is borrowed from the corpus")
    # The articles of the chosen voices have the same words in every dimension, so each bars the same sources.
    why = next(iter(barred.values()), {})
    short, lone = ([name for name in tallies if why.get(name) == bar] for bar in (TOO_SHORT, DOMINATED))
    if short:
        notes.append(
            f"fewer than {settings.min_tokens} tokens of the chosen voices, so no order or rank is claimed: "
            + ", ".join(short)
        )
    if lone:
        notes.append("one article holds most of the words, so no order or rank is claimed: " + ", ".join(lone))
    notes.append("a rate is not comparable across dimensions: their lexicons differ in size and in common words")
    return notes
