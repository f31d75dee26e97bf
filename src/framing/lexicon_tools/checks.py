"""Faults that only show when an entry is read as the matcher reads it: it could never match, or is there twice.

These are errors, and a lexicon that has one is not loaded: an entry that cannot match is a silent zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from framing.errors import Fault
from framing.lexicon_tools.bench import Bench, Tried
from framing.matching.compiler import compound_variants
from framing.matching.forms import key, mode_of
from framing.matching.matcher import Matcher
from framing.matching.refusal import is_excluded
from framing.model.lexicon import Cues, Entry, Lexicon
from framing.model.pattern import ClassRef, Form, Pattern
from framing.text.tokens import is_address, tokenise


def check(lexicon: Lexicon, whole: Lexicon | None = None) -> list[Fault]:
    """Return every fault of the lexicon's entries, masks, classes and cues, in the order of their lines.

    Parameters
    ----------
    lexicon
        What is checked.
    whole
        The same with the masks a run would add, if they are to be asked too; its entries come first.
    """
    unmatchable = list(_unmatchable(lexicon))
    told = {fault.where for fault in unmatchable}
    masked = (fault for fault in _never_left(lexicon.entries, whole or lexicon) if fault.where not in told)
    return sorted([*unmatchable, *_duplicates(lexicon), *masked], key=lambda fault: _line(fault.where))


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
                    hint = "write its parts as words of their own"
                    yield Fault(f"pattern '{pattern}' cannot match: {why}", where, hint, "E11")


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
    """Return why no text has a token of this form; empty where it can.

    Examples
    --------
    >>> never_a_token(Form("corrupt")), never_a_token(Form("and/or"))
    ('', "'and/or' is never one token")
    """
    if (form.text.isascii() and form.text.isalpha()) or form.text.casefold() == "n't":
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

    def normal(pattern: Pattern) -> tuple[object, ...]:
        items = tuple(
            item.id if isinstance(item, ClassRef) else frozenset((key(f.text, mode), f.open_end) for f in item.forms)
            for item in pattern.items
        )
        return items, pattern.joints

    # "counter-terror" and "counter terror" are one pattern where either is written apart, hyphenated and joined.
    variants = compound_variants(entry.pattern) if entry.compound else (entry.pattern,)
    near = tuple(sorted(p.text for p in entry.require.any)) if entry.require else ()
    return frozenset(map(normal, variants)), near


def _never_left(entries: tuple[Entry, ...], whole: Lexicon) -> Iterator[Fault]:
    """Find entries of whose strings masks and their own `exclude` leave none (E11).

    `require` is left out of account, as what must stand near is not in the string, and so are joined spellings:
    "power cut" that excludes "power cut" is a slip, though "power-cut" would be left.
    """
    asking = tuple(replace(entry, require=None, compound=False) for entry in whole.entries)
    bench = Bench(Matcher(replace(whole, entries=asking, cues=Cues())))
    for number, entry in enumerate(entries):
        reasons: set[str] = set()
        for tried in bench.tried(number):
            why = _why_not(number, entry, tried)
            if not why:
                reasons.clear()
                break
            reasons.add(why)
        if reasons and bench.is_complete(number):
            hint = "leave it out, or narrow the mask or the `exclude`"
            message = f"pattern '{entry.pattern}' can never match: {' and '.join(sorted(reasons))}"
            yield Fault(message, entry.where, hint, "E11")


def _why_not(number: int, entry: Entry, tried: Tried) -> str:
    own = tried.own(number)
    if not own:
        return "a mask takes its words first"
    if all(is_excluded(span, entry, tried.text) for span in own):
        return "its own `exclude` rules it out"
    return ""
