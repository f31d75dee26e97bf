"""All tables of a lexicon file into the parts of a Lexicon."""

from __future__ import annotations

from typing import Any

from framing.errors import Fault, did_you_mean
from framing.io.lexicon_entries import read_entry
from framing.io.lexicon_tables import KEYS, Tables
from framing.io.toml_lines import TableLines, nth
from framing.model.lexicon import CUE_LISTS, Cues, Dimension, Mask, Presence, Subframe, WordClass
from framing.model.pattern import ClassRef


def read_tables(tables: Tables) -> tuple[dict[str, Any], list[Fault]]:
    """Return the parts of a Lexicon as keyword arguments, and all faults."""
    for key in tables.raw:
        if key not in KEYS["file"]:
            line = nth(tables.lines, key, 0).header
            tables.fault(f"unknown table '{key}'", line, did_you_mean(key, KEYS["file"]), "E02")
    _read_header(tables)
    for row, lines in tables.rows("class"):
        _read_class(tables, row, lines)
    for number, (row, lines) in enumerate(tables.rows("dimension")):
        _read_dimension(tables, row, lines, number)
    entries = [read_entry(tables, row, lines) for row, lines in tables.rows("entry")]
    for row, lines in tables.rows("remove"):
        tables.check_keys(row, "remove", lines)
    parts = {
        "dimensions": tuple(tables.dimensions.values()),
        "entries": tuple(entry for entry in entries if entry is not None),
        "classes": {(tables.scope, name): cls for name, cls in tables.classes.items()},
        "masks": tuple(_read_mask(tables, row, lines) for row, lines in tables.rows("mask")),
        "cues": _read_cues(tables),
    }
    return parts, tables.faults


def _read_header(tables: Tables) -> None:
    lines = nth(tables.lines, "lexicon", 0)
    header = tables.raw.get("lexicon", {})
    if not isinstance(header, dict):
        tables.fault("'lexicon' must be a table [lexicon]", lines.header, code="E02")
        return
    tables.check_keys(header, "lexicon", lines)
    for key in ("name", "version", "language", "licence"):
        if not tables.text(header, key, lines).strip():
            tables.fault(f"[lexicon] lacks '{key}'", lines.header, f'write {key} = "..."', "E03")
    if header.get("spec", 1) != 1:
        tables.fault(
            f"spec {header['spec']} is not known to this version",
            lines.of("spec"),
            "this version reads spec = 1",
            "E02",
        )
    if header.get("spelling") not in (None, "uk+us"):
        tables.fault(f"'spelling' is {header['spelling']!r}", lines.of("spelling"), 'only "uk+us" is known', "E02")
    tables.uk_us = header.get("spelling") == "uk+us"
    tables.fold_accents = header.get("fold_accents") is True
    tables.scope = str(header.get("name") or tables.path)


def _read_class(tables: Tables, row: dict[str, Any], lines: TableLines) -> None:
    tables.check_keys(row, "class", lines)
    name = tables.text(row, "id", lines)
    words = tables.patterns(row, "words", lines)
    if not name or not words:
        tables.fault(f"class '{name}' lacks its id or its words", lines.header, code="E03")
        return
    if any(isinstance(item, ClassRef) for word in words for item in word.items):
        tables.fault(f"class '{name}' names another class", lines.of("words"), "write the words out", "E01")
        return
    if name in tables.classes:
        hint = f"it is also on {tables.classes[name].where}; rename one, or put their words together"
        tables.fault(f"class '{name}' is declared twice", lines.header, hint, "E10")
    tables.classes[name] = WordClass(
        id=name,
        words=words,
        exact_case=tables.choice(row, "case", lines, ("fold", "exact")) == "exact",
        fold_accents=tables.fold_accents,
        scope=tables.scope,
        where=f"{tables.path}:{lines.header}",
    )


def _read_dimension(tables: Tables, row: dict[str, Any], lines: TableLines, number: int) -> None:
    tables.check_keys(row, "dimension", lines)
    name = tables.text(row, "id", lines)
    if not name:
        tables.fault("[[dimension]] lacks 'id'", lines.header, code="E03")
        return
    subframes = _read_subframes(tables, row, number)
    if name in tables.dimensions:
        hint = f"it is also on {tables.dimensions[name].where}; rename one, or put their sub-frames together"
        tables.fault(f"dimension '{name}' is declared twice", lines.header, hint, "E10")
    tables.dimensions[name] = Dimension(
        id=name,
        title=tables.text(row, "title", lines, name),
        definition=tables.text(row, "definition", lines),
        references=tables.texts(row, "references", lines),
        polarity=tables.choice(row, "polarity", lines, ("plain", "contestable", "unsigned")),
        subframes=subframes,
        presence=_read_presence(tables, row, lines),
        where=f"{tables.path}:{lines.header}",
    )


def _read_presence(tables: Tables, dimension: dict[str, Any], dimension_lines: TableLines) -> Presence:
    """Return the dimension's own [presence], or that of the file."""
    lines = nth(tables.lines, "presence", 0)
    if "presence" in dimension:
        row = tables.table(dimension, "presence", dimension_lines)
    else:
        row = tables.table(tables.raw, "presence", lines)
    tables.check_keys(row, "presence", lines)
    return Presence(
        threshold=tables.number(row, "threshold", lines, 0.7, 100.0),
        neighbours=tables.number(row, "neighbours", lines, 0.0, 1.0),
        fitted_on=tables.text(row, "fitted_on", lines),
    )


def _read_subframes(tables: Tables, row: dict[str, Any], number: int) -> tuple[Subframe, ...]:
    """Return the sub-frames of the `number`-th dimension; their lines are counted through the whole file."""
    before = sum(len(_subframes(other)) for other in tables.raw["dimension"][:number])
    found: dict[str, Subframe] = {}
    for position, sub in enumerate(_subframes(row)):
        lines = nth(tables.lines, "dimension.subframe", before + position)
        if not isinstance(sub, dict):
            tables.fault("'subframe' must be written [[dimension.subframe]]", lines.header, code="E02")
            continue
        tables.check_keys(sub, "subframe", lines)
        name = tables.text(sub, "id", lines)
        if not name:
            tables.fault("[[dimension.subframe]] lacks 'id'", lines.header, code="E03")
        if name in found:
            hint = f"it is also on {found[name].where}"
            tables.fault(f"sub-frame '{name}' of '{row['id']}' is declared twice", lines.header, hint, "E10")
        found[name] = Subframe(
            id=name,
            title=tables.text(sub, "title", lines),
            definition=tables.text(sub, "definition", lines),
            where=f"{tables.path}:{lines.header}",
        )
    return tuple(found.values())


def _subframes(row: object) -> list[Any]:
    held = row.get("subframe", []) if isinstance(row, dict) else []
    return held if isinstance(held, list) else [held]


def _read_mask(tables: Tables, row: dict[str, Any], lines: TableLines) -> Mask:
    tables.check_keys(row, "mask", lines)
    return Mask(
        id=tables.text(row, "id", lines),
        patterns=tables.patterns(row, "patterns", lines),
        note=tables.text(row, "note", lines),
        exact_case=tables.choice(row, "case", lines, ("fold", "exact")) == "exact",
        fold_accents=tables.fold_accents,
        scope=tables.scope,
        where=f"{tables.path}:{lines.header}",
    )


def _read_cues(tables: Tables) -> Cues:
    lines = nth(tables.lines, "cues", 0)
    row = tables.table(tables.raw, "cues", lines)
    tables.check_keys(row, "cues", lines)
    lists: dict[str, Any] = {name: tables.patterns(row, name, lines) for name in CUE_LISTS}
    return Cues(
        **lists,
        **_read_windows(tables, row, lines),
        fold_accents=tables.fold_accents and bool(row),
        scope=tables.scope if row else "",
    )


def _read_windows(tables: Tables, row: dict[str, Any], lines: TableLines) -> dict[str, Any]:
    """Return the reaches that `window` sets, as keyword arguments of Cues."""
    window = row.get("window", {})
    line = lines.of("window")
    if not isinstance(window, dict):
        tables.fault("'window' must be a table", line, "window = { negation_before = 4 }", "E02")
        return {}
    tables.check_keys(window, "window", TableLines(line, {}))
    if window.get("contest", "sentence") != "sentence":
        hint = 'only "sentence"; what reaches a few tokens stands in contest_near'
        tables.fault(f"'contest' is {window['contest']!r}", line, hint, "E02")
    reaches: dict[str, Any] = {}
    for key, value in window.items():
        if key not in KEYS["window"] or key == "contest":
            continue
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            tables.fault(f"'{key}' is {value!r}", line, "a number of tokens, 0 or more", "E02")
        else:
            reaches[f"{key}_window"] = value
    return reaches
