"""Articles as they came, and the corpus that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NO_METADATA: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: its raw text, never rewritten, and what is known about it.

    Attributes
    ----------
    id
        Unique in a corpus; a file's name or the record's identifier.
    source
        The outlet, or whatever stands for a 'source' in the comparison.
    text
        The raw text. Every offset in every output counts characters (code points) of this string.
    metadata
        Title, author, date, genre and any other field, as strings.
    where
        Where it was read, ``path`` or ``path:line``, for messages.
    """

    id: str
    source: str
    text: str
    metadata: Mapping[str, str] = field(default_factory=lambda: _NO_METADATA)
    where: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with a plain dict: a mappingproxy cannot cross to a worker."""
        return (_article, (self.id, self.source, self.text, dict(self.metadata), self.where))


def _article(id_: str, source: str, text: str, metadata: Mapping[str, str], where: str) -> Article:
    return Article(id=id_, source=source, text=text, metadata=metadata, where=where)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out, where it stands, and why."""

    where: str
    why: str

    @property
    def line(self) -> str:
        """What is said of it, on a page or on standard error."""
        return f"skipped: {self.where}: {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Articles, what was skipped on the way in, and what the reader guessed.

    Attributes
    ----------
    articles
        In the order read; no number depends on it.
    skipped
        Every item left out, with its reason.
    notes
        Guesses and repairs worth telling, such as an encoding that was not UTF-8.
    """

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    @property
    def sources(self) -> tuple[str, ...]:
        """The distinct sources, sorted."""
        return tuple(sorted({article.source for article in self.articles}))
