"""Weighted log-odds against an independent implementation, a table worked by hand, and its laws."""

import math

import logodds as oracle
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.contrasts.logodds import informative_prior, log_odds

counts = st.lists(st.tuples(st.integers(1, 50), st.integers(0, 50), st.integers(0, 90)), min_size=2, max_size=20)


def test_a_table_by_hand():
    # 6 of 10 against 2 of 10, a prior of 4 tokens of which 2 are the word: (6+2)/(14-8) against (2+2)/(14-4).
    result = log_odds(np.array([6.0]), np.array([2.0]), 10.0, 10.0, np.array([2.0]), 4.0)
    delta = math.log(8 / 6) - math.log(4 / 10)
    assert result.delta[0] == pytest.approx(delta)
    assert result.z[0] == pytest.approx(delta / math.sqrt(1 / 8 + 1 / 4))


def test_bursts_widen_the_error_on_their_own_side():
    arguments = (np.array([6.0]), np.array([2.0]), 10.0, 10.0, np.array([2.0]), 4.0)
    plain, bursty = log_odds(*arguments), log_odds(*arguments, phi_i=4.0)
    assert bursty.delta[0] == plain.delta[0]
    assert bursty.z[0] == pytest.approx(plain.delta[0] / math.sqrt(4 / 8 + 1 / 4))


def test_the_background_gives_the_prior_its_shares():
    alpha = informative_prior(np.array([30.0, 0.0]), 3000.0, 500.0)
    assert alpha.tolist() == pytest.approx([5.0, 500 * 0.5 / 3000])


@given(counts)
def test_the_package_logodds_says_the_same(table):
    # Oracle: the package `logodds` (Mendelsohn, on the Python package index), another reading of the same paper.
    y_i, y_j, background = (np.array(column, dtype=float) for column in zip(*table, strict=True))
    names = [f"w{number}" for number in range(len(table))]
    theirs = (
        oracle.log_odds_details(
            *(dict(zip(names, y.tolist(), strict=True)) for y in (y_i, y_j)),
            prior_counts=dict(zip(names, background.tolist(), strict=True)),
            alpha=0.5,
        )
        if y_j.sum()
        else None
    )
    if theirs is None:
        return
    alpha = background + 0.5
    ours = log_odds(y_i, y_j, y_i.sum(), y_j.sum(), alpha, alpha.sum())
    assert ours.delta.tolist() == pytest.approx([theirs[name]["delta"] for name in names])
    assert ours.z.tolist() == pytest.approx([theirs[name]["z"] for name in names])


@given(counts)
def test_swapped_sides_change_the_sign_alone(table):
    y_i, y_j, background = (np.array(column, dtype=float) for column in zip(*table, strict=True))
    n_i, n_j, alpha = y_i.sum() + 5, y_j.sum() + 5, background + 0.5
    there = log_odds(y_i, y_j, n_i, n_j, alpha, alpha.sum())
    back = log_odds(y_j, y_i, n_j, n_i, alpha, alpha.sum())
    assert np.allclose(there.z, -back.z, rtol=1e-12, atol=1e-12)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.floats(1, 2000))
def test_a_vocabulary_of_one_word_has_no_odds_and_no_difference(n_i, n_j, alpha_0):
    one = np.ones(1)
    with np.errstate(all="raise"):
        prior = informative_prior(n_j * one, n_j, alpha_0)
        found = log_odds(n_i * one, n_j * one, n_i, n_j, prior, alpha_0)
    assert found.delta[0] == pytest.approx(0.0, abs=1e-9)
    assert found.z[0] == pytest.approx(0.0, abs=1e-6)


def test_a_word_that_is_all_of_one_side_has_finite_odds_in_its_favour():
    with np.errstate(all="raise"):
        found = log_odds(np.array([90.0]), np.array([50.0]), 100, 50, np.array([20.0]), 20)
        back = log_odds(np.array([50.0]), np.array([90.0]), 50, 100, np.array([20.0]), 20)
    assert -math.inf < found.z[0] < 0 < back.z[0] < math.inf


def test_a_larger_prior_draws_the_odds_together():
    alpha = np.array([1.0])
    deltas = [
        log_odds(np.array([9.0]), np.array([1.0]), 100, 100, size * alpha, size * 100).delta[0] for size in (1, 5, 20)
    ]
    assert deltas[0] > deltas[1] > deltas[2] > 0
