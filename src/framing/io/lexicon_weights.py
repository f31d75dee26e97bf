"""Fitted weights into a lexicon file: only the lines of weights and of [presence] change, all else stays as written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import NamedTuple

from framing.io.toml_lines import TableLines, table_lines

_PRESENCE = ("threshold", "neighbours", "fitted_on")


class NewWeight(NamedTuple):
    """A fitted weight and the author's, which is kept beside it as `prior`."""

    weight: float
    prior: float


def with_weights(text: str, weights: Mapping[int, NewWeight], presence: Mapping[str, float | str]) -> str:
    r"""Return the lexicon's text with new weights.

    Parameters
    ----------
    text
        The TOML file.
    weights
        Line of an entry's pattern (1-based) -> its new weight.
    presence
        The keys threshold, neighbours and fitted_on of the table ``[presence]``, which is added where missing.

    Examples
    --------
    >>> print(with_weights('[[entry]]\npattern = "a"\nweight = 0.8\n', {2: NewWeight(0.71, 0.8)}, {}).strip())
    [[entry]]
    pattern = "a"
    weight = 0.71
    prior = 0.8
    """
    lines = text.splitlines()
    tables = table_lines(text)
    edits = [_weight_edit(t, weights[t.of("pattern")]) for t in tables.get("entry", []) if t.of("pattern") in weights]
    # From the bottom up, so that the lines above keep their numbers.
    for line, new, old in sorted([*edits, _presence_edit(tables, presence, len(lines))], reverse=True):
        kept = [number for number in range(len(lines)) if number + 1 not in old]
        at = sum(number < line for number in kept)
        lines = [lines[number] for number in kept]
        lines[at:at] = new
    return "\n".join(lines) + "\n"


def _weight_edit(entry: TableLines, found: NewWeight) -> tuple[int, list[str], list[int]]:
    old = [entry.keys[key] for key in ("weight", "prior") if key in entry.keys]
    new = [f"weight = {found.weight:g}"]
    if found.weight != found.prior:
        new.append(f"prior = {found.prior:g}")
    # In place of the old line, else right below the pattern: a multi-line list may follow it, but never split it.
    return (min(old) - 1 if old else entry.of("pattern"), new, old)


def _presence_edit(
    tables: Mapping[str, list[TableLines]], presence: Mapping[str, float | str], length: int
) -> tuple[int, list[str], list[int]]:
    written = [f"{key} = {_toml(presence[key])}" for key in _PRESENCE if key in presence]
    if not written:
        return (length, [], [])
    if "presence" not in tables:
        first = min(
            (rows[0].header for name, rows in tables.items() if name in {"dimension", "class", "entry"}), default=1
        )
        return (first - 1, ["[presence]", *written, ""], [])
    table = tables["presence"][0]
    return (table.header, written, [table.keys[key] for key in presence if key in table.keys])


def _toml(value: float | str) -> str:
    # A TOML basic string is a JSON string but for DEL, which no note holds.
    return re.sub("\x7f", "", json.dumps(value)) if isinstance(value, str) else f"{value:g}"
