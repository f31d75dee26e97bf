import math

import pytest

from framing.rates.moments import Moments
from framing.rates.pool import DECLARED
from framing.rates.rest import ratios_to_rest

SOME, NONE, EMPTY = Moments.of([2, 0, 1], [60, 70, 80]), Moments.of([0, 0], [50, 60]), Moments.zero()


def both(*par):
    return ratios_to_rest([(source, source.as_one_unit()) for source in par], DECLARED)


def against_rest(i, *par):
    found = both(*par)[i]
    return found and found.equal


def test_nothing_to_compare():
    assert against_rest(0, SOME) is None
    assert against_rest(0, SOME, EMPTY) is None
    assert against_rest(1, SOME, EMPTY) is None
    assert against_rest(0, NONE, NONE) is None


def test_a_source_without_a_token_is_no_part_of_the_rest():
    assert against_rest(0, SOME, NONE, EMPTY) == against_rest(0, SOME, NONE)


def test_the_like_of_the_rest_is_nought():
    found = against_rest(1, SOME, SOME, SOME)
    assert found.value == pytest.approx(0, abs=1e-12)
    assert found.p_value == pytest.approx(1)


def test_sources_count_equally_whatever_their_length():
    # 1 hit in 50 against 1 in 1,000, and the rest again with ten times the second source's text
    brief, long = Moments.of([1, 0], [25, 25]), Moments.of([5, 5], [500, 500])
    longer = Moments.of([50, 50], [5000, 5000])
    assert against_rest(0, SOME, brief, long).value == pytest.approx(against_rest(0, SOME, brief, longer).value)


def test_the_pooled_reference_follows_the_longest_source():
    own, brief, long = (
        Moments.of([4, 4], [500, 500]),
        Moments.of([20, 20], [500, 500]),
        Moments.of([50, 50], [9000, 9000]),
    )
    found = both(own, brief, long)[0]
    # 8 in 1,000 against the mean of 40 in 1,000 and 100 in 18,000, and against 140 in 19,000
    assert found.equal.value == pytest.approx(math.log2(8 / ((40 + 100 / 18) / 2)))
    assert found.pooled.value == pytest.approx(math.log2(8 / (140 / 19)))
    assert found.equal.value < 0 < found.pooled.value


def test_many_sources_do_not_add_half_a_hit_each_to_the_pooled_rest():
    own, quiet = Moments.of([1, 0], [500, 500]), Moments.of([0, 0], [500, 500])
    found = both(own, own, *[quiet] * 100)[0]
    assert found.pooled.value == pytest.approx(math.log2(1 / (1 / 101)))


def test_a_short_note_without_a_hit_leaves_the_others_where_they_are():
    papers = [Moments.of([1] * 16 + [0] * 46, [100] * 62)] * 6
    note = Moments.of([0], [19])
    levels = [(text, text.as_one_unit()) for text in [*papers, note]]
    without = ratios_to_rest(levels[:-1], DECLARED)
    beside = ratios_to_rest(levels, DECLARED, counted=[True] * 6 + [False])
    assert beside[:-1] == without
    assert beside[-1].equal.value is None
    assert beside[-1].equal.p_value > 0.5


def test_no_hit_on_one_side_bounds_the_ratio_on_one_side():
    over, under = against_rest(0, SOME, NONE), against_rest(1, SOME, NONE)
    assert (over.value, over.high) == (None, None)
    assert (under.value, under.low) == (None, None)
    assert over.low == pytest.approx(-under.high)


def test_no_other_source_counts_no_rest():
    levels = [(SOME, SOME.as_one_unit())] * 2
    assert ratios_to_rest(levels, DECLARED, counted=[True, False])[0] is None
    assert ratios_to_rest(levels, DECLARED, counted=[False, False]) == [None, None]
