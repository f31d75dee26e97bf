"""The articles of all sources -> one matrix of paragraphs x terms: words and two-word phrases, counted once.

The order in which articles come decides nothing: they are sorted by what they hold, terms by their letters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.stop_words import STOP_WORDS
from framing.contrasts.terms import BREAK, CAPITAL, TELLS, TOPIC, ArticleTerms

LEAST_COUNT = 3
LEAST_PARAGRAPHS = 2

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Stream(NamedTuple):
    """Every token of the corpus in order, all int64, n: its word, and the term it ends as a word and as a phrase.

    `word` is -1 where no word stands, `alone` and `phrase` where no term does; `article` and `paragraph` say
    where, and `bounds` (S + 1) where each source's tokens begin.
    """

    word: Ints
    alone: Ints
    phrase: Ints
    article: Ints
    paragraph: Ints
    bounds: Ints


class Counts(NamedTuple):
    """Counts of W terms in P paragraphs of A articles of S sources.

    Attributes
    ----------
    names, terms
        S sources and W terms, sorted.
    matrix
        P x W, csr, float64.
    sizes
        P: tokens of the chosen voices in each paragraph.
    article
        P: number of each paragraph's article; rising, so that the paragraphs of an article are contiguous.
    source
        A: number of each article's source; rising.
    told, capital, topic
        W: occurrences whose capitals tell something, those of them written as names, those of topic words.
    stream
        What the matrix was counted from.
    """

    names: tuple[str, ...]
    terms: tuple[str, ...]
    matrix: Any
    sizes: Floats
    article: Ints
    source: Ints
    told: Ints
    capital: Ints
    topic: Ints
    stream: Stream

    @property
    def paragraph_source(self) -> Ints:
        """P: number of each paragraph's source."""
        return self.source[self.article]


class _Tokens(NamedTuple):
    words: tuple[str, ...]
    word: Ints
    marks: NDArray[np.uint8]
    paragraph: Ints


def gather(articles: Mapping[str, Sequence[ArticleTerms]]) -> Counts | None:
    """Return the counts; None where no term occurs three times and in two paragraphs."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 -- 0.2 s to import

    names = tuple(sorted(articles))
    ordered = [
        (number, article)
        for number, name in enumerate(names)
        for article in sorted((a for a in articles[name] if len(a.sizes)), key=_content)
    ]
    if not ordered:
        return None
    tokens = _tokens([article for _, article in ordered])
    alone, words = _words(tokens)
    phrase, phrases = _phrases(tokens, alone, words)
    paragraphs = sum(len(article.sizes) for _, article in ordered)
    at = [np.flatnonzero(alone >= 0), np.flatnonzero(phrase >= 0)]
    rows = np.concatenate([tokens.paragraph[at[0]], tokens.paragraph[at[1]]])
    columns = np.concatenate([alone[at[0]], phrase[at[1]] + len(words)])
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(paragraphs, len(words) + len(phrases)))
    matrix.sum_duplicates()
    spread = np.bincount(matrix.indices, minlength=matrix.shape[1])
    names_of = np.array([*words, *phrases], dtype=object)
    kept = sorted(np.flatnonzero(spread >= LEAST_PARAGRAPHS).tolist(), key=lambda column: names_of[column])
    if not kept:
        return None
    place = np.full(len(names_of) + 1, -1, dtype=np.int64)  # the last one answers for -1
    place[kept] = np.arange(len(kept))
    alone, phrase = place[alone], place[np.where(phrase >= 0, phrase + len(words), -1)]
    matrix = matrix[:, kept]
    matrix.sort_indices()
    source = np.array([number for number, _ in ordered])
    article = np.repeat(np.arange(len(ordered)), [len(a.sizes) for _, a in ordered])
    stream = Stream(
        tokens.word, alone, phrase, article[tokens.paragraph], tokens.paragraph, _bounds(source, ordered, len(names))
    )
    return Counts(
        names,
        tuple(names_of[kept].tolist()),
        matrix,
        np.concatenate([a.sizes for _, a in ordered]).astype(np.float64),
        article,
        source,
        *_told(tokens.marks, alone, phrase, len(kept)),
        stream,
    )


def _content(article: ArticleTerms) -> tuple[object, ...]:
    return (
        len(article.tokens),
        article.words,
        article.tokens.tobytes(),
        article.marks.tobytes(),
        article.starts.tobytes(),
    )


def _tokens(articles: Sequence[ArticleTerms]) -> _Tokens:
    """Return all tokens in order, their words numbered over the whole corpus."""
    number = {word: i for i, word in enumerate(dict.fromkeys(chain.from_iterable(a.words for a in articles)))}
    of_local = np.array(list(map(number.__getitem__, chain.from_iterable(a.words for a in articles))), dtype=np.int64)
    lengths = [len(a.tokens) for a in articles]
    offsets = np.concatenate([[0], np.cumsum([len(a.words) for a in articles])[:-1]])
    local = np.concatenate([a.tokens for a in articles]).astype(np.int64)
    word = np.where(local >= 0, of_local[np.maximum(local, 0) + np.repeat(offsets, lengths)], -1)
    ends = [np.diff(np.append(a.starts, len(a.tokens))) for a in articles]
    within = np.concatenate(ends)
    return _Tokens(
        tuple(number),
        word,
        np.concatenate([a.marks for a in articles]),
        np.repeat(np.arange(len(within)), within),
    )


def _words(tokens: _Tokens) -> tuple[Ints, list[str]]:
    """Return the word-term of each token (-1: none), and those terms: no function word, none that is rare."""
    count = np.bincount(tokens.word[tokens.word >= 0], minlength=len(tokens.words))
    fit = np.array([len(word) > 1 and word not in STOP_WORDS for word in tokens.words])
    kept = np.flatnonzero(fit & (count >= LEAST_COUNT))
    place = np.full(len(tokens.words) + 1, -1, dtype=np.int64)
    place[kept] = np.arange(len(kept))
    return place[tokens.word], [tokens.words[i] for i in kept.tolist()]


def _phrases(tokens: _Tokens, alone: Ints, words: list[str]) -> tuple[Ints, list[str]]:
    """Return the phrase-term that each token ends (-1: none), and those terms."""
    ends = np.flatnonzero((alone[1:] >= 0) & (alone[:-1] >= 0) & ((tokens.marks[1:] & BREAK) == 0)) + 1
    keys = alone[ends - 1] * len(words) + alone[ends]
    found, which, count = np.unique(keys, return_inverse=True, return_counts=True)
    kept = np.flatnonzero(count >= LEAST_COUNT)
    place = np.full(len(found), -1, dtype=np.int64)
    place[kept] = np.arange(len(kept))
    phrase = np.full(len(alone), -1, dtype=np.int64)
    phrase[ends] = place[which]
    return phrase, [f"{words[key // len(words)]} {words[key % len(words)]}" for key in found[kept].tolist()]


def _told(marks: NDArray[np.uint8], alone: Ints, phrase: Ints, terms: int) -> tuple[Ints, Ints, Ints]:
    """Return how often each term's capitals tell, how often they are a name's, how often it is topic."""
    before = np.concatenate([marks[:1], marks[:-1]])
    tells, capital, topic = (marks & TELLS) != 0, (marks & CAPITAL) != 0, (marks & TOPIC) != 0
    both, either = capital & ((before & CAPITAL) != 0), topic | ((before & TOPIC) != 0)

    def count(of_word: Bools, of_phrase: Bools) -> Ints:
        held = np.concatenate([alone[of_word & (alone >= 0)], phrase[of_phrase & (phrase >= 0)]])
        return np.bincount(held, minlength=terms)

    # The first word of a phrase may open its sentence; its second word tells all the same.
    return count(tells, tells), count(tells & capital, tells & both), count(topic, either)


def _bounds(source: Ints, ordered: Sequence[tuple[int, ArticleTerms]], sources: int) -> Ints:
    tokens = np.bincount(source, weights=[len(a.tokens) for _, a in ordered], minlength=sources)
    return np.concatenate([[0], np.cumsum(tokens)]).astype(np.int64)
