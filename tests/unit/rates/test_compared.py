import math
from dataclasses import replace

import pytest

from framing.rates.compared import compared, expected_spread, place
from framing.rates.moments import Moments
from framing.rates.pool import DECLARED, moderated
from framing.rates.ranks import rank_probabilities

OUTLETS = replace(DECLARED, outlets=True)
ONE = Moments.of([2, 0, 1], [60, 60, 60])
THREE = Moments.of([2, 0, 1], [600, 600, 600])


def test_one_article_beside_outlets_has_the_spread_between_articles_too_by_hand():
    phi, nu = moderated(ONE, ONE.as_one_unit(), OUTLETS)
    found = compared(ONE, ONE.as_one_unit(), OUTLETS)
    # c0^2 y = .16 * 3 more, on two degrees of freedom
    assert found[0] == pytest.approx(phi + 0.48)
    assert found[1] == pytest.approx((phi + 0.48) ** 2 / (phi**2 / nu + 0.48**2 / 2))


def test_among_single_articles_nothing_is_added():
    assert compared(ONE, ONE.as_one_unit(), DECLARED) == moderated(ONE, ONE.as_one_unit(), DECLARED)


def test_a_source_of_several_articles_has_its_spread_already():
    assert compared(THREE, THREE, OUTLETS) == moderated(THREE, THREE, OUTLETS)


@pytest.mark.parametrize("pool", [DECLARED, OUTLETS])
@pytest.mark.parametrize("levels", [(ONE, ONE.as_one_unit()), (THREE, THREE)])
def test_a_plan_expects_the_degrees_of_freedom_that_the_comparison_will_have(levels, pool):
    expected = expected_spread(*levels, pool, levels[0].y)
    # The source's own phi is the prior's here: expectation and comparison are then one.
    like = replace(pool, phi0=levels[0].phi) if levels[1].units == 1 else pool
    if levels[1].units == 1:
        assert expected_spread(*levels, like, levels[0].y)[:2] == pytest.approx(compared(*levels, like))
    else:
        assert expected.nu == pytest.approx(compared(*levels, pool)[1])
    assert 0 < expected.own < 1


def test_what_is_borrowed_does_not_vary_with_the_source():
    alone, beside = (expected_spread(ONE, ONE.as_one_unit(), pool, 3) for pool in (DECLARED, OUTLETS))
    # The part of phi^2/nu that the source's own units decide is the same sum, in a larger whole.
    assert beside.own * beside.phi**2 / beside.nu == pytest.approx(alone.own * alone.phi**2 / alone.nu)


def test_the_place_of_a_source_by_hand():
    # 3/8 of a hit, and the 37.5 tokens that it has at one hit in 100
    centre, scale, _ = place(THREE, THREE, DECLARED, 0.01)
    phi, nu = moderated(THREE, THREE, DECLARED)
    assert centre == pytest.approx(math.sqrt(3.375 / 1837.5))
    assert scale == pytest.approx(math.sqrt(phi / 1837.5) / 2)
    assert place(THREE, THREE, DECLARED, 0.01).dof == nu


@pytest.mark.parametrize(("tokens", "most"), [(19, 1 / 2), (100, 1 / 2), (400, 1 / 7), (2000, 1 / 7)])
def test_a_source_without_a_hit_is_not_likely_the_first(tokens, most):
    """The others have 16 hits in 6,200 words each. From 400 words on, where a rank is claimed, its share is 1 in 7."""
    other = Moments.of([1] * 16 + [0] * 46, [100] * 62)
    silent = Moments.of([0], [tokens])
    places = [place(text, text.as_one_unit(), DECLARED, 16 / 6200) for text in [other] * 6 + [silent]]
    first = [row[0] for row in rank_probabilities(*zip(*places, strict=True))]
    assert first[-1] < most
    assert first[0] == pytest.approx((1 - first[-1]) / 6)
