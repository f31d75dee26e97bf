"""False discoveries among pairs: families of 6 sources x 2 dimensions, q = .10, none or some of them different."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import NamedTuple

import numpy as np
from bursty_text import Kind, Shape, Source, sources
from coverage_section import FEWEST_HITS, Row, Scale, Section, beyond, generator

from framing.false_discovery import benjamini_hochberg
from framing.rates.pairs import PairTest, pair_test
from framing.rates.pool import pool_constants

Q, TARGET, DIMENSIONS = 0.10, 0.12, 2
# Two of the six sources have 2.5 times the rate: 16 of the 30 pairs are different.
RATIO = (1.0, 1.0, 1.0, 1.0, 2.5, 2.5)
PAIRS = list(combinations(range(6), 2))
ARTICLES: dict[str, tuple[int, ...]] = {
    **{str(m): (m,) * 6 for m in (1, 2, 3, 5, 10, 50)},
    "2, 3, 5, 10, 20, 40": (2, 3, 5, 10, 20, 40),
}
KINDS: dict[str, tuple[Kind, ...]] = {
    "calm": (Kind(1.0, 0.0),) * 6,
    "middle": (Kind(1.5, 0.3),) * 6,
    "bursty": (Kind(2.5, 0.6),) * 6,
    "mixed": tuple(Kind(phi, cv) for phi, cv in product((1.0, 1.5, 2.5), (0.0, 0.6))),
    "rho = .4": (Kind(1.5, 0.3, 0.4),) * 6,
}
HITS = (8, 60, 200)


class Cell(NamedTuple):
    """Articles of the six sources, their kinds, expected hits of a source of mean length, families."""

    articles: str
    kinds: str
    hits: int
    families: int


def cells(scale: Scale) -> list[Cell]:
    """Return the cells; the small form keeps the hardest and the mildest of corpora."""
    articles = ("1", "3", "10") if scale.few else ARTICLES
    kinds = ("bursty", "rho = .4") if scale.few else KINDS
    hits = [e for e in scale.hits if e in HITS]
    return [Cell(*key, scale.families) for key in product(articles, kinds, hits)]


def measure(cell: Cell) -> Row:
    """Test all pairs of the families, once with equal rates and once with two sources that differ."""
    rng = generator(cell)
    same, differ = (_families(rng, cell, ratio) for ratio in ((1.0,) * 6, RATIO))
    null = [RATIO[i] == RATIO[j] for i, j in PAIRS] * DIMENSIONS
    among = [_selected(family) for family in differ]
    covered = [
        found.low <= RATIO[i] / RATIO[j] <= found.high
        for family in differ
        for found, (i, j) in zip(family, PAIRS * DIMENSIONS, strict=True)
        if found is not None
    ]
    single = [found is not None and found.p_value < 0.05 for family in same for found in family]
    return {
        "articles": cell.articles,
        "kinds": cell.kinds,
        "hits": cell.hits,
        "families": cell.families,
        "fdr_null": float(np.mean([any(_selected(family)) for family in same])),
        "fdr_mixed": float(np.mean([np.sum(np.array(s) & null) / max(1, sum(s)) for s in among])),
        "power": float(np.mean([s for one in among for s, n in zip(one, null, strict=True) if not n])),
        "false_positives": float(np.mean(single)),
        "covered": float(np.mean(covered)),
    }


def _families(rng: np.random.Generator, cell: Cell, ratio: Sequence[float]) -> list[list[PairTest | None]]:
    """Return the tests of each family; each dimension has the constants of its own six sources."""
    drawn = [
        sources(
            rng,
            Shape(articles),
            kind._replace(cv=0.0) if articles == 1 else kind,
            # Hits are of a source of mean length; of sources that differ in articles, of one of ten.
            cell.hits * times * (articles / 10 if "," in cell.articles else 1),
            cell.families * DIMENSIONS,
            same_rate=True,
        )
        for articles, kind, times in zip(ARTICLES[cell.articles], KINDS[cell.kinds], ratio, strict=True)
    ]
    dimensions = [_tests(six) for six in zip(*drawn, strict=True)]
    return [[*a, *b] for a, b in zip(dimensions[::2], dimensions[1::2], strict=True)]


def _tests(six: Sequence[Source]) -> list[PairTest | None]:
    pool = pool_constants([source.par for source in six], [source.art for source in six])
    levels = [(source.par, source.art) for source in six]
    return [pair_test(levels[i], levels[j], pool) for i, j in PAIRS]


def _selected(family: Sequence[PairTest | None]) -> list[bool]:
    tested = [found.p_value for found in family if found is not None]
    q_values = iter(benjamini_hochberg(tested))
    return [found is not None and next(q_values) <= Q for found in family]


def table(rows: Sequence[Row]) -> list[str]:
    """Return one table, a row for each number of articles: mean and highest over kinds and hits."""
    rows = [row for row in rows if row["hits"] >= FEWEST_HITS]
    head = ("articles a source", "FDR, none differs", "FDR, 16 of 30 differ", "highest with", "false positives at .05")
    head += ("power", "interval of the ratio covers", "target")
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for articles in dict.fromkeys(row["articles"] for row in rows):
        of = [row for row in rows if row["articles"] == articles]
        worst = max(of, key=lambda row: row["fdr_null"])
        none, some, single, power = (
            [row[name] for row in of] for name in ("fdr_null", "fdr_mixed", "false_positives", "power")
        )
        covered = [100 * row["covered"] for row in of]
        lines.append(
            f"| {articles} | {np.mean(none):.3f}, {max(none):.3f} | {np.mean(some):.3f}, {max(some):.3f} "
            f"| {worst['kinds']}, E = {worst['hits']} | {np.mean(single):.3f}, {max(single):.3f} "
            f"| {np.mean(power):.2f} | {min(covered):.1f}-{max(covered):.1f} | at most {TARGET:.2f} |"
        )
    return [*lines, ""]


def outside(rows: Sequence[Row]) -> list[str]:
    """Return where more is discovered falsely than allowed."""
    return [
        f"pairs, {row['articles']} articles, {row['kinds']}, E = {row['hits']}, {name}: {row[name]:.3f} and not "
        f"at most {TARGET:.2f}"
        for row in rows
        if row["hits"] >= FEWEST_HITS
        for name in ("fdr_null", "fdr_mixed")
        if beyond(row[name], 0.0, TARGET, row["families"])
    ]


SECTION = Section("pairs", "False discoveries among pairs", cells, measure, table, outside)
