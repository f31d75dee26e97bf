"""The bundled list of word types: which words an open stem would take."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class WordType(NamedTuple):
    """A word, and in how many articles of the list's corpus it occurs."""

    word: str
    articles: int


@cache
def word_types() -> tuple[WordType, ...]:
    """Return the types by the alphabet.

    Examples
    --------
    >>> len(word_types()) > 10_000, word_types()[0].word
    (True, 'a')
    """
    lines = files("framing.lexicon_tools").joinpath("data", "word_types_en.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple(sorted(WordType(word, int(number)) for number, word in rows))


def types_of(stem: str) -> list[WordType]:
    """Return the types that begin with `stem`, the most frequent first, then by the alphabet.

    Examples
    --------
    >>> [found.word for found in types_of("Governors")]
    ['governors', 'governorship']
    """
    stem = stem.casefold()
    types = word_types()
    found: list[WordType] = []
    for number in range(bisect_left(types, (stem,)), len(types)):
        if not types[number].word.startswith(stem):
            break
        found.append(types[number])
    return sorted(found, key=lambda one: (-one.articles, one.word))
