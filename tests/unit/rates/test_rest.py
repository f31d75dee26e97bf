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
    longer = Moments.of([52, 53], [5000, 5000])  # (105 + 1/2)/10,000 is near (10 + 1/2)/1,000
    assert against_rest(0, SOME, brief, long).value == pytest.approx(
        against_rest(0, SOME, brief, longer).value, abs=0.002
    )


def test_the_pooled_reference_follows_the_longest_source():
    own, brief, long = (
        Moments.of([4, 4], [500, 500]),
        Moments.of([20, 20], [500, 500]),
        Moments.of([50, 50], [9000, 9000]),
    )
    found = both(own, brief, long)[0]
    # 8.5 in 1,000 against the mean of 40.5 in 1,000 and 100.5 in 18,000, and against 140.5 in 19,000
    assert found.equal.value == pytest.approx(math.log2(8.5 / ((40.5 + 100.5 / 18) / 2)))
    assert found.pooled.value == pytest.approx(math.log2(8.5 / (140.5 / 19)))
    assert found.equal.value < 0 < found.pooled.value


def test_many_sources_do_not_add_half_a_hit_each_to_the_pooled_rest():
    own, quiet = Moments.of([1, 0], [500, 500]), Moments.of([0, 0], [500, 500])
    found = both(own, own, *[quiet] * 100)[0]
    assert found.pooled.value == pytest.approx(math.log2(1.5 / (1.5 / 101)))
