"""The tables of a lexicon file, checked key by key; faults are collected, never raised one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from framing.errors import Fault, did_you_mean
from framing.io.toml_lines import TableLines, nth
from framing.model.lexicon import COMPOUND_FIRST, Cues, Dimension, Entry, Mask, Presence, Require, Subframe, WordClass
from framing.model.pattern import ClassRef, Pattern, PatternError, Word, parse_pattern

_HEADER = (
    "name title version language licence spec created scope references validation extends spelling fold_accents"
).split()
_KEYS: dict[str, list[str]] = {
    "lexicon": _HEADER,
    "dimension": ["id", "title", "definition", "references", "polarity", "subframe", "presence"],
    "subframe": ["id", "title", "definition"],
    "entry": (
        "pattern dimension subframe role weight note source exclude require case compound shared status "
        "examples counterexamples _from"
    ).split(),
    "class": ["id", "words", "case", "note"],
    "mask": ["id", "patterns", "note", "case"],
    "cues": ["negation", "negation_after", "negation_exempt", "clause_break", "contest", "hedge", "window"],
    "window": ["negation_before", "negation_after", "hedge_before", "contest"],
    "presence": ["threshold", "fitted_on"],
    "require": ["any", "within", "unit", "side", "distinct"],
    "remove": ["pattern", "reason"],
    "file": ["lexicon", "dimension", "entry", "class", "mask", "cues", "presence", "remove"],
}


@dataclass(slots=True)
class Tables:
    """A parsed file on its way to a Lexicon: the raw tables, their lines, and the faults so far."""

    raw: dict[str, Any]
    lines: dict[str, list[TableLines]]
    path: str
    faults: list[Fault] = field(default_factory=list)
    scope: str = ""
    dimensions: dict[str, Dimension] = field(default_factory=dict)
    classes: dict[str, WordClass] = field(default_factory=dict)

    def fault(self, message: str, line: int, hint: str = "", code: str = "") -> None:
        """Note a fault at `line`."""
        self.faults.append(Fault(message, f"{self.path}:{line}", hint, code))

    def rows(self, name: str) -> list[tuple[dict[str, Any], TableLines]]:
        """Return the tables called `name` with their lines; what is not a table is a fault."""
        value = self.raw.get(name, [])
        if not isinstance(value, list):
            self.fault(f"'{name}' must be written [[{name}]]", nth(self.lines, name, 0).header, code="E02")
            return []
        return [(row, nth(self.lines, name, n)) for n, row in enumerate(value) if isinstance(row, dict)]

    def check_keys(self, row: Iterable[str], kind: str, lines: TableLines) -> None:
        """Note every key that the format does not know."""
        for key in row:
            if key not in _KEYS[kind]:
                known = [name for name in _KEYS[kind] if not name.startswith("_")]
                self.fault(f"unknown key '{key}'", lines.of(key), did_you_mean(key, known), "E02")

    def text(self, row: dict[str, Any], key: str, lines: TableLines, default: str = "") -> str:
        """Return a string value; a fault and the default where it is something else."""
        value = row.get(key, default)
        if not isinstance(value, str):
            self.fault(f"'{key}' must be a text in quotes", lines.of(key), code="E02")
            return default
        return value

    def texts(self, row: dict[str, Any], key: str, lines: TableLines) -> tuple[str, ...]:
        """Return a list of strings."""
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fault(f"'{key}' must be a list of texts in quotes", lines.of(key), code="E02")
            return ()
        return tuple(value)

    def choice(self, row: dict[str, Any], key: str, lines: TableLines, choices: tuple[str, ...]) -> Any:  # noqa: ANN401 -- narrowed to a Literal by the caller's field
        """Return one of `choices`, the first by default."""
        value = row.get(key, choices[0])
        if value not in choices:
            self.fault(f"'{key}' is {value!r}", lines.of(key), "one of: " + ", ".join(choices), "E02")
            return choices[0]
        return value

    def flag(self, row: dict[str, Any], key: str, lines: TableLines, *, default: bool = False) -> bool:
        """Return a true or false."""
        value = row.get(key, default)
        if not isinstance(value, bool):
            self.fault(f"'{key}' must be true or false", lines.of(key), code="E02")
            return default
        return value

    def pattern(self, text: str, line: int) -> Pattern | None:
        """Return the parsed pattern; None and a fault where it cannot be read or names an unknown class."""
        try:
            pattern = parse_pattern(text)
        except PatternError as error:
            self.fault(f"pattern '{text}': {error}", line, code="E01")
            return None
        for item in pattern.items:
            if isinstance(item, ClassRef) and item.id not in self.classes:
                hint = did_you_mean(item.id, list(self.classes)) or "declare it as a [[class]] of this file"
                self.fault(f"pattern '{text}' uses an unknown class <{item.id}>", line, hint, "E04")
                return None
        return pattern

    def patterns(self, row: dict[str, Any], key: str, lines: TableLines) -> tuple[Pattern, ...]:
        """Return a list of patterns, the faulty ones left out."""
        parsed = (self.pattern(text, lines.of(key)) for text in self.texts(row, key, lines))
        return tuple(pattern for pattern in parsed if pattern is not None)


def read_tables(tables: Tables) -> tuple[dict[str, Any], list[Fault]]:
    """Return the parts of a Lexicon as keyword arguments, and all faults."""
    for key in tables.raw:
        if key not in _KEYS["file"]:
            line = nth(tables.lines, key, 0).header
            tables.fault(f"unknown table '{key}'", line, did_you_mean(key, _KEYS["file"]), "E02")
    header = _read_header(tables)
    for row, lines in tables.rows("class"):
        _read_class(tables, row, lines)
    for number, (row, lines) in enumerate(tables.rows("dimension")):
        _read_dimension(tables, row, lines, number)
    entries = [_read_entry(tables, row, lines, header) for row, lines in tables.rows("entry")]
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


def _read_header(tables: Tables) -> dict[str, Any]:
    lines = nth(tables.lines, "lexicon", 0)
    header = tables.raw.get("lexicon", {})
    if not isinstance(header, dict):
        tables.fault("'lexicon' must be a table [lexicon]", lines.header, code="E02")
        return {}
    tables.check_keys(header, "lexicon", lines)
    for key in ("name", "version", "language", "licence"):
        if not header.get(key):
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
    tables.scope = str(header.get("name") or tables.path)
    return header


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
    tables.classes[name] = WordClass(
        id=name,
        words=words,
        exact_case=tables.choice(row, "case", lines, ("fold", "exact")) == "exact",
        scope=tables.scope,
        where=f"{tables.path}:{lines.header}",
    )


def _read_dimension(tables: Tables, row: dict[str, Any], lines: TableLines, number: int) -> None:
    tables.check_keys(row, "dimension", lines)
    name = tables.text(row, "id", lines)
    if not name:
        tables.fault("[[dimension]] lacks 'id'", lines.header, code="E03")
        return
    before = sum(len(other.get("subframe", [])) for other in tables.raw["dimension"][:number])
    subframes = []
    for position, sub in enumerate(row.get("subframe", [])):
        sub_lines = nth(tables.lines, "dimension.subframe", before + position)
        tables.check_keys(sub, "subframe", sub_lines)
        if not sub.get("id"):
            tables.fault("[[dimension.subframe]] lacks 'id'", sub_lines.header, code="E03")
        subframes.append(
            Subframe(
                id=str(sub.get("id", "")),
                title=str(sub.get("title", "")),
                definition=str(sub.get("definition", "")),
            )
        )
    presence = row.get("presence", tables.raw.get("presence", {}))
    tables.check_keys(presence, "presence", nth(tables.lines, "presence", 0))
    tables.dimensions[name] = Dimension(
        id=name,
        title=tables.text(row, "title", lines, name),
        definition=tables.text(row, "definition", lines),
        references=tables.texts(row, "references", lines),
        polarity=tables.choice(row, "polarity", lines, ("plain", "contestable")),
        subframes=tuple(subframes),
        presence=Presence(
            threshold=float(presence.get("threshold", 0.7)), fitted_on=str(presence.get("fitted_on", ""))
        ),
    )


def _read_entry(tables: Tables, row: dict[str, Any], lines: TableLines, header: dict[str, Any]) -> Entry | None:
    tables.check_keys(row, "entry", lines)
    before = len(tables.faults)
    text = tables.text(row, "pattern", lines)
    if not text:
        tables.fault("[[entry]] lacks 'pattern'", lines.header, code="E03")
        return None
    pattern = tables.pattern(text, lines.of("pattern"))
    dimension, subframe = _place(tables, row, lines)
    weight = row.get("weight", 1.0)
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 < weight <= 2:
        tables.fault(f"weight {weight!r} of '{text}'", lines.of("weight"), "a weight is above 0 and at most 2", "E05")
        weight = 1.0
    entry = Entry(
        pattern=pattern or Pattern(text, (), ()),
        dimension=dimension,
        subframe=subframe,
        role=tables.choice(row, "role", lines, ("frame", "support")),
        weight=float(weight),
        note=tables.text(row, "note", lines),
        source=tables.text(row, "source", lines),
        exclude=tables.patterns(row, "exclude", lines),
        require=_read_require(tables, row, lines),
        exact_case=tables.choice(row, "case", lines, ("fold", "exact")) == "exact",
        fold_accents=header.get("fold_accents") is True,
        uk_us=header.get("spelling") == "uk+us",
        compound=tables.flag(row, "compound", lines, default=pattern is not None and _is_compound(pattern)),
        shared=tables.flag(row, "shared", lines),
        status=tables.choice(row, "status", lines, ("active", "candidate", "retired")),
        examples=tables.texts(row, "examples", lines),
        counterexamples=tables.texts(row, "counterexamples", lines),
        scope=tables.scope,
        where=str(row.get("_from", f"{tables.path}:{lines.of('pattern')}")),
    )
    return entry if pattern is not None and len(tables.faults) == before else None


def _is_compound(pattern: Pattern) -> bool:
    first = pattern.items[0]
    return (
        isinstance(first, Word)
        and len(pattern.items) > 1
        and all(form.text.casefold() in COMPOUND_FIRST for form in first.forms)
    )


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


def _read_mask(tables: Tables, row: dict[str, Any], lines: TableLines) -> Mask:
    tables.check_keys(row, "mask", lines)
    return Mask(
        id=tables.text(row, "id", lines),
        patterns=tables.patterns(row, "patterns", lines),
        note=tables.text(row, "note", lines),
        exact_case=tables.choice(row, "case", lines, ("fold", "exact")) == "exact",
        where=f"{tables.path}:{lines.header}",
    )


def _read_cues(tables: Tables) -> Cues:
    row = tables.raw.get("cues", {})
    lines = nth(tables.lines, "cues", 0)
    tables.check_keys(row, "cues", lines)
    window = row.get("window", {})
    tables.check_keys(window, "window", TableLines(lines.of("window"), {}))
    return Cues(
        negation=tables.patterns(row, "negation", lines),
        negation_after=tables.patterns(row, "negation_after", lines),
        negation_exempt=tables.patterns(row, "negation_exempt", lines),
        clause_break=tables.patterns(row, "clause_break", lines),
        contest=tables.patterns(row, "contest", lines),
        hedge=tables.patterns(row, "hedge", lines),
        negation_before_window=int(window.get("negation_before", 4)),
        negation_after_window=int(window.get("negation_after", 6)),
        hedge_before_window=int(window.get("hedge_before", 4)),
    )
