"""What a comparison says of pairs of sources: ratios, what is told apart, and the families that were tested."""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    """Two sources in one dimension, the higher rate first. `tie` where no order is claimed.

    `rate_ratio` is a over b, None where b has no hit: it is then at least `low`. `p_greater` is one minus the
    one-sided p-value of this pair alone, no probability that a has the higher rate; `p_greater_adjusted` = 1 - q/2 is
    what a threshold for claims is set on, after adjustment over the family, and no probability of this pair. `reason`
    says why no order is claimed: "not_told_apart", or of a source "insufficient_tokens" or "dominated" (one of its
    articles holds most of its words); empty where one is.
    """

    dimension: str
    a: str
    b: str
    rate_ratio: float | None
    low: float
    high: float | None
    p_greater: float
    q: float
    tie: bool
    p_greater_adjusted: float = 0.5
    reason: str = ""


class PairCount(NamedTuple):
    """The pairs of one dimension: tested, of these told apart (the others are ties), of these in `pairs`.

    `insufficient` of the tested have a source of too few tokens, `dominated` of the others one whose words stand
    mostly in one article; `untested` have no hit, or a source without a token.
    """

    tested: int
    told_apart: int
    insufficient: int
    untested: int
    listed: int
    dominated: int = 0


class Family(NamedTuple):
    """Tests that were adjusted together: what was tested, how many `tests`, at which `q`, how, and how many `found`."""

    name: str
    what: str
    tests: int
    q: float
    method: str
    found: int
