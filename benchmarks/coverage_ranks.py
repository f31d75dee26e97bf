"""Ranks beside pairs: P(rank 1) of two sources and `p_greater` of their test are two calculations of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from bursty_text import Kind, Shape, sources
from coverage_section import Row, Scale, Section, generator, head

from framing.rates.compared import place
from framing.rates.pairs import pair_test
from framing.rates.pool import Levels, Pool, pool_constants
from framing.rates.ranks import rank_probabilities

ARTICLES = {"1": (1, 1), "5": (5, 5), "1 and 10": (1, 10)}
HITS = ((0.5, 3.0), (3.0, 8.0), (8.0, 30.0), (30.0, 200.0))


class Cell(NamedTuple):
    """Articles of the two sources, the range of their expected hits, and how many pairs."""

    articles: str
    hits: tuple[float, float]
    pairs: int


def cells(scale: Scale) -> list[Cell]:
    """Return the cells."""
    return [Cell(*key, scale.families // 2) for key in product(ARTICLES, HITS)]


def measure(cell: Cell) -> Row:
    """Return how far P(rank 1) and p_greater lie apart, over pairs with a hit."""
    rng = generator(cell)
    kind = Kind(1.5, 0.3 if cell.articles != "1" else 0.0)
    gaps = []
    for _ in range(cell.pairs):
        expected = np.exp(rng.uniform(*np.log(cell.hits), 2))
        drawn = [sources(rng, Shape(m), kind, e, 1)[0] for m, e in zip(ARTICLES[cell.articles], expected, strict=True)]
        two = [(source.par, source.art) for source in drawn]
        pool = pool_constants(two)
        test = pair_test(*two, pool)
        if test:
            gaps.append(abs(_first(two, pool) - test.p_greater))
    return {
        "articles": cell.articles,
        "hits": list(cell.hits),
        "pairs": len(gaps),
        "mean": float(np.mean(gaps)),
        "largest": max(gaps),
    }


def _first(levels: Sequence[Levels], pool: Pool) -> float:
    """Return P(rank 1) of the first source."""
    rate = sum(par.y for par, _ in levels) / sum(par.n for par, _ in levels)
    places = [place(par, art, pool, rate) for par, art in levels]
    return rank_probabilities(*(list(column) for column in zip(*places, strict=True)))[0][0]


def table(rows: Sequence[Row]) -> list[str]:
    """Return one table, a row for each range of hits."""
    lines = head("articles of the two", "expected hits of each", "pairs", "mean gap", "largest gap")
    lines += [
        f"| {row['articles']} | {row['hits'][0]:g}-{row['hits'][1]:g} | {row['pairs']} | {row['mean']:.3f} "
        f"| {row['largest']:.2f} |"
        for row in rows
    ]
    return [*lines, ""]


def outside(rows: Sequence[Row]) -> list[str]:
    """Return nothing: the gap has no target, it is to be known."""
    del rows
    return []


SECTION = Section("ranks", "P(rank 1) beside p_greater of the same two sources", cells, measure, table, outside)
