"""Breadth: over how many sub-frames the hits of a dimension spread, and how evenly.

Breadth grows with the number of hits; `rarefied` brings sources to a common number.

References
----------
Hurlbert, S. H. (1971). The nonconcept of species diversity: a critique and alternative parameters. Ecology,
52(4), 577-586.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

# Below so many hits a source has no breadth to speak of, and does not decide at how many all are compared.
LEAST_HITS = 5


@dataclass(frozen=True, slots=True)
class Breadth:
    """Sub-frames hit, of how many, and how evenly.

    Attributes
    ----------
    hit, of
        Sub-frames with a hit; J, sub-frames of the dimension.
    evenness
        H / ln J, H = -sum q_j ln q_j, q_j the share of the hits: 1 when all sub-frames share them
        equally, 0 when one or none is hit.
    """

    hit: int
    of: int
    evenness: float


def breadth(hits: Sequence[int]) -> Breadth:
    """Return breadth from the hits of each sub-frame of a dimension, those without a hit included.

    Raises
    ------
    DataError
        Where a number of hits is negative.

    Examples
    --------
    >>> breadth([3, 3, 0, 0])
    Breadth(hit=2, of=4, evenness=0.5)
    """
    found = _found(hits)
    if len(found) < 2:
        return Breadth(len(found), len(hits), 0.0)
    total = sum(found)
    entropy = sum(y / total * math.log(total / y) for y in found)
    # Equal shares of 1/3 sum to 1 + 2e-16; evenness never shows as above 1.
    return Breadth(len(found), len(hits), min(1.0, entropy / math.log(len(hits))))


def rarefied(hits: Sequence[int], m: int) -> float | None:
    """Return E[S_m], the sub-frames expected among `m` hits drawn without replacement.

    Hurlbert 1971: E[S_m] = sum_j [1 - C(Y - Y_j, m) / C(Y, m)].

    Parameters
    ----------
    hits
        Hits of each sub-frame.
    m
        The common number of hits, at least 0.

    Returns
    -------
    float or None
        None where there are fewer than `m` hits to draw from.

    Raises
    ------
    DataError
        Where `m` or a number of hits is negative.

    Examples
    --------
    >>> round(rarefied([1, 1], 1), 3), round(rarefied([2, 2], 2), 3)
    (1.0, 1.667)
    """
    if m < 0:
        raise DataError(f"{m} hits cannot be drawn")
    found = _found(hits)
    total = sum(found)
    if m > total:
        return None
    return sum(1.0 - _all_missed(total, y, m) for y in found)


def common_hits(hits: Sequence[int]) -> int | None:
    """Return m, the number of hits to compare breadth at: the least of the sources that have five or more.

    A source with one hit would bring all to E[S_1] = 1, which says nothing. None where no source has five.

    Examples
    --------
    >>> common_hits([40, 7, 2]), common_hits([4, 0])
    (7, None)
    """
    return min((y for y in hits if y >= LEAST_HITS), default=None)


def _found(hits: Sequence[int]) -> list[int]:
    if any(y < 0 for y in hits):
        raise DataError("negative number of hits")
    return [y for y in hits if y > 0]


def _all_missed(total: int, y: int, m: int) -> float:
    # C(Y - Y_j, m) / C(Y, m) by log-gamma: the binomials of a million hits have 100,000 digits.
    if m > total - y:
        return 0.0
    log = math.lgamma(total - y + 1) - math.lgamma(total - y - m + 1)
    return math.exp(log - math.lgamma(total + 1) + math.lgamma(total - m + 1))
