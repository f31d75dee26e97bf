"""W23: patterns that begin with a star, hold function words only, or are very short."""

from __future__ import annotations

from collections.abc import Iterator

from framing.contrasts.stop_words import STOP_WORDS
from framing.errors import Fault
from framing.model.lexicon import Entry, Lexicon
from framing.model.pattern import ClassRef, Form

_SHORT_WORD = 3


def short_faults(lexicon: Lexicon) -> Iterator[Fault]:
    """Yield W23 for the patterns of entries."""
    for entry in lexicon.entries:
        if entry.status != "retired":
            yield from _faults_of(entry)


def _faults_of(entry: Entry) -> Iterator[Fault]:
    words = [item for item in entry.pattern.items if not isinstance(item, ClassRef)]
    forms = [form for word in words for form in word.forms]
    for form in forms:
        if form.open_start and form.text.casefold() != "n't":
            message = f"'*{form.text}' in '{entry.pattern}' begins with a star"
            yield Fault(message, entry.where, "write the words that are meant in braces", "W23")
    if len(words) < len(entry.pattern.items):
        return
    if all(_is_function_word(form) for form in forms):
        hint = "add the word that makes it a frame"
        yield Fault(f"'{entry.pattern}' holds function words only", entry.where, hint, "W23")
    elif len(words) == 1 and not entry.exact_case:
        short = [form.text for form in forms if len(form.text) <= _SHORT_WORD and not form.open_end]
        if short:
            message = f"'{entry.pattern}' is one very short word: '{short[0]}'"
            hint = 'write case = "exact" for an acronym, or a longer pattern'
            yield Fault(message, entry.where, hint, "W23")


def _is_function_word(form: Form) -> bool:
    return form.text.casefold() in STOP_WORDS and not form.open_end and not form.open_start
