"""Dictionary -> the tables of a lexicon: globs to patterns, categories to dimensions and sub-frames.

A term that no text could match, or that stands in a place already taken, is left out and listed: a dictionary
from elsewhere is used as it is and not mended. One in our own pattern language (.csv) is checked like any lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from framing.errors import Fault
from framing.lexicon_tools.globs import pattern_of, same_words
from framing.lexicon_tools.places import Place, Places
from framing.model.dictionary import Dictionary, Near, Term
from framing.model.lexicon import compound_by_default
from framing.model.pattern import PatternError, parse_pattern

# The header that a dictionary of another format lacks: SPDX's word for an unknown licence, BCP 47's for a language.
_HEADER = {"version": "0", "language": "und", "licence": "NOASSERTION", "spec": 1}


class Adopted(NamedTuple):
    """The tables of a lexicon, and what came of the rest.

    Attributes
    ----------
    raw
        The tables, as TOML would give them.
    lines
        The line each entry came from.
    lost
        What was left out.
    notes
        How the file was read.
    ours
        Whether its patterns are of our own language, and still to be checked.
    """

    raw: dict[str, Any]
    lines: tuple[int, ...]
    lost: tuple[Fault, ...]
    notes: tuple[str, ...]
    ours: bool


def adopt(dictionary: Dictionary, *, flat: bool = False) -> Adopted:
    """Return the dictionary as the tables of a lexicon.

    Parameters
    ----------
    dictionary
        From a reader of `framing.io.dictionaries`.
    flat
        Whether each category is a dimension of its own. By default the topmost are the dimensions, and what lies
        below them the sub-frames.

    Examples
    --------
    >>> from framing.model.dictionary import Category
    >>> threat = Category(path=("threat",))
    >>> words = (Term(text="menac*", path=("threat",), line=4), Term(text=":-(", path=("threat",), line=5))
    >>> adopted = adopt(Dictionary(name="d", where="d.dic", categories=(threat,), terms=words))
    >>> adopted.raw["entry"], [fault.where for fault in adopted.lost]
    ([{'pattern': 'menac*', 'dimension': 'threat'}], ['d.dic:5'])
    """
    work = _Adoption(dictionary, Places(dictionary, flat))
    for term in dictionary.terms:
        work.term(term)
    return work.done()


@dataclass(slots=True)
class _Adoption:
    dictionary: Dictionary
    places: Places
    entries: list[dict[str, Any]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    taken: dict[tuple[object, ...], Place] = field(default_factory=dict)
    classes: dict[str, list[str]] = field(default_factory=dict)
    denied: dict[str, list[str]] = field(default_factory=dict)
    lost: list[Fault] = field(default_factory=list)
    gapped: int = 0

    def term(self, term: Term) -> None:
        if self.places.denies(term.path):
            self.denied.setdefault(".".join(term.path), []).append(term.text)
            return
        try:
            row = self._row(term)
        except PatternError as error:
            self._lose(term, f"'{term.text}' is left out: {error}")
            return
        if self.dictionary.patterns or self._is_free(row, term):
            self.entries.append(row)
            self.lines.append(term.line)

    def _row(self, term: Term) -> dict[str, Any]:
        dimension, subframe = self.places.of(term.path)
        text = term.text if self.dictionary.patterns else self._pattern(term.text)
        row: dict[str, Any] = {"pattern": text, "dimension": dimension}
        row |= {"subframe": subframe} if subframe else {}
        row |= {"weight": term.weight} if term.weight != 1 else {}
        row |= {"note": term.note} if term.note else {}
        row |= {"require": self._require(term.near)} if term.near else {}
        # "counter terror*" is there what it says; with us it would match "counter-terror", too.
        if not self.dictionary.patterns and compound_by_default(parse_pattern(text)):
            row["compound"] = False
        return row

    def _pattern(self, glob: str) -> str:
        if glob.startswith("#"):
            return f"<{self._class(glob)}>"
        text = pattern_of(glob)
        self.gapped += "[" in text
        return text

    def _require(self, near: Near) -> dict[str, Any]:
        rule: dict[str, Any] = {"any": [self._pattern(glob) for glob in near.any]}
        rule |= {"within": near.within} if near.within else {}
        rule |= {"unit": near.unit} if near.unit != "sentence" else {}
        rule |= {"side": near.side} if near.side != "both" else {}
        return rule

    def _class(self, reference: str) -> str:
        """Return the id of a class with the terms of the category that a rule names."""
        wanted = reference.removeprefix("#").replace("_", " ").casefold()
        name = "c_" + re.sub(r"[^\w-]", "_", wanted, flags=re.ASCII)
        if name not in self.classes:
            self.classes[name] = []  # first, lest a category that names itself go round for ever
            self.classes[name] = list(dict.fromkeys(self._words(wanted)))
        if not self.classes[name]:
            del self.classes[name]
            raise PatternError(f"no category {reference} with terms")
        return name

    def _words(self, wanted: str) -> Iterator[str]:
        for term in self.dictionary.terms:
            if term.near is None and any(part.replace("_", " ").casefold() == wanted for part in term.path):
                try:
                    yield pattern_of(term.text)
                except PatternError:  # it is told in the term's own place
                    continue

    def _is_free(self, row: Mapping[str, Any], term: Term) -> bool:
        """Whether the dimension lacks the pattern; in two sub-frames of one it could be counted in one only."""
        same = (row["dimension"], *same_words(row["pattern"]), str(row.get("require")))
        place = (row["dimension"], row.get("subframe", ""))
        first = self.taken.setdefault(same, place)
        if first is place:
            return True
        held = ".".join(name for name in first if name)
        self._lose(term, f"'{term.text}' is left out of '{'.'.join(term.path)}': it is already in '{held}'")
        return False

    def _lose(self, term: Term, message: str) -> None:
        self.lost.append(Fault(message, f"{self.dictionary.where}:{term.line}"))

    def done(self) -> Adopted:
        dictionary = self.dictionary
        used = {(row["dimension"], row.get("subframe", "")) for row in self.entries}
        raw: dict[str, Any] = {"lexicon": {"name": dictionary.name, **_HEADER}}
        raw["dimension"] = list(self.places.tables(used))
        raw["class"] = [{"id": name, "words": words} for name, words in self.classes.items()]
        raw["entry"] = self.entries
        masks = {name: self._mask(name, words) for name, words in dictionary.masks.items()}
        raw["mask"] = [{"id": name, "patterns": words} for name, words in masks.items() if words]
        if empty := self.places.empty(used):
            self.lost.append(Fault(f"categories without a term are left out: {', '.join(empty)}", dictionary.where))
        notes = list(dictionary.notes)
        if self.gapped:
            notes.append(f"{self.gapped} patterns with a star by itself (one word there) match without that word, too")
        lost = (*dictionary.lost, *self._denials(), *self.lost)
        filled = {key: value for key, value in raw.items() if value}
        return Adopted(filled, tuple(self.lines), lost, tuple(notes), dictionary.patterns)

    def _mask(self, name: str, words: tuple[str, ...]) -> list[str]:
        found: list[str] = []
        for word in words:
            try:
                found.append(self._pattern(word))
            except PatternError as error:
                self.lost.append(Fault(f"mask '{name}': '{word}' is left out: {error}", self.dictionary.where))
        return found

    def _denials(self) -> Iterator[Fault]:
        for name, texts in self.denied.items():
            first = sorted({text.split()[0] for text in texts})[:5]
            message = f"'{name}' is left out, {len(texts)} terms behind {', '.join(first)}"
            hint = "the cues of negation do its work: a negated hit is not counted"
            yield Fault(message, self.dictionary.where, hint)
