"""A Lexicon made ready to match: every written word becomes an atom, every pattern a few sequences of them.

Atoms are numbered tests on one token. A sequence is a row of atoms and classes with what may stand between
them; it is tried only where its anchor, the first telling word, stands in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import product
from typing import NamedTuple

from framing.matching.forms import Mode, key, mode_of
from framing.model import document
from framing.model.lexicon import COMPOUND_FIRST, CUE_LISTS, Entry, Lexicon
from framing.model.pattern import ClassRef, Form, Joint, Pattern, Word

VERSION = "2"

PUNCTUATION_BITS = {
    ",": document.COMMA,
    ";": document.SEMICOLON,
    ":": document.COLON,
    "(": document.OPENING,
    ")": document.CLOSING,
    "\u2014": document.EM_DASH,
    "\u2013": document.EN_DASH,
}
# Words too common to look for first: "on the brink of" is tried where "brink" stands, not at every "on".
_COMMON = frozenset(
    (
        "a an and are as at be been being by for from had has have he her his in into is it its no not of "
        "off on or our out over so than that the their them they this to under up us was we were will "
        "with who"
    ).split()
)


class Part(IntEnum):
    """What a sequence stands for."""

    MASK = 0
    CLASS = 1
    ENTRY = 2
    EXCLUDE = 3
    REQUIRE = 4
    CUE = 5


class Item(NamedTuple):
    """One place in a sequence: an atom or a class, and the joint before it."""

    atom: int  # -1 where a class stands
    cls: int  # -1 where an atom stands
    gap: int
    punctuation: int


class Sequence_(NamedTuple):  # noqa: N801 -- 'Sequence' is the abstract type
    """Items in a row, and what a match of them means: `target` counts within its part, `word` within the target."""

    part: Part
    target: int
    word: int
    items: tuple[Item, ...]
    anchor: int


@dataclass(frozen=True, slots=True)
class Compiled:
    """The compiled lexicon: forms -> atoms, atoms and classes -> the sequences they anchor."""

    lexicon: Lexicon
    exact: dict[Mode, dict[str, list[int]]] = field(default_factory=dict)
    prefixes: dict[Mode, dict[str, list[int]]] = field(default_factory=dict)
    suffixes: dict[Mode, dict[str, list[int]]] = field(default_factory=dict)
    by_atom: dict[int, list[Sequence_]] = field(default_factory=dict)
    by_class: dict[int, list[Sequence_]] = field(default_factory=dict)
    classes: dict[tuple[str, str], int] = field(default_factory=dict)


def compile_lexicon(lexicon: Lexicon) -> Compiled:
    """Return `lexicon` ready for `framing.matching.matcher.Matcher`."""
    builder = _Builder(Compiled(lexicon))
    # Ids in sorted order, not in that of a dict: the result may depend on nothing but the lexicon.
    for number, (scope, name) in enumerate(sorted(lexicon.classes)):
        builder.compiled.classes[scope, name] = number
    for (scope, name), number in builder.compiled.classes.items():
        cls = lexicon.classes[scope, name]
        mode = mode_of(exact_case=cls.exact_case, fold_accents=cls.fold_accents)
        builder.add(Part.CLASS, number, cls.words, mode, scope)
    for number, mask in enumerate(lexicon.masks):
        mode = mode_of(exact_case=mask.exact_case, fold_accents=mask.fold_accents)
        builder.add(Part.MASK, number, mask.patterns, mode, mask.scope)
    for number, entry in enumerate(lexicon.entries):
        if entry.status == "active":
            builder.add_entry(number, entry)
    cues = lexicon.cues
    for number, name in enumerate(CUE_LISTS):
        mode = mode_of(exact_case=False, fold_accents=cues.fold_accents)
        builder.add(Part.CUE, number, getattr(cues, name), mode, cues.scope)
    return builder.compiled


class _Builder:
    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self._atoms: dict[tuple[Mode, tuple[Form, ...]], int] = {}

    def add_entry(self, number: int, entry: Entry) -> None:
        mode = mode_of(exact_case=entry.exact_case, fold_accents=entry.fold_accents)
        near = mode_of(exact_case=False, fold_accents=entry.fold_accents)
        variants = compound_variants(entry.pattern) if entry.compound else (entry.pattern,)
        self.add(Part.ENTRY, number, variants, mode, entry.scope)
        self.add(Part.EXCLUDE, number, entry.exclude, near, entry.scope)
        if entry.require:
            self.add(Part.REQUIRE, number, entry.require.any, near, entry.scope)

    def add(self, part: Part, target: int, patterns: Iterable[Pattern], mode: Mode, scope: str = "") -> None:
        for word, pattern in enumerate(patterns):
            items = self._items(pattern, mode, scope)
            anchor = _anchor(pattern)
            sequence = Sequence_(part, target, word, items, anchor)
            held = items[anchor]
            index = self.compiled.by_class if held.cls >= 0 else self.compiled.by_atom
            index.setdefault(max(held.cls, held.atom), []).append(sequence)

    def _items(self, pattern: Pattern, mode: Mode, scope: str) -> tuple[Item, ...]:
        joints = (Joint(), *pattern.joints)
        return tuple(
            Item(
                atom=self._atom(item, mode) if isinstance(item, Word) else -1,
                cls=self.compiled.classes[scope, item.id] if isinstance(item, ClassRef) else -1,
                gap=joint.gap,
                punctuation=_bits(joint.punctuation),
            )
            for item, joint in zip(pattern.items, joints, strict=True)
        )

    def _atom(self, word: Word, mode: Mode) -> int:
        known = self._atoms.get((mode, word.forms))
        if known is not None:
            return known
        atom = self._atoms[mode, word.forms] = len(self._atoms)
        for form in word.forms:
            index = self.compiled.exact
            if form.open_end:
                index = self.compiled.prefixes
            elif form.open_start:
                index = self.compiled.suffixes
            index.setdefault(mode, {}).setdefault(key(form.text, mode), []).append(atom)
        return atom


def _bits(punctuation: str) -> int:
    bits = 0
    for sign in punctuation:
        bits |= PUNCTUATION_BITS[sign]
    return bits


def _anchor(pattern: Pattern) -> int:
    """Return the first telling word that stands at a fixed distance from the start, else 0."""
    for position, item in enumerate(pattern.items):
        if position and (pattern.joints[position - 1].gap or isinstance(item, ClassRef)):
            return 0
        if isinstance(item, ClassRef):
            return position
        if not all(form.text.casefold() in _COMMON for form in item.forms):
            return position
    return 0


def compound_variants(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return the pattern with its first two words apart, hyphenated and as one word.

    A pattern of one word is cut at its hyphen, or behind a prefix that is usually written apart
    (``counterproductive``); without either there is nothing to join, and it stands alone.
    """
    first = pattern.items[0]
    if not isinstance(first, Word):
        return (pattern,)
    if len(pattern.items) > 1 and isinstance(pattern.items[1], Word) and pattern.joints[0] == Joint():
        halves = list(product(first.forms, pattern.items[1].forms))
        rest, joints = pattern.items[2:], pattern.joints[1:]
        apart = (pattern,)
    else:
        halves = [pair for form in first.forms if (pair := _cut(form))]
        rest, joints = pattern.items[1:], pattern.joints
        left, right = (
            (Word(tuple(dict.fromkeys(half))) for half in zip(*halves, strict=True)) if halves else (None, None)
        )
        if left is None or right is None:
            return (pattern,)
        apart = (Pattern(pattern.text, (left, right, *rest), (Joint(), *joints)),)
    joined = tuple(
        Form(a.text + sign + b.text, b.open_end, a.open_start)
        for a, b in halves
        for sign in ("-", "")
        if not a.open_end
    )
    return (*apart, Pattern(pattern.text, (Word(joined), *rest), joints))


def _cut(form: Form) -> tuple[Form, Form] | None:
    if "-" in form.text:
        left, right = form.text.split("-", 1)
        return Form(left), Form(right, form.open_end)
    for prefix in sorted(COMPOUND_FIRST, key=len, reverse=True):
        if form.text.casefold().startswith(prefix) and len(form.text) > len(prefix) + 2:
            return Form(form.text[: len(prefix)]), Form(form.text[len(prefix) :], form.open_end)
    return None


def sequences(compiled: Compiled) -> Sequence[Sequence_]:
    """Return all sequences, for counting and for tests."""
    return [s for index in (compiled.by_atom, compiled.by_class) for rows in index.values() for s in rows]
