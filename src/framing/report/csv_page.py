"""The result as a tidy table: one row a source, dimension and sub-frame (empty: the whole dimension)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from framing.model.result import Comparison, DimensionProfile
from framing.report.escape import csv_cell
from framing.report.topic_csv import TOPIC_COLUMNS, topic_rows
from framing.report.view import any_learned

COLUMNS = (
    "source articles tokens dimension subframe hits rate low high net_rate asserted contested "
    "reported coverage breadth breadth_of log_ratio q "
    # Later additions, behind those of the first release: a script may read columns by number.
    "articles_low articles_high shrunk shrunk_low shrunk_high weighted_rate sentence_capped_rate "
    "with_one_hit with_two_hits breadth_rarefied breadth_at_hits top_entry top_paragraph dp dp_norm "
    "log_ratio_low log_ratio_high log_ratio_pooled log_ratio_pooled_low log_ratio_pooled_high rank_best rank_worst"
).split()
# Only with a classifier, and last: a script that reads the columns above by number goes on working.
LEARNED = ("learned_coverage", "learned_probability")


def to_csv(comparison: Comparison) -> str:
    """Return the table after RFC 4180; names that a spreadsheet would take for formulas are quoted."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    learned = LEARNED if any_learned(comparison) else ()
    rows = [row[: len(COLUMNS) + len(learned)] for row in _rows(comparison)]
    topic = topic_rows(comparison, comparison.topic) if comparison.topic else ([] for _ in rows)
    writer.writerow([*COLUMNS, *learned, *(TOPIC_COLUMNS if comparison.topic else ())])
    writer.writerows([*row, *held] for row, held in zip(rows, topic, strict=True))
    return stream.getvalue()


def _rows(comparison: Comparison) -> Iterator[list[str]]:
    for profile in comparison.sources:
        start = [csv_cell(profile.source), str(profile.articles), str(profile.tokens)]
        for name, facts in profile.dimensions.items():
            bounds = list(facts.rate) if facts.rate else [None, None, None]
            stance = [
                facts.stance.net_rate,
                facts.stance.asserted,
                facts.stance.contested,
                facts.stance.reported,
            ]
            rest = [facts.coverage, facts.breadth.hit, facts.breadth.of, facts.log_ratio, facts.q]
            rest += _rates(facts)
            rest += _standing(facts)
            rest += facts.classifier or [None, None]
            yield [*start, csv_cell(name), "", str(facts.hits), *map(_number, [*bounds, *stance, *rest])]
            for subframe, count in facts.subframes.items():
                cells = [csv_cell(name), csv_cell(subframe), str(count.hits), _number(count.rate)]
                yield [*start, *cells, *[""] * (len(COLUMNS) + len(LEARNED) - len(start) - len(cells))]


def _rates(facts: DimensionProfile) -> list[float | None]:
    prior, spread = facts.shrinkage, facts.breadth
    return [
        facts.articles_low,
        facts.articles_high,
        facts.shrunk,
        *((prior.low, prior.high) if prior else (None, None)),
        facts.weighted_rate,
        facts.sentence_capped_rate,
        *(facts.hit_coverage or (None, None)),
        spread.rarefied,
        spread.at_hits,
        *(facts.concentration or (None, None, None, None)),
    ]


def _standing(facts: DimensionProfile) -> list[float | None]:
    return [
        facts.log_ratio_low,
        facts.log_ratio_high,
        facts.log_ratio_pooled,
        facts.log_ratio_pooled_low,
        facts.log_ratio_pooled_high,
        *(facts.rank_range or (None, None)),
    ]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"
