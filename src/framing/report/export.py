"""The formats for programs and papers, by name."""

from __future__ import annotations

from collections.abc import Callable

from framing.model.result import Comparison
from framing.report.csv_page import to_csv
from framing.report.json_page import to_json
from framing.report.paper import to_latex, to_markdown

FORMATS: dict[str, Callable[[Comparison], str]] = {
    "json": to_json,
    "csv": to_csv,
    "markdown": to_markdown,
    "latex": to_latex,
}
