"""Keyness against scipy, and LRC against the binomial test that it inverts."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from framing.contrasts.keyness import conservative_log_ratio, log_likelihood, log_ratio

TABLES = ((10, 3, 1000, 1500), (1, 40, 500, 700), (5, 5, 90, 3000), (0, 7, 100, 100))


def one(value):
    return np.array([float(value)])


@pytest.mark.parametrize(("a", "b", "n", "m"), TABLES)
def test_g2_is_scipys_g_test(a, b, n, m):
    oracle = stats.chi2_contingency([[a, b], [n - a, m - b]], correction=False, lambda_="log-likelihood").statistic
    assert log_likelihood(one(a), one(b), n, m)[0] == pytest.approx(oracle, rel=1e-9)


@pytest.mark.parametrize(("a", "b", "n", "m"), TABLES)
def test_williams_correction_from_its_definition(a, b, n, m):
    # Williams (1976): q = 1 + (sum 1/row shares - 1)(sum 1/column shares - 1)/(6 N (r - 1)(c - 1)).
    total = n + m
    rows = sum(total / margin for margin in (a + b, total - a - b))
    columns = sum(total / margin for margin in (n, m))
    q = 1 + (rows - 1) * (columns - 1) / (6 * total)
    oracle = stats.chi2_contingency([[a, b], [n - a, m - b]], correction=False, lambda_="log-likelihood").statistic / q
    assert log_likelihood(one(a), one(b), n, m, williams=True)[0] == pytest.approx(oracle, rel=1e-9)


def test_a_word_that_no_one_has_is_0_in_each():
    zero = one(0)
    assert log_likelihood(zero, zero, 100, 50).tolist() == [0.0]
    assert log_likelihood(zero, zero, 100, 50, williams=True).tolist() == [0.0]
    assert conservative_log_ratio(zero, zero, 100, 50).tolist() == [0.0]


def test_log_ratio_by_hand():
    # 8 per 1,000 against 1 per 1,000: three doublings. A zero counts one half: 4 / 0.5 = 8.
    assert log_ratio(np.array([8.0, 4.0]), np.array([1.0, 0.0]), 1000, 1000).tolist() == pytest.approx([3.0, 3.0])


@given(st.floats(0, 80), st.floats(0, 3), st.floats(0, 3))
def test_a_word_found_more_often_in_the_rest_never_sets_a_source_further_apart(y, others, more):
    # Counts of the rest are weighted: 0.01 of a hit must not weigh less than none.
    counts = np.array([others, others + more])
    there = log_ratio(np.full(2, y), counts, 1000, 4000)
    assert there[1] <= there[0]
    back = log_ratio(counts, np.full(2, y), 4000, 1000)
    assert back.tolist() == pytest.approx((-there).tolist())


@given(st.integers(0, 80), st.integers(0, 80), st.integers(100, 5000), st.integers(100, 5000), st.integers(1, 500))
def test_lrc_is_the_nearer_bound_of_scipys_exact_interval(a, b, n, m, family):
    # Oracle: Clopper and Pearson's interval as scipy.stats.binomtest gives it.
    if a + b == 0:
        return
    interval = stats.binomtest(a, a + b).proportion_ci(1 - 0.05 / family, "exact")

    def ratio(share):
        if share in (0, 1):
            return math.inf if share else -math.inf
        return math.log2(share / (1 - share) * m / n)

    low, high = ratio(interval.low), ratio(interval.high)
    nearer = 0.0 if low <= 0 <= high else low if low > 0 else high
    ours = conservative_log_ratio(one(a), one(b), n, m, family=family)[0]
    assert ours == pytest.approx(nearer, rel=1e-5, abs=1e-6)


@given(st.integers(0, 60), st.integers(0, 60), st.floats(1, 5))
def test_lrc_is_antisymmetric_and_bursts_draw_it_to_0(a, b, phi):
    there = conservative_log_ratio(one(a), one(b), 700, 1200)[0]
    assert conservative_log_ratio(one(b), one(a), 1200, 700)[0] == pytest.approx(-there)
    assert abs(conservative_log_ratio(one(a), one(b), 700, 1200, phi=phi)[0]) <= abs(there) + 1e-9
    assert abs(there) <= abs(log_ratio(one(a), one(b), 700, 1200)[0]) + 1e-9 or min(a, b) == 0
