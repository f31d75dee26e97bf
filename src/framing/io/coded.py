"""Coded passages: JSON lines with ``text``, ``article``, ``par``, one 0 or 1 a dimension; voice, stance if coded."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from framing.errors import CorpusError, DataError, Fault
from framing.io.readers.files import load_text
from framing.io.readers.found import shown
from framing.model.coded import CodedPassage

_MOST_SHOWN = 20
_LETTERS = {"voice": frozenset("aqm"), "stance": frozenset("acr")}


class CodedFiles(NamedTuple):
    """The passages outside boilerplate by article and position, how many were boilerplate, each file's SHA-256."""

    passages: tuple[CodedPassage, ...]
    boilerplate: int
    files: tuple[str, ...]


def read_coded(paths: Sequence[str | Path], dimensions: Sequence[str]) -> CodedFiles:
    """Return the coded paragraphs in `paths`, with their codes for `dimensions`.

    Raises
    ------
    DataError
        With every fault, by line: no JSON, no text, a code that is neither 0 nor 1.
    """
    faults: list[Fault] = []
    passages: list[CodedPassage] = []
    files: list[str] = []
    boilerplate = 0
    for path in paths:
        try:
            data, text = load_text(Path(path))
        except CorpusError as error:
            faults.extend(error.faults)
            continue
        files.append(hashlib.sha256(data).hexdigest())
        for number, row in _objects(text, shown(path), faults):
            if row.get("boilerplate"):
                boilerplate += 1
            elif passage := _passage(row, number, dimensions, f"{shown(path)}:{number}", faults):
                passages.append(passage)
    if not passages and not faults:
        faults.append(Fault("there is no coded paragraph", ", ".join(shown(path) for path in paths)))
    if faults:
        more = [Fault(f"and {len(faults) - _MOST_SHOWN} more")] if len(faults) > _MOST_SHOWN else []
        raise DataError(f"{len(faults)} faults in the coded paragraphs", faults=[*faults[:_MOST_SHOWN], *more])
    ordered = sorted(passages, key=lambda passage: (passage.article, passage.position))
    return CodedFiles(tuple(ordered), boilerplate, tuple(files))


def _objects(text: str, path: str, faults: list[Fault]) -> Iterator[tuple[int, dict[str, Any]]]:
    # Not splitlines(): U+2028 inside a string is no end of a line.
    for number, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        try:
            row = json.loads(written)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            yield number, row
        else:
            faults.append(Fault("not a JSON object", f"{path}:{number}", "write one object a line"))


def _passage(
    row: dict[str, Any], number: int, dimensions: Sequence[str], where: str, faults: list[Fault]
) -> CodedPassage | None:
    before = len(faults)
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        faults.append(Fault("there is no text in 'text'", where, "leave the line out"))
    for name in dimensions:
        code = row.get(name)
        if isinstance(code, float | str) or code not in (0, 1):
            said = "no code" if code is None else f"code {shown(repr(code)[:40])}"
            faults.append(Fault(f"{said} for '{name}'", where, f'write "{name}": 0 or 1'))
    position = row.get("par", number)
    if isinstance(position, bool) or not isinstance(position, int | float):
        faults.append(Fault(f"'par' is {shown(repr(position)[:40])}", where, "a number: its order in the article"))
    if len(faults) > before:
        return None
    letters = {key: str(row.get(key) or "") for key in _LETTERS}
    return CodedPassage(
        article=str(row.get("article", where)),
        position=float(position),
        text=str(text),
        labels={name: bool(row[name]) for name in dimensions},
        where=where,
        **{key: letter if letter in _LETTERS[key] else "" for key, letter in letters.items()},
    )
