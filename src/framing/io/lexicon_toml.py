"""The tables of a lexicon -> TOML text. The standard library reads TOML and does not write it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

# What TOML's strings must escape and JSON's do not.
_DELETE = {0x7F: "\\u007F"}


def lexicon_toml(raw: Mapping[str, Any], comments: Iterable[str] = ()) -> str:
    r"""Return the tables as a lexicon file, in their order, below `comments`.

    Examples
    --------
    >>> print(lexicon_toml({"lexicon": {"name": "a"}, "entry": [{"pattern": "war*", "weight": 0.5}]}, ["made by hand"]))
    # made by hand
    <BLANKLINE>
    [lexicon]
    name = "a"
    <BLANKLINE>
    [[entry]]
    pattern = "war*"
    weight = 0.5
    <BLANKLINE>
    """
    parts = ["".join(f"# {_one_line(comment)}\n" for comment in comments)]
    for name, value in raw.items():
        if isinstance(value, Mapping):
            parts.append(_table(f"[{name}]", value))
        else:
            parts += [part for row in value for part in _rows(name, row)]
    return "\n".join(part for part in parts if part)


def _rows(name: str, row: Mapping[str, Any]) -> Iterator[str]:
    """Yield a table and, below it, the tables inside it (the sub-frames of a dimension)."""
    plain = {key: value for key, value in row.items() if not _is_tables(value)}
    yield _table(f"[[{name}]]", plain)
    for key, value in row.items():
        if _is_tables(value):
            yield from (part for inner in value for part in _rows(f"{name}.{key}", inner))


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _table(header: str, row: Mapping[str, Any]) -> str:
    return f"{header}\n" + "".join(f"{key} = {_value(value)}\n" for key, value in row.items())


def _value(value: object) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).translate(_DELETE)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, Sequence):
        return "[" + ", ".join(_value(inner) for inner in value) + "]"
    return repr(value)


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
