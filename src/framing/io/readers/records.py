"""Rows and objects to articles: which field is the text, the source, the identifier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from framing.errors import CorpusError, did_you_mean

TEXT = ("text", "body", "content", "article", "fulltext", "full_text", "article_text")
SOURCE = ("source", "outlet", "publication", "newspaper", "publisher", "site", "media")
ID = ("id", "article_id", "uid", "url", "link")


class Fields(NamedTuple):
    """The names of the fields that play a part; source and id may be empty."""

    text: str
    source: str
    id: str
    guessed: tuple[str, ...]


def choose_fields(names: Sequence[str], wanted: Mapping[str, str], where: str) -> Fields:
    """Return which fields to use: the named ones, else the first with a usual name, in any case of letters.

    Raises
    ------
    CorpusError
        If no field can be the text, or a named one is not there; lists the fields and the option.
    """
    lower = {name.strip().lower(): name for name in reversed(names)}
    listed = ", ".join(names) or "none"
    guessed: list[str] = []
    chosen: dict[str, str] = {}
    for role, usual in (("text", TEXT), ("source", SOURCE), ("id", ID)):
        named = wanted.get(role, "")
        if named and named not in names:
            hint = did_you_mean(named, list(names))
            raise CorpusError(f"no column '{named}'; the columns are: {listed}", where=where, hint=hint)
        chosen[role] = named or next((lower[name] for name in usual if name in lower), "")
        if not named and chosen[role]:
            guessed.append(f"{role} from '{chosen[role]}'")
    if not chosen["text"]:
        raise CorpusError(
            f"no column holds the text; the columns are: {listed}",
            where=where,
            hint="name it with --text-field NAME",
        )
    return Fields(chosen["text"], chosen["source"], chosen["id"], tuple(guessed))


def metadata_of(record: Mapping[str, object], fields: Fields) -> dict[str, str]:
    """Return the other fields that are plain values, as strings, with the source under 'source'."""
    kept = {
        str(key).strip().lower(): str(value)
        for key, value in record.items()
        if key != fields.text and isinstance(value, str | int | float) and str(value).strip()
    }
    if fields.source and str(record.get(fields.source) or "").strip():
        kept["source"] = str(record[fields.source]).strip()
    return kept


def all_names(records: Iterable[Mapping[str, object]]) -> list[str]:
    """Return every key of the records, in the order first seen."""
    return list(dict.fromkeys(str(key) for record in records for key in record))
