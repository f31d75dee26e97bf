"""The columns that a topic adds to the table: on the rows of whole dimensions, empty on those of sub-frames."""

from __future__ import annotations

from collections.abc import Iterator

from framing.model.result import Comparison
from framing.model.topic_report import TopicReport

TOPIC_COLUMNS = (
    "topic_mentions topic_sentences topic_hits topic_rate topic_low topic_high "
    "ratio ratio_low ratio_high held_ratio held_low held_high"
).split()


def topic_rows(comparison: Comparison, report: TopicReport) -> Iterator[list[str]]:
    """Yield the cells, in the order of the rows of `framing.report.csv_page`."""
    for profile in comparison.sources:
        for name, facts in profile.dimensions.items():
            found = report.dimensions[name].sources[profile.source]
            numbers: list[float | None] = [found.mentions, found.sentences, found.hits]
            for three in (found.rate, found.ratio, found.held):
                numbers += three or (None, None, None)
            yield ["" if number is None else f"{number:.6g}" for number in numbers]
            for _ in facts.subframes:
                yield [""] * len(TOPIC_COLUMNS)
