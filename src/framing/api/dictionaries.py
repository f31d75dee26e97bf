"""Dictionaries of other formats: one as a lexicon, and a lexicon as one of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from framing.errors import Fault, LexiconError
from framing.io.dictionaries.formats import format_of, read_dictionary
from framing.io.dictionaries.lexicoder import Bare
from framing.io.lexicons import lexicon_from_tables
from framing.lexicon_tools.adopt import Adopted, adopt
from framing.lexicon_tools.checks import check
from framing.model.lexicon import Lexicon

_SHOWN = 3


def adopt_file(path: Path, *, form: str = "", encoding: str = "", bare: Bare = "auto") -> Adopted:
    """Return a dictionary of another format as the tables of a lexicon.

    Raises
    ------
    LexiconError
        If the file cannot be read as one of that format, or holds nothing that can be used.
    """
    adopted = adopt(read_dictionary(path, format_of(path, form), encoding=encoding, bare=bare))
    if not adopted.lines:
        raise LexiconError("holds no term that can be used", where=str(path), faults=adopted.lost)
    return adopted


def load_dictionary(path: Path) -> Lexicon:
    """Return a dictionary of another format as a lexicon; its notes say how it was read and what was left out.

    Raises
    ------
    LexiconError
        If the file cannot be read as what its ending says, or (.csv) holds faulty patterns.
    """
    return lexicon_of(adopt_file(path), path)


def lexicon_of(adopted: Adopted, path: Path) -> Lexicon:
    """Return the lexicon of adopted tables.

    Raises
    ------
    LexiconError
        With the faults of patterns in our own language, which only .csv holds.
    """
    notes = [f"{path.name}: {note}" for note in (*adopted.notes, *_summary(adopted.lost))]
    lexicon, faults = lexicon_from_tables(adopted.raw, adopted.lines, path, notes)
    if faults := faults or (check(lexicon) if adopted.ours else []):
        raise LexiconError(f"{len(faults)} faults", where=str(path), faults=faults)
    return lexicon


def _summary(lost: Sequence[Fault]) -> list[str]:
    """Return one note on what was left out: a result carries it, and a dictionary may have hundreds of such lines."""
    if not lost:
        return []
    shown = "; ".join(
        f"line {line}: {fault.message}" if (line := _line(fault)) else fault.message for fault in lost[:_SHOWN]
    )
    more = f"; and {len(lost) - _SHOWN} more (`framing lexicon convert` lists them)" if len(lost) > _SHOWN else ""
    return [f"not everything in it is used: {shown}{more}"]


def _line(fault: Fault) -> str:
    line = fault.where.rpartition(":")[2]
    return line if line.isdigit() else ""
