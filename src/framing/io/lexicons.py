"""Lexicon files (TOML) -> Lexicon: section 1 of the lexicon format. Collects all faults of a file."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from framing.errors import Fault
from framing.io.lexicon_parts import read_tables
from framing.io.lexicon_tables import Tables
from framing.io.toml_lines import TableLines, table_lines
from framing.model.lexicon import Lexicon, Provenance

Raw = dict[str, Any]
Locate = Callable[[str], Path | None]


def read_lexicon(path: Path, locate: Locate = lambda _: None) -> tuple[Lexicon, list[Fault]]:
    """Return what the file holds and every fault found in it; faulty entries are left out.

    Parameters
    ----------
    path
        The TOML file.
    locate
        Finds the file that ``extends`` names, by the name of a lexicon.
    """
    raw, text, faults = _load(path)
    if raw is None:
        return Lexicon(files=()), faults
    merged, lexicon_faults = _extend(raw, path, locate)
    lexicon, table_faults = _lexicon(merged, table_lines(text), path)
    return lexicon, [*faults, *lexicon_faults, *table_faults]


def lexicon_from_tables(
    raw: Raw, lines: Sequence[int], path: Path, notes: Sequence[str] = ()
) -> tuple[Lexicon, list[Fault]]:
    """Return the lexicon of tables that another format's reader made, and every fault found in them.

    Parameters
    ----------
    raw
        The tables, as TOML would give them.
    lines
        The line of `path` on which each entry stands.
    path
        The file they come from.
    notes
        What a user should know of how they were read.
    """
    lexicon, faults = _lexicon(raw, {"entry": [TableLines(line, {}) for line in lines]}, path)
    return replace(lexicon, notes=tuple(notes)), faults


def _lexicon(raw: Raw, lines: dict[str, list[TableLines]], path: Path) -> tuple[Lexicon, list[Fault]]:
    parts, faults = read_tables(Tables(raw, lines, str(path)))
    header = raw.get("lexicon", {})
    provenance = Provenance(
        name=str(header.get("name", path.stem)),
        version=str(header.get("version", "0")),
        sha256=content_hash(raw),
        title=str(header.get("title", "")),
        licence=str(header.get("licence", "")),
        where=str(path),
    )
    return Lexicon(files=(provenance,), **parts), faults


def content_hash(raw: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a lexicon's content: comments, order of keys and line ends do not change it."""
    canonical = json.dumps(raw, sort_keys=True, ensure_ascii=True, default=str, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _load(path: Path) -> tuple[Raw | None, str, list[Fault]]:
    where = str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return None, "", [Fault(f"cannot read the lexicon: {error.strerror}", where, "check the path")]
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


def _extend(raw: Raw, path: Path, locate: Locate) -> tuple[Raw, list[Fault]]:
    """Lay the file over the one it extends: its tables are added, its ``[[remove]]`` patterns taken out."""
    base_name = raw.get("lexicon", {}).get("extends") if isinstance(raw.get("lexicon"), dict) else None
    if not base_name:
        return raw, []
    name, _, wanted = str(base_name).partition("@")
    where = str(path)
    found = locate(name)
    if found is None:
        return raw, [
            Fault(
                f"extends an unknown lexicon '{name}'",
                where,
                "name a shipped lexicon, or a file beside this one",
            )
        ]
    base, _, faults = _load(found)
    if base is None:
        return raw, faults
    version = str(base["lexicon"].get("version", ""))
    if wanted and not (version + ".").startswith(wanted + "."):
        faults.append(
            Fault(
                f"extends {name}@{wanted}, but version {version} is installed",
                where,
                "check what changed, then name that version",
            )
        )
    removed = {str(row.get("pattern")) for row in raw.get("remove", [])}
    present = {str(row.get("pattern")) for row in base.get("entry", [])}
    faults += [
        Fault(
            f"[[remove]] names '{pattern}', which {name} does not hold",
            where,
            "copy the pattern as it is written there",
        )
        for pattern in sorted(removed - present)
    ]
    merged: Raw = {"lexicon": raw["lexicon"]}
    for table in ("dimension", "class", "mask"):
        merged[table] = [*raw.get(table, []), *base.get(table, [])]
    # Own entries first, so that the n-th entry of the file is still the n-th table on its lines.
    kept = [row for row in base.get("entry", []) if str(row.get("pattern")) not in removed]
    merged["entry"] = [*raw.get("entry", []), *({**row, "_from": str(found)} for row in kept)]
    merged["remove"] = raw.get("remove", [])
    for table in ("cues", "presence"):
        if table in raw or table in base:
            merged[table] = raw.get(table, base.get(table))
    return merged, faults
