"""Coded passages, one JSON object a line: text, article, par, one 0/1 for each dimension; voice and stance if coded.

Lines without a text and passages coded ``"boilerplate": 1`` are not paragraphs of an article and are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from framing.errors import DataError, Fault
from framing.model.coded import CodedPassage

_SHAPE = 'write {"article": "a1", "par": 3, "text": "...", "securitisation": 0, ...}'
_LETTERS = {"voice": frozenset("aqm"), "stance": frozenset("acr")}


def read_coded(path: Path, dimensions: Sequence[str]) -> list[CodedPassage]:
    """Return the coded passages of a file, by article and position.

    Parameters
    ----------
    path
        A file of JSON lines.
    dimensions
        The ids of which each passage must carry a 0 or a 1.

    Raises
    ------
    DataError
        With every fault of the file: its line, what is wrong, what to do.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DataError(f"cannot read the coded passages: {error.strerror}", where=str(path)) from None
    except UnicodeDecodeError:
        raise DataError("the coded passages are not UTF-8", where=str(path), hint="save the file as UTF-8") from None
    faults: list[Fault] = []
    passages = sorted(_passages(text, str(path), dimensions, faults), key=lambda p: (p.article, p.position))
    if faults:
        raise DataError(f"{len(faults)} faults", where=str(path), faults=faults)
    if not passages:
        raise DataError("no coded passage", where=str(path), hint=_SHAPE)
    return passages


def _passages(text: str, path: str, dimensions: Sequence[str], faults: list[Fault]) -> Iterator[CodedPassage]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            faults.append(Fault("not valid JSON", where, "write one object a line"))
            continue
        if not isinstance(row, dict):
            faults.append(Fault("not an object", where, _SHAPE))
        elif "text" in row and not row.get("boilerplate"):
            found = list(_faults(row, where, dimensions))
            faults += found
            if not found:
                yield _passage(row, where, number, dimensions)


def _faults(row: dict[str, Any], where: str, dimensions: Sequence[str]) -> Iterator[Fault]:
    if not isinstance(row["text"], str):
        yield Fault("'text' is not a text", where, _SHAPE)
    for dimension in dimensions:
        if row.get(dimension) not in (0, 1):
            yield Fault(f"'{dimension}' is {row.get(dimension)!r}", where, "code it 0 or 1")
    for key in ("par", "position"):
        if key in row and (isinstance(row[key], bool) or not isinstance(row[key], int | float)):
            yield Fault(f"'{key}' is {row[key]!r}", where, "a number: the order of the passage in its article")


def _passage(row: dict[str, Any], where: str, number: int, dimensions: Sequence[str]) -> CodedPassage:
    letters = {key: str(row.get(key) or "") for key in _LETTERS}
    return CodedPassage(
        article=str(row.get("article", where)),
        position=float(row.get("par", row.get("position", number))),
        text=row["text"],
        labels={dimension: row[dimension] == 1 for dimension in dimensions},
        where=where,
        **{key: value if value in _LETTERS[key] else "" for key, value in letters.items()},
    )
