"""W22: a star behind a short stem, or one that takes many words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from framing.errors import Fault
from framing.lexicon_tools.word_types import types_of
from framing.model.lexicon import Lexicon
from framing.model.pattern import ClassRef, Form, Pattern

_SHORT_STEM = 5
_MANY_TYPES = 25
_SHOWN = 10


def stem_faults(lexicon: Lexicon) -> Iterator[Fault]:
    """Yield W22 for the patterns of entries, classes and masks, with the ten most frequent types a stem takes.

    In `exclude` and `require` a short stem is let pass, as "warn*" near a threat does no harm; one that takes many
    words is not: it lets everything through.
    """
    for entry in lexicon.entries:
        if entry.status != "retired":
            yield from _faults_of([entry.pattern], f"'{entry.pattern}'", entry.where)
            near = entry.require.any if entry.require else ()
            yield from _faults_of(entry.exclude, f"`exclude` of '{entry.pattern}'", entry.where, short=0)
            yield from _faults_of(near, f"`require` of '{entry.pattern}'", entry.where, short=0)
    for cls in lexicon.classes.values():
        yield from _faults_of(cls.words, f"class <{cls.id}>", cls.where)
    for mask in lexicon.masks:
        yield from _faults_of(mask.patterns, f"mask '{mask.id}'", mask.where)


def _faults_of(patterns: Iterable[Pattern], place: str, where: str, short: int = _SHORT_STEM) -> Iterator[Fault]:
    for form in _open_forms(patterns):
        types = types_of(form.text)
        is_short = sum(letter.isalpha() for letter in form.text) < short
        if not is_short and len(types) <= _MANY_TYPES:
            continue
        why = f"a stem of fewer than {_SHORT_STEM} letters" if is_short else "much too wide"
        message = f"'{form.text}*' in {place} is {why}: it takes {len(types)} types of the word list"
        shown = ", ".join(f"{one.word} ({one.articles})" for one in types[:_SHOWN])
        evidence = (f"most frequent types (articles): {shown}",) if types else ()
        yield Fault(message, where, "write the words that are meant in braces", "W22", evidence)


def _open_forms(patterns: Iterable[Pattern]) -> Iterator[Form]:
    words = (item for pattern in patterns for item in pattern.items if not isinstance(item, ClassRef))
    yield from dict.fromkeys(form for word in words for form in word.forms if form.open_end)
