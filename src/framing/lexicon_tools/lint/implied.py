"""Whether one entry's rules leave it free wherever another entry's rules leave that one free."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from framing.model.lexicon import Cues, Entry, Lexicon, Require
from framing.model.pattern import ClassRef, Pattern


def without_rules(lexicon: Lexicon) -> Lexicon:
    """Return the lexicon's bare patterns: no `exclude`, no `require`, no mask, no cue."""
    bare = tuple(replace(entry, exclude=(), require=None) for entry in lexicon.entries)
    return replace(lexicon, entries=bare, masks=(), cues=Cues())


def is_free(taker: Entry) -> bool:
    """Whether nothing but a mask keeps a match of `taker` from counting."""
    return taker.require is None and not taker.exclude


def is_free_with(taker: Entry, other: Entry) -> bool:
    """Whether `taker`, at the same words, counts wherever `other` does.

    Its `exclude` may hold only what rules `other` out too; its `require` may ask for nothing that `other` does not.
    """
    if is_free(taker):
        return True
    if taker.scope != other.scope:  # <country> of another file is another class
        return False
    if not _meanings(taker.exclude) <= _meanings(other.exclude):
        return False
    if taker.require is None:
        return True
    # With a gap or a class it may take more words than `other`, and among them the one that is asked for.
    is_fixed = not any(joint.gap for joint in taker.pattern.joints) and not any(
        isinstance(item, ClassRef) for item in taker.pattern.items
    )
    return is_fixed and other.require is not None and _asks_no_more(taker.require, other.require)


def _asks_no_more(one: Require, other: Require) -> bool:
    return (
        len(_meanings(other.any)) == len(other.any)
        and _meanings(other.any) <= _meanings(one.any)
        and one.distinct <= other.distinct
        and (one.within == 0 or 0 < other.within <= one.within)
        and one.unit in ("paragraph", other.unit)
        and one.side in ("both", other.side)
    )


def _meanings(patterns: Iterable[Pattern]) -> set[tuple[object, ...]]:
    return {(pattern.items, pattern.joints) for pattern in patterns}
