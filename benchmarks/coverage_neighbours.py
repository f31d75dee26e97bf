"""Coverage where neighbouring paragraphs resemble each other, with what the rule adds for it and without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

import numpy as np
from bursty_text import Kind, Shape, sources
from coverage_intervals import FEW, MANY, PHI, Group, corpora, score, scores, target
from coverage_section import FEWEST_HITS, Row, Scale, Section, generator, head, percent, shown_target, uncovered

from framing.rates.interval import Interval, articles_only_interval, rate_interval

RHO = (0.0, 0.2, 0.4)
HITS = (8, 30, 200)
GROUPS = (
    Group("1 article, 6-60 paragraphs", Shape(1), 0.93, 0.985, (MANY, FEW)),
    Group("1 article, 6-20 paragraphs", Shape(1, 6, 20), 0.93, 0.985, (MANY, FEW)),
    Group("2 articles", Shape(2), 0.90, 1.0, (MANY,)),
    Group("5 articles", Shape(5), 0.93, 0.995, (MANY,)),
    Group("10 articles", Shape(10), 0.93, 0.985, (MANY,)),
)
WITH, WITHOUT = "with", "without"


class Cell(NamedTuple):
    """One group, one size of corpus, one likeness of neighbours, one number of expected hits."""

    group: Group
    corpus: int
    rho: float
    hits: int
    number: int


def cells(scale: Scale) -> list[Cell]:
    """Return the cells; the small form keeps the corpora of few articles."""
    groups = GROUPS[:1] if scale.few else GROUPS
    hits = [e for e in scale.hits if e in HITS]
    return [
        Cell(group, corpus, rho, e, scale.sources)
        for group in groups
        for corpus, rho, e in product(group.corpora[-1:] if scale.few else group.corpora, RHO, hits)
    ]


def measure(cell: Cell) -> Row:
    """Score the rule as shipped, and the same rule told that neighbours are not alike (rho0 = 0)."""
    rng = generator(cell)
    several = cell.group.shape.articles > 1
    kinds = [Kind(phi, 0.3 if several else 0.0, cell.rho if phi > 1 else 0.0) for phi in PHI]
    shape, hits = cell.group.shape, cell.hits
    world = [(kind, source) for kind in kinds for source in sources(rng, shape, kind, hits, cell.number)]
    found: dict[tuple[str, str], dict[Kind, list[tuple[Interval, float]]]] = {}
    rho0 = []
    for corpus, pool in corpora(rng, world, cell.corpus):
        rho0.append(pool.rho0)
        for kind, source in corpus:
            for how, constants in ((WITH, pool), (WITHOUT, replace(pool, rho0=0.0))):
                one = rate_interval(source.par, source.art, constants)
                found.setdefault(("source", how), {}).setdefault(kind, []).append((one, source.rate))
                if several:
                    one = articles_only_interval(source.par, constants)
                    found.setdefault(("articles_only", how), {}).setdefault(kind, []).append((one, source.own))
    return {
        "group": cell.group.title,
        "corpus": cell.corpus,
        "rho": cell.rho,
        "hits": cell.hits,
        "rho0": float(np.mean(rho0)),
        "target": [cell.group.low, cell.group.high],
        "intervals": {
            which: {how: [score(*item)._asdict() for item in found[which, how].items()] for how in (WITH, WITHOUT)}
            for which in dict.fromkeys(which for which, _ in found)
        },
    }


def table(rows: Sequence[Row]) -> list[str]:
    """Return one table: coverage over kinds and hits, without and with, and how much wider."""
    lines = head(
        *("source", "interval of", "corpus", "rho", "rho0 found", "without", "with", "with, phi = 1.5"),
        *("with, phi = 2.5", "wider", "target"),
    )
    for group, which, corpus, rho in dict.fromkeys(
        (row["group"], which, row["corpus"], row["rho"]) for row in rows for which in row["intervals"]
    ):
        of = [row for row in rows if (row["group"], row["corpus"], row["rho"]) == (group, corpus, rho)]
        before, after = ([s for row in of for s in scores(row["intervals"][which][how])] for how in (WITHOUT, WITH))
        wider = np.mean([a.width / b.width for a, b in zip(after, before, strict=True)])
        each = " | ".join(percent(s.covered for s in after if s.kind.phi == phi) for phi in PHI[1:])
        lines.append(
            f"| {group} | {_whose(group, which)} | {corpus} | {rho:g} | {np.mean([row['rho0'] for row in of]):.2f} "
            f"| {percent(s.covered for s in before)} | {percent(s.covered for s in after)} | {each} | {wider:.2f} "
            f"| {shown_target(*target(of[0], which))} |"
        )
    return [*lines, ""]


def _whose(group: str, which: str) -> str:
    # Of one article the interval of the rate is that of the article.
    return "the source" if which == "source" and not group.startswith("1 ") else "these articles only"


def outside(rows: Sequence[Row]) -> list[str]:
    """Return what misses its target with the rule as shipped."""
    return [
        sentence
        for row in rows
        if row["hits"] >= FEWEST_HITS
        for which in row["intervals"]
        for s in scores(row["intervals"][which][WITH])
        for sentence in uncovered(
            f"{row['group']}, corpora of {row['corpus']}, rho = {row['rho']}, E = {row['hits']}, phi = {s.kind.phi}, "
            f"{_whose(row['group'], which)}",
            s.covered,
            target(row, which),
            s.number,
        )
    ]


SECTION = Section("neighbours", "Paragraphs that resemble their neighbours", cells, measure, table, outside)
