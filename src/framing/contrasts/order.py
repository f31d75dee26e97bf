"""Articles in an order that only their content decides, whoever read them first and however words were numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from framing.contrasts.terms import ArticleTerms

# So many words, looked for in stretches of so many tokens.
OPENING, STRETCH = 4, 16

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
    keyed = sorted(((keys[0](article), article) for article in articles), key=itemgetter(0))
    for _, same in groupby(keyed, key=itemgetter(0)):
        group = [article for _, article in same]
        yield from _sorted(group, keys[1:]) if len(group) > 1 else group


def _length(article: ArticleTerms) -> int:
    return len(article.tokens)


def _opening(article: ArticleTerms) -> tuple[str, ...]:
    """Return the first words of `_content`, for little work."""
    found: dict[int, None] = {}
    for start in range(0, len(article.tokens), STRETCH):
        found |= dict.fromkeys(token for token in article.tokens[start : start + STRETCH].tolist() if token >= 0)
        if len(found) >= OPENING:
            break
    return tuple(article.words[number] for number in list(found)[:OPENING])


def _content(article: ArticleTerms) -> tuple[object, ...]:
    own = article.own_words()
    return own.words, own.tokens.tobytes(), own.marks.tobytes(), own.starts.tobytes()
