"""The columns that a topic adds to the tidy table: on the rows of whole dimensions, empty on those of sub-frames."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from framing.model.topic_report import TopicRate

TOPIC_COLUMNS: Mapping[str, Callable[[TopicRate], float | None]] = {
    "topic_mentions": lambda found: found.mentions,
    "topic_sentences": lambda found: found.sentences,
    "topic_hits": lambda found: found.hits,
    "topic_rate": lambda found: found.rate and found.rate.value,
    "topic_low": lambda found: found.rate and found.rate.low,
    "topic_high": lambda found: found.rate and found.rate.high,
    "ratio": lambda found: found.ratio and found.ratio.value,
    "ratio_low": lambda found: found.ratio and found.ratio.low,
    "ratio_high": lambda found: found.ratio and found.ratio.high,
    "held_ratio": lambda found: found.held and found.held.value,
    "held_low": lambda found: found.held and found.held.low,
    "held_high": lambda found: found.held and found.held.high,
}
