"""Paths to a Corpus: walk, decode, read each format, name the sources; all faults at once, or skipped and listed."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from framing.errors import CorpusError, SettingsError
from framing.io.readers.encoding import decode
from framing.io.readers.found import Found, Raw
from framing.io.readers.jsonl import read_jsonl
from framing.io.readers.manifest import NAME as MANIFEST
from framing.io.readers.manifest import read_manifest
from framing.io.readers.naming import name_source
from framing.io.readers.table import read_table
from framing.io.readers.text import front_matter
from framing.model.article import Corpus, Skipped

_TEXT = (".txt", ".md")
_TABLE = (".csv", ".tsv")
_LINES = (".jsonl", ".ndjson", ".jsonl.gz")
# Files about a corpus, not of it.
_ABOUT = frozenset({MANIFEST, "readme.md", "readme.txt", "readme", "license", "license.txt", "license.md"})
_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How articles are read; see `framing.read_corpus`."""

    by: str = "source"
    source_from: str = ""
    text_field: str = ""
    id_field: str = ""
    source_field: str = ""
    on_error: Literal["fail", "skip"] = "fail"

    def __post_init__(self) -> None:
        if self.source_from not in ("", "folder", "filename") and not self.source_from.startswith("field:"):
            raise SettingsError(f"source_from is '{self.source_from}'", hint="folder, filename or field:NAME")
        part = self.by.partition(":")[2]
        if not self.by or (":" in self.by and part not in ("year", "month", "day")):
            raise SettingsError(f"by is '{self.by}'", hint="a field, or date:year, date:month, date:day")


def read_corpus(
    paths: Sequence[str | Path], options: ReadOptions | None = None, *, stdin: BinaryIO | None = None
) -> Corpus:
    """Return the articles in `paths`; "-" is JSON lines on `stdin`.

    Raises
    ------
    CorpusError
        With every fault, unless faults are skipped; always where nothing is left.
    """
    options = options or ReadOptions()
    found = Found()
    for path in paths:
        if str(path) == "-":
            data = stdin.read() if stdin else b""
            _read_data(data, "stdin.jsonl", "<stdin>", options, found)
        else:
            _read_path(Path(path), options, found)
    for raw in found.raw:
        name_source(raw, options.by, options.source_from, found)
    _drop_twins(found)
    return _finish(found, options, paths)


def _read_path(path: Path, options: ReadOptions, found: Found) -> None:
    if not path.exists():
        raise CorpusError("no such file or folder", where=str(path), hint="check the path")
    if path.is_file():
        _read_file(path, path.name, "", options, found, {})
        return
    before = len(found.raw) + len(found.faults) + len(found.skipped)
    manifests: dict[Path, dict[str, dict[str, str]]] = {}
    for file in _walk(path):
        if file.parent not in manifests:
            manifests[file.parent] = read_manifest(file.parent, found)
        relative = file.relative_to(path)
        folder = relative.parts[0] if len(relative.parts) > 1 else ""
        _read_file(file, relative.as_posix(), folder, options, found, manifests[file.parent].get(file.name, {}))
    if len(found.raw) + len(found.faults) + len(found.skipped) == before:
        raise CorpusError(
            "the folder holds no articles", where=str(path), hint="put .txt, .md, .csv or .jsonl files there"
        )


def _walk(path: Path) -> Iterator[Path]:
    """Yield the files below `path`, sorted; hidden ones and those about the corpus left out, links not followed."""
    for folder, names, files in os.walk(path):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name.lower() not in _ABOUT:
                yield Path(folder) / name


def _read_file(file: Path, name: str, folder: str, options: ReadOptions, found: Found, known: dict[str, str]) -> None:
    if not name.lower().endswith((*_TEXT, *_TABLE, *_LINES)):
        _unknown(file, name, folder, found)
        return
    try:
        data = file.read_bytes()
        if name.lower().endswith(".gz"):
            data = gzip.decompress(data)
    except (OSError, EOFError) as error:
        found.fault(f"cannot be read: {getattr(error, 'strerror', None) or error}", str(file))
        return
    if name.lower().endswith(_TEXT):
        _read_text(data, file, name, folder, found, known)
    else:
        _read_data(data, name, str(file), options, found)


def _unknown(file: Path, name: str, folder: str, found: Found) -> None:
    # In a folder a picture among the texts is left out and listed; named by itself it is a fault.
    message = f"files of type '{file.suffix or file.name}' are not read"
    if folder or name != file.name or file.parent.is_dir():
        found.skipped.append(Skipped(str(file), message))


def _read_text(data: bytes, file: Path, name: str, folder: str, found: Found, known: dict[str, str]) -> None:
    try:
        text, encoding = decode(data, str(file))
    except CorpusError as error:
        found.faults.extend(error.faults)
        return
    if encoding:
        found.note(f"{file}: read as {encoding}")
    if not text.strip("\ufeff \t\n"):
        found.fault("the file is empty", str(file), "leave it out, or use --on-error skip")
        return
    metadata = {**front_matter(text), **known}
    found.raw.append(Raw(id=name, text=text, where=str(file), metadata=metadata, folder=folder, stem=file.stem))


def _read_data(data: bytes, name: str, where: str, options: ReadOptions, found: Found) -> None:
    wanted = {"text": options.text_field, "source": options.source_field, "id": options.id_field}
    read = read_table if name.lower().endswith(_TABLE) else read_jsonl
    try:
        text, encoding = decode(data, where)
        if encoding:
            found.note(f"{where}: read as {encoding}")
        if not text.strip("\ufeff \t\n"):
            found.fault("the file is empty", where, "leave it out, or use --on-error skip")
        found.raw.extend(read(text, name, where, wanted, found))
    except CorpusError as error:
        found.faults.extend(error.faults)


def _drop_twins(found: Found) -> None:
    seen: dict[str, str] = {}
    kept = []
    for article in found.articles:
        if article.id in seen:
            found.fault(f"id '{article.id}' is also that of {seen[article.id]}", article.where, "ids must differ")
        else:
            seen[article.id] = article.where
            kept.append(article)
    found.articles = kept


def _finish(found: Found, options: ReadOptions, paths: Sequence[str | Path]) -> Corpus:
    if found.faults and options.on_error == "fail":
        shown = found.faults[:_MOST_SHOWN]
        rest = len(found.faults) - len(shown)
        head = f"{len(found.faults)} faults" + (f", the first {len(shown)} are" if rest else "")
        if len(found.faults) == 1:
            fault = found.faults[0]
            raise CorpusError(fault.message, where=fault.where, hint=fault.hint)
        raise CorpusError(head, hint="mend them, or use --on-error skip", faults=shown)
    skipped = [*found.skipped, *(Skipped(fault.where, fault.message) for fault in found.faults)]
    if not found.articles:
        why = f": {skipped[0].where}: {skipped[0].why}" if skipped else ""
        where = ", ".join(str(path) for path in paths)
        raise CorpusError(f"no article could be read{why}", where=where, hint="give .txt, .md, .csv, .tsv or .jsonl")
    return Corpus(articles=tuple(found.articles), skipped=tuple(skipped), notes=tuple(found.notes))
