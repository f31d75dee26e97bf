"""Coded passages as numbers: which entries each passage holds, how strongly, and who its neighbours are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, diags_array

from framing.lexicon_tools.trial import plain_document
from framing.matching.matcher import Matcher
from framing.matching.presence import distinct_strings, length_damping, paragraph_words
from framing.model.coded import CodedPassage
from framing.model.lexicon import Lexicon

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Design:
    """Coded passages under a lexicon.

    Attributes
    ----------
    held
        Passages x entries of the lexicon: distinct strings (0, 1, 2) over the damping of the passage's length, so
        that ``held @ weights`` is the passage's own evidence in all dimensions that the weights leave above 0.
        Sparse: a passage holds a handful of a thousand entries.
    around
        The same for the mean of the passage before and the one after in the same article.
    articles
        Number of the article of each passage.
    """

    held: csr_array
    around: csr_array
    articles: NDArray[np.int64]

    def evidence(self, weights: Floats, neighbours: float) -> Floats:
        """Return the evidence of each passage, neighbours' share added."""
        own: Floats = self.held @ weights
        return own + neighbours * (self.around @ weights) if neighbours else own

    def rows(self, chosen: NDArray[np.bool_]) -> Design:
        """Return the chosen passages. Their neighbours stay what they were: text is given, only codes are held out."""
        return Design(self.held[chosen], self.around[chosen], self.articles[chosen])

    def columns(self, entries: NDArray[np.int64]) -> Design:
        """Return these entries only."""
        return Design(self.held[:, entries], self.around[:, entries], self.articles)


def design(passages: Sequence[CodedPassage], matcher: Matcher) -> Design:
    """Return the design of `passages`, which are in the order of their articles and places."""
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, passage in enumerate(passages):
        document = plain_document(passage.text)
        damping = length_damping(paragraph_words(document))
        for (paragraph, entry), number in distinct_strings(document, matcher.match(document)).items():
            rows.append(row)
            columns.append(entry)
            values.append(number / damping[paragraph])
    shape = (len(passages), len(matcher.lexicon.entries))
    held = csr_array(coo_array((values, (rows, columns)), shape=shape, dtype=np.float64))
    names = {name: number for number, name in enumerate(dict.fromkeys(passage.article for passage in passages))}
    articles = np.array([names[passage.article] for passage in passages], dtype=np.int64)
    return Design(held, csr_array(_means(articles) @ held), articles)


def scores(lexicon: Lexicon, coded: Design) -> dict[str, Floats]:
    """Return the evidence of each passage by dimension, its coded neighbours' share added."""
    found = {}
    for dimension in lexicon.dimensions:
        weights = np.array([e.weight if e.dimension == dimension.id else 0.0 for e in lexicon.entries])
        found[dimension.id] = coded.evidence(weights, dimension.presence.neighbours)
    return found


def _means(articles: NDArray[np.int64]) -> csr_array:
    """Return the matrix that takes each passage to the mean of the passages beside it in its article."""
    if len(articles) < 2:
        return csr_array((len(articles), len(articles)))
    beside = (articles[1:] == articles[:-1]).astype(np.float64)
    sums = diags_array([beside, beside], offsets=[-1, 1], shape=(len(articles), len(articles)))
    count = np.maximum(sums.sum(axis=1), 1.0)
    return csr_array(diags_array(1 / count) @ sums)


def folds(articles: NDArray[np.int64], number: int, seed: int = 1) -> NDArray[np.int64]:
    """Return the fold of each passage; an article's passages are alike and stay in one fold."""
    distinct = np.unique(articles)
    fold_of = {a: i % number for i, a in enumerate(np.random.default_rng(seed).permutation(distinct).tolist())}
    return np.array([fold_of[a] for a in articles.tolist()], dtype=np.int64)
