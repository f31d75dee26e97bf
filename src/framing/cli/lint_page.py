"""Faults of lexicons as lines for people, and as JSON for tools."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

import framing
from framing.api.linting import Extent, Linted
from framing.errors import Fault
from framing.lexicon_tools.lint.rules import LEVELS, Level, level_of, place_of
from framing.report.escape import plain
from framing.report.wording import count

SCHEMA = 1


class Shown(NamedTuple):
    """A fault with its level."""

    fault: Fault
    level: Level


def shown(faults: Iterable[Fault], mildest: Level) -> list[Shown]:
    """Return the faults that are as grave as `mildest` or graver."""
    levels = LEVELS[: LEVELS.index(mildest) + 1]
    return [Shown(fault, level_of(fault)) for fault in faults if level_of(fault) in levels]


def as_text(files: Sequence[str], faults: Sequence[Shown]) -> str:
    """Return one line a fault, its evidence below it, and one line a file with the counts."""
    lines = [line for one in faults for line in _lines(one.fault)]
    by_file = {file: Counter[Level]() for file in files}
    for one in faults:
        by_file.setdefault(place_of(one.fault)[0], Counter())[one.level] += 1
    return "\n".join([*lines, *(f"{plain(file)}: {_summary(counts)}" for file, counts in by_file.items())])


def _lines(fault: Fault) -> Iterator[str]:
    yield plain(str(fault))
    yield from (f"    {plain(line)}" for line in fault.evidence)


def _summary(counts: Counter[Level]) -> str:
    if not counts:
        return "clean"
    parts = [count(counts["error"], "fault"), count(counts["warning"], "warning")]
    parts += [f"{counts['corpus']} from the corpus"] if counts["corpus"] else []
    parts += [count(counts["info"], "note")] if counts["info"] else []
    return ", ".join(parts)


def as_json(files: Sequence[str], faults: Sequence[Shown], linted: Linted) -> str:
    """Return the faults with their places apart, the counts by level and rule, and what was measured on."""
    page = {
        "schema": SCHEMA,
        "version": framing.__version__,
        "files": list(files),
        "corpus": _extent(linted.corpus),
        "null": _extent(linted.null),
        "levels": {level: sum(one.level == level for one in faults) for level in LEVELS},
        "rules": dict(sorted(Counter(one.fault.code for one in faults).items())),
        "faults": [_fault(one) for one in faults],
    }
    return json.dumps(page, indent=1, ensure_ascii=False)


def _fault(one: Shown) -> dict[str, Any]:
    path, line = place_of(one.fault)
    return {
        "code": one.fault.code,
        "level": one.level,
        "file": path,
        "line": line or None,
        "message": one.fault.message,
        "hint": one.fault.hint,
        "evidence": list(one.fault.evidence),
    }


def _extent(extent: Extent | None) -> dict[str, int] | None:
    return asdict(extent) if extent else None
