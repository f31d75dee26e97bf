"""Lexicon files (TOML) -> Lexicon: section 1 of the lexicon format. Collects all faults of a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from framing.errors import Fault
from framing.io.lexicon_extends import Locate, Raw, extend, header_of, load_toml
from framing.io.lexicon_parts import read_tables
from framing.io.lexicon_tables import Tables
from framing.io.toml_lines import Lines, TableLines, table_lines
from framing.model.lexicon import Lexicon, Provenance


def read_lexicon(path: Path, locate: Locate = lambda _: None) -> tuple[Lexicon, list[Fault]]:
    """Return what the file holds and every fault found in it; faulty entries are left out.

    Parameters
    ----------
    path
        The TOML file.
    locate
        Finds the file that ``extends`` names, by the name of a lexicon.
    """
    raw, text, faults = load_toml(path)
    if raw is None:
        return Lexicon(files=()), faults
    lines = table_lines(text)
    merged, lexicon_faults = extend(raw, lines, path, locate)
    lexicon, table_faults = _lexicon(merged, lines, path)
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


def _lexicon(raw: Raw, lines: Lines, path: Path) -> tuple[Lexicon, list[Fault]]:
    parts, faults = read_tables(Tables(raw, lines, str(path)))
    header = header_of(raw)
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
