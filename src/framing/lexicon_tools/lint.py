"""Lint rules that need no corpus: section 4 of the lexicon format. Errors that stop loading are in `checks`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from framing.errors import Fault
from framing.lexicon_tools.combine import combine
from framing.lexicon_tools.trial import Trial
from framing.matching.overlap import covers
from framing.model.lexicon import Cues, Dimension, Entry, Lexicon
from framing.model.pattern import ClassRef

_SHORT_STEM = 5
_SHORT_WORD = 3
_FEWEST_SUBFRAMES = 4
_FEWEST_ENTRIES = 3
_STOP = frozenset(
    "a an and are as at be by for from in into is it its of off on or out over that the to up with".split()
)


def lint(lexicon: Lexicon, surroundings: Sequence[Lexicon] = ()) -> list[Fault]:
    """Return the faults of examples (E12) and all warnings.

    Parameters
    ----------
    lexicon
        The file's lexicon.
    surroundings
        Masks and cues that a run would add; examples are tried with them.
    """
    if not lexicon.entries and not lexicon.dimensions:
        return []
    alone = [part for part in surroundings if part.cues == Cues() or lexicon.cues == Cues()]
    return [
        *_examples(lexicon, combine([lexicon, *alone])),
        *_breadth_of_words(lexicon),
        *_papers(lexicon),
        *_balance(lexicon),
        *_across_dimensions(lexicon),
    ]


def _examples(lexicon: Lexicon, whole: Lexicon) -> Iterator[Fault]:
    trial = Trial(whole)
    for number, entry in enumerate(lexicon.entries):
        if entry.status != "active":
            continue
        for text in entry.examples:
            if not trial.allowed(number, text):
                yield Fault(f"'{entry.pattern}' does not match its example '{text}'", entry.where, code="E12")
        for text in entry.counterexamples:
            if trial.allowed(number, text):
                yield Fault(f"'{entry.pattern}' matches its counterexample '{text}'", entry.where, code="E12")


def _breadth_of_words(lexicon: Lexicon) -> Iterator[Fault]:
    for entry in lexicon.entries:
        words = [item for item in entry.pattern.items if not isinstance(item, ClassRef)]
        forms = [form for item in words for form in item.forms]
        for form in forms:
            if form.open_end and len(form.text) < _SHORT_STEM:
                yield Fault(
                    f"'{form.text}*' is a short stem and matches much",
                    entry.where,
                    "close the inflections",
                    "W22",
                )
            if form.open_start and form.text.casefold() != "n't":
                yield Fault(f"'*{form.text}' begins with a star", entry.where, "write the words out", "W23")
        if len(words) == len(entry.pattern.items):
            if all(form.text.casefold() in _STOP for form in forms):
                yield Fault(f"'{entry.pattern}' holds function words only", entry.where, code="W23")
            short = len(words) == 1 and any(len(f.text) <= _SHORT_WORD and not f.open_end for f in forms)
            if short and not entry.exact_case and not entry.require:
                yield Fault(f"'{entry.pattern}' is very short", entry.where, 'case = "exact" for an acronym', "W23")


def _papers(lexicon: Lexicon) -> Iterator[Fault]:
    """Find what a reader would ask for and does not find (W30)."""
    for entry in lexicon.entries:
        missing = [name for name in ("subframe", "note", "source") if not getattr(entry, name)]
        if missing:
            yield Fault(f"'{entry.pattern}' lacks " + ", ".join(missing), entry.where, code="W30")
    where = lexicon.files[0].where if lexicon.files else ""
    for dimension in lexicon.dimensions:
        if not dimension.definition:
            yield Fault(f"dimension '{dimension.id}' lacks a definition", where, code="W30")
        if not dimension.references:
            yield Fault(f"dimension '{dimension.id}' lacks references", where, code="W30")
        if len(dimension.subframes) < _FEWEST_SUBFRAMES:
            yield Fault(f"dimension '{dimension.id}' has fewer than {_FEWEST_SUBFRAMES} sub-frames", where, code="W30")
        for subframe in dimension.subframes:
            if not subframe.definition:
                yield Fault(f"sub-frame '{subframe.id}' lacks a definition", where, code="W30")


def _balance(lexicon: Lexicon) -> Iterator[Fault]:
    for dimension in lexicon.dimensions:
        yield from _balance_of(dimension, [e for e in lexicon.entries if e.dimension == dimension.id], lexicon)


def _balance_of(dimension: Dimension, entries: Sequence[Entry], lexicon: Lexicon) -> Iterator[Fault]:
    where = lexicon.files[0].where
    counts = Counter(entry.subframe for entry in entries)
    for subframe in dimension.subframes:
        number = counts[subframe.id]
        if number < _FEWEST_ENTRIES:
            yield Fault(f"sub-frame '{subframe.id}' has {number} entries", where, "at least 3 carry it", "W31")
        elif number > len(entries) / 2:
            yield Fault(f"sub-frame '{subframe.id}' holds {number} of {len(entries)} entries", where, code="W31")


def _across_dimensions(lexicon: Lexicon) -> Iterator[Fault]:
    """Find the same pattern in two dimensions without `shared = true` on both (W21), or consumed whole (W20)."""
    seen: dict[str, Entry] = {}
    for entry in lexicon.entries:
        other = seen.setdefault(entry.pattern.text, entry)
        if other.dimension != entry.dimension and not (entry.shared and other.shared):
            hint = f"also in '{other.dimension}'; write shared = true on both if that is meant"
            yield Fault(f"'{entry.pattern}' stands in two dimensions", entry.where, hint, "W21")
    for first, second in covers(lexicon.entries):
        hint = f"'{first.pattern}' (on {first.where}) takes the same words first"
        yield Fault(f"'{second.pattern}' never gets a hit of its own", second.where, hint, "W20")
