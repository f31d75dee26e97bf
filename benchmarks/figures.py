"""A measure with its interval: bootstrap over articles, since paragraphs of one article are alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

REPLICATES = 1000
SEED = 20261124
Rows = NDArray[np.int64]


def with_intervals(
    measures: Callable[[Rows], Mapping[str, float]], articles: NDArray[np.int64]
) -> dict[str, dict[str, float]]:
    """Return each measure of all rows with its 95 % percentile interval over articles drawn again."""
    names = np.unique(articles)
    where = {int(name): np.flatnonzero(articles == name) for name in names}
    generator = np.random.default_rng(SEED)
    drawn: dict[str, list[float]] = {}
    for _ in range(REPLICATES):
        chosen = names[generator.integers(len(names), size=len(names))]
        for name, value in measures(np.concatenate([where[int(a)] for a in chosen])).items():
            drawn.setdefault(name, []).append(value)
    found: dict[str, dict[str, float]] = {}
    for name, value in measures(np.arange(len(articles))).items():
        some = [number for number in drawn[name] if not np.isnan(number)]
        low, high = np.percentile(some, [2.5, 97.5]) if some else (float("nan"), float("nan"))
        found[name] = {"value": round(value, 3), "low": round(float(low), 3), "high": round(float(high), 3)}
    return found


def shown(row: Mapping[str, Any]) -> str:
    """Return a measure as a table shows it."""
    if np.isnan(row["value"]):
        return "-"
    return f"{row['value']:.2f} [{row['low']:.2f}, {row['high']:.2f}]"
