"""A pattern as programs without our pattern language can take it: every spelling on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from math import prod
from typing import NamedTuple

from framing.matching.compiler import compound_variants
from framing.model.dictionary import Keeps
from framing.model.lexicon import Entry, WordClass
from framing.model.pattern import ClassRef, Form, Joint, Pattern, Word

# One entry that comes to more lines than this is told, not written: "<country> [3] <country>" has tens of thousands.
MOST_LINES = 2_000
# Signs that are part of some format's own language; no word of a text holds them.
_SIGNS = re.compile(r"[*?{}\[\]<>|\\\"#@()]")
_ESCAPE = re.compile(r"([*{\[<])")


class WrittenOut(NamedTuple):
    """The lines an entry comes to, and why some of its spellings are not among them."""

    lines: tuple[str, ...]
    lost: tuple[str, ...] = ()


def plain_patterns(entry: Entry, classes: Mapping[tuple[str, str], WordClass], *, joined: bool) -> tuple[Pattern, ...]:
    """Return the entry's pattern with the words of its classes in their place; empty where they are too many.

    Parameters
    ----------
    entry, classes
        The entry and the classes of its lexicon.
    joined
        Whether the joined and the hyphenated form of a compound are written out as well.
    """
    variants = compound_variants(entry.pattern) if joined and entry.compound else (entry.pattern,)
    return tuple(pattern for variant in variants for pattern in _without_classes(variant, entry.scope, classes))


def _without_classes(pattern: Pattern, scope: str, classes: Mapping[tuple[str, str], WordClass]) -> tuple[Pattern, ...]:
    if not any(isinstance(item, ClassRef) for item in pattern.items):
        return (pattern,)
    rows = [_choices(item, scope, classes) for item in pattern.items]
    if prod(len(row) for row in rows) > MOST_LINES:
        return ()
    found = []
    for parts in product(*rows):
        items = tuple(item for part in parts for item in part.items)
        joints = list(parts[0].joints)
        for joint, part in zip(pattern.joints, parts[1:], strict=True):
            joints += [joint, *part.joints]
        found.append(Pattern(pattern.text, items, tuple(joints)))
    return tuple(found)


def _choices(item: Word | ClassRef, scope: str, classes: Mapping[tuple[str, str], WordClass]) -> list[Pattern]:
    """Return what may stand in the item's place: all single words of a class as one, each of its phrases."""
    if isinstance(item, Word):
        return [Pattern("", (item,), ())]
    words = classes[scope, item.id].words
    forms = [form for word in words if len(word.items) == 1 for form in _forms(word.items[0])]
    single = [Pattern("", (Word(tuple(dict.fromkeys(forms))),), ())] if forms else []
    return [*single, *(word for word in words if len(word.items) > 1)]


def globs(pattern: Pattern, keeps: Keeps) -> WrittenOut:
    """Return the spellings of a pattern without classes, each as a glob, as far as a format can say them.

    Examples
    --------
    >>> from framing.model.pattern import parse_pattern
    >>> globs(parse_pattern("{great,major} power*"), Keeps()).lines
    ('great power*', 'major power*')
    >>> globs(parse_pattern("spill* over"), Keeps(stars="last"))
    WrittenOut(lines=(), lost=('a star inside a phrase',))
    >>> globs(parse_pattern("a [1] b"), Keeps(any_word=True)).lines
    ('a b', 'a * b')
    """
    words = [item.forms for item in pattern.items if isinstance(item, Word)]
    joints = [_joint(joint, keeps) for joint in pattern.joints]
    if reasons := [joint for joint in joints if isinstance(joint, str)]:
        return WrittenOut((), tuple(dict.fromkeys(reasons)))
    between = [joint for joint in joints if not isinstance(joint, str)]
    if prod(map(len, words)) * prod(map(len, between)) > MOST_LINES:
        return WrittenOut((), ("too many spellings",))
    lines: dict[str, None] = {}
    lost: dict[str, None] = {}
    for forms in product(*words):
        if reason := _unsayable(forms, keeps):
            lost[reason] = None
            continue
        for spaces in product(*between):
            pairs = zip((*spaces, ""), forms, strict=True)
            lines["".join(_glob(form) + space for space, form in pairs)] = None
    return WrittenOut(tuple(lines), tuple(lost))


def _joint(joint: Joint, keeps: Keeps) -> str | tuple[str, ...]:
    """Return what can be written between two words, or (a string) why nothing can."""
    if joint.punctuation:
        return "punctuation"
    if joint.gap and not keeps.any_word:
        return "a gap"
    return tuple(" " + "* " * number for number in range(joint.gap + 1))


def _unsayable(forms: tuple[Form, ...], keeps: Keeps) -> str:
    if any(_SIGNS.search(form.text) for form in forms):
        return "a sign that has a meaning there"
    if any(form.open_start for form in forms) and not keeps.leading_stars:
        return "a star before a word"
    if keeps.stars == "last" and any(form.open_end for form in forms[:-1]):
        return "a star inside a phrase"
    return ""


def _glob(form: Form) -> str:
    return "*" * form.open_start + form.text + "*" * form.open_end


def pattern_text(pattern: Pattern) -> Iterator[str]:
    """Yield the pattern as it is written in our own language; a form with a comma cannot stand in braces.

    Examples
    --------
    >>> from framing.model.pattern import parse_pattern
    >>> list(pattern_text(parse_pattern("corrupt{,ion} [2] <state> , no")))
    ['{corrupt,corruption} [2] <state> , no']
    """
    rows: list[list[str]] = []
    for item in pattern.items:
        if isinstance(item, ClassRef):
            rows.append([f"<{item.id}>"])
            continue
        closed = [_escaped(form) for form in item.forms if "," not in form.text]
        rows.append([*_braced(closed), *(_escaped(form) for form in item.forms if "," in form.text)])
    for words in product(*rows):
        parts = [words[0]]
        for joint, word in zip(pattern.joints, words[1:], strict=True):
            parts += [f"[{joint.gap}]"] if joint.gap else []
            parts += [*joint.punctuation, word]
        yield " ".join(parts)


def _braced(words: list[str]) -> list[str]:
    return ["{" + ",".join(words) + "}"] if len(words) > 1 else words


def _escaped(form: Form) -> str:
    text = _ESCAPE.sub(r"\\\1", form.text)
    start = "*" if form.open_start and form.text.casefold() != "n't" else ""
    return start + text + "*" * form.open_end


def _forms(item: Word | ClassRef) -> tuple[Form, ...]:
    return item.forms if isinstance(item, Word) else ()  # a class names no class
