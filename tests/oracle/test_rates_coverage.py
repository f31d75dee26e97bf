"""Rule R and rule R2 against simulated truth: do 95 % intervals cover 95 %, do tests at .05 err at .05?

World and targets are those of the design note on intervals; the targets are widened by 2 points for 900
replicates. Hits fall in bursts of log-series size at random tokens, which makes the counts of paragraphs
negative-binomial with variance phi times mean; articles of 6 to 60 paragraphs have gamma effects.
"""

import numpy as np
import pytest

from framing.rates.interval import rate_interval
from framing.rates.moments import Moments
from framing.rates.pairs import pair_test
from framing.rates.pool import pool_constants

KINDS = [(phi, cv) for phi in (1.0, 1.5, 2.5) for cv in (0.0, 0.3, 0.6)]
REPLICATES, TEXTS = 900, 15


def simulate(rng, m, hits, phi, cv, *, same_rate):
    """Return (par, art, long-run rate) of sources of `m` articles.

    `hits` are expected in each source, or, with one rate for all, in a source of 33 paragraphs of 75 tokens
    an article.
    """
    found = []
    for _ in range(TEXTS):
        size = rng.integers(6, 61, m)
        n = rng.integers(30, 121, size.sum())
        article = np.repeat(np.arange(m), size)
        end = np.cumsum(n)
        long = np.bincount(article, n)
        texts = REPLICATES // TEXTS
        rate = hits / (m * 33 * 75 if same_rate else end[-1])
        effect = rng.gamma(1 / cv**2, cv**2, (texts, m)) if cv else np.ones((texts, m))
        mean_burst = (phi - 1) / np.log(phi) if phi > 1 else 1.0
        bursts = rng.poisson(effect * long * (rate / mean_burst))
        text, which = (np.repeat(index.ravel(), bursts.ravel()) for index in np.indices(bursts.shape))
        token = (np.cumsum(long) - long)[which] + rng.random(len(which)) * long[which]
        paragraph = np.minimum(np.searchsorted(end, token, "right"), len(n) - 1)
        burst = rng.logseries(1 - 1 / phi, len(which)) if phi > 1 else np.ones(len(which))
        cells = np.bincount(text * len(n) + paragraph, burst, texts * len(n))
        y = cells.reshape(texts, len(n)).astype(np.int64)
        y_article = np.add.reduceat(y, np.cumsum(size) - size, axis=1)
        par, art = sums(y, n), sums(y_article, long.astype(np.int64))
        found += [(p, a, rate) for p, a in zip(par, art, strict=True)]
    return [found[i] for i in rng.permutation(len(found))]


def sums(y, n):
    tokens, squares = int(n.sum()), int(n @ n)
    columns = zip(y.sum(1).tolist(), (y * y).sum(1).tolist(), (y @ n).tolist(), strict=True)
    return [Moments(len(n), a, tokens, aa, an, squares) for a, aa, an in columns]


def corpora(rng, m, hits, *, same_rate=False):
    """Yield corpora of 18 sources that mix all kinds, the harder case for what is pooled."""
    kinds = [kind for kind in KINDS if m > 1 or kind[1] == 0]
    worlds = [simulate(rng, m, hits, *kind, same_rate=same_rate) for kind in kinds]
    each = 18 // len(kinds)
    for start in range(0, REPLICATES, each):
        corpus = [source for world in worlds for source in world[start : start + each]]
        yield kinds, each, corpus, pool_constants([p for p, _, _ in corpus], [a for _, a, _ in corpus])


# Least coverage of any kind: the note's target less 2 points. Its upper target, 98.5 and 2 points more, is
# past 100; the mean over the kinds is held to 98.5 itself, so that intervals cannot quietly grow.
@pytest.mark.parametrize("hits", [8, 30])
@pytest.mark.parametrize(("m", "least", "mean"), [(1, 91, 98.5), (3, 88, 100), (10, 91, 98.5), (50, 91, 98.5)])
def test_rule_r_covers(m, hits, least, mean):
    covered = {}
    for kinds, each, corpus, pool in corpora(np.random.default_rng(100 * m + hits), m, hits):
        for i, (par, art, truth) in enumerate(corpus):
            found = rate_interval(par, art, pool)
            if found.low is not None:  # dominated by one article
                covered.setdefault(kinds[i // each], []).append(found.low <= truth <= found.high)
    coverage = [100 * np.mean(each) for each in covered.values()]
    assert min(coverage) >= least
    assert np.mean(coverage) <= mean


@pytest.mark.parametrize(("m", "mean"), [(1, 0.047), (3, 0.034), (10, 0.044)])
def test_rule_r2_keeps_its_level(m, mean):
    # Mean false positive rates at .05 in the note's table of pairs, and 2 points more.
    rejected = []
    for _, each, corpus, pool in corpora(np.random.default_rng(m), m, 15, same_rate=True):
        for i in range(0, len(corpus), each):
            (p1, a1, _), (p2, a2, _) = corpus[i : i + 2]
            found = pair_test((p1, a1), (p2, a2), pool)
            rejected.append(found is not None and found.p_value < 0.05)
    assert np.mean(rejected) <= mean + 0.02
