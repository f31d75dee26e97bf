"""The words and names that set a source apart, with the tests behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


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
        The log-odds z with bursts in its standard error; the same by size of the prior: 100, 500 and 2000 tokens,
        each cut at the shorter side and named by what is left.
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
