"""A lexicon file laid over the one it extends: tables are added, entries taken out, and lines stay true."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from framing.errors import Fault
from framing.io.toml_lines import Lines, append, nth, table_lines

Raw = dict[str, Any]
Locate = Callable[[str], Path | None]


def extend(raw: Raw, lines: Lines, path: Path, locate: Locate) -> tuple[Raw, list[Fault]]:
    """Return the file's tables with those of the file that ``extends`` names, but for its ``[[remove]]`` patterns.

    `lines` get those of the other file behind their own, as the tables do. A file that extends nothing comes back as
    it is.
    """
    header_lines = nth(lines, "lexicon", 0)
    base_name = header_of(raw).get("extends")
    if not base_name:
        return raw, []
    name, _, wanted = str(base_name).partition("@")
    where = f"{path}:{header_lines.of('extends')}"
    found = locate(name)
    if found is None:
        hint = "name a shipped lexicon, or a file beside this one"
        return raw, [Fault(f"extends an unknown lexicon '{name}'", where, hint, "E04")]
    base, text, faults = load_toml(found)
    if base is None:
        return raw, faults
    version = str(header_of(base).get("version", ""))
    if wanted and not (version + ".").startswith(wanted + "."):
        message = f"extends {name}@{wanted}, but version {version} is installed"
        faults.append(Fault(message, where, "check what changed, then name that version", "E04"))
    faults += _needless_removals(raw, base, lines, path, name)
    return _lay_over(raw, lines, base, table_lines(text, str(found))), faults


def _needless_removals(raw: Raw, base: Raw, lines: Lines, path: Path, name: str) -> list[Fault]:
    present = [row.get("pattern") for row in _rows(base, "entry")]
    return [
        Fault(
            f"[[remove]] names '{row.get('pattern')}', which {name} does not hold",
            f"{path}:{nth(lines, 'remove', number).of('pattern')}",
            "copy the pattern as it is written there",
            "E04",
        )
        for number, row in enumerate(_rows(raw, "remove"))
        if row.get("pattern") not in present
    ]


def _lay_over(raw: Raw, lines: Lines, base: Raw, base_lines: Lines) -> Raw:
    removed = [row.get("pattern") for row in _rows(raw, "remove")]
    merged = dict(raw)
    for table in ("dimension", "class", "mask", "entry"):
        if not isinstance(raw.get(table, []), list):  # the reader of the tables tells it
            continue
        own, inherited = raw.get(table, []), list(enumerate(_rows(base, table)))
        if table == "entry":
            inherited = [(number, row) for number, row in inherited if row.get("pattern") not in removed]
        # Own rows first, so that the n-th entry of the file is still the n-th table on its lines.
        append(lines, table, len(own), [nth(base_lines, table, number) for number, _ in inherited])
        merged[table] = [*own, *(row for _, row in inherited)]
    subframes = sum(len(_rows(row, "subframe")) for row in _rows(raw, "dimension"))
    append(lines, "dimension.subframe", subframes, base_lines.get("dimension.subframe", []))
    for table in ("cues", "presence"):
        if table in base:
            merged.setdefault(table, base[table])
    return merged


def header_of(raw: Raw) -> Raw:
    """Return the table [lexicon]; empty where it is missing or no table."""
    header = raw.get("lexicon")
    return header if isinstance(header, dict) else {}


def _rows(raw: Mapping[str, Any], table: str) -> list[Raw]:
    value = raw.get(table, [])
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def load_toml(path: Path) -> tuple[Raw | None, str, list[Fault]]:
    """Return the tables of a file, its text, and what kept it from being read."""
    where = str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return None, "", [Fault(f"cannot read the lexicon: {error.strerror}", where, "check the path", "E01")]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, "", [Fault("not UTF-8", f"{where}:{line}", "save the file as UTF-8", "E01")]
    try:
        # TOML wants \n or \r\n; files from old editors with \r alone are read as well.
        return tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n")), text, []
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        line_number = "".join(c for c in place.partition(",")[0] if c.isdigit())
        if not line_number:
            line_number = str(max(1, text.count("\n") + 1))
        return None, text, [Fault(f"not valid TOML: {message}", f"{where}:{line_number}", code="E01")]
