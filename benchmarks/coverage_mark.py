"""A short mark of the rule of intervals, pairs, rest and ranks by what it gives, not by how it is written.

A hash of the source would change with a comment; this one changes when, and only when, an interval, a test or a
constant does. The sources it is taken on are made of `random.random`, which is the same in every Python.
"""

from __future__ import annotations

import hashlib
import json
import random

from framing.rates.compared import place
from framing.rates.interval import articles_only_interval, rate_interval
from framing.rates.moments import Moments
from framing.rates.pairs import pair_test
from framing.rates.pool import Levels, pool_constants
from framing.rates.rest import ratios_to_rest

# Articles of the sources, one row a corpus: small and large, one article and many.
CORPORA = ((1, 1, 1), (1, 1, 2, 3, 4), (2, 3, 5, 9, 12, 1, 1, 4, 6, 2))


def mark_of_rule() -> str:
    """Return eight hexadecimal digits."""
    return hashlib.sha256(json.dumps([_results(articles) for articles in CORPORA]).encode()).hexdigest()[:8]


def _results(articles: tuple[int, ...]) -> list[object]:
    chance = random.Random(sum(articles))  # noqa: S311, no secret
    corpus = [_source(chance, m) for m in articles]
    silent = Moments.of([0] * 6, [70] * 6)
    corpus.append((silent, silent))
    pool = pool_constants(corpus)
    found: list[object] = [_short(pool.phi0), _short(pool.c0_squared), _short(pool.rho0)]
    for i, (par, art) in enumerate(corpus):
        for interval in (rate_interval(par, art, pool), articles_only_interval(par, pool)):
            found += [_short(interval.low), _short(interval.high), interval.label]
        test = pair_test(corpus[i - 1], corpus[i], pool)
        found += [_short(test.low), _short(test.high), _short(test.p_value)] if test else ["no test"]
        found += [_short(value) for value in place(par, art, pool, 0.01)]
    for ratios in ratios_to_rest(corpus, pool):
        found += [_short(ratio.p_value) for ratio in ratios] if ratios else ["no test"]
    return found


def _source(chance: random.Random, articles: int) -> Levels:
    par, art = Moments.zero(), Moments.zero()
    for _ in range(articles):
        n = [30 + int(91 * chance.random()) for _ in range(4 + int(20 * chance.random()))]
        y = [int(5 * chance.random() ** 4) for _ in n]
        one = Moments.of_article(y, n)
        par, art = par + one, art + one.as_one_unit()
    return par, art


def _short(value: float | None) -> str:
    # Four digits: the last ones of a t quantile may differ from one build of scipy to the next.
    return "none" if value is None else f"{value:.4g}"
