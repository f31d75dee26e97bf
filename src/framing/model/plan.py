"""What a plan says: the rate ratios that a corpus could show, and the text that a ratio needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class PlanDimension(NamedTuple):
    """One dimension: the rate planned with, hits per 1,000 tokens (None: no hit, and none given), and constants.

    `given` is True where the rate is the user's and not that of the whole corpus.
    """

    dimension: str
    title: str
    base_rate: float | None
    given: bool
    phi0: float
    c0_squared: float
    rho0: float


class PlanSource(NamedTuple):
    """One source: its articles and its tokens in the chosen voices."""

    source: str
    articles: int
    tokens: int


class PlanPair(NamedTuple):
    """The least rate ratio that two sources could show: tested alone, and as the only find of its family.

    None where no ratio would do: there is too little text.
    """

    a: str
    b: str
    dimension: str
    ratio: float | None
    adjusted: float | None


class Needed(NamedTuple):
    """The text that each of two sources needs to show a ratio; None where no amount tried would do.

    Attributes
    ----------
    articles
        Articles of the usual length, where a source has two or more.
    tokens_of_one
        Tokens of a single article, where each source is one: the ratio of these two texts, not of outlets.
    """

    dimension: str
    ratio: float
    articles: int | None
    tokens_of_one: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole plan.

    Attributes
    ----------
    power, level, q
        Probability of telling the ratio; 1 - level is the two-sided level of one test; q the false discovery rate.
    tests
        Pairs x dimensions, the family of the adjusted ratios.
    sources
        By falling tokens.
    typical
        The source of median size: where there are many, the pairs are those with it.
    pairs, needed
        One or the other may be empty.
    """

    power: float
    level: float
    q: float
    tests: int
    dimensions: tuple[PlanDimension, ...]
    sources: tuple[PlanSource, ...] = ()
    typical: str = ""
    pairs: tuple[PlanPair, ...] = ()
    needed: tuple[Needed, ...] = ()
    notes: tuple[str, ...] = ()
    signature: str = ""
