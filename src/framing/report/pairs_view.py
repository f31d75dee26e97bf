"""Which sources differ, which ranks they may have, and how many pairs are ties: the lines under a dimension's table."""

from __future__ import annotations

from framing.model.pairs import Pair
from framing.model.result import Comparison
from framing.report.times import times
from framing.report.wording import count

# At most so many are named; a corpus of forty sources has 780 pairs in each dimension.
MOST_PAIRS = 12
MOST_RANKED = 12
# Below it two decimals would say 0.00, and no q is nought.
_LEAST_Q = 0.005
_UNTESTED = "neither has a hit, or one has no word in the chosen voices"


def differences(comparison: Comparison, dimension: str) -> tuple[str, ...]:
    """Return a line for each order that is claimed, the surest first; what is over the number shown is counted."""
    claimed = [pair for pair in comparison.pairs if pair.dimension == dimension and not pair.tie]
    lines = [ratio_line(pair) for pair in sorted(claimed, key=lambda pair: (pair.q, pair.a, pair.b))[:MOST_PAIRS]]
    more = len(claimed) - MOST_PAIRS
    if more > 0:
        which = "order is claimed: the JSON has it" if more == 1 else "orders are claimed: the JSON has them"
        lines.append(f"and {more:,} more {which}")
    return tuple(lines)


def ties(comparison: Comparison, dimension: str) -> str:
    """Return how many pairs are ties, and how many were not tested; "" where all differ."""
    counts = comparison.pair_counts.get(dimension)
    if counts is None or not counts.tested:
        return "no pair can be compared"
    tied = counts.tested - counts.told_apart
    barred = {"of too few tokens": counts.insufficient, "that one article dominates": counts.dominated}
    shown = ", ".join(f"{number:,} with a source {what}" for what, number in barred.items() if number)
    short = f" ({shown})" if shown else ""
    untested = f"{count(counts.untested, 'pair')} not tested: {_UNTESTED}" if counts.untested else ""
    if counts.told_apart:
        others = f"the other {count(tied, 'pair')}: ties{short}" if tied else ""
    elif untested:
        others = f"no order is claimed. {count(tied, 'pair')} tested: {'a tie' if tied == 1 else 'all ties'}{short}"
    else:
        others = f"all pairs are ties{short}: no order is claimed"
    return ". ".join(part for part in (others, untested) if part)


def ranks(comparison: Comparison, dimension: str) -> str:
    """Return the ranks that each source may have, the leading ones first; "" where every source may have any."""
    ranges = [(profile.dimensions[dimension].rank_range, profile.source) for profile in comparison.sources]
    known = [(found, name) for found, name in ranges if found]
    worst = max((high for (_, high), _ in known), default=1)
    telling = sorted(
        (item for item in known if item[0] != (1, worst)), key=lambda item: (sum(item[0]), item[0], item[1])
    )
    if not telling:
        return ""
    shown = [f"{name} {low if low == high else f'{low}–{high}'}" for (low, high), name in telling[:MOST_RANKED]]
    over = len(telling) - MOST_RANKED
    more = f", and {over:,} more {'source' if over == 1 else 'sources'} in the JSON" if over > 0 else ""
    return f"possible ranks: {', '.join(shown)}{more}" + ("; any for the others" if len(telling) < len(known) else "")


def ratio_line(pair: Pair) -> str:
    """Return how many times the one rate is the other, with its interval and q."""
    bounds = f"at least {times(pair.low)}" if pair.high is None else f"{times(pair.low)} to {times(pair.high)}"
    q = "q < 0.01" if pair.q < _LEAST_Q else f"q = {pair.q:.2f}"
    if pair.rate_ratio is None:
        return f"{pair.a} over {pair.b}: {bounds} times (no hit in {pair.b}; {q})"
    return f"{pair.a} over {pair.b}: {times(pair.rate_ratio)} times ({bounds}; {q})"
