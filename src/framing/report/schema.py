"""The JSON Schema of the output, kept as a file beside this module."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every JSON output meets.

    Examples
    --------
    >>> schema()["properties"]["schema"]["const"]
    1
    """
    text = files("framing.report").joinpath("schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
