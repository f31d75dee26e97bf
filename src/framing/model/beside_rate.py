"""What stands beside a rate, so that it is not read for more than it says: nouns of the output schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Posterior(NamedTuple):
    """A rate under an estimated prior, per 1,000 tokens.

    `b0` is None where the sources do not differ beyond chance: then all have the rate `towards`, without bounds.
    """

    b0: float | None
    towards: float
    value: float
    low: float | None
    high: float | None


class Shrinkage(NamedTuple):
    """What stands behind a shrunk rate, per 1,000 tokens.

    `prior` says which prior `shrunk`, `low` and `high` follow: "declared", of `b0` pseudo-tokens at the rate
    `towards`. `at` is the shrunk rate under other b0; `estimated` the same under a prior that the sources
    themselves suggest, None for fewer than eight.
    """

    prior: str
    b0: float
    towards: float
    low: float | None
    high: float | None
    at: Mapping[str, float]
    estimated: Posterior | None = None


class HitCoverage(NamedTuple):
    """Share of the words, of the chosen voices, that stand in paragraphs with at least one, two hits of them."""

    one: float
    two: float


class Concentration(NamedTuple):
    """How far the hits are of one piece: share of the top entry and of the top paragraph, and dispersion DP.

    DP is 0 where each paragraph has its share of the hits, near 1 where one short one has them all; `dp_norm`
    reaches 1 whatever the paragraphs, and is None with a single one.
    """

    entry: float
    paragraph: float
    dp: float
    dp_norm: float | None
