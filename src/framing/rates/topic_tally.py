"""What one article adds where a topic is held constant: integers that add, and its paragraphs for the regression."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.matching.matcher import Matches
from framing.matching.mentions import Mentions
from framing.model.document import Document
from framing.model.hit import Hit
from framing.model.lexicon import Lexicon
from framing.rates.moments import Moments, merge_short

Numbers = NDArray[np.int32]


class Paragraphs(NamedTuple):
    """The paragraphs of one article, short ones merged: tokens, mentions, and hits (a row a dimension)."""

    n: Numbers
    t: Numbers
    y: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCounts:
    """One dimension beside a topic.

    Attributes
    ----------
    paragraphs, articles
        Moments of hits in sentences with a mention, mentions in the place of tokens.
    clean_paragraphs, clean_articles
        Moments of the hits that overlap no mention, over tokens: as those of the tally, for the leakage test.
    """

    paragraphs: Moments = field(default_factory=Moments.zero)
    articles: Moments = field(default_factory=Moments.zero)
    clean_paragraphs: Moments = field(default_factory=Moments.zero)
    clean_articles: Moments = field(default_factory=Moments.zero)

    def __add__(self, other: TopicCounts) -> TopicCounts:
        return TopicCounts(
            paragraphs=self.paragraphs + other.paragraphs,
            articles=self.articles + other.articles,
            clean_paragraphs=self.clean_paragraphs + other.clean_paragraphs,
            clean_articles=self.clean_articles + other.clean_articles,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTally:
    """The counts of one article, or of a source. `found` are mentions by pattern, whoever speaks."""

    mentions: int = 0
    sentences: int = 0
    found: Counter[int] = field(default_factory=Counter)
    dimensions: Mapping[str, TopicCounts] = field(default_factory=dict)

    def __add__(self, other: TopicTally) -> TopicTally:
        names = list(dict.fromkeys([*self.dimensions, *other.dimensions]))
        nothing = TopicCounts()
        return TopicTally(
            mentions=self.mentions + other.mentions,
            sentences=self.sentences + other.sentences,
            found=self.found + other.found,
            dimensions={n: self.dimensions.get(n, nothing) + other.dimensions.get(n, nothing) for n in names},
        )


class TopicRecord(NamedTuple):
    """What one article comes to: the tally, and its paragraphs, which 4 (2 + dimensions) bytes each hold."""

    tally: TopicTally
    paragraphs: Paragraphs


def topic_tally(
    document: Document, matches: Matches, mentions: Mentions, lexicon: Lexicon, voices: frozenset[int]
) -> TopicRecord:
    """Return what one article counts. Mentions and hits are those of `voices`, as in the rates."""
    chosen = np.isin(document.voice, sorted(voices))
    count = int(document.paragraph[-1]) + 1 if len(document) else 0
    first = mentions.first[chosen[mentions.first]]
    told = np.zeros(int(document.sentence[-1]) + 1 if len(document) else 0, bool)
    told[document.sentence[first]] = True
    n = np.bincount(document.paragraph[chosen], minlength=count)
    t = np.bincount(document.paragraph[first], minlength=count)
    rows, counts = [], {}
    for dimension in lexicon.dimensions:
        hits = [
            hit
            for hit in matches.hits
            if hit.counted and hit.voice in voices and lexicon.entries[hit.entry].dimension == dimension.id
        ]
        y = _by_paragraph(hits, count)
        inside = Moments.of_article(_by_paragraph((h for h in hits if told[document.sentence[h.first]]), count), t)
        clean_y = _by_paragraph((h for h in hits if not mentions.mask[h.first : h.last].any()), count)
        clean = Moments.of_article(*merge_short(clean_y, n))
        counts[dimension.id] = TopicCounts(
            paragraphs=inside,
            articles=inside.as_one_unit(),
            clean_paragraphs=clean,
            clean_articles=clean.as_one_unit(),
        )
        rows.append(y)
    stacked, merged = merge_short(np.stack([t, *rows], axis=1), n)
    tally = TopicTally(
        mentions=len(first),
        sentences=int(told.sum()),
        found=Counter(mentions.entry.tolist()),
        dimensions=counts,
    )
    return TopicRecord(tally, Paragraphs(merged.astype(np.int32), *_split(stacked)))


def _by_paragraph(hits: Iterable[Hit], count: int) -> NDArray[np.int64]:
    return np.bincount(np.array([hit.paragraph for hit in hits], np.int64), minlength=count)


def _split(stacked: NDArray[np.integer[Any]]) -> tuple[Numbers, Numbers]:
    small = stacked.astype(np.int32)
    return small[:, 0].copy(), small[:, 1:].T.copy()
