"""The tables of a lexicon file, checked key by key; faults are collected, never raised one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from framing.errors import Fault, did_you_mean
from framing.io.toml_lines import TableLines, nth
from framing.model.lexicon import CUE_LISTS, Dimension, WordClass
from framing.model.pattern import ClassRef, Pattern, PatternError, parse_pattern
from framing.model.spelling import with_both_spellings

_HEADER = (
    "name title version language licence spec created scope references validation extends spelling fold_accents"
).split()
KEYS: dict[str, list[str]] = {
    "lexicon": _HEADER,
    "dimension": ["id", "title", "definition", "references", "polarity", "subframe", "presence"],
    "subframe": ["id", "title", "definition"],
    "entry": (
        "pattern dimension subframe role weight prior note source exclude require case compound shared status "
        "examples counterexamples"
    ).split(),
    "class": ["id", "words", "case", "note"],
    "mask": ["id", "patterns", "note", "case"],
    "cues": [*CUE_LISTS, "window"],
    "window": ["negation_before", "negation_after", "hedge_before", "contest", "contest_near", "distance_before"],
    "presence": ["threshold", "neighbours", "fitted_on"],
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
    uk_us: bool = False
    fold_accents: bool = False
    dimensions: dict[str, Dimension] = field(default_factory=dict)
    classes: dict[str, WordClass] = field(default_factory=dict)

    def fault(self, message: str, line: int, hint: str = "", code: str = "") -> None:
        """Note a fault at `line`."""
        self.faults.append(Fault(message, f"{self.path}:{line}", hint, code))

    def rows(self, name: str) -> Iterator[tuple[dict[str, Any], TableLines]]:
        """Yield the tables called `name` with their lines; what is not a table is a fault.

        While a row of an extended file is out, `path` is that file's.
        """
        value = self.raw.get(name, [])
        if not isinstance(value, list):
            self.fault(f"'{name}' must be written [[{name}]]", nth(self.lines, name, 0).header, code="E02")
            return
        home = self.path
        for number, row in enumerate(value):
            lines = nth(self.lines, name, number)
            self.path = lines.path or home
            if isinstance(row, dict):
                yield row, lines
            else:
                self.fault(f"'{name}' must be written [[{name}]]", lines.header, code="E02")
        self.path = home

    def check_keys(self, row: Iterable[str], kind: str, lines: TableLines) -> None:
        """Note every key that the format does not know."""
        for key in row:
            if key not in KEYS[kind]:
                self.fault(f"unknown key '{key}'", lines.of(key), did_you_mean(key, KEYS[kind]), "E02")

    def table(self, row: dict[str, Any], key: str, lines: TableLines) -> dict[str, Any]:
        """Return a value that is a table of its own; empty where it is missing or something else."""
        value = row.get(key, {})
        if not isinstance(value, dict):
            self.fault(f"'{key}' must be a table of keys and values", lines.of(key), code="E02")
            return {}
        return value

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

    def number(self, row: dict[str, Any], key: str, lines: TableLines, default: float, most: float) -> float:
        """Return a number from 0 to `most`; a fault and the default where it is something else."""
        value = row.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
            self.fault(f"'{key}' is {value!r}", lines.of(key), f"a number from 0 to {most:g}", "E05")
            return default
        return float(value)

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
        return with_both_spellings(pattern) if self.uk_us else pattern

    def patterns(self, row: dict[str, Any], key: str, lines: TableLines) -> tuple[Pattern, ...]:
        """Return a list of patterns, the faulty ones left out."""
        parsed = (self.pattern(text, lines.of(key)) for text in self.texts(row, key, lines))
        return tuple(pattern for pattern in parsed if pattern is not None)
