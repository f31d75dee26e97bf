"""Where each source stands among the others in a dimension: its rates, its ratio to the rest, its possible ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from framing.rates.compared import place
from framing.rates.ranks import rank_probabilities, rank_range
from framing.rates.rate_facts import RateFacts, rate_facts
from framing.rates.rest import RestRatios, ratios_to_rest
from framing.rates.sufficiency import adjusted_apart, barred_families

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
    levels: Mapping[str, Mapping[str, Levels]],
    pools: Mapping[str, Pool],
    barred: Mapping[str, Mapping[str, str]],
    settings: Settings,
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
    barred
        By dimension, the sources of which nothing may be claimed, and why.
    settings
        `level` of the intervals and `q`.

    Returns
    -------
    standings, families
        By dimension and source; the families of `sources`, and of what is barred where there is any.

    Raises
    ------
    DataError
        Where paragraphs and articles of a source do not sum to the same hits and tokens.
    """
    facts: dict[Key, RateFacts] = {}
    to_rest: dict[Key, RestRatios | None] = {}
    ranks: dict[Key, tuple[float, ...]] = {}
    for dimension, of in levels.items():
        pool, out = pools[dimension], barred[dimension]
        found = ratios_to_rest(list(of.values()), pool, settings.level, counted=[name not in out for name in of])
        to_rest |= {(dimension, name): ratio for name, ratio in zip(of, found, strict=True)}
        facts |= {(dimension, name): fact for name, fact in rate_facts(of, pool, settings.level).items()}
        ranks |= {(dimension, name): row for name, row in _ranks(of, pool, out).items()}
    p_values = {key: ratios.equal.p_value for key, ratios in to_rest.items() if ratios is not None}
    bar = [barred[dimension].get(name, "") for dimension, name in p_values]
    q_values = dict(zip(p_values, adjusted_apart(list(p_values.values()), bar).tolist(), strict=True))
    claimed = sum(q <= settings.q for q, why in zip(q_values.values(), bar, strict=True) if not why)
    what = "sources x dimensions, rate against the rest with sources weighted equally"
    families = barred_families("sources", what, bar, claimed, METHOD, settings)
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
