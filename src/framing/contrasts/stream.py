"""The tokens of many articles in one row, by the numbers of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.layout import begins
from framing.contrasts.terms import ArticleTerms
from framing.contrasts.vocabulary import renumbering

Ints = NDArray[np.int64]
# A token's entry in each row: four bytes, since there may be tens of millions of them.
Row = NDArray[np.int32]


class Tokens(NamedTuple):
    """n tokens of A articles in P paragraphs.

    Attributes
    ----------
    word
        n: number of each token's word, -1 where none stands.
    marks
        n: as in `ArticleTerms`.
    paragraphs, articles
        P and A: first token of each, rising.
    """

    word: Row
    marks: NDArray[np.uint8]
    paragraphs: Ints
    articles: Ints

    def paragraph_of(self, at: Ints) -> Ints:
        """Return the paragraph of each place."""
        return np.searchsorted(self.paragraphs, at, side="right") - 1

    def article_of(self, at: Ints) -> Ints:
        """Return the article of each place."""
        return np.searchsorted(self.articles, at, side="right") - 1

    def articles_with(self, at: Ints) -> int:
        """Return how many articles hold one of the places, which rise."""
        return int(np.count_nonzero(begins(self.article_of(at))))

    def paragraphs_with(self, at: Ints) -> int:
        """Return how many paragraphs hold one of the places, which rise."""
        return int(np.count_nonzero(begins(self.paragraph_of(at))))

    def every_paragraph(self) -> Row:
        """Return the paragraph of every token."""
        lengths = np.diff(np.append(self.paragraphs, len(self.word)))
        return np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)


def one_numbering(groups: Sequence[Sequence[ArticleTerms]]) -> tuple[Sequence[str], list[list[ArticleTerms]]]:
    """Return the words of all articles, and the articles with their tokens numbered by these.

    Articles of one run share their list of words already, and nothing is left to do.
    """
    lists = {id(article.words): article.words for group in groups for article in group}
    if len(lists) == 1:
        return next(iter(lists.values())), [list(group) for group in groups]
    words, numbers = renumbering(list(lists.values()))
    # One place more answers for -1.
    places = {key: np.array([*own, -1], dtype=np.int32) for key, own in zip(lists, numbers, strict=True)}

    def renumbered(group: Sequence[ArticleTerms]) -> Iterator[ArticleTerms]:
        for article in group:
            yield article._replace(words=words, tokens=places[id(article.words)][article.tokens])

    return words, [list(renumbered(group)) for group in groups]


def read_tokens(articles: Sequence[ArticleTerms]) -> Tokens:
    """Return all tokens in order; the articles share one list of words, and each has a paragraph."""
    if not articles:
        none = np.zeros(0, dtype=np.int64)
        return Tokens(none.astype(np.int32), none.astype(np.uint8), none, none)
    lengths = np.array([len(article.tokens) for article in articles])
    before = np.cumsum(lengths) - lengths
    paragraphs = [len(article.starts) for article in articles]
    return Tokens(
        np.concatenate([article.tokens for article in articles]),
        np.concatenate([article.marks for article in articles]),
        np.concatenate([article.starts for article in articles]) + np.repeat(before, paragraphs),
        before,
    )
