"""The burst test against scipy's distributions, and the bursts it reads from text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.sparse import csr_matrix

from framing.contrasts.burst_test import upper_tail
from framing.contrasts.bursts import _Level, measure_bursts
from framing.contrasts.layout import Layout


def p(y, total, share, phi, **known):
    one = np.ones(1)
    return upper_tail(y * one, (total - y) * one, share, 1 - share, phi * one, phi * one, **known)[0]


@given(st.integers(0, 40), st.integers(0, 60), st.floats(0.05, 0.95), st.floats(1.05, 6.0))
def test_it_is_scipys_beta_binomial_tail(y, others, share, phi):
    total = y + others
    if y <= total * share + np.sqrt(total * share * (1 - share) * phi):
        assert p(y, total, share, phi) == 1.0
        return
    size = total / (phi - 1)
    # Its probabilities summed: scipy's own tail is 1 less the rest, and has few digits left below 1e-9.
    oracle = stats.betabinom.pmf(np.arange(y, total + 1), total, size * share, size * (1 - share)).sum()
    assert p(y, total, share, phi) == pytest.approx(oracle, rel=1e-6)


def test_without_bursts_it_is_nearly_the_binomial_test():
    assert p(14, 20, 0.4, 1.01) == pytest.approx(stats.binomtest(14, 20, 0.4, "greater").pvalue, rel=0.05)


@pytest.mark.parametrize("share", [0.002, 0.02, 0.3, 0.6])
@pytest.mark.parametrize("phi", [1.01, 1.8, 4.0])
def test_above_a_thousand_hits_it_is_nearly_scipys_beta_binomial_tail(share, phi):
    for total in (1001, 4000, 30_000):
        size, deviation = total / (phi - 1), np.sqrt(total * share * (1 - share) * phi)
        for y in (round(total * share + z * deviation) for z in (1.3, 2.0, 3.0, 4.0)):
            oracle = stats.betabinom.pmf(np.arange(y, total + 1), total, size * share, size * (1 - share)).sum()
            if oracle > 1e-4:
                assert 0.98 < p(y, total, share, phi) / oracle < 1.1


def test_few_degrees_of_freedom_give_a_heavier_tail():
    assert p(14, 20, 0.4, 1.2) < p(14, 20, 0.4, 1.2, nu=30.0) < p(14, 20, 0.4, 1.2, nu=8.0)
    z = stats.norm.isf(p(14, 20, 0.4, 1.2))
    assert p(14, 20, 0.4, 1.2, nu=8.0) == pytest.approx(stats.t.sf(z, 8))


def corpus(  # noqa: PLR0913, PLR0917 -- a made-up world has many knobs
    generator, phi, cv, articles=12, sources=6, paragraphs=12, terms=60
):
    rows, article, source = [], [], []
    for _ in range(sources):
        for _ in range(articles):
            effect = generator.gamma(1 / cv**2, cv**2, terms) if cv else np.ones(terms)
            mean = np.full((paragraphs, 1), 60) * 0.01 * effect
            rows.append(generator.negative_binomial(mean / (phi - 1), 1 / phi))
            article += [len(rows) - 1] * paragraphs
            source.append(len(source) // articles)
    counts = np.concatenate(rows).astype(float)
    return csr_matrix(counts), Layout(np.full(len(counts), 60.0), np.array(article), np.array(source), sources)


@pytest.mark.parametrize(("phi", "cv"), [(1.2, 0.0), (2.5, 0.0), (1.5, 0.5), (2.5, 0.8)])
def test_bursts_find_the_simulated_truth(phi, cv):
    found = measure_bursts(*corpus(np.random.default_rng(8), phi, cv))
    assert np.median(found.phi) == pytest.approx(phi, rel=0.1)
    assert np.median(found.c_squared) == pytest.approx(cv**2, abs=0.06)
    assert found.nu.max() == 10 + 66  # the prior's, and 72 articles less one a source


def test_one_article_a_source_says_nothing_of_articles():
    found = measure_bursts(*corpus(np.random.default_rng(2), 1.5, 0.6, articles=1))
    assert not found.c_squared.any()
    assert np.isinf(found.nu).all()


def test_a_difference_between_sources_is_no_burst():
    generator = np.random.default_rng(5)
    counts = generator.poisson(np.repeat([0.2, 4.0], 200)[:, None], (400, 30)).astype(float)
    article = np.arange(400) // 200
    found = measure_bursts(csr_matrix(counts), Layout(np.full(400, 50.0), article, np.array([0, 1]), 2))
    assert found.phi.max() < 1.3


def test_squared_deviations_by_plain_loops():
    generator = np.random.default_rng(4)
    source = np.repeat([0, 1, 3], [5, 1, 7])  # and one source without a unit
    sizes, hits = generator.integers(20, 90, 13).astype(float), generator.poisson(1.5, (13, 4)).astype(float)
    weight = np.array([0.5, 2.0, 7.0, 1.0])
    expected = np.zeros(4)
    for s in (0, 1, 3):
        y, n = hits[source == s], sizes[source == s]
        rate = y.sum(axis=0) / n.sum()
        expected += weight[s] * ((y - n[:, None] * rate) ** 2).sum(axis=0)
    found = _Level(csr_matrix(hits), sizes, source, 4).squares(weight)
    assert found.tolist() == pytest.approx(expected.tolist())
