"""Whether the weights of entries decide an order: rates with and without them, side by side.

Weights are a choice of the lexicon's authors. What the choice decides must be seen: Spearman's rank correlation
of both rates over the sources, and each claimed order that turns or vanishes with weights.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.model.lexicon import Lexicon
    from framing.model.pairs import Pair
    from framing.model.result import SourceProfile

FLAG = "order_depends_on_weights"

# Two sources have a correlation of 1 or -1 whatever they say.
_FEWEST = 3
_MOST_NOTES = 5


def rank_correlation(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Return Spearman's rho: Pearson's correlation of the ranks, ties sharing their mean rank.

    None for fewer than three values, or where all of one side are equal.

    Examples
    --------
    >>> rank_correlation([1.0, 2.0, 3.0], [10.0, 20.0, 30.0]), rank_correlation([1.0, 2.0, 3.0], [5.0, 5.0, 5.0])
    (1.0, None)
    """
    if len(x) < _FEWEST:
        return None
    first, second = _twice_centred_ranks(x), _twice_centred_ranks(y)
    spread = sum(a * a for a in first) * sum(b * b for b in second)
    if spread == 0:
        return None
    return sum(a * b for a, b in zip(first, second, strict=True)) / math.sqrt(spread)


def weights_rank_correlation(dimension: str, sources: Sequence[SourceProfile]) -> float | None:
    """Return Spearman's rho of the rates of one dimension without and with entry weights, over the sources."""
    facts = [source[dimension] for source in sources]
    rates = [(f.rate.value, f.weighted_rate) for f in facts if f.rate and f.weighted_rate is not None]
    return rank_correlation([rate for rate, _ in rates], [weighted for _, weighted in rates])


def turned_orders(pairs: Sequence[Pair], sources: Sequence[SourceProfile]) -> list[Pair]:
    """Return the pairs whose claimed order the weighted rates do not show; ties claim nothing."""
    by_name = {source.source: source for source in sources}
    turned = []
    for pair in pairs:
        if not pair.tie:
            a, b = (by_name[name][pair.dimension].weighted_rate or 0.0 for name in (pair.a, pair.b))
            if a <= b:  # of a claimed order the higher rate stands first
                turned.append(pair)
    return turned


def flag_turned(source: SourceProfile, turned: Sequence[Pair]) -> SourceProfile:
    """Return the profile with a flag in each dimension where an order claimed of it depends on weights."""
    hit = {pair.dimension for pair in turned if source.source in {pair.a, pair.b}}
    if not hit:
        return source
    return replace(
        source,
        dimensions={
            name: replace(facts, flags=(*facts.flags, FLAG)) if name in hit else facts
            for name, facts in source.dimensions.items()
        },
    )


def turned_notes(turned: Sequence[Pair], lexicon: Lexicon) -> list[str]:
    """Return the sentences that say so, for a reader."""
    titles = {dimension.id: dimension.title for dimension in lexicon.dimensions}
    notes = [
        f"the order of {pair.a} over {pair.b} in {titles[pair.dimension]} depends on the lexicon's weights: "
        "with them it is not there"
        for pair in turned[:_MOST_NOTES]
    ]
    if len(turned) > _MOST_NOTES:
        notes.append(f"{len(turned) - _MOST_NOTES} more claimed orders depend on the lexicon's weights; see the flags")
    return notes


def _twice_centred_ranks(values: Sequence[float]) -> list[int]:
    # Twice the rank less its mean: whole numbers, so that equal orders correlate at exactly 1.
    n = len(values)
    ordered = sorted(values)
    first = {value: i for i, value in reversed(list(enumerate(ordered)))}
    last = {value: i for i, value in enumerate(ordered)}
    return [first[value] + last[value] - (n - 1) for value in values]
