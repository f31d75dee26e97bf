"""Where terms that are known already stand in any number of tokens: what is shown is counted in the whole text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.stream import Ints, Row, Tokens
from framing.contrasts.terms import BREAK

_WORD, _FIRST, _LAST = 1, 2, 4
_MOST_BUCKETS = 2**22


class Lookup:
    """W terms, ready to be looked for.

    Parameters
    ----------
    first, last
        W: numbers of the term's first word (-1 where it is one word) and of its last.
    words
        How many words have a number.
    """

    def __init__(self, first: Ints, last: Ints, words: int) -> None:
        pair = first >= 0
        self._first, self._last = first, last
        self._singles, pairs = np.flatnonzero(~pair), np.flatnonzero(pair)
        self._role = np.zeros(words + 1, dtype=np.uint8)  # the last place answers for -1
        self._role[last[self._singles]] |= _WORD
        self._role[first[pairs]] |= _FIRST
        self._role[last[pairs]] |= _LAST
        self._stride = words | 1
        keys = self._key(first[pairs], last[pairs])
        order = np.argsort(keys)
        self._keys, self._pairs = keys[order], pairs[order]
        # Nine pairs of words in ten are no term, and one look into a small table tells nearly all of them.
        buckets = int(min(_MOST_BUCKETS, 2 ** np.ceil(np.log2(64 * len(pairs) + 64))))
        self._mask = buckets - 1
        self._held = np.zeros(buckets, dtype=np.bool_)
        self._held[keys & self._mask] = True

    def count(self, tokens: Tokens) -> Ints:
        """Return how often each term stands in `tokens`: W."""
        hits = np.zeros(len(self._last), dtype=np.int64)
        of_word = np.bincount(tokens.word + 1, minlength=len(self._role))
        hits[self._singles] = of_word[self._last[self._singles] + 1]
        _, terms = self._phrases(tokens, self._role[tokens.word])
        return hits + np.bincount(terms, minlength=len(hits))

    def places(self, tokens: Tokens) -> dict[int, Ints]:
        """Return where each term ends, in order; a term that stands nowhere is left out."""
        role = self._role[tokens.word]
        at = np.flatnonzero(role & _WORD)
        term = np.full(len(self._role), -1, dtype=np.int64)
        term[self._last[self._singles]] = self._singles
        ends, phrases = self._phrases(tokens, role)
        place, which = np.concatenate([at, ends]), np.concatenate([term[tokens.word[at]], phrases])
        order = np.argsort(which, kind="stable")
        terms, begin = np.unique(which[order], return_index=True)
        # Before the first term there is nothing.
        return dict(zip(terms.tolist(), np.split(place[order], begin)[1:], strict=True))

    def _phrases(self, tokens: Tokens, role: NDArray[np.uint8]) -> tuple[Ints, Ints]:
        """Return where phrases end, rising, and which."""
        may = (role[1:] & _LAST) != 0
        may &= (role[:-1] & _FIRST) != 0
        may &= (tokens.marks[1:] & BREAK) == 0
        ends = np.flatnonzero(may) + 1
        keys = self._key(tokens.word[ends - 1], tokens.word[ends])
        near = self._held[keys & self._mask]
        ends, keys = ends[near], keys[near]
        if not len(self._keys):
            return ends, keys
        place = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        hit = self._keys[place] == keys
        return ends[hit], self._pairs[place[hit]]

    def _key(self, first: Ints | Row, last: Ints | Row) -> Ints:
        return first.astype(np.int64) * self._stride + last
