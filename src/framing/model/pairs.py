"""What a comparison says of pairs of sources: ratios, what is told apart, and the families that were tested."""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    """Two sources in one dimension, the higher rate first. `rate_ratio` is a over b; `tie` where no order is claimed.

    `p_greater` is of this pair alone, `p_greater_adjusted` = 1 - q/2 after adjustment over the family. `reason` says
    why no order is claimed: "not_told_apart", or "insufficient_tokens" of a source; empty where one is.
    """

    dimension: str
    a: str
    b: str
    rate_ratio: float
    low: float
    high: float | None
    p_greater: float
    q: float
    tie: bool
    p_greater_adjusted: float = 0.5
    reason: str = ""


class PairCount(NamedTuple):
    """The pairs of one dimension: tested, of these told apart (the others are ties), of these in `pairs`.

    `insufficient` of the tested have a source of too few tokens; `untested` have no hit, or a source without a token.
    """

    tested: int
    told_apart: int
    insufficient: int
    untested: int
    listed: int


class Family(NamedTuple):
    """Tests that were adjusted together: what was tested, how many `tests`, at which `q`, how, and how many `found`."""

    name: str
    what: str
    tests: int
    q: float
    method: str
    found: int
