"""What a comparison says: frozen facts, in the order and with the names of the output schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from framing.model.article import Skipped
from framing.model.beside_rate import Concentration, HitCoverage, Shrinkage
from framing.model.pairs import Family, Pair, PairCount
from framing.model.shift import WordShift
from framing.model.signature import Signature
from framing.model.term import TermContrast

if TYPE_CHECKING:  # its nouns are made of those below
    from framing.model.topic_report import TopicReport


class Estimate(NamedTuple):
    """A rate with its interval, hits per 1,000 tokens; bounds None where no interval can be given."""

    value: float
    low: float | None
    high: float | None


class Breadth(NamedTuple):
    """Sub-frames hit, of how many, and how evenly (0 to 1).

    `rarefied` is how many would be expected among `at_hits` hits, a number common to the sources; None where
    a source has fewer.
    """

    hit: int
    of: int
    evenness: float
    rarefied: float | None = None
    at_hits: int | None = None


class StanceSplit(NamedTuple):
    """Hits by stance; `net_rate` is (asserted - contested) per 1,000 tokens, None without tokens."""

    asserted: int
    contested: int
    reported: int
    net_rate: float | None


class Count(NamedTuple):
    """Hits, and their rate per 1,000 tokens (None where no token could match)."""

    hits: int
    rate: float | None


class Learned(NamedTuple):
    """What a trained classifier says of one source in one dimension, whoever speaks; None where no word was read.

    `coverage` is the word-weighted share of paragraphs that it calls present, `probability` their mean probability.
    """

    coverage: float | None
    probability: float | None


class Leading(NamedTuple):
    """An entry, its hits, and their share of the dimension's hits."""

    entry: str
    hits: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionProfile:
    """One source in one dimension. Rates follow the chosen voices; `voice` always shows all three.

    Attributes
    ----------
    rate
        Hits per 1,000 tokens with its interval; None where there are no tokens. The interval is of the
        source's long-run rate, or of the article where there is but one; `interval_label` says.
    shrunk
        The rate drawn towards the other sources' rate by a declared prior of 500 tokens; see `shrinkage`.
    coverage
        Word-weighted share of the paragraphs in which the dimension is present, whoever speaks.
    evidence
        Mean evidence of the paragraphs, weighted by words.
    log_ratio
        Base-2 log of the rate over the mean rate of the other sources; above 0 = more than the rest. None where
        there is no hit in the source, and then its low bound as well, or none in the rest, and then its high bound.
    q
        Benjamini-Hochberg q-value of that ratio, over sources x dimensions; sources that are too short, or that one
        article dominates, are families of their own. None where nothing was tested.
    rank_probability
        P(this source has the highest rate), P(second), ... Empty for such sources, and where there is no hit.
    classifier
        The second opinion, where a classifier was given; no other number depends on it.
    articles_low, articles_high
        Interval of the rate of these articles only; None with one article, whose interval `rate` has.
    hit_coverage
        Unlike `coverage`, from hits of the chosen voices alone; None where they have no token.
    sentence_capped_rate
        The rate if the hits of a sentence, however many, counted as one.
    concentration
        None without a hit.
    log_ratio_pooled
        As `log_ratio`, against the others' text read as one: long sources count more. With its interval, and not
        tested a second time.
    rank_range
        Best and worst rank that hold together the level of the intervals; rank 1 is the highest rate. None
        without `rank_probability`.
    """

    hits: int
    rate: Estimate | None
    interval_label: str = ""
    shrunk: float | None = None
    weighted_rate: float | None = None
    coverage: float | None = None
    evidence: float | None = None
    breadth: Breadth
    stance: StanceSplit
    hedged: int = 0
    voice: Mapping[str, Count]
    subframes: Mapping[str, Count]
    leading: tuple[Leading, ...] = ()
    log_ratio: float | None = None
    log_ratio_low: float | None = None
    log_ratio_high: float | None = None
    q: float | None = None
    rank_probability: tuple[float, ...] = ()
    flags: tuple[str, ...] = ()
    classifier: Learned | None = None
    articles_low: float | None = None
    articles_high: float | None = None
    shrinkage: Shrinkage | None = None
    hit_coverage: HitCoverage | None = None
    sentence_capped_rate: float | None = None
    concentration: Concentration | None = None
    log_ratio_pooled: float | None = None
    log_ratio_pooled_low: float | None = None
    log_ratio_pooled_high: float | None = None
    rank_range: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceProfile:
    """One source: its size, its voices, its dimensions and its terms.

    `spoken_tokens` are those of the voices that the rates follow: hits over them is the rate.
    """

    source: str
    articles: int
    tokens: int
    spoken_tokens: int
    boilerplate_tokens: int
    voice: Mapping[str, float]
    dimensions: Mapping[str, DimensionProfile]
    contrast: TermContrast
    flags: tuple[str, ...] = ()

    def __getitem__(self, dimension: str) -> DimensionProfile:
        return self.dimensions[dimension]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusSummary:
    """What went in, and what was left out, with reasons."""

    sources: int
    articles: int
    tokens: int
    boilerplate_tokens: int
    boilerplate: Mapping[str, int] = field(default_factory=dict)
    masked_tokens: int = 0
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def boilerplate_share(self) -> float:
        """The share of all word tokens that was set aside."""
        return self.boilerplate_tokens / max(1, self.tokens + self.boilerplate_tokens)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole result: corpus, one profile per source, the pairs, and what may be claimed.

    `top`: how many entries and terms of a list were asked for; an empty list of none says nothing of the source.
    """

    signature: Signature
    corpus: CorpusSummary
    sources: tuple[SourceProfile, ...]
    pairs: tuple[Pair, ...]
    notes: tuple[str, ...]
    constants: Mapping[str, Mapping[str, float | bool | None]] = field(default_factory=dict)
    dimension_titles: Mapping[str, str] = field(default_factory=dict)
    families: tuple[Family, ...] = ()
    pair_counts: Mapping[str, PairCount] = field(default_factory=dict)
    topic: TopicReport | None = None
    explain: tuple[WordShift, ...] = ()
    top: int = 10

    def __getitem__(self, source: str) -> SourceProfile:
        for profile in self.sources:
            if profile.source == source:
                return profile
        raise KeyError(source)
