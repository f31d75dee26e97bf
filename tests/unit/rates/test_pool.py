from dataclasses import replace

import pytest

from framing.errors import DataError
from framing.rates.moments import Moments
from framing.rates.pool import DECLARED, Pool, moderated, own_dof, pool_constants

# Two articles of two paragraphs each, all of 50 tokens.
PAR = Moments.of([3, 1, 0, 0], [50, 50, 50, 50])
ART = Moments.of([4, 0], [100, 100])
ALONE = Moments.of([2, 3], [50, 50])


def constants(paragraphs, articles):
    return pool_constants(zip(paragraphs, articles, strict=True))


def test_a_corpus_of_no_text_has_the_declared_constants():
    assert constants([], []) == DECLARED
    assert (DECLARED.phi0, DECLARED.c0_squared, DECLARED.rho0, DECLARED.declared) == (1.5, 0.16, 0.3, True)


def test_all_sources_of_one_article_keep_the_declared_spread_of_articles():
    found = constants([ALONE] * 20, [ALONE.as_one_unit()] * 20)
    assert (found.c0_squared, found.declared) == (0.16, True)


def test_constants_are_drawn_to_the_declared_ones_by_hand():
    # PAR: N = 200, y = 4, squares about the rate 1/50: 4 + 0 + 1 + 1 = 6, V_P = 6/(3/4) = 8.
    # ART: (4 - 2)^2 + (0 - 2)^2 = 8, V_A = 16. S_A = 20000, S = 10000 (1/2)/(3/4) = 20000/3, l2 = (16 - 16)/N^2 = 0:
    # nothing can be said of c0^2, and phi0 = (50 * 1.5 + 3 * 8/4)/53.
    found = constants([PAR], [ART])
    assert (found.c0_squared, found.declared) == (0.16, True)
    assert found.phi0 == pytest.approx((75 + 6) / 53)


def test_twenty_articles_beyond_the_first_outweigh_what_was_declared():
    assert constants([PAR] * 19, [ART] * 19).declared
    assert not constants([PAR] * 20, [ART] * 20).declared


def test_each_constant_says_whether_it_is_declared():
    # 20 paragraphs beyond the first, no article beyond the first
    few = constants([Moments.of([1, 0] * 10 + [3], [50] * 21)], [Moments.of([13], [1050])])
    assert (few.phi0_declared, few.declared, few.rho0_declared) == (True, True, True)
    # 59 paragraphs beyond the first, of which the variance exceeds that of independent words by more than is declared
    bursts = Moments.of_article([9, 0, 0, 0, 0, 0] * 10, [50] * 60)
    many = constants([bursts] * 2, [bursts.as_one_unit()] * 2)
    assert (many.phi0_declared, many.declared, many.rho0_declared) == (False, True, False)


def test_a_corpus_of_outlets_has_a_source_of_several_articles():
    assert not constants([ALONE] * 2, [ALONE.as_one_unit()] * 2).outlets
    assert constants([ALONE, PAR], [ALONE.as_one_unit(), ART]).outlets


def test_uneven_units_have_the_degrees_of_freedom_of_fewer():
    # Lengths 6, 2, 2 of 10: D = .44, 1/D = 2.27
    assert own_dof(Moments.of([1, 1, 1], [600, 200, 200])) == pytest.approx(1 / 0.44 - 1)
    assert own_dof(Moments.of([1] * 5, [100] * 5)) == 4


def test_alike_neighbours_by_hand():
    # Hits 3 3 0 0: X = 4.5 and C = 4.5 (see framing.rates.neighbours), C times 1 + 2/4. Declared: 100 pairs of 6/4
    # hits, whose variance exceeds them by .5 of them, X0 = 75, and C0 = .3 X0. One article: (6.75 + 22.5)/(4.5 + 75);
    # forty: (270 + 22.5)/(180 + 75), above the cut at .7.
    alike = Moments.of_article([3, 3, 0, 0], [50] * 4)
    assert constants([alike], [alike.as_one_unit()]).rho0 == pytest.approx(29.25 / 79.5)
    assert constants([alike] * 40, [alike.as_one_unit()] * 40).rho0 == 0.7


def test_neighbours_that_take_turns_are_not_alike():
    turns = Moments.of_article([3, 0, 3, 0], [50] * 4)
    assert constants([turns] * 40, [turns.as_one_unit()] * 40).rho0 == 0.0


def test_less_variance_than_independent_words_have_is_no_likeness():
    # One hit a paragraph: V = 0, X < 0 and C = 0, so that the declared value stands.
    even = Moments.of_article([1] * 6, [50] * 6)
    assert constants([even], [even.as_one_unit()]).rho0 == pytest.approx(0.3)


def test_no_hit_anywhere_tells_nothing_about_overdispersion():
    par, art = Moments.of([0] * 4, [50] * 4), Moments.of([0] * 2, [100] * 2)
    assert constants([par] * 8, [art] * 8) == replace(DECLARED, outlets=True)


def test_a_source_of_one_paragraph_does_not_pull_phi0_down():
    lone = Moments.of([40], [1000])
    with_it = constants([PAR] * 8 + [lone], [ART] * 8 + [lone])
    assert with_it == constants([PAR] * 8, [ART] * 8)


def test_an_empty_source_changes_nothing():
    empty = Moments.zero()
    assert constants([PAR] * 8 + [empty], [ART] * 8 + [empty]) == constants([PAR] * 8, [ART] * 8)


def test_swapped_levels_are_refused():
    with pytest.raises(DataError, match="not of one source"):
        constants([ART], [PAR])
    with pytest.raises(DataError, match="not of one source"):
        moderated(PAR, ALONE.as_one_unit(), DECLARED)


def test_one_paragraph_has_the_prior_alone():
    lone = Moments.of([5], [80])
    assert moderated(lone, lone, Pool(1.7, 0.2, declared=False)) == (1.7, 4)


def test_without_a_hit_the_prior_stands_with_more_degrees_of_freedom():
    silent = Moments.of([0, 0, 0], [50, 50, 50])
    # One article of three paragraphs: g = 1 + 2 (2/3 .3 + 1/3 .09) = 1.46, 1 + 1.46 * .5 = 1.73, 6 * 1.5/1.73
    assert moderated(silent, silent.as_one_unit(), DECLARED) == pytest.approx((1.73, 9 / 1.73))
    # Several articles: phi0 + c0^2 D_A y with y = 0
    assert moderated(silent, silent, DECLARED) == (1.5, 4)


def test_phi_mod_is_never_below_one():
    even = Moments.of([2] * 10, [50] * 10)
    assert moderated(even, even.as_one_unit(), Pool(1.0, 0.0, declared=False)) == (1.0, 13)


def test_no_token_no_spread():
    with pytest.raises(DataError, match="no token"):
        moderated(Moments.zero(), Moments.zero(), DECLARED)
