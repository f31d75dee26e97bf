"""The articles of a corpus one by one: read and matched, or counted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Literal

from framing.errors import DataError
from framing.model.article import Article, Corpus, Skipped
from framing.model.settings import VOICES_OF
from framing.rates.tally import Tally, tally
from framing.study import Reading, Study

OnError = Literal["fail", "skip"]
Progress = Callable[[], None]


def as_corpus(articles: Corpus | Iterable[Article]) -> Corpus:
    """Return a corpus of the articles; one that is given stays what it is."""
    return articles if isinstance(articles, Corpus) else Corpus(articles=tuple(articles))


def only(corpus: Corpus, sources: Collection[str]) -> Corpus:
    """Return the articles of some sources."""
    return Corpus(articles=tuple(article for article in corpus if article.source in sources))


def readings(
    corpus: Corpus, study: Study, on_error: OnError, skipped: list[Skipped], progress: Progress | None = None
) -> Iterator[Reading]:
    """Yield each article read and matched; one without words raises, or is skipped and noted in `skipped`.

    `progress` is called when the caller has done with an article.
    """
    matcher = study.matcher()
    for article in corpus:
        try:
            reading = study.read(article, matcher)
        except DataError as error:
            if on_error == "fail":
                raise
            skipped.append(Skipped(error.where, error.message))
            continue
        yield reading
        if progress:
            progress()


def tallies(
    corpus: Corpus, study: Study, on_error: OnError, skipped: list[Skipped], progress: Progress | None = None
) -> Iterator[tuple[Article, Tally]]:
    """Yield each article with its tally, for what asks for rates alone; parameters as for `readings`."""
    voices = VOICES_OF[study.settings.voice]
    for article, document, matches in readings(corpus, study, on_error, skipped, progress):
        yield article, tally(document, matches, study.lexicon, voices)
