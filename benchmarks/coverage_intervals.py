"""Real coverage of both intervals, where neighbouring paragraphs do not resemble each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any, NamedTuple, TypeVar

import numpy as np
from bursty_text import Kind, Shape, Source, sources
from coverage_section import FEWEST_HITS, Row, Scale, Section, generator, head, percent, shown_target, uncovered

from framing.rates.interval import Interval, articles_only_interval, rate_interval
from framing.rates.pool import Pool, pool_constants

Key = TypeVar("Key")

PHI, CV = (1.0, 1.5, 2.5), (0.0, 0.3, 0.6)
# Sources a corpus: as many as let the constants be estimated, and as few as most studies have.
MANY, FEW = 18, 5
# Paragraphs of a kind in a cell: the longest sources are drawn less often.
MOST_PARAGRAPHS = 12_000_000


class Group(NamedTuple):
    """Sources of one shape, the coverage they are to have, and how much their articles differ."""

    title: str
    shape: Shape
    low: float
    high: float = 1.0
    corpora: tuple[int, ...] = (MANY,)
    cv: tuple[float, ...] = CV


GROUPS = (
    Group("1 article, 6-60 paragraphs", Shape(1), 0.93, 0.985, (MANY, FEW)),
    Group("1 article, 2-5 paragraphs", Shape(1, 2, 5), 0.90, 1.0, (MANY, FEW)),
    Group("1 article, 1 paragraph", Shape(1, 1, 1), 0.90, 1.0, (FEW,)),
    Group("2 articles", Shape(2), 0.90, 1.0, (MANY, FEW)),
    Group("3 articles", Shape(3), 0.90, 1.0, (MANY, FEW)),
    Group("4 articles", Shape(4), 0.93, 0.995),
    Group("5 articles", Shape(5), 0.93, 0.995),
    Group("5 articles, log-normal lengths", Shape(5, heavy=True), 0.93, 0.995),
    Group("8 articles", Shape(8), 0.93, 0.995),
    Group("9 articles", Shape(9), 0.93, 0.985),
    Group("10 articles", Shape(10), 0.93, 0.985),
    Group("10 articles, log-normal lengths", Shape(10, heavy=True), 0.93, 0.985),
    Group("50 articles", Shape(50), 0.93, 0.985),
    Group("50 articles, log-normal lengths", Shape(50, heavy=True), 0.93, 0.985),
    Group("300 articles", Shape(300), 0.93, 0.985),
    # Beyond what the rule was made for: articles of which most have no hit. No target.
    *(Group(f"{m} articles, cv = {cv:g}", Shape(m), 0.0, cv=(cv,)) for m, cv in product((3, 5, 10), (1.0, 1.5))),
)
IN_CI = ("1 article, 6-60 paragraphs", "1 article, 2-5 paragraphs", "3 articles", "5 articles", "10 articles")


class Cell(NamedTuple):
    """One group, one size of corpus, one number of expected hits."""

    group: Group
    corpus: int
    hits: int
    number: int


class Score(NamedTuple):
    """How the intervals of one kind of source fared: shares, a relative width, and how many there were."""

    kind: Kind
    below: float
    above: float
    width: float
    number: int

    @property
    def covered(self) -> float:
        """Share of intervals that hold the true rate."""
        return 1 - self.below - self.above


def cells(scale: Scale) -> list[Cell]:
    """Return the cells, those of long sources with fewer of them."""
    groups = [group for group in GROUPS if not scale.few or group.title in IN_CI]
    return [
        Cell(group, corpus, hits, min(scale.sources, MOST_PARAGRAPHS // _paragraphs(group.shape)))
        for group, hits in product(groups, scale.hits)
        for corpus in (group.corpora[-1:] if scale.few else group.corpora)
    ]


def _paragraphs(shape: Shape) -> int:
    return shape.articles * (400 if shape.heavy else shape.most)


def measure(cell: Cell) -> Row:
    """Draw corpora that mix all kinds of sources, the harder case for what they lend each other."""
    rng = generator(cell)
    kinds = [Kind(phi, cv) for phi, cv in product(PHI, cell.group.cv if cell.group.shape.articles > 1 else (0.0,))]
    shape, hits = cell.group.shape, cell.hits
    world = [(kind, source) for kind in kinds for source in sources(rng, shape, kind, hits, cell.number)]
    found: dict[Kind, list[tuple[Interval, float]]] = {kind: [] for kind in kinds}
    fixed: dict[Kind, list[tuple[Interval, float]]] = {kind: [] for kind in kinds}
    for corpus, pool in corpora(rng, world, cell.corpus):
        for kind, source in corpus:
            found[kind].append((rate_interval(source.par, source.art, pool), source.rate))
            fixed[kind].append((articles_only_interval(source.par, pool), source.own))
    several = cell.group.shape.articles > 1
    return {
        "group": cell.group.title,
        "corpus": cell.corpus,
        "hits": cell.hits,
        "target": [cell.group.low, cell.group.high],
        "source": [score(kind, pairs)._asdict() for kind, pairs in found.items()],
        "articles_only": [score(kind, pairs)._asdict() for kind, pairs in fixed.items()] if several else [],
    }


def corpora(
    rng: np.random.Generator, world: Sequence[tuple[Key, Source]], size: int
) -> list[tuple[list[tuple[Key, Source]], Pool]]:
    """Return the sources, shuffled and dealt into corpora of `size`, each with the constants it would print."""
    order = rng.permutation(len(world)).tolist()
    dealt = [[world[i] for i in order[start : start + size]] for start in range(0, len(order) - size + 1, size)]
    return [(one, pool_constants((s.par, s.art) for _, s in one)) for one in dealt]


def score(kind: Kind, pairs: Sequence[tuple[Interval, float]]) -> Score:
    """Return the shares of intervals that miss; a source dominated by one article has none, and is not counted."""
    low, high, truth = np.array(
        [(found.low, found.high, rate) for found, rate in pairs if found.low is not None and found.high is not None]
    ).T
    width = float(np.median((high - low) / truth))
    return Score(kind, float(np.mean(truth < low)), float(np.mean(truth > high)), width, len(low))


def scores(found: Sequence[dict[str, Any]]) -> list[Score]:
    """Return what a row holds as scores again."""
    return [Score(**each)._replace(kind=Kind(*each["kind"])) for each in found]


def table(rows: Sequence[Row]) -> list[str]:
    """Return two tables: the interval of the source, and that of these articles only."""
    hits = sorted({row["hits"] for row in rows})
    lines = []
    for which, title, truth in (
        ("source", "Interval of the source", "its long-run rate; of one article, that article's own rate"),
        ("articles_only", "Interval of these articles only", "the rate of just these articles"),
    ):
        lines += [f"**{title}** - {truth}.", ""]
        lines += head("source", "corpus", *(f"E = {e}" for e in hits), "below / above", "width", "target")
        names = dict.fromkeys((row["group"], row["corpus"]) for row in rows if row[which])
        for group, corpus in names:
            of = {row["hits"]: row for row in rows if (row["group"], row["corpus"]) == (group, corpus)}
            shown = [percent(s.covered for s in scores(of[e][which])) if e in of else "" for e in hits]
            larger = [s for e, row in of.items() if e >= FEWEST_HITS for s in scores(row[which])]
            below, above, width = (float(np.mean([s[i] for s in larger])) for i in (1, 2, 3))
            low, high = target(of[max(of)], which)
            lines.append(
                f"| {group} | {corpus} | {' | '.join(shown)} | {100 * below:.1f} / {100 * above:.1f} | {width:.2f} "
                f"| {shown_target(low, high)} |"
            )
        lines.append("")
    return lines


def target(row: Row, which: str) -> tuple[float, float]:
    """Return the target of one kind of interval."""
    # These articles' own rate has no target of its own in the design; 93 % and more is what one article has.
    low, high = row["target"]
    return (low, high) if which == "source" or not low else (0.93, 1.0)


def outside(rows: Sequence[Row]) -> list[str]:
    """Return what misses its target, from eight expected hits on."""
    return [
        sentence
        for row in rows
        if row["hits"] >= FEWEST_HITS
        for which in ("source", "articles_only")
        for s in scores(row[which])
        for sentence in uncovered(
            f"{row['group']}, corpora of {row['corpus']}, E = {row['hits']}, phi = {s.kind.phi}, cv = {s.kind.cv}, "
            f"{which}",
            s.covered,
            target(row, which),
            s.number,
        )
    ]


SECTION = Section("intervals", "Intervals", cells, measure, table, outside)
