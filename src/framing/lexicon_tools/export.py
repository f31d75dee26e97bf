"""Lexicon -> Dictionary: what another format can say of it, and a list of all it cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.errors import Fault
from framing.lexicon_tools.written_out import globs, pattern_text, plain_patterns
from framing.model.dictionary import Category, Dictionary, Keeps, Near, Term
from framing.model.lexicon import Cues, Dimension, Entry, Lexicon, Mask, Presence, compound_by_default
from framing.model.pattern import ClassRef, Pattern, parse_pattern

_TOO_MANY = "its classes come to too many lines"


class Exported(NamedTuple):
    """The dictionary, everything it lacks, and what a user should know of it."""

    dictionary: Dictionary
    lost: tuple[Fault, ...]
    notes: tuple[str, ...]


def export(lexicon: Lexicon, keeps: Keeps) -> Exported:
    """Return the lexicon as a dictionary of a format that can say what `keeps` tells.

    A rule (`exclude`, `require`) that cannot be said is dropped, and its entry kept: it then matches more. A pattern
    that cannot be said is left out. Both are listed, item by item.
    """
    work = _Export(lexicon, keeps)
    for entry in lexicon.entries:
        work.entry(entry)
    for dimension in lexicon.dimensions:
        work.dimension(dimension)
    for mask in lexicon.masks:
        work.mask(mask)
    work.cues()
    return work.done()


@dataclass(slots=True)
class _Export:
    lexicon: Lexicon
    keeps: Keeps
    terms: dict[tuple[str, str, Near | None], Term] = field(default_factory=dict)
    masks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lost: list[Fault] = field(default_factory=list)
    twice: int = 0

    def entry(self, entry: Entry) -> None:
        if entry.status != "active" or entry.role != "frame":
            why = "an entry that only supports" if entry.status == "active" else f"it is {entry.status}"
            self.lost.append(Fault(f"'{entry.pattern}' is left out: {why}", entry.where))
            return
        lines, reasons = self._lines(entry)
        if not lines:
            self.lost.append(Fault(f"'{entry.pattern}' is left out: {', '.join(reasons)}", entry.where))
            return
        near = self._near(entry)
        without = [*_lacks(entry, self.keeps, near), *(f"spellings ({reason})" for reason in reasons)]
        if without:
            message = f"'{entry.pattern}' is written without its {', '.join(without)}"
            self.lost.append(Fault(message, entry.where))
        path = (entry.dimension, entry.subframe) if entry.subframe else (entry.dimension,)
        for line in lines:
            term = Term(text=line, path=path, weight=self._weight(entry), near=near, note=self._note(entry))
            # Where two entries share a spelling, the first gets the hit: it is the one to keep.
            self.twice += self.terms.setdefault((entry.dimension, line, near), term) is not term

    def _lines(self, entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
        patterns = plain_patterns(entry, self.lexicon.classes, joined=not self.keeps.patterns)
        if not patterns:
            return (), (_TOO_MANY,)
        if self.keeps.patterns:
            as_written = patterns == (entry.pattern,) and parse_pattern(entry.pattern.text) == entry.pattern
            if as_written:
                return (entry.pattern.text,), ()
            return tuple(text for pattern in patterns for text in pattern_text(pattern)), ()
        return self._spelled(patterns)

    def _spelled(self, patterns: tuple[Pattern, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        written = [globs(pattern, self.keeps) for pattern in patterns]
        lines = dict.fromkeys(line for each in written for line in each.lines)
        reasons = dict.fromkeys(reason for each in written for reason in each.lost)
        return tuple(lines), tuple(reasons)

    def _near(self, entry: Entry) -> Near | None:
        """Return the entry's `require` where the format has rules, and every word of it can be said."""
        rule = entry.require
        if rule is None or not self.keeps.near or rule.distinct > 1:
            return None
        words: list[str] = []
        for pattern in rule.any:
            each = Entry(pattern=pattern, dimension="", subframe="", scope=entry.scope)
            lines, lost = self._lines(each)
            if lost:
                return None
            words += lines
        return Near(any=tuple(dict.fromkeys(words)), within=rule.within, unit=rule.unit, side=rule.side)

    def _weight(self, entry: Entry) -> float:
        if self.keeps.weights == "whole":
            return _whole(entry.weight)
        return entry.weight if self.keeps.weights == "any" else 1.0

    def _note(self, entry: Entry) -> str:
        return entry.note if self.keeps.notes else ""

    def dimension(self, dimension: Dimension) -> None:
        where = self._where()
        used = {term.path for term in self.terms.values() if term.path[0] == dimension.id}
        for subframe in dimension.subframes:
            if (dimension.id, subframe.id) not in used:
                self.lost.append(Fault(f"sub-frame '{subframe.id}' of '{dimension.id}' holds no entry", where))
        lacks = [
            *(["title"] if dimension.title != dimension.id else []),
            *(["definition"] if dimension.definition else []),
            *(["references"] if dimension.references else []),
            *([f"polarity '{dimension.polarity}'"] if dimension.polarity != "plain" else []),
            *(["presence"] if dimension.presence != Presence() else []),
            *(
                ["sub-frames' titles and definitions"]
                if any(s.title or s.definition for s in dimension.subframes)
                else []
            ),
        ]
        if lacks:
            self.lost.append(Fault(f"dimension '{dimension.id}' is written without its {', '.join(lacks)}", where))

    def mask(self, mask: Mask) -> None:
        if not self.keeps.masks:
            self.lost.append(Fault(f"mask '{mask.id}' is left out", mask.where))
            return
        words: list[str] = []
        for pattern in mask.patterns:
            each = Entry(pattern=pattern, dimension="", subframe="", scope=mask.scope)
            lines, reasons = self._lines(each)
            words += lines
            if reasons:
                self.lost.append(Fault(f"mask '{mask.id}': '{pattern}' lacks {', '.join(reasons)}", mask.where))
        lacks = [*(["note"] if mask.note else []), *(["case"] if mask.exact_case else [])]
        if lacks:
            self.lost.append(Fault(f"mask '{mask.id}' is written without its {', '.join(lacks)}", mask.where))
        self.masks[mask.id] = tuple(dict.fromkeys((*self.masks.get(mask.id, ()), *words)))

    def cues(self) -> None:
        if self.lexicon.cues != Cues():
            self.lost.append(Fault("the cues of negation, contest and hedging are left out", self._where()))

    def done(self) -> Exported:
        terms = tuple(self.terms.values())
        categories = list(_categories(self.lexicon, terms))
        order = {category.path: number for number, category in enumerate(categories)}
        places = [order[term.path] for term in terms]
        notes = ["name, version, licence and the rest of the header stay behind: keep the TOML file"]
        if self.twice:
            notes.append(f"{self.twice} spellings that two entries share are written once, for the first of them")
        if not self.keeps.order and places != sorted(places):
            notes.append(
                "entries are grouped by sub-frame; where two match the same words, the first in a file gets the hit"
            )
        name = self.lexicon.files[0].name if self.lexicon.files else "lexicon"
        dictionary = Dictionary(
            name=name, categories=tuple(categories), terms=terms, patterns=self.keeps.patterns, masks=self.masks
        )
        return Exported(dictionary, tuple(self.lost), tuple(notes))

    def _where(self) -> str:
        return self.lexicon.files[0].where if self.lexicon.files else ""


def _lacks(entry: Entry, keeps: Keeps, near: Near | None) -> Iterator[str]:
    """Yield what of an entry the format has no place for."""
    weighed = {"none": 1.0, "whole": _whole(entry.weight), "any": entry.weight}[keeps.weights]
    lost: Mapping[str, bool] = {
        "exclude": bool(entry.exclude),
        "require": entry.require is not None and near is None,
        f"weight {entry.weight:g} (it is {weighed:g} there)": entry.weight != weighed,
        "prior": entry.prior is not None,
        "case": entry.exact_case,
        "folded accents": entry.fold_accents,
        "compound": keeps.patterns and entry.compound != compound_by_default(entry.pattern),
        "classes (their words are written out)": keeps.patterns and _has_class(entry.pattern),
        "shared": entry.shared,
        "note": bool(entry.note) and not keeps.notes,
        "source": bool(entry.source),
        "examples": bool(entry.examples),
        "counterexamples": bool(entry.counterexamples),
    }
    yield from (name for name, gone in lost.items() if gone)


def _whole(weight: float) -> float:
    return float(max(1, int(weight + 0.5)))


def _has_class(pattern: Pattern) -> bool:
    return any(isinstance(item, ClassRef) for item in pattern.items)


def _categories(lexicon: Lexicon, terms: tuple[Term, ...]) -> Iterator[Category]:
    used = {term.path for term in terms}
    for dimension in lexicon.dimensions:
        yield Category(path=(dimension.id,))
        for subframe in dimension.subframes:
            if (dimension.id, subframe.id) in used:
                yield Category(path=(dimension.id, subframe.id))
