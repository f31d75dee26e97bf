"""Weighing against scikit-learn: the unpenalised fit, the fit at infinite shrinkage, and the measures."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, precision_score, recall_score, roc_auc_score

from framing.lexicon_tools.weighing.agreement import agreement, auc, best_threshold
from framing.lexicon_tools.weighing.design import Design, folds
from framing.lexicon_tools.weighing.fit import fit, log_loss


def of(held, around=None):
    around = np.zeros_like(held) if around is None else around
    return Design(csr_array(held), csr_array(around), np.arange(len(held)))


@pytest.fixture(scope="module")
def simulated():
    generator = np.random.default_rng(7)
    held = generator.poisson(0.5, size=(3000, 4)).clip(0, 2).astype(float)
    logit = held @ np.array([1.2, 0.8, 1.6, 0.5]) - 1.5
    label = generator.random(3000) < 1 / (1 + np.exp(-logit))
    return of(held), label


def test_without_shrinkage_it_is_logistic_regression(simulated):
    design, label = simulated
    found = fit(design, label, np.full(4, 0.5), neighbours=0.0, strength=1e-9)
    oracle = LogisticRegression(C=np.inf, tol=1e-10, max_iter=10_000).fit(design.held, label)
    assert found.slope * found.weights == pytest.approx(oracle.coef_[0], rel=1e-2)
    assert found.intercept == pytest.approx(oracle.intercept_[0], rel=1e-2)


def test_at_infinite_shrinkage_it_is_the_prior_on_a_line(simulated):
    design, label = simulated
    prior = np.array([0.3, 0.9, 0.5, 1.1])
    found = fit(design, label, prior, neighbours=0.0, strength=1e12)
    oracle = LogisticRegression(C=np.inf, tol=1e-10, max_iter=10_000).fit((design.held @ prior)[:, None], label)
    assert found.weights == pytest.approx(prior, abs=1e-6)
    assert found.slope == pytest.approx(oracle.coef_[0, 0], rel=1e-2)


def test_neighbours_are_evidence_at_their_share(simulated):
    design, label = simulated
    generator = np.random.default_rng(8)
    around = generator.poisson(0.5, size=design.held.shape).astype(float)
    both = of(design.held.toarray(), around)
    summed = of(design.held.toarray() + 0.3 * around)
    prior = np.full(4, 0.5)
    one, other = fit(both, label, prior, 0.3, 1.0), fit(summed, label, prior, 0.0, 1.0)
    assert one.weights == pytest.approx(other.weights, rel=1e-4)
    assert log_loss(one, both, label, 0.3) == pytest.approx(log_loss(other, summed, label, 0.0))


def test_an_entry_never_seen_keeps_its_prior(simulated):
    design, label = simulated
    held = np.column_stack((design.held.toarray(), np.zeros(len(label))))
    found = fit(of(held), label, np.full(5, 0.7), 0.0, 1.0)
    assert found.weights[4] == 0.7
    assert not np.allclose(found.weights[:4], 0.7, atol=1e-3)


coded = arrays.arrays(np.int64, 40, elements=st.integers(0, 9)).map(lambda score: score / 10)
labels = arrays.arrays(np.bool_, 40).filter(lambda label: label.any() and not label.all())


@given(coded, labels, st.sampled_from([0.0, 0.2, 0.5, 0.9]))
def test_measures_are_those_of_scikit_learn(score, label, threshold):
    found, called = agreement(score, label, threshold), score >= threshold
    assert auc(score, label) == pytest.approx(roc_auc_score(label, score))
    assert found.recall == pytest.approx(recall_score(label, called))
    assert found.f1 == pytest.approx(f1_score(label, called, zero_division=0))
    if called.any():
        assert found.precision == pytest.approx(precision_score(label, called))
    else:
        assert np.isnan(found.precision)


@given(coded, labels)
@settings(max_examples=50)
def test_no_threshold_of_the_grid_is_better(score, label):
    best = f1_score(label, score >= best_threshold(score, label, step=0.1), zero_division=0)
    assert best == pytest.approx(max(f1_score(label, score >= t / 10, zero_division=0) for t in range(1, 11)))


@given(st.lists(st.integers(0, 20), min_size=1, max_size=80), st.integers(2, 5))
def test_an_article_stays_in_one_fold(articles, number):
    fold = folds(np.array(articles), number)
    for article in set(articles):
        assert len({f for f, a in zip(fold.tolist(), articles, strict=True) if a == article}) == 1
