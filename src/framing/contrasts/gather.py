"""The articles of all sources -> one matrix of paragraphs x terms: words and two-word phrases, counted once.

The order in which articles come decides nothing: they are sorted by what they hold, terms by their letters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.stream import Row, find_terms, read_tokens
from framing.contrasts.terms import CAPITAL, TELLS, TOPIC, ArticleTerms

LEAST_PARAGRAPHS = 2

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Stream(NamedTuple):
    """Every token of the corpus in order: its word, and the term it ends as a word and as a phrase; all of length n.

    `word` is -1 where no word stands, `alone` and `phrase` where no term does; `article` and `paragraph` say
    where, and `bounds` (S + 1) where each source's tokens begin.
    """

    word: Row
    alone: Row
    phrase: Row
    article: Row
    paragraph: Row
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
    least
        Fewest hits in the corpus that a term has: 3, or more where there are too many terms.
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
    least: int

    @property
    def paragraph_source(self) -> Ints:
        """P: number of each paragraph's source."""
        return self.source[self.article]


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
    tokens = read_tokens([article for _, article in ordered])
    found = find_terms(tokens)
    at = [np.flatnonzero(found.alone >= 0), np.flatnonzero(found.phrase >= 0)]
    rows = np.concatenate([tokens.paragraph[at[0]], tokens.paragraph[at[1]]])
    columns = np.concatenate([found.alone[at[0]], found.phrase[at[1]]])
    shape = (sum(len(article.sizes) for _, article in ordered), len(found.names))
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
    spread = np.bincount(matrix.indices, minlength=len(found.names))
    kept = sorted(np.flatnonzero(spread >= LEAST_PARAGRAPHS).tolist(), key=found.names.__getitem__)
    if not kept:
        return None
    place = np.full(len(found.names) + 1, -1, dtype=np.int32)  # the last one answers for -1
    place[kept] = np.arange(len(kept))
    alone, phrase = place[found.alone], place[found.phrase]
    matrix = matrix[:, kept]
    matrix.sort_indices()
    source = np.array([number for number, _ in ordered])
    article = np.repeat(np.arange(len(ordered)), [len(a.sizes) for _, a in ordered])
    stream = Stream(
        tokens.word,
        alone,
        phrase,
        article.astype(np.int32)[tokens.paragraph],
        tokens.paragraph,
        _bounds(source, ordered, len(names)),
    )
    return Counts(
        names,
        tuple(found.names[k] for k in kept),
        matrix,
        np.concatenate([a.sizes for _, a in ordered]).astype(np.float64),
        article,
        source,
        *_told(tokens.marks, alone, phrase, len(kept)),
        stream,
        found.least,
    )


def _content(article: ArticleTerms) -> tuple[object, ...]:
    return (
        len(article.tokens),
        article.words,
        article.tokens.tobytes(),
        article.marks.tobytes(),
        article.starts.tobytes(),
    )


def _told(marks: NDArray[np.uint8], alone: Row, phrase: Row, terms: int) -> tuple[Ints, Ints, Ints]:
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
