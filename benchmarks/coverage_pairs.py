"""False discoveries among pairs and against the rest: families of 6 sources x 2 dimensions, q = .10."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import NamedTuple

import numpy as np
from bursty_text import Kind, Shape, Source, sources
from coverage_section import FEWEST_HITS, Row, Scale, Section, generator, head, too_often
from numpy.typing import NDArray

from framing.false_discovery import benjamini_hochberg
from framing.rates.pairs import PairTests, pair_tests, sides
from framing.rates.pool import pool_constants
from framing.rates.rest import ratios_to_rest

Q, TARGET, DIMENSIONS = 0.10, 0.12, 2
# Two of the six sources have 2.5 times the rate: 16 of the 30 pairs are different.
RATIO = (1.0, 1.0, 2.5, 1.0, 1.0, 2.5)
A, B = np.array(list(combinations(range(6), 2))).T
NULL = np.tile(np.array(RATIO)[A] == np.array(RATIO)[B], DIMENSIONS)
TRUE_RATIO = np.tile(np.array(RATIO)[A] / np.array(RATIO)[B], DIMENSIONS)


def _world(*articles: int, heavy: bool = False) -> tuple[Shape, ...]:
    return tuple(Shape(m, heavy=heavy) for m in articles)


# An article's effect is its own only where every source has one article: beside outlets of many, it is one of a
# source's, and the rates that are compared are those of the sources.
WORLDS: dict[str, tuple[Shape, ...]] = {
    **{str(m): _world(*(m,) * 6) for m in (1, 2, 3, 5, 10, 50)},
    **{f"{m}, log-normal lengths": _world(*(m,) * 6, heavy=True) for m in (3, 5, 10, 50)},
    "2, 3, 5, 10, 20, 40": _world(2, 3, 5, 10, 20, 40),
    "2, 3, 5, 10, 20, 40, log-normal lengths": _world(2, 3, 5, 10, 20, 40, heavy=True),
    "1, 1, 1, 10, 10, 10": _world(1, 1, 1, 10, 10, 10),
    "1, 1, 1, 1, 1, 40": _world(1, 1, 1, 1, 1, 40),
    "1, 1, 2, 5, 10, 40, log-normal lengths": _world(1, 1, 2, 5, 10, 40, heavy=True),
}
IN_CI = ("1", "3", "10", "10, log-normal lengths", "1, 1, 1, 10, 10, 10")
KINDS: dict[str, tuple[Kind, ...]] = {
    "calm": (Kind(1.0, 0.0),) * 6,
    "middle": (Kind(1.5, 0.3),) * 6,
    "bursty": (Kind(2.5, 0.6),) * 6,
    "mixed": tuple(Kind(phi, cv) for phi, cv in product((1.0, 1.5, 2.5), (0.0, 0.6))),
    "rho = .4": (Kind(1.5, 0.3, 0.4),) * 6,
}
HITS = (8, 60, 200)

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


class Cell(NamedTuple):
    """Articles of the six sources, their kinds, expected hits of a source of mean length, families."""

    articles: str
    kinds: str
    hits: int
    families: int


class Tested(NamedTuple):
    """One family: its pairs over both dimensions, which of them have a test, and its sources against the rest."""

    pairs: PairTests
    testable: Flags
    rest: Floats


def cells(scale: Scale) -> list[Cell]:
    """Return the cells; the small form keeps the hardest and the mildest of corpora."""
    articles = IN_CI if scale.few else WORLDS
    kinds = ("bursty", "rho = .4") if scale.few else KINDS
    hits = [e for e in scale.hits if e in HITS]
    return [Cell(*key, scale.families) for key in product(articles, kinds, hits)]


def measure(cell: Cell) -> Row:
    """Test all pairs of the families, once with equal rates and once with two sources that differ."""
    rng = generator(cell)
    same, differ = (_families(rng, cell, ratio) for ratio in ((1.0,) * 6, RATIO))
    among = [_selected(family) for family in differ]
    inside = [(family.pairs.low <= TRUE_RATIO) & (family.pairs.high >= TRUE_RATIO) for family in differ]
    return {
        "articles": cell.articles,
        "kinds": cell.kinds,
        "hits": cell.hits,
        "families": cell.families,
        "fdr_null": float(np.mean([_selected(family).any() for family in same])),
        "fdr_mixed": float(np.mean([(s & NULL).sum() / max(1, s.sum()) for s in among])),
        "fdr_rest": float(np.mean([min(benjamini_hochberg(family.rest), default=1.0) <= Q for family in same])),
        "power": float(np.mean([s[~NULL].mean() for s in among])),
        "false_positives": float(np.mean([(f.pairs.p_value < 0.05) & f.testable for f in same])),
        "covered": float(np.mean(np.concatenate([i[f.testable] for i, f in zip(inside, differ, strict=True)]))),
    }


def _families(rng: np.random.Generator, cell: Cell, ratio: Sequence[float]) -> list[Tested]:
    """Return the tests of each family; each dimension has the constants of its own six sources."""
    shapes = WORLDS[cell.articles]
    alone = all(shape.articles == 1 for shape in shapes)
    uneven = len({shape.articles for shape in shapes}) > 1
    drawn = [
        sources(
            rng,
            shape,
            kind._replace(cv=0.0) if alone else kind,
            # Hits are of a source of mean length; of sources that differ in articles, of one of ten.
            cell.hits * times * (shape.articles / 10 if uneven else 1),
            cell.families * DIMENSIONS,
            same_rate=True,
        )
        for shape, kind, times in zip(shapes, KINDS[cell.kinds], ratio, strict=True)
    ]
    dimensions = [_tests(six) for six in zip(*drawn, strict=True)]
    families = []
    for halves in zip(dimensions[::2], dimensions[1::2], strict=True):
        pairs, testable, rest = (np.concatenate(both, axis=-1) for both in zip(*halves, strict=True))
        families.append(Tested(PairTests(*pairs), testable, rest))
    return families


def _tests(six: Sequence[Source]) -> tuple[Floats, Flags, Floats]:
    """Return the fields of `Tested` of one dimension: pairs as one array, (fields, pairs)."""
    levels = [(source.par, source.art) for source in six]
    pool = pool_constants(levels)
    facts = sides(levels, pool)
    testable = facts.y[A] + facts.y[B] > 0
    pairs = np.full((len(PairTests._fields), len(A)), np.nan)
    pairs[:, testable] = pair_tests(facts, A[testable], B[testable])
    return pairs, testable, np.array([found.equal.p_value for found in ratios_to_rest(levels, pool) if found])


def _selected(family: Tested) -> Flags:
    selected = np.zeros(len(family.testable), dtype=bool)
    selected[family.testable] = benjamini_hochberg(family.pairs.p_value[family.testable]) <= Q
    return selected


def table(rows: Sequence[Row]) -> list[str]:
    """Return one table, a row for each number of articles: mean and highest over kinds and hits."""
    rows = [row for row in rows if row["hits"] >= FEWEST_HITS]
    lines = head(
        *("articles a source", "FDR, none differs", "highest with", "FDR, 16 of 30 differ", "FDR against the rest"),
        *("false positives at .05", f"power, ratio {max(RATIO):g}", "interval of the ratio covers", "target"),
    )
    for articles in dict.fromkeys(row["articles"] for row in rows):
        of = [row for row in rows if row["articles"] == articles]
        worst = max(of, key=lambda row: row["fdr_null"])
        none, some, rest, single, power = (
            [row[name] for row in of] for name in ("fdr_null", "fdr_mixed", "fdr_rest", "false_positives", "power")
        )
        covered = [100 * row["covered"] for row in of]
        lines.append(
            f"| {articles} | {np.mean(none):.3f}, {max(none):.3f} | {worst['kinds']}, E = {worst['hits']} "
            f"| {np.mean(some):.3f}, {max(some):.3f} | {np.mean(rest):.3f}, {max(rest):.3f} "
            f"| {np.mean(single):.3f}, {max(single):.3f} | {np.mean(power):.2f} "
            f"| {min(covered):.1f}-{max(covered):.1f} | at most {TARGET:.2f} |"
        )
    return [*lines, ""]


def outside(rows: Sequence[Row]) -> list[str]:
    """Return where more is discovered falsely than allowed."""
    return [
        sentence
        for row in rows
        if row["hits"] >= FEWEST_HITS
        for name in ("fdr_null", "fdr_mixed", "fdr_rest")
        for sentence in too_often(
            f"pairs, {row['articles']} articles, {row['kinds']}, E = {row['hits']}, {name}",
            row[name],
            TARGET,
            row["families"],
        )
    ]


SECTION = Section("pairs", "False discoveries among pairs, and against the rest", cells, measure, table, outside)
