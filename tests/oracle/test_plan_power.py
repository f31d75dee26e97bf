"""The power that a plan promises, against simulated text and the shipped pair test: the simulation is the oracle."""

import math

import numpy as np
import pytest

from framing.rates.moments import Moments
from framing.rates.pairs import pair_test
from framing.rates.plan import articles_needed, detectable_ratio, layout, power_of_pair, tokens_of_one_needed
from framing.rates.pool import Pool

# Few simulated cells, and a normal approximation of counts: the margin is for both. 700 runs: standard error .015.
RUNS, MARGIN = 700, 0.08
TOKENS = 60


def draw(rng, rate, articles, paragraphs, pool):
    """Return a source of bursty text: gamma article effects of cv c0, negative-binomial paragraphs of variance phi0.

    The bursts of neighbouring paragraphs are correlated by rho0: the thinned gamma process of Wolpert (2021).
    """
    cv = math.sqrt(pool.c0_squared) if articles > 1 or pool.outlets else 0.0
    effects = rng.gamma(1 / cv**2, cv**2, articles) if cv else np.ones(articles)
    par, art = Moments.zero(), Moments.zero()
    for effect in effects:
        k = rate * effect * TOKENS / (pool.phi0 - 1)
        shared = pool.rho0 * k
        bursts = [rng.gamma(k)]
        for _ in range(paragraphs - 1):
            kept = bursts[-1] * rng.beta(shared, k - shared) if shared else 0.0
            bursts.append(kept + rng.gamma(k - shared))
        one = Moments.of_article(rng.poisson((pool.phi0 - 1) * np.array(bursts)), [TOKENS] * paragraphs)
        par, art = par + one, art + one.as_one_unit()
    return par, art


def simulated_power(rng, ratio, rate, shapes, pool):
    told = 0
    for _ in range(RUNS):
        a = draw(rng, rate * math.sqrt(ratio), *shapes[0], pool)
        b = draw(rng, rate / math.sqrt(ratio), *shapes[1], pool)
        found = pair_test(a, b, pool)
        told += found is not None and found.p_value < 0.05
    return told / RUNS


@pytest.mark.parametrize(
    ("shapes", "rate", "pool"),
    [
        # articles and paragraphs of each source
        (((1, 60), (1, 60)), 0.012, Pool(1.5, 0.16, declared=True)),
        (((1, 60), (1, 60)), 0.012, Pool(1.5, 0.16, declared=True, rho0=0.3)),
        (((1, 120), (1, 60)), 0.012, Pool(2.0, 0.16, declared=True, rho0=0.4)),
        (((2, 30), (2, 30)), 0.012, Pool(1.5, 0.16, declared=True)),
        (((3, 20), (3, 20)), 0.012, Pool(1.5, 0.16, declared=True)),
        (((12, 15), (12, 15)), 0.010, Pool(1.5, 0.16, declared=True)),
        (((40, 12), (40, 12)), 0.008, Pool(2.0, 0.30, declared=False)),
        # One article beside an outlet: an article of its own effect, and what is lent for it.
        (((1, 80), (20, 15)), 0.012, Pool(1.5, 0.05, declared=False, outlets=True)),
    ],
)
def test_the_test_tells_the_ratio_as_often_as_promised(shapes, rate, pool):
    a, b = (layout(articles=m, paragraphs=p, tokens=TOKENS) for m, p in shapes)
    ratio = detectable_ratio(rate, a, b, pool)
    power = simulated_power(np.random.default_rng(7), ratio, rate, shapes, pool)
    assert power == pytest.approx(0.8, abs=MARGIN)


def test_whichever_is_the_higher_is_told():
    pool, rate, shapes = Pool(1.5, 0.16, declared=True), 0.012, ((5, 15), (20, 15))
    a, b = (layout(articles=m, paragraphs=p, tokens=TOKENS) for m, p in shapes)
    ratio = detectable_ratio(rate, a, b, pool)
    rng = np.random.default_rng(8)
    assert min(simulated_power(rng, ratio, rate, pair, pool) for pair in (shapes, shapes[::-1])) > 0.8 - MARGIN


def test_with_no_difference_the_power_is_the_level():
    text = layout(articles=10, paragraphs=12, tokens=TOKENS)
    # One tail of two: a power counts what is told in the right direction.
    assert power_of_pair(1.0, 0.01, (text, text), Pool(1.5, 0.16, declared=True)) == pytest.approx(0.025, abs=0.01)


def test_the_amounts_needed_give_the_power_and_one_less_does_not():
    pool, rate = Pool(1.5, 0.16, declared=True), 0.01
    articles = articles_needed(2.0, rate, pool, paragraphs=13, tokens=TOKENS)
    powers = [
        power_of_pair(2.0, rate, (layout(articles=m, paragraphs=13, tokens=TOKENS),) * 2, pool)
        for m in (articles - 1, articles)
    ]
    assert powers[0] < 0.8 <= powers[1]
    tokens = tokens_of_one_needed(2.0, rate, pool, tokens=TOKENS)
    powers = [
        power_of_pair(2.0, rate, (layout(articles=1, paragraphs=p, tokens=TOKENS),) * 2, pool)
        for p in (tokens // TOKENS - 1, tokens // TOKENS)
    ]
    assert powers[0] < 0.8 <= powers[1]


def test_the_textbook_form_is_near_where_text_is_plenty():
    """Methods section 6: (ln RR / (1.96 + .84))^2 = phi (1/y1 + 1/y2), for long single texts without neighbours."""
    pool = Pool(1.5, 0.0, declared=True)
    text = layout(articles=1, paragraphs=400, tokens=TOKENS)
    ratio = detectable_ratio(0.01, text, text, pool)
    y1, y2 = (0.01 * text[0].n * factor for factor in (math.sqrt(ratio), 1 / math.sqrt(ratio)))
    textbook = math.exp(2.8016 * math.sqrt(1.5 * (1 / y1 + 1 / y2)))
    assert ratio == pytest.approx(textbook, rel=0.02)


def test_words_of_one_text_are_planned_for_texts_whatever_the_corpus_has():
    """Between outlets two single articles could tell no ratio at all: what is lent for them grows with their hits."""
    texts, outlets = (Pool(1.5, 0.16, declared=True, outlets=several) for several in (False, True))
    needed = [tokens_of_one_needed(3.0, 0.01, pool, tokens=TOKENS) for pool in (texts, outlets)]
    assert needed[0] == needed[1] is not None
