"""Rows and objects to articles: which field is the text, the source, the identifier."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.errors import CorpusError, did_you_mean
from framing.io.readers.found import Found, Place, Raw
from framing.io.readers.text import is_blank

# Without case, spaces, "_" and "-": "Full Text" is "fulltext".
TEXT = "text body content article fulltext articletext bodytext maintext articlebody story".split()
SOURCE = "source outlet publication newspaper publisher site sourcename website media journal".split()
ID = "id uid articleid docid url link".split()
_USUAL = {"text": TEXT, "source": SOURCE, "id": ID}
_MOST_LISTED = 20

Record = Mapping[str, object]


class Fields(NamedTuple):
    """The names of the fields that play a part; source and id may be empty."""

    text: str
    source: str
    id: str
    guessed: tuple[str, ...]


def choose_fields(names: Sequence[str], wanted: Mapping[str, str], where: str, *, noun: str = "column") -> Fields:
    """Return which fields to use: the named ones, else the first with a usual name.

    Raises
    ------
    CorpusError
        If no field can be the text, or a named one is not there; lists the fields and the option.

    Examples
    --------
    >>> choose_fields(["URL", "Full Text", "Outlet"], {}, "news.csv")[:3]
    ('Full Text', 'Outlet', 'URL')
    """
    usual = {bare(name): name for name in reversed(names)}
    listed = ", ".join(name[:40] for name in names[:_MOST_LISTED]) or "none"
    listed += f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    chosen: dict[str, str] = {}
    for role, known in _USUAL.items():
        named = wanted.get(role, "")
        if named and named not in names:
            near = did_you_mean(named, names)
            hint = near if near.startswith("did") else f"correct --{role}-field"
            raise CorpusError(f"no {noun} '{named}'; the {noun}s are: {listed}", where=where, hint=hint)
        chosen[role] = named or next((usual[name] for name in known if name in usual), "")
    if not chosen["text"]:
        raise CorpusError(
            f"no {noun} holds the text; the {noun}s are: {listed}", where=where, hint="name it with --text-field NAME"
        )
    guessed = tuple(f"{role} from '{name}'" for role, name in chosen.items() if name and not wanted.get(role))
    return Fields(chosen["text"], chosen["source"], chosen["id"], guessed)


def articles_of(
    records: Sequence[tuple[int, int, Record]], fields: Fields, place: Place, found: Found
) -> Iterator[Raw]:
    """Yield an article for each record (its number, its line, what it holds); those without text are faults."""
    if fields.guessed:
        found.note(f"{place.where}: " + ", ".join(fields.guessed))
    for number, line, record in records:
        where = f"{place.where}:{line}"
        text = record.get(fields.text)
        if not isinstance(text, str) or is_blank(text):
            found.fault(f"there is no text in '{fields.text}'", where, "fill it, or use --on-error skip")
            continue
        source = plain(record.get(fields.source)) if fields.source else ""
        metadata = {key.strip().lower(): plain(value) for key, value in record.items() if key != fields.text}
        if source:
            metadata["source"] = source
        yield Raw(
            id=(plain(record.get(fields.id)) if fields.id else "") or f"{place.name}#{number}",
            text=text,
            where=where,
            metadata={**place.known, **{key: value for key, value in metadata.items() if value}},
            place=place,
            no_source_in="" if source else fields.source,
        )


def plain(value: object) -> str:
    """Return a single value as a string, dates as ISO, lists of such joined; nothing for what is nested deeper.

    Examples
    --------
    >>> plain(dt.date(2015, 6, 14)), plain(["A", "B"]), plain({"a": 1}), plain(True)
    ('2015-06-14', 'A, B', '', 'true')
    """
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        return ", ".join(filter(None, map(plain, value)))
    return ""


def bare(name: str) -> str:
    """Return a field's name as the lists of usual names write it."""
    return "".join(name.split()).replace("_", "").replace("-", "").lower()
