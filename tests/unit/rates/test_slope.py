"""The trend test against a root finder, against the pair rule, and in cases known by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats

from framing.rates.moments import Moments
from framing.rates.pairs import pair_test
from framing.rates.pool import Pool
from framing.rates.regression import make_units
from framing.rates.slope import slope_test

SERIES = [
    ([4, 7, 3, 9, 12, 8], [900, 1100, 700, 1200, 1000, 950], [0, 1, 2, 3, 4, 5]),
    ([30, 10, 12, 2], [4000, 2500, 3100, 2000], [0, 1, 2, 7]),
    ([0, 1, 0, 3, 0, 0, 5, 2], [300] * 8, [0, 1, 2, 3, 4, 5, 6, 7]),
]


@pytest.mark.parametrize("series", SERIES)
@pytest.mark.parametrize("level", [0.8, 0.95])
def test_against_a_root_finder(series, level):
    """The score statistic written from its definition, its bounds by scipy's brentq, its tail by scipy.stats."""
    y, n, x = (np.array(column, float) for column in series)
    phi, nu = 1.7, 5.0

    def score(b):
        p = n * np.exp(b * x) / np.sum(n * np.exp(b * x))
        mean = np.sum(p * x)
        return (np.sum(y * x) - y.sum() * mean) / np.sqrt(phi * y.sum() * np.sum(p * (x - mean) ** 2))

    t = stats.t.ppf((1 + level) / 2, nu)
    slope = optimize.brentq(score, -3, 3, xtol=1e-13)
    low = optimize.brentq(lambda b: score(b) - t, slope - 4, slope, xtol=1e-13)
    high = optimize.brentq(lambda b: score(b) + t, slope, slope + 4, xtol=1e-13)
    found = slope_test(make_units(*series), phi, nu, level)
    assert (found.slope, found.low, found.high) == pytest.approx((slope, low, high), rel=1e-7)
    assert found.p_value == pytest.approx(2 * stats.t.sf(abs(score(0.0)), nu), rel=1e-9)


@given(st.integers(1, 60), st.integers(0, 60), st.integers(100, 5000), st.integers(100, 5000))
def test_two_periods_are_the_pair_rule(y2, y1, n2, n1):
    """Rule R2 where both sides have the dispersion of the prior: one paragraph an article, one article a side."""
    pool = Pool(1.8, 0.0, declared=False)
    sides = [(one, one) for one in (Moments.of([y2], [n2]), Moments.of([y1], [n1]))]
    pair = pair_test(*sides, pool, 0.95)
    w2, w1 = n1 / (n1 + n2), n2 / (n1 + n2)
    nu = 1 / (w1**2 / 4 + w2**2 / 4)  # Welch, for two sides of 4 degrees of freedom and one phi
    found = slope_test(make_units([y1, y2], [n1, n2], [0, 1]), 1.8, nu, 0.95)
    assert found.p_value == pytest.approx(pair.p_value, rel=1e-6, abs=1e-12)
    assert math.exp(found.low) == pytest.approx(pair.low, rel=1e-6)
    assert math.exp(found.high) == pytest.approx(pair.high, rel=1e-6)


def test_every_hit_at_the_end_has_no_estimate_but_a_bound():
    found = slope_test(make_units([0, 0, 0, 9], [500] * 4, [0, 1, 2, 3]), 1.0, 30)
    assert found.slope is None
    assert found.low > 0
    assert found.high == math.inf
    mirrored = slope_test(make_units([9, 0, 0, 0], [500] * 4, [0, 1, 2, 3]), 1.0, 30)
    assert (mirrored.low, mirrored.high) == pytest.approx((-math.inf, -found.low))


def test_nothing_to_test():
    assert slope_test(make_units([0, 0], [10, 10], [0, 1]), 1.0, 5) is None
    assert slope_test(make_units([1, 3], [10, 10], [2, 2]), 1.0, 5) is None


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(50, 3000)), min_size=3, max_size=12),
    st.floats(1, 4),
    st.floats(0.5, 0.99),
)
def test_the_interval_holds_the_estimate_and_agrees_with_the_test(rows, phi, level):
    y, n = zip(*rows, strict=True)
    found = slope_test(make_units(y, n, range(len(y))), phi, 6.0, level)
    if found is None:
        return
    assert found.low <= (0 if found.slope is None else found.slope) or found.slope is None
    assert found.low < found.high
    if found.slope is not None:
        assert found.low <= found.slope <= found.high
    if abs(found.p_value - (1 - level)) > 1e-6:
        assert (found.p_value < 1 - level) == (not found.low <= 0 <= found.high)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(50, 3000)), min_size=3, max_size=12))
def test_time_run_backwards_mirrors_the_slope(rows):
    y, n = zip(*rows, strict=True)
    x = list(range(len(y)))
    forward, back = slope_test(make_units(y, n, x), 1.5, 6.0), slope_test(make_units(y, n, x[::-1]), 1.5, 6.0)
    if forward is None:
        return
    assert forward.p_value == pytest.approx(back.p_value, rel=1e-6, abs=1e-12)
    assert (forward.low, forward.high) == pytest.approx((-back.high, -back.low), rel=1e-6, abs=1e-9)
