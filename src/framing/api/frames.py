"""Results as data frames, and data frames as corpora; no frame library is needed until one is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from framing.errors import CorpusError, SettingsError, did_you_mean
from framing.model.article import Article, Corpus
from framing.model.result import Comparison

_BACKENDS = ("pandas", "polars", "pyarrow")
_TEXT = ("text", "body", "content", "article", "fulltext")
_SOURCE = ("source", "outlet", "publication", "newspaper", "publisher", "site")
_ID = ("id", "article_id", "uid", "url")
_SINGLE = (str, int, float, dt.date)


def to_frame(comparison: Comparison, backend: str = "pandas") -> Any:  # noqa: ANN401 -- the backend's frame
    """Return the tidy table of `framing-compare -f csv`: one row per source, dimension and sub-frame.

    Names and numbers are as they are, not guarded and not rounded.

    Raises
    ------
    SettingsError
        If `backend` is unknown, or not installed.
    """
    if backend not in _BACKENDS:
        raise SettingsError(f"unknown backend '{backend}'", hint=did_you_mean(backend, _BACKENDS))
    try:
        module = import_module(backend)
    except ModuleNotFoundError:
        raise SettingsError(f"{backend} is not installed", hint=f"pip install {backend}") from None
    from framing.report.tidy import tidy_rows  # noqa: PLC0415 -- only where it is asked for

    rows = list(tidy_rows(comparison))
    if backend == "pyarrow":
        return module.Table.from_pylist(rows)
    # polars guesses a column's type from its first hundred rows, which may be empty there.
    return module.DataFrame(rows, infer_schema_length=None) if backend == "polars" else module.DataFrame(rows)


def from_records(
    records: Iterable[Mapping[str, object]],
    *,
    text: str = "",
    source: str = "",
    id: str = "",  # noqa: A002 -- the field's name
) -> Corpus:
    """Return a corpus of records (dicts); the fields are guessed from their usual names unless named.

    Raises
    ------
    CorpusError
        If a record has no text, or two have the same id.

    Examples
    --------
    >>> corpus = from_records([{"outlet": "A", "body": "The army warned of war."}])
    >>> corpus.articles[0].source, corpus.articles[0].id
    ('A', '1')
    """
    articles: list[Article] = []
    seen: dict[str, int] = {}
    for number, record in enumerate(records, start=1):
        body = _value(record, text, _TEXT)
        if body is None:
            raise CorpusError(
                f"no text in the record; its fields are: {', '.join(map(str, record))}",
                where=f"record {number}",
                hint="name the field with text=",
            )
        name = _value(record, id, _ID) or str(number)
        if name in seen:
            raise CorpusError(f"id '{name}' is also that of record {seen[name]}", where=f"record {number}")
        seen[name] = number
        articles.append(
            Article(
                id=name,
                source=_value(record, source, _SOURCE) or name,
                text=body,
                metadata={str(k): _told(v) for k, v in record.items() if isinstance(v, _SINGLE) and v != body},
                where=f"record {number}",
            )
        )
    return Corpus(articles=tuple(articles))


def _told(value: str | float | dt.date) -> str:
    """Return a single value as a string; dates as ISO, which a table of pandas holds as timestamps."""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _value(record: Mapping[str, object], named: str, usual: Iterable[str]) -> str | None:
    for name in [named] if named else usual:
        value = record.get(name)
        if isinstance(value, str | int) and str(value).strip():
            return str(value)
    return None


def from_frame(frame: Any, *, text: str = "", source: str = "", id: str = "") -> Corpus:  # noqa: A002, ANN401 -- any frame
    """Return a corpus of the rows of a pandas, polars or pyarrow frame; see `from_records`.

    Raises
    ------
    CorpusError
        If `frame` is none of these, or a row has no text.
    """
    if hasattr(frame, "to_pylist"):  # pyarrow
        records = frame.to_pylist()
    elif hasattr(frame, "to_dicts"):  # polars
        records = frame.to_dicts()
    elif hasattr(frame, "to_dict"):  # pandas
        records = frame.to_dict("records")
    else:
        raise CorpusError(f"{type(frame).__name__} is not a frame", hint="pass a pandas, polars or pyarrow frame")
    return from_records(records, text=text, source=source, id=id)
