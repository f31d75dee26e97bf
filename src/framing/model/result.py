"""What a comparison says: frozen facts, in the order and with the names of the output schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from framing.model.article import Skipped
from framing.model.beside_rate import Concentration, HitCoverage, Shrinkage
from framing.model.pairs import Family, Pair, PairCount
from framing.model.shift import WordShift

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
        Base-2 log of the rate over the mean rate of the other sources; above 0 = more than the rest.
    q
        Benjamini-Hochberg q-value of that ratio, over sources x dimensions.
    rank_probability
        P(this source has the highest rate), P(second), ...
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
        Best and worst rank that hold together the level of the intervals; rank 1 is the highest rate.
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
class Term:
    """A word or two-word phrase that sets a source apart; positive = more in this source.

    Attributes
    ----------
    term, count
        The term, folded, and its hits in the source.
    tfidf_difference
        Mean TF-IDF here less the mean of what the source is set against.
    z
        Log-odds with informative prior over its standard error (Monroe, Colaresi & Quinn 2008): as if words
        were independent.
    log_ratio
        Base-2 log of the two relative frequencies.
    q
        Of the burst test, over all tested terms of the source; 1 where the term was too rare to be tested.
    apart
        Whether q is at or below the false discovery rate that was asked for.
    selected
        Share of resamples of the text in which it stays among the leading terms of its kind.
    kind
        "word", "name" or "topic".
    tested
        Whether it had the hits and paragraphs (5 and 3, in the corpus) for a test.
    paragraphs, articles
        In how many of the source's it stands.
    z_bursts, z_by_prior
        The log-odds z with bursts in its standard error; the same by size of the prior (100, 500, 2000).
    phi
        Variance over mean of its hits.
    g2
        Log-likelihood ratio with Williams' correction; takes words as independent.
    log_ratio_low
        Conservative bound of the log ratio (LRC), bursts counted in: 0 where its interval spans 0.
    tfidf_z, tfidf_q
        The difference over its permutation standard deviation; q over all tested terms.
    flags
        "one_sentence", "one_paragraph", "one_article", "low_selection".
    """

    term: str
    count: int
    tfidf_difference: float
    z: float
    log_ratio: float
    q: float
    selected: float
    apart: bool = False
    kind: str = "word"
    tested: bool = True
    paragraphs: int = 0
    articles: int = 0
    z_bursts: float = 0.0
    z_by_prior: Mapping[str, float] = field(default_factory=dict)
    phi: float = 1.0
    g2: float = 0.0
    log_ratio_low: float = 0.0
    tfidf_z: float = 0.0
    tfidf_q: float = 1.0
    flags: tuple[str, ...] = ()


class TermContrast(NamedTuple):
    """The terms of one source against the rest, the corpus or one source; `tested`: how many terms were.

    `least` is the fewest hits for a term to be looked at: 3, or more in corpora with too many terms. `every`: where
    it is k, terms were found in every k-th article of the source, and TF-IDF, bursts and resamples come from these;
    hits are counted in all. 1 in most corpora.
    """

    against: str
    terms: tuple[Term, ...]
    tested: int
    least: int = 3
    every: int = 1

    def of_kind(self, kind: str) -> tuple[Term, ...]:
        """Return the terms of one kind, "word", "name" or "topic": a list of frames is not one of names."""
        return tuple(term for term in self.terms if term.kind == kind)


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
class Signature:
    """Everything that decides the numbers: the same signature gives the same bytes.

    `classifier` is the hash of the trained classifier, `topic` the signature of the topic's words; each is empty
    where none was used.
    """

    package: str
    lexicon: str
    cleaner: str
    tokeniser: str
    voices: str
    matcher: str
    options: str
    corpus: str
    classifier: str = ""
    topic: str = ""

    @property
    def short(self) -> str:
        """The signature on one line, for a footnote."""
        return (
            f"framing:{self.package}|lex:{self.lexicon}|clean:{self.cleaner}|tok:{self.tokeniser}"
            f"|voice:{self.voices}|match:{self.matcher}|opts:{self.options}|corpus:{self.corpus[:12]}"
            + (f"|classifier:{self.classifier[:12]}" if self.classifier else "")
            + (f"|topic:{self.topic}" if self.topic else "")
        )


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
