"""Articles in an order that only their content decides, whoever read them first and however words were numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from framing.contrasts.terms import ArticleTerms

OPENING = 4

Key = Callable[[ArticleTerms], Any]


def in_order(articles: Iterable[ArticleTerms]) -> list[ArticleTerms]:
    """Return the articles by length, then by their distinct words in order of first use, then by all they hold.

    A key of all words for each of a hundred thousand articles took seconds; nearly all of them differ in length,
    or in their first words.
    """
    return list(_sorted(articles, (_length, _opening, _content)))


def _sorted(articles: Iterable[ArticleTerms], keys: tuple[Key, ...]) -> Iterator[ArticleTerms]:
    if not keys:
        yield from articles
        return
    for _, same in groupby(sorted(articles, key=keys[0]), key=keys[0]):
        group = list(same)
        yield from _sorted(group, keys[1:]) if len(group) > 1 else group


def _length(article: ArticleTerms) -> int:
    return len(article.tokens)


def _opening(article: ArticleTerms) -> tuple[str, ...]:
    """Return the first words of `_content`, for little work."""
    found: dict[int, str] = {}
    for token in article.tokens:
        if token >= 0:
            found.setdefault(int(token), article.words[token])
        if len(found) == OPENING:
            break
    return tuple(found.values())


def _content(article: ArticleTerms) -> tuple[object, ...]:
    own = article.own_words()
    return own.words, own.tokens.tobytes(), own.marks.tobytes(), own.starts.tobytes()
