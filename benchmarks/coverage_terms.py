"""False discoveries among contrast terms: the corpora of contrast_fdr.py, by the test that decides `q`, at q = .10."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from contrast_fdr import BURST_TEST, SEED, WORLDS, Q, World
from contrast_fdr import measure as measure_world
from coverage_section import Row, Scale, Section, head, too_often

TARGET = 0.12


class Cell(NamedTuple):
    """A kind of corpus, and how many of them."""

    world: World
    times: int


def cells(scale: Scale) -> list[Cell]:
    """Return the cells; the small form keeps one article a source and neighbours that are alike."""
    worlds = [world for world in WORLDS if world.neighbours and len(world.articles) == 5] if scale.few else WORLDS
    return [Cell(world, max(3, round(0.3 * scale.families / len(world.articles)))) for world in worlds]


def measure(cell: Cell) -> Row:
    """Test the terms of made-up corpora, once with no difference and once with one term in ten raised 3-fold."""
    nothing = measure_world(cell.world, 0.0, cell.times)[BURST_TEST]
    some = measure_world(cell.world, 0.1, cell.times, SEED + 1)[BURST_TEST]
    return {
        "world": cell.world.name,
        "families": cell.times * len(cell.world.articles),
        "fdr_null": nothing.fdr,
        "fdr_mixed": some.fdr,
        "power": some.power,
    }


def table(rows: Sequence[Row]) -> list[str]:
    """Return one table, a row a kind of corpus."""
    lines = head("corpus", "sources tested", "FDR, none differs", "FDR, 1 term in 10 raised 3-fold", "power", "target")
    lines += [
        f"| {row['world']} | {row['families']} | {row['fdr_null']:.3f} | {row['fdr_mixed']:.3f} | {row['power']:.2f} "
        f"| at most {TARGET:.2f} |"
        for row in rows
    ]
    return [*lines, ""]


def outside(rows: Sequence[Row]) -> list[str]:
    """Return where more is discovered falsely than allowed."""
    return [
        sentence
        for row in rows
        for name in ("fdr_null", "fdr_mixed")
        for sentence in too_often(f"terms, {row['world']}, {name}", row[name], TARGET, row["families"])
    ]


SECTION = Section("terms", f"False discoveries among contrast terms, q = {Q:.2f}", cells, measure, table, outside)
