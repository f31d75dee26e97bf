"""Codes of an older sheet into a new one: a line of an unchanged entry need not be read twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from framing.model.sheet import UNCODED, Code, Sheet, SheetLine

_NONE: frozenset[Code] = frozenset()


class Carried(NamedTuple):
    """The lines with the codes filled in, and what became of the old codes.

    Attributes
    ----------
    filled
        Lines that have a code now.
    conflicting
        Lines left empty, as the old sheets differ on them.
    unused
        Coded lines of the old sheets that were not drawn again, or whose entry has changed.
    """

    lines: tuple[SheetLine, ...]
    filled: int
    conflicting: int
    unused: int


def carry_over(lines: Iterable[SheetLine], old: Iterable[Sheet]) -> Carried:
    """Return `lines` with the code and note that `old` gives the same line.

    The same line is one with the same id: article, place, words, sub-frame and the entry's fingerprint.
    """
    known: dict[str, set[Code]] = {}
    notes: dict[str, str] = {}
    for sheet in old:
        for coded in sheet.lines:
            if coded.code != UNCODED:
                known.setdefault(coded.id, set()).add(coded.code)
                notes[coded.id] = notes.get(coded.id) or coded.note
    result: list[SheetLine] = []
    filled = conflicting = 0
    drawn: set[str] = set()
    for line in lines:
        codes = known.get(line.id, _NONE)
        drawn.add(line.id)
        if len(codes) > 1:
            conflicting += 1
        elif codes:
            filled += 1
            line = line._replace(code=next(iter(codes)), note=notes[line.id])  # noqa: PLW2901 -- the same line, coded
        result.append(line)
    return Carried(tuple(result), filled, conflicting, len(known.keys() - drawn))
