"""The result as a tidy table of values: one list of columns for CSV and for data frames.

A column is added behind those that are there: a script may read a CSV by number, of columns up to `spoken_tokens`.
Those of a classifier and of a topic stand behind and may move: read them by name. Rows are of a source, dimension and
sub-frame (empty: the whole dimension); a sub-frame has hits and a rate alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from framing.model.result import Comparison, DimensionProfile
from framing.report.topic_columns import TOPIC_COLUMNS

Value = str | float | None
_Columns = Mapping[str, Callable[[DimensionProfile], float | None]]

_NAMED = ("source", "articles", "tokens", "dimension", "subframe")

# Of a whole dimension. Those behind "q" came after the first release.
_FACTS: _Columns = {
    "hits": lambda facts: facts.hits,
    "rate": lambda facts: facts.rate and facts.rate.value,
    "low": lambda facts: facts.rate and facts.rate.low,
    "high": lambda facts: facts.rate and facts.rate.high,
    "net_rate": lambda facts: facts.stance.net_rate,
    "asserted": lambda facts: facts.stance.asserted,
    "contested": lambda facts: facts.stance.contested,
    "reported": lambda facts: facts.stance.reported,
    "coverage": lambda facts: facts.coverage,
    "breadth": lambda facts: facts.breadth.hit,
    "breadth_of": lambda facts: facts.breadth.of,
    "log_ratio": lambda facts: facts.log_ratio,
    "q": lambda facts: facts.q,
    "articles_low": lambda facts: facts.articles_low,
    "articles_high": lambda facts: facts.articles_high,
    "shrunk": lambda facts: facts.shrunk,
    "shrunk_low": lambda facts: facts.shrinkage and facts.shrinkage.low,
    "shrunk_high": lambda facts: facts.shrinkage and facts.shrinkage.high,
    "weighted_rate": lambda facts: facts.weighted_rate,
    "sentence_capped_rate": lambda facts: facts.sentence_capped_rate,
    "with_one_hit": lambda facts: facts.hit_coverage and facts.hit_coverage.one,
    "with_two_hits": lambda facts: facts.hit_coverage and facts.hit_coverage.two,
    "breadth_rarefied": lambda facts: facts.breadth.rarefied,
    "breadth_at_hits": lambda facts: facts.breadth.at_hits,
    "top_entry": lambda facts: facts.concentration and facts.concentration.entry,
    "top_paragraph": lambda facts: facts.concentration and facts.concentration.paragraph,
    "dp": lambda facts: facts.concentration and facts.concentration.dp,
    "dp_norm": lambda facts: facts.concentration and facts.concentration.dp_norm,
    "log_ratio_low": lambda facts: facts.log_ratio_low,
    "log_ratio_high": lambda facts: facts.log_ratio_high,
    "log_ratio_pooled": lambda facts: facts.log_ratio_pooled,
    "log_ratio_pooled_low": lambda facts: facts.log_ratio_pooled_low,
    "log_ratio_pooled_high": lambda facts: facts.log_ratio_pooled_high,
    "rank_best": lambda facts: facts.rank_range and facts.rank_range[0],
    "rank_worst": lambda facts: facts.rank_range and facts.rank_range[1],
}
_LEARNED: _Columns = {
    "learned_coverage": lambda facts: facts.classifier and facts.classifier.coverage,
    "learned_probability": lambda facts: facts.classifier and facts.classifier.probability,
}


def column_names(comparison: Comparison) -> tuple[str, ...]:
    """Return the names of the columns, those of a classifier and of a topic where there was one."""
    topic = TOPIC_COLUMNS if comparison.topic else {}
    return (*_NAMED, *_FACTS, "spoken_tokens", *_learned(comparison), *topic)


def tidy_rows(comparison: Comparison) -> Iterator[dict[str, Value]]:
    """Yield the rows, each with all columns; None where there is nothing to say."""
    names, columns = column_names(comparison), {**_FACTS, **_learned(comparison)}
    for profile in comparison.sources:
        for dimension, facts in profile.dimensions.items():
            empty = dict.fromkeys(names) | {
                "source": profile.source,
                "articles": profile.articles,
                "tokens": profile.tokens,
                "dimension": dimension,
                "subframe": "",
                "spoken_tokens": profile.spoken_tokens,
            }
            row = empty | {name: value(facts) for name, value in columns.items()}
            if comparison.topic:
                found = comparison.topic.dimensions[dimension].sources[profile.source]
                row |= {name: held(found) for name, held in TOPIC_COLUMNS.items()}
            yield row
            for subframe, count in facts.subframes.items():
                yield empty | {"subframe": subframe, "hits": count.hits, "rate": count.rate}


def _learned(comparison: Comparison) -> _Columns:
    given = any(facts.classifier for profile in comparison.sources for facts in profile.dimensions.values())
    return _LEARNED if given else {}
