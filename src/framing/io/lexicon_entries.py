"""[[entry]] tables: one pattern with its place, its rules and its papers."""

from __future__ import annotations

from typing import Any

from framing.errors import did_you_mean
from framing.io.lexicon_tables import Tables
from framing.io.toml_lines import TableLines
from framing.model.lexicon import Entry, Require, compound_by_default
from framing.model.pattern import Pattern


def read_entry(tables: Tables, row: dict[str, Any], lines: TableLines) -> Entry | None:
    """Return the entry, or None where it has a fault: a faulty entry is never half loaded."""
    tables.check_keys(row, "entry", lines)
    before = len(tables.faults)
    text = tables.text(row, "pattern", lines)
    if not text:
        tables.fault("[[entry]] lacks 'pattern'", lines.header, code="E03")
        return None
    pattern = tables.pattern(text, lines.of("pattern"))
    dimension, subframe = _place(tables, row, lines)
    entry = Entry(
        pattern=pattern or Pattern(text, (), ()),
        dimension=dimension,
        subframe=subframe,
        role=tables.choice(row, "role", lines, ("frame", "support")),
        weight=_weight(tables, row, "weight", lines),
        prior=_weight(tables, row, "prior", lines) if "prior" in row else None,
        note=tables.text(row, "note", lines),
        source=tables.text(row, "source", lines),
        exclude=tables.patterns(row, "exclude", lines),
        require=_read_require(tables, row, lines),
        exact_case=tables.choice(row, "case", lines, ("fold", "exact")) == "exact",
        fold_accents=tables.fold_accents,
        compound=tables.flag(row, "compound", lines, default=pattern is not None and compound_by_default(pattern)),
        shared=tables.flag(row, "shared", lines),
        status=tables.choice(row, "status", lines, ("active", "candidate", "retired")),
        examples=tables.texts(row, "examples", lines),
        counterexamples=tables.texts(row, "counterexamples", lines),
        scope=tables.scope,
        where=f"{tables.path}:{lines.of('pattern')}",
    )
    return entry if pattern is not None and len(tables.faults) == before else None


def _weight(tables: Tables, row: dict[str, Any], key: str, lines: TableLines) -> float:
    value = row.get(key, 1.0)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 2:
        text = row.get("pattern")
        tables.fault(f"{key} {value!r} of '{text}'", lines.of(key), "a weight is above 0 and at most 2", "E05")
        return 1.0
    return float(value)


def _place(tables: Tables, row: dict[str, Any], lines: TableLines) -> tuple[str, str]:
    """Return the entry's dimension and sub-frame; a file with one dimension need not repeat it."""
    only = next(iter(tables.dimensions)) if len(tables.dimensions) == 1 else ""
    dimension = tables.text(row, "dimension", lines, only)
    subframe = tables.text(row, "subframe", lines)
    known = tables.dimensions.get(dimension)
    if known is None:
        hint = did_you_mean(dimension, list(tables.dimensions)) or "declare a [[dimension]] in this file"
        tables.fault(f"unknown dimension '{dimension}'", lines.of("dimension"), hint, "E04")
        return dimension, subframe
    ids = [sub.id for sub in known.subframes]
    if subframe not in ids and (subframe or ids):
        tables.fault(
            f"unknown sub-frame '{subframe}' of '{dimension}'",
            lines.of("subframe"),
            did_you_mean(subframe, ids),
            "E04",
        )
    return dimension, subframe


def _read_require(tables: Tables, row: dict[str, Any], lines: TableLines) -> Require | None:
    rule = row.get("require")
    if rule is None:
        return None
    line = lines.of("require")
    if not isinstance(rule, dict):
        tables.fault("'require' must be a table { any = [...], within = 8 }", line, code="E02")
        return None
    here = TableLines(line, {})
    tables.check_keys(rule, "require", here)
    within = rule.get("within", 0)
    unit = rule.get("unit", "sentence")
    if within in ("sentence", "paragraph"):
        within, unit = 0, within
    if unit == "token":  # tokens are what `within` counts; the sentence bounds it
        unit = "sentence"
    if isinstance(within, bool) or not isinstance(within, int) or within < 0:
        tables.fault(f"'within' is {within!r}", line, 'a number of tokens, "sentence" or "paragraph"', "E02")
        within = 0
    distinct = rule.get("distinct", 1)
    if isinstance(distinct, bool) or not isinstance(distinct, int) or distinct < 1:
        tables.fault(f"'distinct' is {distinct!r}", line, "a number from 1", "E02")
        distinct = 1
    found = tables.patterns(rule, "any", here)
    if not found:
        tables.fault("'require' names nothing that must stand near", line, "write any = [...]", "E03")
    return Require(
        any=found,
        within=within,
        unit=tables.choice({"unit": unit}, "unit", here, ("sentence", "paragraph")),
        side=tables.choice(rule, "side", here, ("both", "before", "after")),
        distinct=distinct,
    )
