"""A value of nouns as dicts, lists, strings and numbers: what JSON can hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def as_plain(value: Any, number: Callable[[float], float] = float) -> Any:  # noqa: ANN401 -- any part of a result or a model
    """Return `value` with its nouns opened; every float goes through `number`, arrays become lists.

    Examples
    --------
    >>> as_plain({"a": (0.123456, 2)}, lambda value: round(value, 2))
    {'a': [0.12, 2]}
    """
    if isinstance(value, float):
        return number(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_plain(getattr(value, field.name), number) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: as_plain(part, number) for name, part in value._asdict().items()}
    if isinstance(value, Mapping):
        return {name: as_plain(part, number) for name, part in value.items()}
    if hasattr(value, "tolist"):  # an array; its import is not needed to know one
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [as_plain(part, number) for part in value]
    return value
