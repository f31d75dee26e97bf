"""What a section of the coverage benchmark is, and how it counts: cells, targets, Monte-Carlo margins.

A section says which cells it has, measures one cell at a time (so that two cores share them), and shows the rows.
To add one, write a module with a `SECTION` and name it in `coverage.py`.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

SEED = 20261125
# Standard errors that a figure may lie beyond its target: one cell in two thousand does so by chance alone.
MARGIN = 3.3
# The note on intervals sets its targets from here on; below, intervals may cover more and fewer.
FEWEST_HITS = 8

Row = dict[str, Any]


class Scale(NamedTuple):
    """How much is simulated.

    Attributes
    ----------
    sources
        Sources of each kind in a cell; the longest get fewer.
    families
        Families of pairs in a cell.
    hits
        Expected hits of a source, one cell for each.
    few
        Only some groups of each section: the small form that runs in CI.
    """

    name: str
    sources: int
    families: int
    hits: tuple[int, ...]
    few: bool = False


FULL = Scale("full", 4000, 1000, (3, 5, 8, 15, 30, 60, 200))
QUICK = Scale("quick", 500, 120, (8, 200))
SMALL = Scale("small", 500, 120, (8, 200), few=True)


class Section(NamedTuple):
    """One part of the benchmark.

    Attributes
    ----------
    name, title
        For JSON, and above the table.
    cells
        The work at a scale; each cell holds all that `measure` needs, and can be pickled.
    measure
        The row of one cell.
    table
        Rows as the lines of a Markdown table.
    outside
        A sentence for each figure beyond its target by more than the margin.
    """

    name: str
    title: str
    cells: Callable[[Scale], Sequence[Any]]
    measure: Callable[[Any], Row]
    table: Callable[[Sequence[Row]], list[str]]
    outside: Callable[[Sequence[Row]], list[str]]


def generator(*cell: object) -> np.random.Generator:
    """Return the random numbers of one cell: the same ones however many cells or cores a run has."""
    return np.random.default_rng([SEED, zlib.crc32(repr(cell).encode())])


def beyond(share: float, low: float, high: float, number: int) -> bool:
    """Tell whether a share lies outside low .. high by more than the margin for so many replicates."""
    return share < low - _margin(low, number) or share > high + _margin(high, number)


def _margin(target: float, number: int) -> float:
    return MARGIN * math.sqrt(target * (1 - target) / number)


def percent(values: Iterable[float]) -> str:
    """Return the lowest and the highest of some shares, in percent."""
    shares = [100 * value for value in values]
    return f"{min(shares):.1f}-{max(shares):.1f}"


def head(*columns: str) -> list[str]:
    """Return the two lines above the rows of a Markdown table."""
    return [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]


def shown_target(low: float, high: float) -> str:
    """Return a target in percent."""
    if high < 1:
        return f"{100 * low:g}-{100 * high:g}"
    return f"{100 * low:g} or more" if low else "none"


def uncovered(what: str, covered: float, target: tuple[float, float], number: int) -> list[str]:
    """Return a sentence where a coverage lies beyond its target."""
    if not beyond(covered, *target, number):
        return []
    return [f"{what}: {100 * covered:.1f} % and not {shown_target(*target)}"]


def too_often(what: str, share: float, target: float, number: int) -> list[str]:
    """Return a sentence where something false happens more often than its target."""
    return [f"{what}: {share:.3f} and not at most {target:g}"] if beyond(share, 0.0, target, number) else []
