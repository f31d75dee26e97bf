"""A short hash of everything in an entry that decides what it matches.

A line that was coded for an entry stays coded as long as the entry's fingerprint does, whatever changes
elsewhere in the lexicon; and a record of validation tells by it which entries it still speaks of. Notes,
weight, role, examples and the order of alternatives are not in it: they change no match.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from framing.matching.forms import Mode, key, mode_of
from framing.model.lexicon import Entry, Lexicon, WordClass
from framing.model.pattern import Pattern, Word

_Classes = dict[tuple[str, str], str]
_DIGITS = 12


def fingerprints(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the fingerprint of each entry, in the order of the entries.

    Examples
    --------
    >>> from framing.model.pattern import parse_pattern
    >>> def of(pattern, **rest):
    ...     entry = Entry(pattern=parse_pattern(pattern), dimension="d", subframe="s", **rest)
    ...     return fingerprints(Lexicon(files=(), entries=(entry,)))[0]
    >>> of("{great,major} power") == of("{Major,great} power", note="a reason", weight=0.5)
    True
    >>> of("great power") == of("great power", exclude=(parse_pattern("great power cut"),))
    False
    """
    # A class stands in many entries and may hold hundreds of words: each is hashed once.
    classes = {name: _of_class(cls) for name, cls in lexicon.classes.items()}
    return tuple(_of_entry(entry, classes) for entry in lexicon.entries)


def _of_entry(entry: Entry, classes: _Classes) -> str:
    mode = mode_of(exact_case=entry.exact_case, fold_accents=entry.fold_accents)
    near = mode_of(exact_case=False, fold_accents=entry.fold_accents)
    require: list[object] = []
    if rule := entry.require:
        rows = _patterns(rule.any, near, entry.scope, classes)
        require = [rows, rule.within, rule.unit, rule.side, rule.distinct]
    content = [
        _pattern(entry.pattern, mode, entry.scope, classes),
        mode,
        entry.compound,
        _patterns(entry.exclude, near, entry.scope, classes),
        require,
    ]
    # The letter keeps a spreadsheet from reading 123456789e12 as a number.
    return "p" + _digest(content)


def _of_class(cls: WordClass) -> str:
    mode = mode_of(exact_case=cls.exact_case, fold_accents=cls.fold_accents)
    return _digest([mode, _patterns(cls.words, mode, cls.scope, {})])


def _patterns(patterns: Iterable[Pattern], mode: Mode, scope: str, classes: _Classes) -> list[str]:
    return sorted({json.dumps(_pattern(pattern, mode, scope, classes)) for pattern in patterns})


def _pattern(pattern: Pattern, mode: Mode, scope: str, classes: _Classes) -> list[object]:
    items: list[object] = []
    for item in pattern.items:
        if isinstance(item, Word):
            items.append(sorted({(key(form.text, mode), form.open_end, form.open_start) for form in item.forms}))
        else:  # by what it holds: to rename a class changes no match
            items.append(classes[scope, item.id])
    return [items, [(joint.gap, joint.punctuation) for joint in pattern.joints]]


def _digest(content: object) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:_DIGITS]
