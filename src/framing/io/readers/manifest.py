"""corpus.toml: what is known about the files beside it."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from framing.errors import CorpusError, did_you_mean
from framing.io.readers.files import load_text
from framing.io.readers.found import Found, shown
from framing.io.readers.records import plain
from framing.io.toml_lines import TableLines, nth, table_lines

NAME = "corpus.toml"
_Lines = dict[str, list[TableLines]]


def read_manifest(folder: Path, found: Found, *, whole: bool = True) -> dict[str, dict[str, str]]:
    """Return path -> metadata of the files that corpus.toml lists; empty where the folder has none.

    Parameters
    ----------
    folder
        The folder; the paths are given below it, as `os.path.normpath` writes them.
    found
        Takes the faults, each with its line.
    whole
        Whether the whole folder is read. If not, listed files that are missing are nobody's concern.
    """
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        _, text = load_text(path)
        raw = tomllib.loads(text)
    except CorpusError as error:
        found.faults.extend(error.faults)
        return {}
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        line = "".join(c for c in place.partition(",")[0] if c.isdigit()) or str(text.rstrip().count("\n") + 1)
        found.fault(f"not valid TOML: {message}", f"{shown(path)}:{line}")
        return {}
    lines = table_lines(text)
    _check_keys(raw, lines, shown(path), found)
    rows = raw.get("article", [])
    files: dict[str, dict[str, str]] = {}
    for number, row in enumerate(rows if isinstance(rows, list) else [rows]):
        where = f"{shown(path)}:{nth(lines, 'article', number).of('file')}"
        fault = _fault(row, folder, files, whole=whole)
        if fault:
            found.fault(fault[0], where, fault[1])
        else:
            files[_key(folder, row["file"])] = {
                key.lower(): plain(value) for key, value in row.items() if key != "file" and plain(value)
            }
    return files


def _check_keys(raw: dict[str, Any], lines: _Lines, where: str, found: Found) -> None:
    for key in raw:
        if key != "article":
            line = nth(lines, key, 0).header if key in lines else lines[""][0].of(key)
            found.fault(f"unknown key '{key}'", f"{where}:{line}", did_you_mean(key, ["article"]))


def _fault(row: object, folder: Path, files: dict[str, dict[str, str]], *, whole: bool) -> tuple[str, str] | None:
    name = row.get("file") if isinstance(row, dict) else None
    if not isinstance(name, str):
        return "[[article]] lacks 'file'", 'write file = "name.txt"'
    key = _key(folder, name)
    if Path(name).is_absolute() or os.path.relpath(key, folder).startswith(".."):
        return f"[[article]] names '{name}', outside its folder", "list files beside corpus.toml or below it"
    if whole and not Path(key).is_file():
        return f"[[article]] names '{name}', which is not there", "correct the name or remove the table"
    return (f"[[article]] names '{name}' twice", "remove one of them") if key in files else None


def _key(folder: Path, name: str) -> str:
    return os.path.normpath(folder / name)
