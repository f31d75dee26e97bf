"""The result as CSV: the tidy table, numbers with six significant digits."""

from __future__ import annotations

import csv
import io

from framing.model.result import Comparison
from framing.report.escape import csv_cell
from framing.report.tidy import Value, column_names, tidy_rows


def to_csv(comparison: Comparison) -> str:
    """Return the table after RFC 4180; names that a spreadsheet would take for formulas are guarded."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column_names(comparison))
    writer.writerows(map(_cell, row.values()) for row in tidy_rows(comparison))
    return stream.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return csv_cell(value)
    return str(value) if isinstance(value, int) else f"{value:.6g}"
