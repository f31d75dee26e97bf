import math

import pytest

from framing.rates.moments import Moments
from framing.rates.pairs import pair_test
from framing.rates.pool import DECLARED


def one_article(y, n):
    par = Moments.of(y, n)
    return par, par.as_one_unit()


SOME = one_article([2, 0, 1], [60, 70, 80])
NONE = one_article([0, 0, 0], [50, 60, 70])


def test_a_silent_side_bounds_on_one_side_only():
    over, under = pair_test(SOME, NONE, DECLARED), pair_test(NONE, SOME, DECLARED)
    assert over.high == math.inf
    assert over.low > 0
    assert (under.low, under.high) == (0.0, pytest.approx(1 / over.low))


def test_nothing_to_test():
    empty = (Moments.zero(), Moments.zero())
    assert pair_test(NONE, NONE, DECLARED) is None
    assert pair_test(SOME, empty, DECLARED) is None
    assert pair_test(empty, SOME, DECLARED) is None


def test_the_ratio_is_that_of_the_rates_that_are_printed():
    assert pair_test(one_article([3, 1], [50, 150]), one_article([1, 1], [90, 310]), DECLARED).ratio == pytest.approx(4)
    assert pair_test(SOME, NONE, DECLARED).ratio == math.inf
    assert pair_test(NONE, SOME, DECLARED).ratio == 0


def test_equal_rates_are_a_perfect_tie():
    found = pair_test(SOME, SOME, DECLARED)
    assert (found.ratio, found.p_value, found.p_greater) == (1.0, 1.0, 0.5)


def test_one_hit_against_a_hundred_thousand_keeps_its_digits():
    many = one_article([50_000, 50_000], [10**6, 10**6])
    rare = one_article([1, 0], [10**6, 10**6])
    found = pair_test(rare, many, DECLARED)
    assert 0 < found.low < 1e-5 < found.high < 1e-3
