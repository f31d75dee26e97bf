import math

import pytest

from framing.errors import DataError
from framing.rates.moments import Moments
from framing.rates.pool import DECLARED, Pool, log_rate, moderated, pool_constants

# Two articles of two paragraphs each, all of 50 tokens.
PAR = Moments.of([3, 1, 0, 0], [50, 50, 50, 50])
ART = Moments.of([4, 0], [100, 100])
ALONE = Moments.of([2, 3], [50, 50])


def test_seven_sources_of_several_articles_are_too_few():
    assert pool_constants([PAR] * 7 + [ALONE] * 20, [ART] * 7 + [ALONE.as_one_unit()] * 20) == DECLARED


def test_all_sources_of_one_article_get_the_declared_constants():
    assert pool_constants([ALONE] * 20, [ALONE.as_one_unit()] * 20) == DECLARED


def test_no_hit_anywhere_tells_nothing_about_overdispersion():
    par, art = Moments.of([0] * 4, [50] * 4), Moments.of([0] * 2, [100] * 2)
    assert pool_constants([par] * 8, [art] * 8) == DECLARED


def test_a_source_of_one_paragraph_does_not_pull_phi0_down():
    lone = Moments.of([40], [1000])
    with_it = pool_constants([PAR] * 8 + [lone], [ART] * 8 + [lone])
    assert with_it == pool_constants([PAR] * 8, [ART] * 8)


def test_an_empty_source_changes_nothing():
    empty = Moments.zero()
    assert pool_constants([PAR] * 8 + [empty], [ART] * 8 + [empty]) == pool_constants([PAR] * 8, [ART] * 8)


def test_swapped_levels_are_refused():
    with pytest.raises(DataError, match="not of one source"):
        pool_constants([ART], [PAR])
    with pytest.raises(DataError, match="not of one source"):
        moderated(PAR, ALONE.as_one_unit(), DECLARED)


def test_one_paragraph_has_the_prior_alone():
    lone = Moments.of([5], [80])
    assert moderated(lone, lone, Pool(1.7, 0.2, declared=False)) == (1.7, 4)


def test_without_a_hit_the_prior_stands_with_more_degrees_of_freedom():
    silent = Moments.of([0, 0, 0], [50, 50, 50])
    assert moderated(silent, silent.as_one_unit(), DECLARED) == (1.5, 6)
    # Several articles: phi0 + c0^2 D_A y with y = 0
    assert moderated(silent, silent, DECLARED) == (1.5, 4)


def test_phi_mod_is_never_below_one():
    even = Moments.of([2] * 10, [50] * 10)
    assert moderated(even, even.as_one_unit(), Pool(1.0, 0.0, declared=False)) == (1.0, 13)


def test_no_token_no_spread():
    with pytest.raises(DataError, match="no token"):
        moderated(Moments.zero(), Moments.zero(), DECLARED)


def test_log_rate_gives_a_silent_source_a_place():
    silent = Moments.of([0], [200])
    centre, scale, dof = log_rate(silent, silent, DECLARED)
    assert centre == pytest.approx(math.log(0.5 / 200))
    assert scale == pytest.approx(math.sqrt(1.5 / 0.5))
    assert dof == 4
