"""The articles of all sources -> one matrix of paragraphs x terms, and the hits of each source.

The order in which articles come decides nothing: they are sorted by what they hold, terms by their letters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.counts import Counts, Part
from framing.contrasts.find_terms import Terms, find_terms
from framing.contrasts.layout import Layout
from framing.contrasts.lookup import Lookup
from framing.contrasts.order import in_order
from framing.contrasts.sample import MOST, steps
from framing.contrasts.sparse import Matrix, sum_rows
from framing.contrasts.stream import Row, Tokens, one_numbering, read_tokens
from framing.contrasts.terms import CAPITAL, TELLS, TOPIC, ArticleTerms

LEAST_PARAGRAPHS = 2

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def gather(articles: Mapping[str, Sequence[ArticleTerms]], most: int = MOST) -> Counts | None:
    """Return the counts; None where no term occurs three times and in two paragraphs.

    Parameters
    ----------
    articles
        The articles of each source, in any order.
    most
        Paragraphs in which terms are found, all sources together; where there are more, a part of the articles is
        taken. Hits are counted in all of them.
    """
    names = tuple(sorted(articles))
    words, sources = one_numbering([in_order(a for a in articles[name] if len(a.sizes)) for name in names])
    every = steps(sources, most)
    chosen = [(number, one) for number, held in enumerate(sources) for one in held[:: every[number]]]
    if not chosen:
        return None
    source, part = np.array([number for number, _ in chosen]), [one for _, one in chosen]
    tokens = read_tokens(part)
    found = find_terms(tokens, words)
    matrix = _matrix(found, tokens.every_paragraph())
    spread = np.bincount(matrix.indices, minlength=len(found.last))
    named = found.names(words)
    kept = sorted(np.flatnonzero(spread >= LEAST_PARAGRAPHS).tolist(), key=named.__getitem__)
    if not kept:
        return None
    found, matrix = found.keep(np.array(kept)), matrix[:, kept]
    matrix.sort_indices()
    layout = Layout(
        np.concatenate([one.sizes for one in part]).astype(np.float64),
        np.repeat(np.arange(len(part)), [len(one.sizes) for one in part]),
        source,
        len(names),
    )
    held = Part(matrix, layout, *_told(tokens.marks, found))
    rows = tuple(read_tokens(one) for one in sources)
    return Counts(
        names,
        tuple(named[k] for k in kept),
        _hits(held, found, rows, len(words), whole=max(every) == 1),
        tuple(np.array([one.sizes.sum() for one in each], dtype=np.float64) for each in sources),
        rows,
        held,
        tuple(every),
        found.first,
        found.last,
        len(words),
        found.least,
    )


def _matrix(found: Terms, paragraph: Row) -> Matrix:
    """Return the hits of each term in each paragraph."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 -- 0.2 s to import

    at = [np.flatnonzero(found.alone >= 0), np.flatnonzero(found.phrase >= 0)]
    rows = np.concatenate([paragraph[at[0]], paragraph[at[1]]])
    columns = np.concatenate([found.alone[at[0]], found.phrase[at[1]]])
    shape = (int(paragraph[-1]) + 1, len(found.last))
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)


def _hits(part: Part, found: Terms, tokens: Sequence[Tokens], words: int, *, whole: bool) -> Matrix:
    """Return the hits of each term in each source; where the part is the whole they stand in its matrix."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 -- 0.2 s to import

    if whole:
        return sum_rows(part.matrix, part.layout.owner, len(tokens))
    lookup = Lookup(found.first, found.last, words)
    rows = [lookup.count(one) for one in tokens]
    columns = [np.flatnonzero(row) for row in rows]
    return csr_matrix(
        (
            np.concatenate([row[held] for row, held in zip(rows, columns, strict=True)]).astype(np.float64),
            np.concatenate(columns),
            np.cumsum([0, *(len(held) for held in columns)]),
        ),
        shape=(len(rows), len(found.last)),
    )


def _told(marks: NDArray[np.uint8], found: Terms) -> tuple[Ints, Ints, Ints]:
    """Return how often each term's capitals tell, how often they are a name's, how often it is topic."""
    alone, phrase = found.alone, found.phrase
    before = np.concatenate([marks[:1], marks[:-1]])
    tells, capital, topic = (marks & TELLS) != 0, (marks & CAPITAL) != 0, (marks & TOPIC) != 0
    both, either = capital & ((before & CAPITAL) != 0), topic | ((before & TOPIC) != 0)

    def count(of_word: Bools, of_phrase: Bools) -> Ints:
        held = np.concatenate([alone[of_word & (alone >= 0)], phrase[of_phrase & (phrase >= 0)]])
        return np.bincount(held, minlength=len(found.last))

    # The first word of a phrase may open its sentence; its second word tells all the same.
    return count(tells, tells), count(tells & capital, tells & both), count(topic, either)
