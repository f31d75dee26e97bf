"""The contrast statistics against independent oracles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer

from framing.contrasts.contrast import _q_values, contrast_terms
from framing.contrasts.keyness import log_likelihood, log_ratio
from framing.contrasts.logodds import log_odds
from framing.contrasts.terms import ParagraphTerms
from framing.contrasts.tfidf import differences, source_means, weigh


def test_log_likelihood_is_scipys_g_test():
    for a, b, n, m in ((10, 3, 1000, 1500), (1, 40, 500, 700), (5, 5, 90, 3000)):
        ours = log_likelihood(np.array([a]), np.array([b]), n, m)[0]
        table = [[a, b], [n - a, m - b]]
        oracle = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
        assert ours == pytest.approx(oracle, rel=1e-9)


def test_log_likelihood_of_a_missing_word_is_finite():
    assert log_likelihood(np.array([0.0]), np.array([7.0]), 100, 100)[0] == pytest.approx(
        stats.chi2_contingency([[0, 7], [100, 93]], correction=False, lambda_="log-likelihood").statistic
    )


def test_log_ratio_by_hand():
    # 8 per 1,000 against 1 per 1,000: three doublings. A zero counts one half: 4 / 0.5 = 8.
    ratios = log_ratio(np.array([8.0, 4.0]), np.array([1.0, 0.0]), 1000, 1000)
    assert ratios.tolist() == pytest.approx([3.0, 3.0])


def test_log_odds_by_hand():
    # y = 6 of 10 against 2 of 10, a prior of 4 tokens spread 1:1 (the 0.01 of unseen words cancels).
    y_i, y_j, background = np.array([6.0, 4.0]), np.array([2.0, 8.0]), np.array([5.0, 5.0])
    result = log_odds(y_i, y_j, background, alpha_0=4.0)
    delta = np.log((6 + 2) / (14 - 8)) - np.log((2 + 2) / (14 - 4))
    assert result.delta[0] == pytest.approx(delta)
    assert result.z[0] == pytest.approx(delta / np.sqrt(1 / 8 + 1 / 4))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=20))
def test_log_odds_is_antisymmetric(pairs):
    y = np.array(pairs, dtype=float) + np.array([[1.0, 1.0]])
    there = log_odds(y[:, 0], y[:, 1], y.sum(axis=1), alpha_0=10.0)
    back = log_odds(y[:, 1], y[:, 0], y.sum(axis=1), alpha_0=10.0)
    assert np.allclose(there.z, -back.z)


def test_source_means_and_differences_by_plain_loops():
    generator = np.random.default_rng(3)
    counts = generator.poisson(0.8, (9, 6)).astype(float)
    source = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2])
    sizes = generator.integers(15, 90, 9).astype(float)
    weighted = TfidfTransformer(sublinear_tf=True).fit_transform(csr_matrix(counts))
    dense = weighted.toarray()
    assert np.allclose(weigh(csr_matrix(counts)).toarray(), dense)
    means = np.array([np.average(dense[source == i], axis=0, weights=sizes[source == i]) for i in range(3)])
    assert np.allclose(source_means(weighted, source, sizes, 3), means)
    apart = differences(means)
    assert np.allclose(apart[0], means[0] - (means[1] + means[2]) / 2)
    assert np.allclose(apart.sum(axis=0), 0)


def test_q_values_are_those_of_scipy():
    z = np.array([0.1, 3.2, -2.5, 1.9, -0.4, 2.2])
    oracle = stats.false_discovery_control(2 * stats.norm.sf(np.abs(z)))
    assert _q_values(z) == pytest.approx(oracle.tolist())


def paragraphs(word, other, number):
    return [ParagraphTerms(30, {word: 3, other: 1, "common": 2}) for _ in range(number)]


def test_the_planted_word_leads_its_source():
    from collections import Counter

    corpus = {
        "A": [ParagraphTerms(p.tokens, Counter(p.terms)) for p in paragraphs("alpha", "gamma", 6)],
        "B": [ParagraphTerms(p.tokens, Counter(p.terms)) for p in paragraphs("beta", "gamma", 6)],
    }
    found = contrast_terms(corpus)
    assert found["A"].terms[0].term == "alpha"
    assert found["B"].terms[0].term == "beta"
    assert found["A"].terms[0].z > 0
    assert found["A"].terms[0].log_ratio > 0
    assert found["A"].terms[0].selected == 1.0
    assert "common" not in [term.term for term in found["A"].terms]
