"""Faults that only show when an entry is read as the matcher reads it: it could never match, or is there twice.

These are errors, and a lexicon that has one is not loaded: an entry that cannot match is a silent zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from framing.errors import Fault
from framing.lexicon_tools.trial import Trial
from framing.matching.forms import key, mode_of
from framing.model.lexicon import Entry, Lexicon
from framing.model.pattern import ClassRef, Form, Pattern
from framing.text.tokens import is_address, tokenise

# Enough spellings of a pattern to say that all are masked; a pattern with more is never called dead.
_MOST_STRINGS = 64


def check(lexicon: Lexicon) -> list[Fault]:
    """Return every fault of the lexicon's entries, masks, classes and cues, in the order of their lines."""
    faults = [
        *_unmatchable(lexicon),
        *_duplicates(lexicon),
        *_always_excluded(lexicon),
    ]
    return sorted(faults, key=lambda fault: _line(fault.where))


def _line(where: str) -> tuple[str, int]:
    path, _, line = where.rpartition(":")
    return (path, int(line)) if line.isdigit() else (where, 0)


def _unmatchable(lexicon: Lexicon) -> Iterator[Fault]:
    for pattern, where in _patterns(lexicon):
        for item in pattern.items:
            if isinstance(item, ClassRef):
                continue
            for form in item.forms:
                if why := never_a_token(form):
                    yield Fault(f"pattern '{pattern}' cannot match: {why}", where, code="E11")


def _patterns(lexicon: Lexicon) -> Iterator[tuple[Pattern, str]]:
    for entry in lexicon.entries:
        yield entry.pattern, entry.where
        near = entry.require.any if entry.require else ()
        yield from ((pattern, entry.where) for pattern in (*entry.exclude, *near))
    for cls in lexicon.classes.values():
        yield from ((word, cls.where) for word in cls.words)
    for mask in lexicon.masks:
        yield from ((pattern, mask.where) for pattern in mask.patterns)


def never_a_token(form: Form) -> str:
    """Return why no text has a token of this form; empty where one can.

    Examples
    --------
    >>> never_a_token(Form("corrupt")), never_a_token(Form("and/or"))
    ('', "'and/or' is never one token")
    """
    if form.text.casefold() == "n't":
        return ""
    # A star stands for letters: "anti-*" is tried as "anti-a".
    tried = ("a" if form.open_start else "") + form.text + ("a" if form.open_end else "")
    words = tokenise(tried).words
    if words == (tried,) and not is_address(tried):
        return ""
    return f"'{form.text}' is never one token"


def _duplicates(lexicon: Lexicon) -> Iterator[Fault]:
    """Find patterns that are the same once case, apostrophes and alternatives are out of the way (E10)."""
    seen: dict[tuple[object, ...], Entry] = {}
    for entry in lexicon.entries:
        if entry.status != "active":
            continue
        same = (entry.dimension, entry.exact_case, *_normal(entry))
        first = seen.setdefault(same, entry)
        if first is not entry:
            hint = f"it is also on {first.where}; keep one, or tell them apart by `require`"
            yield Fault(f"pattern '{entry.pattern}' is there twice", entry.where, hint, "E10")


def _normal(entry: Entry) -> tuple[object, ...]:
    mode = mode_of(exact_case=entry.exact_case, fold_accents=entry.fold_accents)
    items = tuple(
        item.id if isinstance(item, ClassRef) else frozenset((key(f.text, mode), f.open_end) for f in item.forms)
        for item in entry.pattern.items
    )
    near = tuple(sorted(p.text for p in entry.require.any)) if entry.require else ()
    return items, entry.pattern.joints, near


def _always_excluded(lexicon: Lexicon) -> Iterator[Fault]:
    trial = Trial(lexicon)
    for number, entry in enumerate(lexicon.entries):
        strings = list(islice(spellings(entry.pattern), _MOST_STRINGS + 1))
        if entry.status != "active" or not strings or len(strings) > _MOST_STRINGS:
            continue
        why = trial.why_never(number, strings)
        if why:
            yield Fault(f"pattern '{entry.pattern}' can never match: {why}", entry.where, code="E11")


def spellings(pattern: Pattern) -> Iterator[str]:
    """Yield every string a pattern of closed words matches; nothing where it holds a class or a star.

    Examples
    --------
    >>> from framing.model.pattern import parse_pattern
    >>> list(spellings(parse_pattern("{great,major} power")))
    ['great power', 'major power']
    """
    rows: list[list[str]] = []
    for item in pattern.items:
        if isinstance(item, ClassRef) or any(form.open_end or form.open_start for form in item.forms):
            return
        rows.append([form.text for form in item.forms])
    for words in product(*rows):
        parts = [words[0]]
        for joint, word in zip(pattern.joints, words[1:], strict=True):
            parts.append(f"{joint.punctuation} {word}" if joint.punctuation else f" {word}")
        yield "".join(parts)
