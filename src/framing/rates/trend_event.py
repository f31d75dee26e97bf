"""Before and after an event: rule R2 with periods as the units that vary.

The articles of one month share its news. Where months of four articles came in waves (coefficient of variation
.3 and .5), R2 over articles erred in .07 to .17 of tests at .05; over months in .00 to .11 (benchmarks/trend.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from framing.model.trend import Change, Reason
from framing.rates.interval import dominated
from framing.rates.moments import Moments
from framing.rates.pairs import pair_test
from framing.rates.pool import Levels, Pool, pool_constants
from framing.rates.sufficiency import DOMINATED

BEFORE, AFTER = "before", "after"


class Halves(NamedTuple):
    """The moments of each source's sides in one dimension, over paragraphs and over periods, and their pool."""

    levels: Mapping[tuple[str, str], Levels]
    pool: Pool


def halves(periods: Mapping[tuple[str, str], Sequence[Levels]]) -> Halves:
    """Return the sides as the test takes them.

    Parameters
    ----------
    periods
        By source and side, the moments of each period over paragraphs and over articles. A side of one
        period has its articles to go by.
    """
    levels = {key: _one_side(side) for key, side in periods.items()}
    return Halves(levels, pool_constants(levels.values()))


def _one_side(periods: Sequence[Levels]) -> Levels:
    par = sum((paragraphs for paragraphs, _ in periods), Moments.zero())
    units = sum((paragraphs.as_one_unit() for paragraphs, _ in periods), Moments.zero())
    return par, units if units.units > 1 else sum((articles for _, articles in periods), Moments.zero())


def event_change(source: str, sides: Halves, level: float) -> tuple[Change | None, str]:
    """Return the rate from the event on over the rate before, its p-value in `q`; or None, and why.

    The ratio is that of the two rates as they stand. With 1/2 added to each count it was .6 where the rate rose from
    0 to .3, and outside its own interval: without a hit on one side there is none.

    Examples
    --------
    >>> before, after = Moments.of([2, 1, 2], [200, 180, 220]), Moments.of([8, 9, 6], [210, 190, 200])
    >>> sides = {("a", BEFORE): [(before, before.as_one_unit())], ("a", AFTER): [(after, after.as_one_unit())]}
    >>> change, _ = event_change("a", halves(sides), 0.95)
    >>> round(change.ratio, 2), change.low > 1
    (4.6, True)
    """
    for side, words in ((BEFORE, "no article before the event"), (AFTER, "no article from the event on")):
        if (source, side) not in sides.levels:
            return None, words
        if not sides.levels[source, side][0].n:
            return None, f"{words} in the chosen voices"
    before, after = sides.levels[source, BEFORE], sides.levels[source, AFTER]
    found = pair_test(after, before, sides.pool, level)
    if found is None:
        return None, "no hit"
    # With no hit on a side there is no ratio to give, only a bound of it.
    ratio = found.ratio if 0 < found.ratio < math.inf else None
    high = found.high if math.isfinite(found.high) else None
    # A side whose rate is given no interval is in no claim either.
    reason: Reason = DOMINATED if any(dominated(art) for _, art in (before, after)) else ""
    return Change("event", ratio, found.low, high, found.p_value, changed=False, reason=reason), ""
