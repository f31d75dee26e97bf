"""Lexicon files (TOML) -> Lexicon: section 1 of the lexicon format. Collects all faults of a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.errors import Fault
from framing.io.lexicon_extends import Locate, extend, header_of, load_toml
from framing.io.lexicon_parts import read_tables
from framing.io.lexicon_tables import Tables
from framing.io.toml_lines import table_lines
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
    tables, table_faults = read_tables(Tables(merged, lines, str(path)))
    faults += lexicon_faults + table_faults
    header = header_of(raw)
    provenance = Provenance(
        name=str(header.get("name", path.stem)),
        version=str(header.get("version", "0")),
        sha256=content_hash(merged),
        title=str(header.get("title", "")),
        licence=str(header.get("licence", "")),
        where=str(path),
    )
    return Lexicon(files=(provenance,), **tables), faults


def content_hash(raw: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a lexicon's content: comments, order of keys and line ends do not change it."""
    canonical = json.dumps(raw, sort_keys=True, ensure_ascii=True, default=str, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
