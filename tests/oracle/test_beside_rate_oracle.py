"""What stands beside a rate against scipy, numpy on the raw values, simulation, or a worked example."""

import math

import numpy as np
import pytest
from scipy import stats

from framing.rates.concentration import dispersion
from framing.rates.moments import Moments
from framing.rates.prior import estimated_prior
from framing.rates.shrink import Prior, posterior_interval, posterior_mean
from framing.rates.weights import rank_correlation


@pytest.mark.parametrize("level", [0.5, 0.95, 0.999])
@pytest.mark.parametrize(("y", "n", "phi", "b", "m"), [(0, 700, 1.0, 500, 0.004), (12, 1500, 2.3, 800, 0.01)])
def test_the_posterior_against_the_gamma_distribution_of_scipy(level, y, n, phi, b, m):
    own, prior = Moments.of([y], [n]), Prior(b, m)
    posterior = stats.gamma(b * m + y / phi, scale=1 / (b + n / phi))
    assert posterior_mean(own, prior, phi) == pytest.approx(posterior.mean(), rel=1e-12)
    assert posterior_interval(own, prior, phi, level) == pytest.approx(posterior.interval(level), rel=1e-9)


def test_the_posterior_mean_is_the_credibility_form_of_it():
    # w r + (1 - w) m with w = n/(n + b): Buhlmann's credibility factor, with n/phi for n.
    own, w = Moments.of([9], [1200]), 1200 / 1.6 / (1200 / 1.6 + 500)
    assert posterior_mean(own, Prior(500, 0.02), 1.6) == pytest.approx(w * 9 / 1200 + (1 - w) * 0.02)


def test_the_estimated_prior_against_numpy():
    y, n = np.array([3, 0, 12, 7, 30, 2, 9, 1, 4]), np.array([700, 400, 900, 1500, 2000, 800, 3000, 500, 650])
    found = estimated_prior([Moments.of([a], [b]) for a, b in zip(y, n, strict=True)], [1.0] * 9)
    m = y.sum() / n.sum()
    tau2 = (np.sum(n * (y / n - m) ** 2) - 8 * m) / (n.sum() - np.sum(n**2) / n.sum())
    assert (found.m, found.b) == pytest.approx((m, m / tau2))


@pytest.mark.parametrize("phi", [1, 3])
def test_the_estimated_prior_finds_the_one_that_the_rates_were_drawn_from(phi):
    rng = np.random.default_rng(4)
    n = rng.integers(300, 4000, 6000)
    rates = rng.gamma(6.0, 1 / 1500, 6000)  # a = 6, b = 1500, m = .004
    # phi times a Poisson count of mean n rate / phi has mean n rate and variance phi n rate.
    y = phi * rng.poisson(n * rates / phi)
    found = estimated_prior([Moments.of([a], [b]) for a, b in zip(y, n, strict=True)], [float(phi)] * 6000)
    assert found.m == pytest.approx(0.004, rel=0.03)
    assert found.b == pytest.approx(1500, rel=0.12)


def test_dp_of_the_worked_example():
    # Lijffijt & Gries 2012: three parts of one size; one has two thirds of the hits, another the last third.
    found = dispersion({(2, 100): 1, (1, 100): 1}, 300, 100)
    assert found.dp == pytest.approx(1 / 3)
    assert found.dp_norm == pytest.approx((1 / 3) / (2 / 3))


@pytest.mark.parametrize("seed", range(4))
def test_dp_against_the_definition_on_the_paragraphs(seed):
    rng = np.random.default_rng(seed)
    n = rng.integers(5, 120, 40)
    y = np.minimum(rng.poisson(0.4, 40), n)
    pairs = {}
    for a, b in zip(y.tolist(), n.tolist(), strict=True):
        if a:
            pairs[a, b] = pairs.get((a, b), 0) + 1
    found = dispersion(pairs, int(n.sum()), int(n.min()))
    dp = np.abs(n / n.sum() - y / y.sum()).sum() / 2
    assert found == pytest.approx((dp, dp / (1 - n.min() / n.sum())))


@pytest.mark.parametrize("seed", range(5))
def test_rank_correlation_against_scipy(seed):
    rng = np.random.default_rng(seed)
    x, y = rng.integers(0, 6, 12) / 3, rng.normal(size=12).round(1)  # ties on both sides
    assert rank_correlation(x.tolist(), y.tolist()) == pytest.approx(stats.spearmanr(x, y).statistic)


def test_the_same_order_correlates_at_exactly_one():
    x = [math.sqrt(k) for k in range(300)]
    assert rank_correlation(x, [value**3 for value in x]) == 1.0
