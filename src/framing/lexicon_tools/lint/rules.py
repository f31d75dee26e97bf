"""The lint rules by their codes: how grave each is, and what it says in one line."""

from __future__ import annotations

from typing import Literal

from framing.errors import Fault

Level = Literal["error", "warning", "corpus", "info"]

#: From the gravest: an error stops a lexicon from loading, the rest ask the author to look.
LEVELS: tuple[Level, ...] = ("error", "warning", "corpus", "info")

RULES = {
    "E01": "cannot be read",
    "E02": "unknown key, or a value of the wrong kind",
    "E03": "something needed is missing",
    "E04": "names something that is not there",
    "E05": "a weight or another number out of its range",
    "E10": "declared twice",
    "E11": "can never match",
    "E12": "an example does not match, or a counterexample does",
    "W20": "other entries of the dimension take all its words",
    "W21": "in two dimensions without `shared`",
    "W22": "a star that matches much",
    "W23": "leading star, function words only, or very short",
    "W30": "lacks what a reader asks for",
    "W31": "unbalanced sub-frames",
    "W40": "never counts in the corpus",
    "W41": "too large a share of hits or paragraphs",
    "W42": "in most sources, at one rate",
    "W43": "most matches removed by masks or `exclude`; or a mask that removes none",
    "W44": "most hits in one article",
    "W45": "counts in the null corpus",
    "I50": "a proper noun",
}


def level_of(fault: Fault) -> Level:
    """Return how grave a fault is; one without a code is an error.

    Examples
    --------
    >>> [level_of(Fault("x", code=code)) for code in ("E11", "W22", "W41", "I50", "")]
    ['error', 'warning', 'corpus', 'info', 'error']
    """
    if fault.code.startswith("I"):
        return "info"
    if fault.code.startswith("W4"):
        return "corpus"
    return "warning" if fault.code.startswith("W") else "error"


def in_order(faults: list[Fault]) -> list[Fault]:
    """Return the faults from the gravest, then by file, line, code and text: the same for any order given."""
    return sorted(set(faults), key=_order)


def _order(fault: Fault) -> tuple[int, str, int, str, str, tuple[str, ...]]:
    path, line = place_of(fault)
    return LEVELS.index(level_of(fault)), path, line, fault.code, fault.message, fault.evidence


def place_of(fault: Fault) -> tuple[str, int]:
    r"""Return the file and line of a fault; line 0 where it is of the whole file.

    Examples
    --------
    >>> place_of(Fault("x", "mine.toml:41")), place_of(Fault("x", r"C:\\mine.toml"))
    (('mine.toml', 41), ('C:\\\\mine.toml', 0))
    """
    path, _, line = fault.where.rpartition(":")
    return (path, int(line)) if path and line.isdigit() else (fault.where, 0)
