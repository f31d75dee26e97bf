"""Articles as rows of numbers, made up, for measuring what millions of tokens cost after they have been read."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.stop_words import STOP_WORDS
from framing.contrasts.terms import BREAK, TELLS, ArticleTerms

#: Words by Zipf's law, the commonest of them function words, as in English text: about half of all tokens.
EXPONENT, OFFSET = 1.05, 2.7
#: So many of the words behind these a source uses more or less, by a factor with this deviation on the log scale.
HEAD, LEANING = 20_000, 0.3
#: Tokens that follow the word before as one word always does, which makes phrases; tokens behind punctuation.
FOLLOWING, BROKEN = 0.15, 0.15
PARAGRAPH, SHORTEST, SPREAD = 80, 60, 0.5

Ints = NDArray[np.int32]


def vocabulary(size: int) -> list[str]:
    """Return `size` words: the function words, then made-up words of four syllables that no lexicon has."""
    syllables = [consonant + vowel for consonant in "bdfgklmnprtvz" for vowel in "aeiou"]
    base, common = len(syllables), sorted(STOP_WORDS)
    made = ("q" + "".join(syllables[i // base**k % base] for k in range(4)) for i in range(size - len(common)))
    return [*common, *made]


def articles(rng: np.random.Generator, words: list[str], count: int, tokens: int) -> Iterator[ArticleTerms]:
    """Yield `count` articles of one source, of `tokens` tokens on average."""
    share = 1 / (np.arange(len(words)) + OFFSET) ** EXPONENT
    head = slice(len(STOP_WORDS), len(STOP_WORDS) + HEAD)
    share[head] *= np.exp(LEANING * rng.normal(size=len(share[head])))
    reach = np.cumsum(share) / share.sum()
    lengths = np.maximum(SHORTEST, rng.lognormal(np.log(tokens) - SPREAD**2 / 2, SPREAD, count)).astype(np.int64)
    total = int(lengths.sum())
    drawn = np.minimum(np.searchsorted(reach, rng.random(total)), len(words) - 1)
    follows = rng.random(total - 1) < FOLLOWING
    drawn[1:][follows] = (drawn[:-1][follows] * 7919 + 13) % len(words)
    marks = np.where(rng.random(total) < BROKEN, BREAK, TELLS).astype(np.uint8)
    for end, length in zip(np.cumsum(lengths).tolist(), lengths.tolist(), strict=True):
        own = slice(end - length, end)
        yield _article(words, drawn[own].astype(np.int32), marks[own].copy())


def _article(words: list[str], tokens: Ints, marks: NDArray[np.uint8]) -> ArticleTerms:
    starts = np.arange(max(len(tokens) // PARAGRAPH, 1), dtype=np.int32) * PARAGRAPH
    marks[starts] = BREAK
    return ArticleTerms(words, tokens, marks, starts, np.diff(np.append(starts, len(tokens))).astype(np.int32))
