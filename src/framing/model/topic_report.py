"""What a comparison says with the topic held constant: frozen facts, in the order of the output schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.model.result import Estimate


class Ratio(NamedTuple):
    """The rate of a source over the geometric mean of the others' rates; `high` None where it is without bound."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRate:
    """One source in one dimension, where the topic stands.

    Attributes
    ----------
    mentions, sentences
        Mentions of the topic in the chosen voices, and sentences that hold one.
    hits
        Hits of the dimension in those sentences.
    rate
        `hits` per 100 mentions, with its interval; None without a mention.
    ratio
        The source's rate over all its text, over the geometric mean of the others'. None where a hit is missing.
    held
        The same at the same density of the topic: from the regression with the topic's rate in it.
    """

    mentions: int
    sentences: int
    hits: int
    rate: Estimate | None
    interval_label: str = ""
    ratio: Ratio | None = None
    held: Ratio | None = None


class TopicWord(NamedTuple):
    """An entry that no source is shown to use otherwise than the rest: in `sources` of them, `hits` times.

    `alike` is True where each source's ratio to the rest is shown to lie within 1/2 and 2; else there may be too few
    hits for a difference to show.
    """

    entry: str
    sources: int
    hits: int
    alike: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Leakage:
    """What is left when the hits that overlap a word of the topic do not count.

    Attributes
    ----------
    hits, removed
        Hits of the chosen voices, and how many of them overlap the topic.
    rank_correlation
        Spearman's, of the sources' rates with and without; None with fewer than three sources, or all alike.
    claimed
        Pairs that the comparison tells apart.
    vanished, reversed
        Of those: now ties; now told apart the other way round.
    """

    hits: int
    removed: int
    rank_correlation: float | None
    claimed: int
    vanished: tuple[tuple[str, str], ...] = ()
    reversed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicDimension:
    """One dimension with the topic held constant.

    Attributes
    ----------
    slope
        By what the rate of a paragraph multiplies for one mention more in 100 words; None where it cannot be told.
    left_out
        Sources without a hit: they are in no ratio.
    words
        Entries that most sources use, none of them shown to do so otherwise; None with too few sources to say.
    """

    slope: Ratio | None
    left_out: tuple[str, ...]
    words: tuple[TopicWord, ...] | None
    leakage: Leakage
    sources: Mapping[str, TopicRate]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicReport:
    """The topic, how often it stands, and each dimension with it held constant."""

    name: str
    patterns: int
    mentions: int
    unmatched: tuple[str, ...] = ()
    dimensions: Mapping[str, TopicDimension] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
