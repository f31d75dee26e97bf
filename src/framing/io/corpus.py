"""Paths to a Corpus: walk, decode, read each format, name the sources; all faults at once, or skipped and listed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from framing.errors import CorpusError, Fault, SettingsError
from framing.io.readers.encoding import decode
from framing.io.readers.files import load
from framing.io.readers.formats import READABLE, kind_of
from framing.io.readers.found import Found, Place, Raw
from framing.io.readers.jsonl import read_json, read_jsonl
from framing.io.readers.naming import name_source
from framing.io.readers.table import read_table
from framing.io.readers.text import is_blank, read_text
from framing.io.readers.walk import find_places
from framing.model.article import Corpus, Skipped
from framing.model.periods import PERIODS

_MOST_SHOWN = 20
_STDIN = Place(path=Path("<stdin>"), name="stdin.jsonl", home="stdin", meant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How articles are read.

    Attributes
    ----------
    by
        What a 'source' is: "source", a metadata field, the "year", "quarter", "month", "week" or "day" of one, as
        "date:month", or several of these, as "source,date:month".
    source_from
        "folder", "filename" or "field:NAME"; empty: the first that is there of the record's own source,
        corpus.toml, front matter, sub-folder and file name.
    text_field, id_field, source_field
        Names of columns and keys; guessed where empty.
    on_error
        "fail" raises with every fault; "skip" leaves out what is faulty and lists it.
    """

    by: str = "source"
    source_from: str = ""
    text_field: str = ""
    id_field: str = ""
    source_field: str = ""
    on_error: Literal["fail", "skip"] = "fail"

    def __post_init__(self) -> None:
        kind, _, field = self.source_from.partition(":")
        if self.source_from not in {"", "folder", "filename"} and not (kind == "field" and field):
            raise SettingsError(f"source_from is '{self.source_from}'", hint="choose folder, filename or field:NAME")
        for piece in self.by.split(","):
            name, colon, part = piece.partition(":")
            if not name or (colon and part not in PERIODS):
                dates = ", ".join(f"date:{period}" for period in PERIODS)
                raise SettingsError(
                    f"by is '{self.by}'", hint=f"choose a field, {dates}, or several as source,date:month"
                )
        if self.on_error not in {"fail", "skip"}:
            raise SettingsError(f"on_error is '{self.on_error}'", hint="choose fail or skip")


def read_corpus(
    paths: Sequence[str | Path] | str | Path,
    options: ReadOptions | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[int], None] | None = None,
) -> Corpus:
    """Return the articles in `paths`, in the order of the paths and of the names in each folder.

    Parameters
    ----------
    paths
        Files and folders; "-" is JSON lines on standard input.
    options
        How to read them.
    stdin
        Read for "-", instead of the process's own standard input.
    progress
        Called after each file with the number of articles read so far.

    Raises
    ------
    CorpusError
        If a path does not exist or no article is left; and with every fault, unless faults are skipped.

    Examples
    --------
    >>> import io
    >>> corpus = read_corpus("-", stdin=io.BytesIO(b'{"text": "No coup.", "outlet": "The Post", "id": 7}'))
    >>> corpus.articles[0].id, corpus.sources, corpus.notes
    ('7', ('The Post',), ("<stdin>: text from 'text', source from 'outlet', id from 'id'",))
    """
    options = options or ReadOptions()
    names = [paths] if isinstance(paths, str | Path) else list(paths)
    found = Found()
    for place in _places(names, found):
        try:
            found.raw.extend(_read(_bytes(place, stdin), place, options, found))
        except CorpusError as error:
            found.faults.extend(error.faults)
        if progress:
            progress(len(found.raw))
    for raw in found.raw:
        name_source(raw, options.by, options.source_from, found)
    _drop_twins(found)
    return _finish(found, options, names)


def _places(names: Sequence[str | Path], found: Found) -> list[Place]:
    if not names:
        raise CorpusError("no articles given", hint="name files or folders, or '-' for JSON lines")
    # Paths first, as a whole: a wrong one should say so before standard input is waited for.
    places = find_places([Path(name) for name in names if str(name) != "-"], found)
    return [*places, _STDIN] if any(str(name) == "-" for name in names) else places


def _bytes(place: Place, stdin: BinaryIO | None) -> bytes:
    return (stdin or sys.stdin.buffer).read() if place is _STDIN else load(place.path)


def _read(data: bytes, place: Place, options: ReadOptions, found: Found) -> Iterator[Raw]:
    kind = kind_of(place.name)
    # A NUL in an article is a sign of a binary file, in an export from a database of an empty cell.
    text, _, note = decode(data, place.where, stray_nul=kind == "table")
    if is_blank(text):
        raise CorpusError("the file is empty", where=place.where, hint="leave it out, or use --on-error skip")
    if note:
        found.note(f"{place.where}: {note}")
    if kind == "text":
        return read_text(text, place)
    wanted = {"text": options.text_field, "source": options.source_field, "id": options.id_field}
    read = {"table": read_table, "list": read_json}.get(kind or "", read_jsonl)
    return read(text, place, wanted, found)


def _drop_twins(found: Found) -> None:
    seen: dict[str, str] = {}
    kept = []
    for article in found.articles:
        if article.id in seen:
            hint = "ids must differ; choose another field with --id-field"
            found.fault(f"id '{article.id}' is also that of {seen[article.id]}", article.where, hint)
        else:
            seen[article.id] = article.where
            kept.append(article)
    found.articles = kept


def _finish(found: Found, options: ReadOptions, paths: Sequence[str | Path]) -> Corpus:
    faults = found.faults
    if faults and (options.on_error == "fail" or not found.articles):
        if len(faults) == 1:
            raise CorpusError(faults[0].message, where=faults[0].where, hint=faults[0].hint)
        shown, rest = faults[:_MOST_SHOWN], len(faults) - _MOST_SHOWN
        head = "" if found.articles else "no article could be read: "
        head += f"{len(faults)} faults" + (f", the first {_MOST_SHOWN} are" if rest > 0 else "")
        if rest > 0:
            shown.append(Fault(f"and {rest} more"))
        cure = "mend them, or use --on-error skip" if found.articles else ""
        raise CorpusError(head, hint=cure, faults=shown)
    skipped = (*found.skipped, *(Skipped(fault.where, fault.message) for fault in faults))
    if not found.articles:
        where = ", ".join(str(path) for path in paths)
        raise CorpusError("no article could be read", where=where, hint=f"give {READABLE}")
    return Corpus(articles=tuple(found.articles), skipped=skipped, notes=tuple(found.notes))
