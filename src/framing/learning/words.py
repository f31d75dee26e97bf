"""What the classifier sees of words: their stems, and runs of stems as terms."""

from __future__ import annotations

from collections.abc import Sequence

from framing.matching.forms import key


def stem(word: str, length: int) -> str:
    """Return the first letters of `word`, as words are compared elsewhere, without a possessive ending.

    Cutting is the plainest stemmer, and told frames out of fold as well as character n-grams did.

    Examples
    --------
    >>> stem("Corruption", 6), stem("state's", 6), stem("UN", 6)
    ('corrup', 'state', 'un')
    """
    return key(word, "fold").removesuffix("'s")[:length]


def terms(stems: Sequence[str], longest: int) -> list[str]:
    """Return every run of 1 to `longest` stems, joined by spaces.

    Examples
    --------
    >>> terms(["vote", "was", "rigged"], 2)
    ['vote', 'was', 'rigged', 'vote was', 'was rigged']
    """
    return [
        " ".join(stems[start : start + length])
        for length in range(1, longest + 1)
        for start in range(len(stems) - length + 1)
    ]
