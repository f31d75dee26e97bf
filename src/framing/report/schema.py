"""The JSON Schemas of the output, kept as files beside this module."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every JSON output of a comparison meets.

    Examples
    --------
    >>> schema()["properties"]["schema"]["const"]
    1
    """
    return _load("schema.json")


def trend_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every JSON output of a trend meets.

    Examples
    --------
    >>> trend_schema()["properties"]["kind"]["const"]
    'trend'
    """
    return _load("trend_schema.json")


def _load(name: str) -> dict[str, Any]:
    text = files("framing.report").joinpath(name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
