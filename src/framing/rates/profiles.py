"""Tallies by source -> profiles, pairs and the sentences on what may be claimed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from framing.model.document import VOICES
from framing.model.lexicon import Dimension, Lexicon
from framing.model.result import DimensionProfile, Estimate, Pair, SourceProfile, TermContrast
from framing.model.settings import Settings
from framing.rates.dimension import dimension_profile
from framing.rates.interval import rate_interval
from framing.rates.moments import Moments
from framing.rates.pairs import benjamini_hochberg, pair_test
from framing.rates.pool import Levels, Pool, log_rate, pool_constants
from framing.rates.ranks import rank_probabilities
from framing.rates.rest import LogRatio, log_ratio_to_rest
from framing.rates.shrink import shrunk_rate
from framing.rates.tally import Tally


class Finished(NamedTuple):
    """The parts of a Comparison that the tallies decide."""

    sources: tuple[SourceProfile, ...]
    pairs: tuple[Pair, ...]
    notes: tuple[str, ...]
    constants: dict[str, dict[str, float | bool]]


class _Standing(NamedTuple):
    """Where one source stands among the others in one dimension."""

    rate: Estimate | None
    label: str
    shrunk: float | None
    log_ratio: LogRatio | None
    ranks: tuple[float, ...]


def finish_profiles(
    tallies: Mapping[str, Tally], terms: Mapping[str, TermContrast], lexicon: Lexicon, settings: Settings
) -> Finished:
    """Return profiles, pairs, notes and corpus constants; sources in the order of `tallies`."""
    names = list(tallies)
    pools: dict[str, Pool] = {}
    standings: dict[tuple[str, str], _Standing] = {}
    pairs: list[Pair] = []
    for dimension in lexicon.dimensions:
        levels = {name: _levels(tallies[name], dimension) for name in names}
        pool = pools[dimension.id] = pool_constants(
            [par for par, _ in levels.values()], [art for _, art in levels.values()]
        )
        ranks = _ranks(levels, pool)
        for name in names:
            standings[dimension.id, name] = _standing(name, levels, pool, ranks.get(name, ()), settings)
        pairs += _pairs(dimension.id, levels, pool, settings)
    q_values = _q_of_ratios(standings)
    return Finished(
        sources=tuple(
            _source(name, tallies[name], terms[name], lexicon, standings, q_values, settings) for name in names
        ),
        pairs=tuple(_with_q(pairs, settings)),
        notes=tuple(_notes(tallies, settings)),
        constants={
            name: {
                "phi0": pool.phi0,
                "c0_squared": pool.c0_squared,
                "declared": pool.declared,
                "rho0": pool.rho0,
            }
            for name, pool in pools.items()
        },
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


def _standing(
    name: str, levels: Mapping[str, Levels], pool: Pool, ranks: tuple[float, ...], settings: Settings
) -> _Standing:
    par, art = levels[name]
    spoken = {other: both for other, both in levels.items() if both[0].n}
    if name not in spoken:
        return _Standing(None, "no token", None, None, ())
    interval = rate_interval(par, art, pool, settings.level)
    rate = None
    if interval.low is not None and interval.high is not None:
        rate = Estimate(_per_1000(par), 1000 * interval.low, 1000 * interval.high)
    index = list(spoken).index(name)
    pars, arts = [both[0] for both in spoken.values()], [both[1] for both in spoken.values()]
    shrunk = shrunk_rate(index, pars, phi=max(1.0, pool.phi0))
    ratio = log_ratio_to_rest(index, pars, arts, pool, settings.level) if len(spoken) > 1 else None
    return _Standing(rate, interval.label, None if shrunk is None else 1000 * shrunk, ratio, ranks)


def _per_1000(moments: Moments) -> float:
    return 1000 * moments.y / moments.n


def _pairs(dimension: str, levels: Mapping[str, Levels], pool: Pool, settings: Settings) -> list[Pair]:
    found = []
    for a, b in combinations(levels, 2):
        test = pair_test(levels[a], levels[b], pool, settings.level)
        if test is None:
            continue
        if test.ratio < 1:  # the higher one first: every ratio reads "times as often"
            a, b = b, a  # noqa: PLW2901
            test = pair_test(levels[a], levels[b], pool, settings.level) or test
        high = test.high if test.high != float("inf") else None
        found.append(Pair(dimension, a, b, test.ratio, test.low, high, test.p_greater, test.p_value, tie=True))
    return found


def _with_q(pairs: Sequence[Pair], settings: Settings) -> list[Pair]:
    """Turn the p-values that the pairs carry in `q` into q-values over the whole family."""
    q_values = benjamini_hochberg([pair.q for pair in pairs])
    return [pair._replace(q=q, tie=q > settings.q) for pair, q in zip(pairs, q_values, strict=True)]


def _q_of_ratios(standings: Mapping[tuple[str, str], _Standing]) -> dict[tuple[str, str], float]:
    tested = {key: s.log_ratio.p_value for key, s in standings.items() if s.log_ratio is not None}
    return dict(zip(tested, benjamini_hochberg(list(tested.values())), strict=True))


def _source(  # noqa: PLR0913, PLR0917 -- one source's share of everything
    name: str,
    tally: Tally,
    terms: TermContrast,
    lexicon: Lexicon,
    standings: Mapping[tuple[str, str], _Standing],
    q_values: Mapping[tuple[str, str], float],
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
            rate=place.rate,
            interval_label=place.label,
            shrunk=place.shrunk,
            log_ratio=place.log_ratio.value if place.log_ratio else None,
            log_ratio_low=place.log_ratio.low if place.log_ratio else None,
            log_ratio_high=place.log_ratio.high if place.log_ratio else None,
            q=q_values.get((dimension.id, name)),
            rank_probability=place.ranks,
        )
    total = tally.tokens
    return SourceProfile(
        source=name,
        articles=tally.articles,
        tokens=total,
        boilerplate_tokens=tally.boilerplate_tokens,
        voice={voice: count / total for voice, count in zip(VOICES, tally.voice_tokens, strict=True)},
        dimensions=profiles,
        contrast=terms,
        flags=("insufficient_tokens",) if total < settings.min_tokens else (),
    )


def _notes(tallies: Mapping[str, Tally], settings: Settings) -> list[str]:
    counts = [tally.articles for tally in tallies.values()]
    notes = []
    if len(counts) == 1:
        notes.append("one source only: there is nothing to compare it with")
    if max(counts) == 1:
        notes.append(
            "one article per source: the intervals describe these articles, not the outlets; no inference to an outlet"
        )
    elif min(counts) == 1:
        notes.append("some sources have one article: their intervals describe that article, not the outlet")
    if any(2 <= count <= 3 for count in counts):
        notes.append("two or three articles per source: spread between articles is borrowed from the corpus")
    short = [name for name, tally in tallies.items() if tally.tokens < settings.min_tokens]
    if short:
        notes.append(f"fewer than {settings.min_tokens} tokens, too few to compare: " + ", ".join(short))
    notes.append("a rate is not comparable across dimensions: their lexicons differ in size and in common words")
    return notes
