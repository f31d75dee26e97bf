import sys

import numpy as np
import pytest

from framing.errors import DataError
from framing.rates.moments import Moments, merge_short


def test_units_without_a_token_are_dropped():
    assert Moments.of([1, 0, 2], [10, 0, 30]) == Moments.of([1, 2], [10, 30])


def test_no_unit_is_zero():
    assert Moments.of([], []) == Moments.zero()


def test_sums_past_two_to_the_63rd_do_not_wrap():
    big = 4_000_000_000
    found = Moments.of(np.array([1, 1, 1]), np.array([big, big, big]))
    assert found.nn == 3 * 16 * 10**18


def test_unsigned_and_narrow_integers_are_taken():
    assert Moments.of(np.array([200], dtype=np.uint8), np.array([250], dtype=np.uint8)).yn == 50_000


@pytest.mark.parametrize(
    ("y", "n", "says"),
    [
        ([1], [10, 20], "one length"),
        ([1.5], [10], "whole numbers"),
        ([-1], [10], "negative"),
        ([1, 0], [0, 10], "without a token"),
    ],
)
def test_what_is_no_count_is_refused(y, n, says):
    with pytest.raises(DataError, match=says):
        Moments.of(y, n)


def test_undefined_is_none():
    nothing = Moments.zero()
    assert (nothing.rate, nothing.D, nothing.SS, nothing.V, nothing.phi) == (None,) * 5
    one_unit = Moments.of([3], [50])
    assert (one_unit.V, one_unit.phi) == (None, None)
    no_hit = Moments.of([0, 0], [50, 60])
    assert (no_hit.rate, no_hit.V, no_hit.phi) == (0.0, 0.0, None)


def test_spread_of_equal_rates_is_exactly_zero():
    # In floats this sum is -1.1e-16 or the like: hits at the rate 1/3 exactly.
    assert Moments.of([3, 7, 11], [9, 21, 33]).SS == 0.0


def test_max_y_merges_by_maximum_and_unknown_stays_unknown():
    a, b = Moments.of([2, 5], [10, 10]), Moments.of([3], [10])
    assert (a + b).max_y == 5
    assert (a + Moments(1, 3, 10, 9, 30, 100)).max_y is None


def test_paragraphs_as_one_article():
    assert Moments.of([2, 1], [10, 30]).as_one_unit() == Moments.of([3], [40])
    assert Moments.zero().as_one_unit() == Moments.zero()


@pytest.mark.parametrize(
    ("y", "n", "merged"),
    [
        ([], [], ([], [])),
        ([1, 2], [20, 20], ([1, 2], [20, 20])),
        ([1, 2, 3], [14, 20, 15], ([3, 3], [34, 15])),
        ([1, 2, 3], [15, 20, 14], ([1, 5], [15, 34])),
        ([1, 1, 1, 1], [5, 5, 5, 40], ([3, 1], [15, 40])),
        ([1, 0], [3, 4], ([1], [7])),
    ],
)
def test_short_paragraphs_join_a_neighbour(y, n, merged):
    got = merge_short(y, n)
    assert (got[0].tolist(), got[1].tolist()) == merged


def test_merging_keeps_further_axes():
    y, n = merge_short([[1, 0], [2, 5], [0, 1]], [4, 30, 20])
    assert y.tolist() == [[3, 5], [0, 1]]
    assert n.tolist() == [34, 20]


def test_merging_refuses_rows_of_two_lengths():
    with pytest.raises(DataError, match="one length"):
        merge_short([1, 2], [10])


def test_importing_moments_costs_no_scipy():
    import subprocess

    code = "import sys, framing.rates.moments, framing.rates.interval, framing.rates.pairs, framing.rates.ranks;"
    code += "raise SystemExit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
