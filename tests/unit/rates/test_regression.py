import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import DataError
from framing.rates.regression import expected, fit, make_units, pearson_dispersion


def test_two_rates_give_their_log_ratio():
    found = fit(make_units([3, 12], [1000, 2000], [0.0, 1.0]), 1)
    assert found.slope == pytest.approx(math.log(2))
    assert math.exp(found.intercepts[0]) == pytest.approx(0.003)


def test_units_without_a_token_are_left_out():
    with_ = fit(make_units([3, 0, 12], [1000, 0, 2000], [0.0, 9.0, 1.0]), 1)
    assert with_ == fit(make_units([3, 12], [1000, 2000], [0.0, 1.0]), 1)


def test_a_group_without_a_hit_says_nothing_of_the_slope():
    found = fit(make_units([3, 12, 0, 0], [1000, 2000, 10, 10], [0, 1, 5, 9], [0, 0, 1, 1]), 2)
    assert found.slope == pytest.approx(math.log(2))
    assert found.intercepts[1] == -math.inf


@pytest.mark.parametrize(
    ("y", "x"),
    [
        ([0, 0, 0], [0, 1, 2]),  # no hit
        ([1, 2, 3], [1, 1, 1]),  # x does not vary
        ([0, 0, 3], [0, 1, 2]),  # every hit at the top: the slope runs away
        ([3, 0, 0], [0, 1, 2]),
    ],
)
def test_what_cannot_be_fitted_is_none(y, x):
    assert fit(make_units(y, [50, 50, 50], x), 1) is None


def test_bad_columns():
    with pytest.raises(DataError, match="length"):
        make_units([1], [1, 2], [0.0, 1.0])
    with pytest.raises(DataError, match="finite"):
        make_units([1], [1], [math.nan])
    with pytest.raises(DataError, match="negative"):
        make_units([-1], [1], [0.0])


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(1, 500), st.integers(0, 30), st.integers(0, 2)),
        min_size=2,
        max_size=40,
    )
)
def test_the_score_is_zero_at_the_estimate(rows):
    """Likelihood equations of Poisson regression: in each group and along x, residuals sum to nothing."""
    y, n, x, group = (np.array(column) for column in zip(*rows, strict=True))
    units = make_units(y, n, x, group)
    found = fit(units, 3)
    if found is None:
        return
    mu = expected(units, found)
    scale = 1e-6 * max(1, y.sum())
    assert abs(np.sum((y - mu) * x)) < scale * 30
    for g in range(3):
        assert abs(np.sum((y - mu)[group == g])) < scale


@given(st.integers(-20, 20), st.sampled_from([0.01, 0.5, 3.0, 1000.0]))
def test_moving_and_stretching_x_changes_only_its_unit(shift, stretch):
    y, n, x = [3, 5, 9, 1], [100, 200, 150, 90], np.array([0.0, 1.0, 2.0, 0.5])
    plain, moved = fit(make_units(y, n, x), 1), fit(make_units(y, n, x * stretch + shift), 1)
    assert moved.slope * stretch == pytest.approx(plain.slope, rel=1e-7)
    assert moved.spreads[0] / stretch**2 == pytest.approx(plain.spreads[0], rel=1e-6)


def test_dispersion():
    assert pearson_dispersion(np.array([2, 2, 2]), np.array([2.0, 2.0, 2.0]), 1) == 0
    assert pearson_dispersion(np.array([0, 8]), np.array([4.0, 4.0]), 1) == pytest.approx(8)  # 16/4 + 16/4 over 1
    assert pearson_dispersion(np.array([0, 8]), np.array([4.0, 4.0]), 2) is None
