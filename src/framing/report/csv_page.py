"""The result as CSV: the tidy table, numbers with six significant digits."""

from __future__ import annotations

import csv
import io

from framing.model.result import Comparison
from framing.report.escape import csv_value
from framing.report.tidy import column_names, tidy_rows


def to_csv(comparison: Comparison) -> str:
    """Return the table after RFC 4180; names that a spreadsheet would take for formulas are guarded."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column_names(comparison))
    writer.writerows(map(csv_value, row.values()) for row in tidy_rows(comparison))
    return stream.getvalue()
