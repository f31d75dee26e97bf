"""The topic held constant: conditional rates, the regression, words used alike, and leakage, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from framing.model.lexicon import Lexicon
from framing.model.pairs import Pair
from framing.model.result import Estimate
from framing.model.settings import VOICES_OF, Settings
from framing.model.topic_report import TopicDimension, TopicRate, TopicReport, TopicWord
from framing.rates.interval import rate_interval
from framing.rates.moments import Moments
from framing.rates.pool import Levels, Pool, pool_constants
from framing.rates.regression import Units, make_units
from framing.rates.tally import DimensionTally, Tally
from framing.rates.topic_held import Held, held_constant
from framing.rates.topic_leakage import leakage
from framing.rates.topic_tally import TopicRecord, TopicTally
from framing.rates.topic_words import topic_words

# Mentions per 100 tokens: one step of the covariate is one mention in a paragraph of usual length.
_PER = 100


class TopicArticle(NamedTuple):
    """One article's part: its source, what stands for its content in any order of articles, and its counts."""

    source: str
    digest: str
    record: TopicRecord


class Compared(NamedTuple):
    """The comparison as it is, or as it is without the hits that overlap the topic."""

    tallies: Mapping[str, Tally]
    pairs: Sequence[Pair]


def merge_topics(articles: Sequence[TopicArticle]) -> dict[str, TopicTally]:
    """Return the topic's tally of each source, sources sorted by name."""
    found: dict[str, TopicTally] = {}
    for article in articles:
        found[article.source] = found.get(article.source, TopicTally()) + article.record.tally
    return dict(sorted(found.items()))


def finish_topic(
    articles: Sequence[TopicArticle],
    whole: Compared,
    clean: Compared,
    lexicon: Lexicon,
    topic: Lexicon,
    settings: Settings,
) -> TopicReport:
    """Return what the sources show with the topic held constant; the order of the articles changes nothing."""
    topics = merge_topics(articles)
    # Sums of floats below run in this order, whatever order the articles came in.
    ordered = sorted(articles, key=lambda article: (article.source, article.digest))
    found: Counter[int] = sum((tally.found for tally in topics.values()), Counter())
    dimensions = {}
    for row, dimension in enumerate(lexicon.dimensions):
        counts = {name: tally.dimensions[dimension.id] for name, tally in whole.tallies.items()}
        levels = {name: count.levels for name, count in counts.items()}
        pool = pool_constants(levels.values())
        units = _units(ordered, list(counts), row)
        held = held_constant(units, levels, pool, settings.level)
        dimensions[dimension.id] = TopicDimension(
            slope=held.slope,
            left_out=held.left_out,
            words=_words(counts, levels, lexicon, pool, settings),
            leakage=leakage(dimension.id, (whole.tallies, clean.tallies), (whole.pairs, clean.pairs)),
            sources=_sources(dimension.id, topics, held, settings),
        )
    return TopicReport(
        name=topic.files[0].name if topic.files else "topic",
        patterns=len(topic.entries),
        mentions=sum(tally.mentions for tally in topics.values()),
        unmatched=tuple(sorted(entry.name for i, entry in enumerate(topic.entries) if not found[i])),
        dimensions=dimensions,
        notes=tuple(_notes(topics, dimensions)),
    )


def _units(articles: Sequence[TopicArticle], names: Sequence[str], row: int) -> Units:
    """Return the paragraphs of all articles as rows of the regression of the dimension in `row`."""
    position = {name: number for number, name in enumerate(names)}
    parts = [article.record.paragraphs for article in articles]
    n = np.concatenate([part.n for part in parts])
    t = np.concatenate([part.t for part in parts])
    y = np.concatenate([part.y[row] for part in parts])
    group = np.repeat([position[article.source] for article in articles], [len(part.n) for part in parts])
    return make_units(y, n, _PER * t / np.maximum(n, 1), group)


def _sources(dimension: str, topics: Mapping[str, TopicTally], held: Held, settings: Settings) -> dict[str, TopicRate]:
    counts = {name: tally.dimensions[dimension] for name, tally in topics.items()}
    # Mentions stand in the place of tokens: a pool of its own, for hits cluster otherwise over them.
    pool = pool_constants((count.paragraphs, count.articles) for count in counts.values())
    found = {}
    for name, count in counts.items():
        rate, label = _rate(count.paragraphs, count.articles, pool, settings.level)
        found[name] = TopicRate(
            mentions=topics[name].mentions,
            sentences=topics[name].sentences,
            hits=count.paragraphs.y,
            rate=rate,
            interval_label=label,
            ratio=held.raw.get(name),
            held=held.held.get(name),
        )
    return found


def _rate(par: Moments, art: Moments, pool: Pool, level: float) -> tuple[Estimate | None, str]:
    if par.n == 0:
        return None, "no mention of the topic"
    interval = rate_interval(par, art, pool, level)
    # No bound is cut at 100: a sentence with one mention may hold many hits.
    low, high = (None if bound is None else _PER * bound for bound in (interval.low, interval.high))
    return Estimate(_PER * par.y / par.n, low, high), interval.label


def _words(
    counts: Mapping[str, DimensionTally],
    levels: Mapping[str, Levels],
    lexicon: Lexicon,
    pool: Pool,
    settings: Settings,
) -> tuple[TopicWord, ...] | None:
    voices = VOICES_OF[settings.voice]
    entries: dict[str, Counter[str]] = {}
    for name, count in counts.items():
        entries[name] = Counter()
        for cell, hits in count.cells.items():
            if cell.voice in voices:
                entries[name][lexicon.entries[cell.entry].name] += hits
    return topic_words(entries, levels, pool, settings.level)


def _notes(topics: Mapping[str, TopicTally], dimensions: Mapping[str, TopicDimension]) -> list[str]:
    silent = [name for name, tally in topics.items() if not tally.mentions]
    if len(silent) == len(topics):
        return []  # that it is never mentioned is all there is to say
    notes = []
    if silent:
        notes.append(
            "never mentioned by: " + ", ".join(silent) + "; held constant (*), their rate is extrapolated to a "
            "density of the topic at which they wrote nothing"
        )
    if any(found.slope is None for found in dimensions.values()):
        notes.append(
            "where no slope is shown, the topic's rate does not vary with the hits in a way that can be fitted"
        )
    notes.append(
        "held constant: sources compared at the same density of the topic, by regression over paragraphs; "
        "this removes what the topic brings along, not what else differs between the sources"
    )
    return notes
