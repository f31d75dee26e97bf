"""Every token of the corpus in one row: its word, the word-term it is and the phrase-term it ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.stop_words import STOP_WORDS
from framing.contrasts.terms import BREAK, ArticleTerms

LEAST_COUNT = 3
# A corpus of hundreds of megabytes has millions of terms; beyond so many the rarest are not looked at.
MOST_TERMS = 50_000

Ints = NDArray[np.int64]
# A token's entry in each row: four bytes, since there may be tens of millions of them.
Row = NDArray[np.int32]


class Tokens(NamedTuple):
    """n tokens: their words, -1 where none stands, marks, and paragraphs; `words` by number."""

    words: tuple[str, ...]
    word: Row
    marks: NDArray[np.uint8]
    paragraph: Row


class Terms(NamedTuple):
    """The term that each token is as a word, and that it ends as a phrase (-1: none); `names` by number.

    `least` is the fewest hits in the corpus that a term has here.
    """

    names: list[str]
    alone: Row
    phrase: Row
    least: int


def read_tokens(articles: Sequence[ArticleTerms]) -> Tokens:
    """Return all tokens in order, their words numbered over the whole corpus."""
    number = {word: i for i, word in enumerate(dict.fromkeys(chain.from_iterable(a.words for a in articles)))}
    every = chain.from_iterable(a.words for a in articles)
    of_local = np.fromiter(map(number.__getitem__, every), dtype=np.int32)
    offsets = np.concatenate([[0], np.cumsum([len(a.words) for a in articles])[:-1]])
    parts = [
        np.where(a.tokens >= 0, of_local[start : start + max(len(a.words), 1)][np.maximum(a.tokens, 0)], -1)
        if len(a.words)
        else a.tokens
        for a, start in zip(articles, offsets.tolist(), strict=True)
    ]
    lengths = np.concatenate([np.diff(np.append(a.starts, len(a.tokens))) for a in articles])
    return Tokens(
        tuple(number),
        np.concatenate(parts).astype(np.int32),
        np.concatenate([a.marks for a in articles]),
        np.repeat(np.arange(len(lengths), dtype=np.int32), lengths),
    )


def find_terms(tokens: Tokens, most: int = MOST_TERMS) -> Terms:
    """Return the words and two-word phrases of three hits or more; of the `most` frequent, where there are more."""
    alone, words = _words(tokens)
    phrase, phrases = _phrases(tokens, alone, words)
    phrase[phrase >= 0] += len(words)
    names = [*words, *phrases]
    count = np.bincount(alone[alone >= 0], minlength=len(names))
    count += np.bincount(phrase[phrase >= 0], minlength=len(names))
    least = LEAST_COUNT
    if len(names) > most:
        # Terms as frequent as the last one go with it: which of them would stay is chance.
        least = int(np.partition(count, len(names) - most - 1)[len(names) - most - 1]) + 1
    kept = np.flatnonzero(count >= least)
    place = np.full(len(names) + 1, -1, dtype=np.int32)  # the last one answers for -1
    place[kept] = np.arange(len(kept))
    return Terms([names[i] for i in kept.tolist()], place[alone], place[phrase], least)


def _words(tokens: Tokens) -> tuple[Row, list[str]]:
    """Return the word-term of each token (-1: none), and those terms: no function word, none that is rare."""
    count = np.bincount(tokens.word[tokens.word >= 0], minlength=len(tokens.words))
    fit = np.array([len(word) > 1 and word not in STOP_WORDS for word in tokens.words], dtype=np.bool_)
    kept = np.flatnonzero(fit & (count >= LEAST_COUNT))
    place = np.full(len(tokens.words) + 1, -1, dtype=np.int32)
    place[kept] = np.arange(len(kept))
    return place[tokens.word], [tokens.words[i] for i in kept.tolist()]


def _phrases(tokens: Tokens, alone: Row, words: list[str]) -> tuple[Row, list[str]]:
    """Return the phrase-term that each token ends (-1: none), and those terms."""
    ends = np.flatnonzero((alone[1:] >= 0) & (alone[:-1] >= 0) & ((tokens.marks[1:] & BREAK) == 0)) + 1
    keys = alone[ends - 1].astype(np.int64) * len(words) + alone[ends]
    found, which, count = np.unique(keys, return_inverse=True, return_counts=True)
    kept = np.flatnonzero(count >= LEAST_COUNT)
    place = np.full(len(found), -1, dtype=np.int32)
    place[kept] = np.arange(len(kept))
    phrase = np.full(len(alone), -1, dtype=np.int32)
    phrase[ends] = place[which]
    return phrase, [f"{words[key // len(words)]} {words[key % len(words)]}" for key in found[kept].tolist()]
