"""Where each source stands among the others in a dimension: its rates, its ratio to the rest, its possible ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from framing.false_discovery import benjamini_hochberg
from framing.rates.compared import place
from framing.rates.ranks import rank_probabilities, rank_range
from framing.rates.rate_facts import RateFacts, rate_facts
from framing.rates.rest import RestRatios, ratios_to_rest
from framing.rates.sufficiency import barred_families, bars

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from framing.model.pairs import Family
    from framing.model.settings import Settings
    from framing.rates.pool import Levels, Pool

#: By dimension and source.
Key = tuple[str, str]
METHOD = "rule R2 on the source and on the rest put as one source, two-sided; Benjamini-Hochberg 1995"


class Standing(NamedTuple):
    """Where one source stands in one dimension."""

    facts: RateFacts
    to_rest: RestRatios | None
    q: float | None
    ranks: tuple[float, ...]

    def fields(self, level: float) -> dict[str, Any]:
        """Return the fields of a DimensionProfile that compare with other sources."""
        found: dict[str, Any] = {
            **self.facts._asdict(),
            "q": self.q,
            "rank_probability": self.ranks,
            "rank_range": rank_range(self.ranks, level),
        }
        if self.to_rest is not None:
            for name, ratio in (("log_ratio", self.to_rest.equal), ("log_ratio_pooled", self.to_rest.pooled)):
                found |= {name: ratio.value, f"{name}_low": ratio.low, f"{name}_high": ratio.high}
        return found


def find_standings(
    levels: Mapping[str, Mapping[str, Levels]], pools: Mapping[str, Pool], short: Collection[str], settings: Settings
) -> tuple[dict[Key, Standing], tuple[Family, ...]]:
    """Return the standing of every source in every dimension, and the families that their ratios were tested in.

    Sources of which nothing is claimed (`framing.rates.sufficiency.bars`) have no rank and are no part of the rest
    of others; their own ratio to the rest is tested in a family apart.

    Parameters
    ----------
    levels
        By dimension and source: moments over paragraphs and over articles.
    pools
        Constants by dimension.
    short
        Names of the sources with too few tokens for a claim.
    settings
        `level` of the intervals and `q`.
    """
    facts: dict[Key, RateFacts] = {}
    to_rest: dict[Key, RestRatios | None] = {}
    ranks: dict[Key, tuple[float, ...]] = {}
    barred: dict[Key, str] = {}
    for dimension, of in levels.items():
        pool, out = pools[dimension], bars(of, short)
        found = ratios_to_rest(list(of.values()), pool, settings.level, counted=[name not in out for name in of])
        to_rest |= {(dimension, name): ratio for name, ratio in zip(of, found, strict=True)}
        facts |= {(dimension, name): fact for name, fact in rate_facts(of, pool, settings.level).items()}
        ranks |= {(dimension, name): row for name, row in _ranks(of, pool, out).items()}
        barred |= {(dimension, name): out.get(name, "") for name in of}
    p_values = {key: ratios.equal.p_value for key, ratios in to_rest.items() if ratios is not None}
    q_values: dict[Key, float] = {}
    for bar in set(barred.values()):
        family = [key for key in p_values if barred[key] == bar]
        q_values |= zip(family, benjamini_hochberg([p_values[key] for key in family]), strict=True)
    claimed = sum(q <= settings.q for key, q in q_values.items() if not barred[key])
    what = "sources x dimensions, rate against the rest with sources weighted equally"
    families = barred_families("sources", what, (barred[key] for key in q_values), claimed, METHOD, settings)
    standings = {key: Standing(facts[key], to_rest[key], q_values.get(key), ranks.get(key, ())) for key in facts}
    return standings, tuple(families)


def _ranks(levels: Mapping[str, Levels], pool: Pool, out: Collection[str]) -> dict[str, tuple[float, ...]]:
    """Return P(highest), P(second), ... of each source of which a rank can be said; of none where there is no hit."""
    ranked = [name for name, (par, _) in levels.items() if par.n and name not in out]
    hits, tokens = (sum(getattr(levels[name][0], field) for name in ranked) for field in ("y", "n"))
    if not hits:
        return {}
    rows = [place(*levels[name], pool, hits / tokens) for name in ranked]
    table = rank_probabilities(*(list(column) for column in zip(*rows, strict=True)))
    return {name: tuple(row) for name, row in zip(ranked, table, strict=True)}
