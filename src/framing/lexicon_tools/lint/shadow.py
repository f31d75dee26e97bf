"""W20: an entry whose words other entries of its dimension always take first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from framing.errors import Fault
from framing.lexicon_tools.bench import Bench, Tried
from framing.lexicon_tools.lint.implied import is_free, is_free_with
from framing.lexicon_tools.trial import Trial
from framing.matching.overlap import resolve_roles
from framing.matching.search import Span
from framing.model.lexicon import Entry

_MOST_NAMED = 3


class Shadow(NamedTuple):
    """An entry that never counts, and the entries that take its words: positions in the lexicon.

    Attributes
    ----------
    proved
        True where it holds of every text. False where the takers have rules of their own that could let a match
        through, or there are too many strings to try: then only the entry's examples can tell.
    """

    entry: int
    takers: tuple[int, ...]
    proved: bool


def shadow_faults(bench: Bench, entries: tuple[Entry, ...], trial: Trial) -> Iterator[Fault]:
    """Yield W20 for every shadowed entry.

    Parameters
    ----------
    bench
        The bare patterns of the lexicon.
    entries
        Its entries with their rules, in the same order.
    trial
        The lexicon as a run would have it, with masks: the examples are tried on it.
    """
    for shadow in shadows(bench, entries):
        entry = entries[shadow.entry]
        takers = _named([entries[taker] for taker in shadow.takers])
        take = "takes" if len(shadow.takers) == 1 else "take"
        if shadow.proved:
            message = f"'{entry.pattern}' never counts: {takers} {take} all its strings first"
        elif entry.examples and not any(_counts(shadow.entry, text, trial) for text in entry.examples):
            message = f"'{entry.pattern}' counts in none of its examples: {takers} {take} its words first"
        else:
            continue
        hint = "leave one out, or give the narrower one a longer pattern, a higher weight or an earlier place"
        if not shadow.proved:
            hint = "not proved for every text: add an example in which it counts, or " + hint
        yield Fault(message, entry.where, hint, "W20", () if shadow.proved else entry.examples)


def _named(takers: list[Entry]) -> str:
    named = [f"'{taker.pattern}' (on {taker.where})" for taker in takers[:_MOST_NAMED]]
    if len(takers) > _MOST_NAMED:
        named.append(f"{len(takers) - _MOST_NAMED} more")
    return " and ".join(named)


def _counts(number: int, text: str, trial: Trial) -> bool:
    matches = trial.matches(text)
    return any(hit.entry == number for hit in (*matches.hits, *matches.support))


def shadows(bench: Bench, entries: tuple[Entry, ...]) -> Iterator[Shadow]:
    """Yield every entry that the bare patterns of others take all tried strings from.

    It is enough that a taker starts at the same word and ends no earlier. It may lose that word itself, but only
    to a match that begins no later and so has the shadowed entry's first word as well.
    """
    for number, entry in enumerate(entries):
        takers: set[int] = set()
        always = True
        for tried in bench.tried(number):
            took = _takers(number, tried, entries)
            if not took:  # one string in which it counts
                takers.clear()
                break
            takers |= took
            always = always and bool(_takers(number, _unconditional(tried, entry, number, entries), entries))
        if takers:
            yield Shadow(number, tuple(sorted(takers)), always and bench.is_complete(number))


def _takers(number: int, tried: Tried, entries: tuple[Entry, ...]) -> set[int]:
    """Return the entries that take the string from entry `number`; empty where it counts."""
    dimension = entries[number].dimension
    rivals = [span for span in tried.spans if entries[span.target].dimension == dimension]
    frames, supports = resolve_roles(rivals, entries)
    kept = [*frames, *supports]
    if any(span.target == number for span in kept):
        return set()
    return {span.target for span in kept if any(_overlap(span, own) for own in tried.own(number))}


def _unconditional(tried: Tried, entry: Entry, number: int, entries: tuple[Entry, ...]) -> Tried:
    """Return the string with the matches alone that count wherever entry `number` would."""

    def stays(span: Span) -> bool:
        taker = entries[span.target]
        return span.target == number or (is_free_with(taker, entry) if tried.is_whole(span) else is_free(taker))

    return tried._replace(spans=tuple(span for span in tried.spans if stays(span)))


def _overlap(one: Span, other: Span) -> bool:
    return one.first < other.last and other.first < one.last
