"""Which words and two-word phrases are terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from framing.contrasts.stop_words import STOP_WORDS
from framing.contrasts.stream import Ints, Row, Tokens
from framing.contrasts.terms import BREAK

LEAST_COUNT = 3
# A corpus of megabytes has a hundred thousand terms; beyond so many the rarest are not looked at.
MOST_TERMS = 50_000


class Terms(NamedTuple):
    """W terms, and the one that each of n tokens is as a word, and that it ends as a phrase (-1: none).

    Attributes
    ----------
    first, last
        W: numbers of the term's first word (-1 where it is one word) and of its last.
    alone, phrase
        n: the term of each token.
    least
        Fewest hits among these tokens that a term has.
    """

    first: Ints
    last: Ints
    alone: Row
    phrase: Row
    least: int

    def names(self, words: Sequence[str]) -> list[str]:
        """Return the terms as they are written."""
        pairs = zip(self.first.tolist(), self.last.tolist(), strict=True)
        return [words[last] if first < 0 else f"{words[first]} {words[last]}" for first, last in pairs]

    def keep(self, kept: Ints) -> Terms:
        """Return the terms `kept`, in that order."""
        place = np.full(len(self.last) + 1, -1, dtype=np.int32)  # the last one answers for -1
        place[kept] = np.arange(len(kept))
        return Terms(self.first[kept], self.last[kept], place[self.alone], place[self.phrase], self.least)


def find_terms(tokens: Tokens, words: Sequence[str], most: int = MOST_TERMS) -> Terms:
    """Return the terms of three hits or more; the `most` frequent of them, where there are more."""
    alone, singles = _words(tokens, words)
    phrase, pairs = _phrases(tokens, alone, len(singles))
    phrase[phrase >= 0] += len(singles)
    first = np.concatenate([np.full(len(singles), -1), singles[pairs // max(len(singles), 1)]])
    last = np.concatenate([singles, singles[pairs % max(len(singles), 1)]])
    found = Terms(first, last, alone, phrase, LEAST_COUNT)
    if len(last) <= most:
        return found
    count = np.bincount(alone[alone >= 0], minlength=len(last))
    count += np.bincount(phrase[phrase >= 0], minlength=len(last))
    # Terms as frequent as the last one go with it: which of them would stay is chance.
    least = int(np.partition(count, len(last) - most - 1)[len(last) - most - 1]) + 1
    return found._replace(least=least).keep(np.flatnonzero(count >= least))


def _words(tokens: Tokens, words: Sequence[str]) -> tuple[Row, Ints]:
    """Return the word-term of each token (-1: none), and the words that are terms: no function word, none too rare."""
    count = np.bincount(tokens.word[tokens.word >= 0], minlength=len(words))
    often = np.flatnonzero(count >= LEAST_COUNT)
    fit = [len(words[number]) > 1 and words[number] not in STOP_WORDS for number in often.tolist()]
    kept = often[np.array(fit, dtype=np.bool_)]
    place = np.full(len(words) + 1, -1, dtype=np.int32)
    place[kept] = np.arange(len(kept))
    return place[tokens.word], kept


def _phrases(tokens: Tokens, alone: Row, singles: int) -> tuple[Row, Ints]:
    """Return the phrase-term that each token ends (-1: none), and the phrases: singles x first word + second."""
    ends = np.flatnonzero((alone[1:] >= 0) & (alone[:-1] >= 0) & ((tokens.marks[1:] & BREAK) == 0)) + 1
    keys = alone[ends - 1].astype(np.int64) * singles + alone[ends]
    found, which, count = np.unique(keys, return_inverse=True, return_counts=True)
    kept = np.flatnonzero(count >= LEAST_COUNT)
    place = np.full(len(found), -1, dtype=np.int32)
    place[kept] = np.arange(len(kept))
    phrase = np.full(len(alone), -1, dtype=np.int32)
    phrase[ends] = place[which]
    return phrase, found[kept]
