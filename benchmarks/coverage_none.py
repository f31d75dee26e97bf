"""A source without a hit has a rate of "0 (at most x)": how often none is found and the rate is above x."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from bursty_text import Kind, Shape, sources
from coverage_intervals import CV, FEW, MANY, PHI, corpora
from coverage_section import Row, Scale, Section, generator, head, too_often

from framing.rates.interval import Interval, articles_only_interval, rate_interval

# One side of 95 %.
TARGET = 0.025
# Where the bounds lie, and beyond: with fewer expected hits no bound is below the truth, with more hits none is 0.
HITS = (4, 5, 6, 7, 8, 10, 12, 15, 20)
GROUPS = {
    "1 article, 6-60 paragraphs": (Shape(1), (MANY, FEW)),
    "1 article, 2-5 paragraphs": (Shape(1, 2, 5), (MANY, FEW)),
    "2 articles": (Shape(2), (MANY, FEW)),
    "3 articles": (Shape(3), (MANY,)),
    "5 articles": (Shape(5), (MANY,)),
    "10 articles, log-normal lengths": (Shape(10, heavy=True), (MANY,)),
}


class Cell(NamedTuple):
    """One group, one size of corpus, sources of a kind for each number of expected hits."""

    group: str
    corpus: int
    number: int


def cells(scale: Scale) -> list[Cell]:
    """Return the cells; the small form keeps sources of one article and of two."""
    groups = ("1 article, 6-60 paragraphs", "2 articles") if scale.few else GROUPS
    return [Cell(group, corpus, scale.sources // 4) for group in groups for corpus in GROUPS[group][1]]


def measure(cell: Cell) -> Row:
    """Draw corpora that mix all kinds and expected hits, and count by kind and expected hits."""
    rng = generator(cell)
    shape, _ = GROUPS[cell.group]
    several = shape.articles > 1
    kinds = [Kind(phi, cv) for phi, cv in product(PHI, CV if several else (0.0,))]
    world = [
        ((kind, hits), source)
        for kind, hits in product(kinds, HITS)
        for source in sources(rng, shape, kind, hits, cell.number)
    ]
    missed: dict[str, dict[tuple[Kind, int], int]] = {"the source": {}, "these articles only": {}}
    bounds: dict[str, list[float]] = {which: [] for which in missed}
    for corpus, pool in corpora(rng, world, cell.corpus):
        for key, source in corpus:
            if source.par.y:
                continue
            found: dict[str, tuple[Interval, float]] = {
                "the source": (rate_interval(source.par, source.art, pool), source.rate),
                "these articles only": (articles_only_interval(source.par, pool), source.own),
            }
            for which, (interval, rate) in found.items():
                if interval.high is not None:
                    missed[which][key] = missed[which].get(key, 0) + (interval.high < rate)
                    bounds[which].append(interval.high * source.par.n)
    rows = []
    for which, counts in missed.items():
        worst, hits = max(counts, key=lambda key: counts[key])
        rows.append(
            {
                "of": which if several else "these articles only",
                "missed": counts[worst, hits] / cell.number,
                "worst": {"phi": worst.phi, "cv": worst.cv, "hits": hits},
                "bound": float(np.median(bounds[which])),
            }
        )
    return {"group": cell.group, "corpus": cell.corpus, "number": cell.number, "rows": rows if several else rows[:1]}


def table(rows: Sequence[Row]) -> list[str]:
    """Return one table, a row for each shape of source, size of corpus and kind of interval."""
    lines = head("source", "interval of", "corpus", "missed at most", "highest with", "bound in hits, median", "target")
    for row in rows:
        for one in row["rows"]:
            worst = one["worst"]
            lines.append(
                f"| {row['group']} | {one['of']} | {row['corpus']} | {100 * one['missed']:.1f} "
                f"| E = {worst['hits']}, phi = {worst['phi']:g}, cv = {worst['cv']:g} | {one['bound']:.1f} "
                f"| {100 * TARGET:g} or less |"
            )
    return [*lines, ""]


def outside(rows: Sequence[Row]) -> list[str]:
    """Return where none is found too often for the bound that is given."""
    return [
        sentence
        for row in rows
        for one in row["rows"]
        for sentence in too_often(
            f"no hit, {row['group']}, corpora of {row['corpus']}, {one['of']}", one["missed"], TARGET, row["number"]
        )
    ]


SECTION = Section("none", "No hit: how often the rate is above the bound, in percent", cells, measure, table, outside)
