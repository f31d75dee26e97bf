"""A trend for programs: JSON, and a table of one row a source, dimension and period."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from framing.model.plain import as_plain
from framing.model.trend import TrendReport
from framing.report.escape import csv_cell, csv_value

TREND_SCHEMA = 1
COLUMNS = (
    "source dimension period articles tokens hits rate low high change_kind change change_low change_high q changed "
    # Behind those of the first release: a script may read columns by number.
    "reason"
).split()


def trend_json(report: TrendReport) -> str:
    """Return the report as JSON: fixed key order, six significant digits, null where there is nothing to say."""
    facts: dict[str, Any] = as_plain(report, lambda number: float(f"{number:.6g}"))
    signature = {
        "short": report.signature.short,
        **{name: value for name, value in facts["signature"].items() if value},
    }
    page = {"schema": TREND_SCHEMA, "kind": "trend", **facts, "signature": signature}
    return json.dumps(page, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def trend_csv(report: TrendReport) -> str:
    """Return the table after RFC 4180; the change stands on each row of its series."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for series in report.series:
        change = series.change
        test = ["", "", "", "", "", "", series.untested]
        if change:
            numbers = [csv_value(value) for value in (change.ratio, change.low, change.high, change.q)]
            test = [change.kind, *numbers, str(change.changed).lower(), change.reason]
        start = [csv_cell(series.source), csv_cell(series.dimension)]
        for period in series.periods:
            rate = [csv_value(value) for value in (period.rate or (None, None, None))]
            counts = [str(period.articles), str(period.tokens), str(period.hits)]
            writer.writerow([*start, period.period, *counts, *rate, *test])
    return stream.getvalue()
