"""Tallies by source -> profiles, pairs and the sentences on what may be claimed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from framing.false_discovery import benjamini_hochberg
from framing.model.document import VOICES
from framing.model.lexicon import Dimension, Lexicon
from framing.model.pairs import Family, Pair, PairCount
from framing.model.result import DimensionProfile, SourceProfile
from framing.model.settings import Settings
from framing.model.term import TermContrast
from framing.rates.breadth import common_hits
from framing.rates.dimension import dimension_profile
from framing.rates.orders import find_orders
from framing.rates.pool import Levels, Pool, log_rate, pool_constants
from framing.rates.ranks import rank_probabilities, rank_range
from framing.rates.rate_facts import RateFacts, rate_facts
from framing.rates.rest import RestRatios, ratios_to_rest
from framing.rates.sufficiency import insufficient, spoken_tokens
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


class _Standing(NamedTuple):
    """Where one source stands among the others in one dimension."""

    facts: RateFacts
    to_rest: RestRatios | None
    ranks: tuple[float, ...]


def finish_profiles(
    tallies: Mapping[str, Tally], terms: Mapping[str, TermContrast], lexicon: Lexicon, settings: Settings
) -> Finished:
    """Return profiles, pairs, notes and corpus constants; sources in the order of `tallies`."""
    names = list(tallies)
    pools: dict[str, Pool] = {}
    standings: dict[tuple[str, str], _Standing] = {}
    every: dict[str, dict[str, Levels]] = {}
    at_hits: dict[str, int | None] = {}
    for dimension in lexicon.dimensions:
        levels = every[dimension.id] = {name: _levels(tallies[name], dimension) for name in names}
        pool = pools[dimension.id] = pool_constants(
            [par for par, _ in levels.values()], [art for _, art in levels.values()]
        )
        at_hits[dimension.id] = common_hits([par.y for par, _ in levels.values()])
        ranks = _ranks(levels, pool)
        facts = rate_facts(levels, pool, settings.level)
        to_rest = dict(zip(names, ratios_to_rest(list(levels.values()), pool, settings.level), strict=True))
        for name in names:
            standings[dimension.id, name] = _Standing(facts[name], to_rest[name], ranks.get(name, ()))
    q_values = _q_of_ratios(standings)
    orders = find_orders(every, pools, _short(tallies, settings), settings)
    sources = tuple(
        _source(name, tallies[name], terms[name], lexicon, standings, q_values, at_hits, settings) for name in names
    )
    turned = turned_orders(orders.pairs, sources)
    return Finished(
        sources=tuple(flag_turned(source, turned) for source in sources),
        pairs=orders.pairs,
        notes=(*_notes(tallies, settings), *turned_notes(turned, lexicon)),
        constants={
            name: {
                "phi0": pool.phi0,
                "c0_squared": pool.c0_squared,
                "declared": pool.declared,
                "rho0": pool.rho0,
                "weights_rank_correlation": weights_rank_correlation(name, sources),
            }
            for name, pool in pools.items()
        },
        families=(_family_of_ratios(q_values, settings), *orders.families),
        pair_counts=orders.counts,
    )


def _levels(tally: Tally, dimension: Dimension) -> Levels:
    counts = tally.dimensions[dimension.id]
    return counts.paragraphs, counts.articles


def _ranks(levels: Mapping[str, Levels], pool: Pool) -> dict[str, tuple[float, ...]]:
    """Return P(highest), P(second), ... of each source that has tokens."""
    spoken = [name for name, (par, _) in levels.items() if par.n]
    rows = [log_rate(*levels[name], pool) for name in spoken]
    if not rows:
        return {}
    table = rank_probabilities(*(list(column) for column in zip(*rows, strict=True)))
    return {name: tuple(row) for name, row in zip(spoken, table, strict=True)}


def _q_of_ratios(standings: Mapping[tuple[str, str], _Standing]) -> dict[tuple[str, str], float]:
    tested = {key: s.to_rest.equal.p_value for key, s in standings.items() if s.to_rest is not None}
    return dict(zip(tested, benjamini_hochberg(list(tested.values())).tolist(), strict=True))


def _family_of_ratios(q_values: Mapping[tuple[str, str], float], settings: Settings) -> Family:
    return Family(
        name="sources",
        what="sources x dimensions, rate against the rest with sources weighted equally",
        tests=len(q_values),
        q=settings.q,
        method="Welch t test of the log ratio on moderated overdispersion, two-sided; Benjamini-Hochberg 1995",
        found=sum(q <= settings.q for q in q_values.values()),
    )


def _source(  # noqa: PLR0913, PLR0917 -- one source's share of everything
    name: str,
    tally: Tally,
    terms: TermContrast,
    lexicon: Lexicon,
    standings: Mapping[tuple[str, str], _Standing],
    q_values: Mapping[tuple[str, str], float],
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
            **place.facts._asdict(),
            **_ratio_fields(place.to_rest),
            q=q_values.get((dimension.id, name)),
            rank_probability=place.ranks,
            rank_range=rank_range(place.ranks, settings.level),
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
        flags=("insufficient_tokens",) if insufficient(tally, settings) else (),
    )


def _ratio_fields(to_rest: RestRatios | None) -> dict[str, float]:
    if to_rest is None:
        return {}
    equal, pooled = to_rest
    return {
        "log_ratio": equal.value,
        "log_ratio_low": equal.low,
        "log_ratio_high": equal.high,
        "log_ratio_pooled": pooled.value,
        "log_ratio_pooled_low": pooled.low,
        "log_ratio_pooled_high": pooled.high,
    }


def _short(tallies: Mapping[str, Tally], settings: Settings) -> list[str]:
    return [name for name, tally in tallies.items() if insufficient(tally, settings)]


def _notes(tallies: Mapping[str, Tally], settings: Settings) -> list[str]:
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
        notes.append("some sources have one article: their intervals describe that article, not the outlet")
    if any(2 <= count <= 3 for count in counts):
        notes.append("two or three articles per source: spread between articles is borrowed from the corpus")
    short = _short(tallies, settings)
    if short:
        notes.append(
            f"fewer than {settings.min_tokens} tokens of the chosen voices, so no order is claimed: " + ", ".join(short)
        )
    notes.append("a rate is not comparable across dimensions: their lexicons differ in size and in common words")
    return notes
