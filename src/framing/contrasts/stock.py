"""Is a term a way of writing, or one sentence pasted many times? Its neighbours tell.

A sign-off at the foot of every article makes its words the most telling of their source, in many articles and
in every resample; only the words around them, which are always the same, give it away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.stream import Tokens

Ints = NDArray[np.int64]

# So large a share of a term's occurrences makes it a term of one sentence, one paragraph, one article.
SENTENCE_SHARE = 0.8
PARAGRAPH_SHARE = 0.5
ARTICLE_SHARE = 0.8
REACH = 3


def flags(tokens: Tokens, at: Ints, length: int) -> tuple[str, ...]:
    """Return what a reader should know of a term before taking it for the source's way of writing.

    Parameters
    ----------
    tokens
        Of one source.
    at
        Where the term ends.
    length
        Words of the term.

    Returns
    -------
    tuple of str
        ``one_sentence``: four in five occurrences or more have the same three words before or behind, or stand
        in the same short line. ``one_paragraph``: more than half stand in one paragraph. ``one_article``: four
        in five or more stand in one article, of three or more.
    """
    if not len(at):
        return ()
    found = []
    if len(at) > 1 and _same_neighbours(tokens, at, length) >= SENTENCE_SHARE * len(at):
        found.append("one_sentence")
    if _most(tokens.paragraph_of(at).tolist()) > PARAGRAPH_SHARE * len(at):
        found.append("one_paragraph")
    if len(tokens.articles) >= 3 and _most(tokens.article_of(at).tolist()) >= ARTICLE_SHARE * len(at):
        found.append("one_article")
    return tuple(found)


def _same_neighbours(tokens: Tokens, at: Ints, length: int) -> int:
    """Return how many occurrences share their neighbours with the largest group of their like."""
    before = _around(tokens, at, np.arange(-length - REACH + 1, -length + 1))
    behind = _around(tokens, at, np.arange(1, REACH + 1))
    both = np.concatenate([before[:, 1:], behind[:, : REACH - 1]], axis=1)
    return max(_largest(before[_full(before)]), _largest(behind[_full(behind)]), _largest(both))


def _around(tokens: Tokens, at: Ints, steps: Ints) -> Ints:
    """Return the words at these steps from each occurrence, -2 beyond its paragraph."""
    paragraph, ends = tokens.paragraph_of(at), np.append(tokens.paragraphs[1:], len(tokens.word))
    places = at[:, None] + steps
    same = (places >= tokens.paragraphs[paragraph][:, None]) & (places < ends[paragraph][:, None])
    return np.where(same, tokens.word[np.where(same, places, 0)], -2)


def _full(words: Ints) -> NDArray[np.bool_]:
    # The start of a paragraph is no neighbour: a word that often opens one is not stock for that.
    return np.asarray((words != -2).all(axis=1))


def _largest(rows: Ints) -> int:
    return _most(map(tuple, rows.tolist()))


def _most(values: Iterable[Hashable]) -> int:
    # Of the few occurrences that most terms have; numpy's `unique` takes ten times as long to begin.
    return max(Counter(values).values(), default=0)
