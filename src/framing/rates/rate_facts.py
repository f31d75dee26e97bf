"""The rates of all sources in one dimension, each with its intervals and its shrunk form, per 1,000 tokens."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from framing.model.beside_rate import Posterior, Shrinkage
from framing.model.result import Estimate
from framing.rates.interval import NO_TOKEN, articles_only_interval, per_1000, rate_interval
from framing.rates.moments import Moments
from framing.rates.pool import moderated
from framing.rates.prior import estimated_prior
from framing.rates.shrink import SENSITIVITY, Prior, declared_prior, posterior_interval, posterior_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framing.rates.pool import Levels, Pool


class RateFacts(NamedTuple):
    """The fields of a DimensionProfile that come from moments alone; they bear its names."""

    rate: Estimate | None
    interval_label: str
    articles_low: float | None = None
    articles_high: float | None = None
    shrunk: float | None = None
    shrinkage: Shrinkage | None = None


def rate_facts(levels: Mapping[str, Levels], pool: Pool, level: float) -> dict[str, RateFacts]:
    """Return the facts of each source, from its moments over paragraphs and over articles.

    A source without a token has no rate. One whose articles are dominated by one of them has a rate without bounds.
    """
    # phi_mod and not phi0: it holds the spread between articles too, so that a source of many is not drawn
    # by less, and its posterior is not narrower, than what its articles tell of the next one.
    phi = {name: moderated(par, art, pool)[0] for name, (par, art) in levels.items() if par.n}
    spoken = {name: levels[name][0] for name in phi}
    total = sum(spoken.values(), Moments.zero())
    estimated = estimated_prior(list(spoken.values()), list(phi.values()))
    facts = {}
    for name, (par, art) in levels.items():
        if name not in phi:
            facts[name] = RateFacts(None, NO_TOKEN)
            continue
        rate, label = estimate((par, art), pool, level)
        only = articles_only_interval(par, pool, level) if art.units > 1 else None
        shrinkage = _shrinkage(par, _rest(total, par), phi[name], level, estimated)
        facts[name] = RateFacts(
            rate=rate,
            interval_label=label,
            articles_low=per_1000(only.low) if only else None,
            articles_high=per_1000(only.high) if only else None,
            shrunk=shrinkage.at[_key(shrinkage.b0)] if shrinkage else None,
            shrinkage=shrinkage,
        )
    return facts


def _rest(total: Moments, own: Moments) -> Moments:
    # Hits and tokens are all that a prior asks for. Taken from the total: summing the others anew for each of
    # 500 sources would be 250,000 sums.
    return Moments(0, total.y - own.y, total.n - own.n, 0, 0, 0)


def estimate(levels: Levels, pool: Pool, level: float) -> tuple[Estimate | None, str]:
    """Return a rate with rule R's interval, per 1,000 tokens, and the interval's label; None without a token."""
    par, art = levels
    found = rate_interval(par, art, pool, level)
    if not par.n:
        return None, found.label
    return Estimate(1000 * par.y / par.n, per_1000(found.low), per_1000(found.high)), found.label


def _shrinkage(own: Moments, rest: Moments, phi: float, level: float, estimated: Prior | None) -> Shrinkage | None:
    declared = declared_prior(rest)
    if declared is None:
        return None
    low, high = posterior_interval(own, declared, phi, level)
    b0s = sorted({*SENSITIVITY, declared.b})
    return Shrinkage(
        prior="declared",
        b0=declared.b,
        towards=1000 * declared.m,
        low=per_1000(low),
        high=per_1000(high),
        at={_key(b0): 1000 * posterior_mean(own, declared._replace(b=b0), phi) for b0 in b0s},
        estimated=_posterior(own, estimated, phi, level) if estimated else None,
    )


def _posterior(own: Moments, prior: Prior, phi: float, level: float) -> Posterior:
    low, high = posterior_interval(own, prior, phi, level)
    return Posterior(
        b0=None if math.isinf(prior.b) else prior.b,
        towards=1000 * prior.m,
        value=1000 * posterior_mean(own, prior, phi),
        low=per_1000(low),
        high=per_1000(high),
    )


def _key(b0: float) -> str:
    return f"{b0:g}"
