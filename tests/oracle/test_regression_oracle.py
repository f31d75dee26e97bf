"""The Poisson regression against statsmodels' GLM (quasi-Poisson: scale by Pearson's X2; clusters: its sandwich)."""

import math

import numpy as np
import pytest
import statsmodels.api as sm

from framing.rates.moments import Moments
from framing.rates.pool import Pool, moderated
from framing.rates.quantiles import t_two_sided
from framing.rates.regression import expected, fit, make_units, pearson_dispersion
from framing.rates.topic_held import held_constant

GROUPS = 4


@pytest.fixture(params=[1, 2, 3])
def rows(request):
    generator = np.random.default_rng(request.param)
    group = np.repeat(np.arange(GROUPS), [30, 45, 8, 60])
    n = generator.integers(15, 120, len(group))
    t = generator.poisson(np.array([0.5, 2, 1, 0.2])[group])
    x = 100 * t / n
    rate = np.array([0.02, 0.01, 0.03, 0.015])[group] * np.exp(0.15 * x)
    y = generator.negative_binomial(2, 2 / (2 + n * rate))
    return y, n, x, group


def glm(y, n, x, group, **how):
    design = np.column_stack([*(group == g for g in range(GROUPS)), x]).astype(float)
    model = sm.GLM(y, design, family=sm.families.Poisson(), offset=np.log(n))
    return model.fit(tol=1e-13, maxiter=200, **how)


def test_estimates_and_fitted_values(rows):
    units = make_units(*rows)
    found, oracle = fit(units, GROUPS), glm(*rows)
    np.testing.assert_allclose([*found.intercepts, found.slope], oracle.params, rtol=1e-7)
    np.testing.assert_allclose(expected(units, found), oracle.fittedvalues, rtol=1e-7)


def test_quasi_poisson_standard_errors(rows):
    units = make_units(*rows)
    found, oracle = fit(units, GROUPS), glm(*rows, scale="X2")
    phi = oracle.scale
    assert phi > 1
    assert pearson_dispersion(units.y, expected(units, found), GROUPS + 1) == pytest.approx(phi, rel=1e-6)
    assert math.sqrt(found.slope_variance([phi] * GROUPS)) == pytest.approx(oracle.bse[-1], rel=1e-6)
    of_slope = found.slope_variance([phi] * GROUPS)
    own = [phi / hits + mean**2 * of_slope for hits, mean in zip(found.hits, found.means, strict=True)]
    np.testing.assert_allclose(np.sqrt(own), oracle.bse[:-1], rtol=1e-6)


def test_contrasts_are_linear_in_the_coefficients_of_the_glm(rows, monkeypatch):
    """Contrasts and their intervals, once every source has the one dispersion that statsmodels estimates."""
    y, n, _, group = rows
    oracle = glm(*rows, scale="X2")
    monkeypatch.setattr("framing.rates.topic_held.moderated", lambda *_: (oracle.scale, 1e9))
    levels = {}
    for g in range(GROUPS):
        par = Moments.of(y[group == g], n[group == g])
        levels[f"source {g}"] = (par, par.as_one_unit())
    found = held_constant(make_units(*rows), levels, Pool(1.0, 0.0, declared=False), 0.95)
    z = t_two_sided(0.95, 1e9)
    for g in range(GROUPS):
        weights = np.array([*(1.0 if j == g else -1 / (GROUPS - 1) for j in range(GROUPS)), 0.0])
        value = weights @ oracle.params
        half = z * math.sqrt(weights @ oracle.cov_params() @ weights)
        expected_ratio = np.exp([value, value - half, value + half])
        np.testing.assert_allclose(found.held[f"source {g}"], expected_ratio, rtol=1e-6)
    slope = oracle.params[-1] + np.array([0, -1, 1]) * z * oracle.bse[-1]
    np.testing.assert_allclose(found.slope, np.exp(slope), rtol=1e-6)
    plain = sm.GLM(
        y,
        np.column_stack([group == g for g in range(GROUPS)]).astype(float),
        family=sm.families.Poisson(),
        offset=np.log(n),
    ).fit(tol=1e-13, maxiter=200)
    for g in range(GROUPS):
        others = np.delete(plain.params, g).mean()
        assert found.raw[f"source {g}"].value == pytest.approx(math.exp(plain.params[g] - others), rel=1e-7)


def test_the_spread_over_articles_is_the_cluster_sandwich(rows):
    """With gamma known, phi/Y of unpooled article moments is the cluster variance but for its 1/(1 - D)."""
    y, n, _, _ = rows
    article = np.arange(len(y)) // 12
    model = sm.GLM(y, np.ones((len(y), 1)), family=sm.families.Poisson(), offset=np.log(n))
    oracle = model.fit(cov_type="cluster", cov_kwds={"groups": article, "use_correction": False}, tol=1e-13)
    moments = sum(
        (Moments.of(y[article == a], n[article == a]).as_one_unit() for a in np.unique(article)), Moments.zero()
    )
    assert moments.phi * (1 - moments.D) / moments.y == pytest.approx(oracle.bse[0] ** 2, rel=1e-6)
    phi, nu = moderated(Moments.of(y, n), moments, Pool(1.0, 0.0, declared=False))
    # As many degrees of freedom as even articles would have that vary as much: 1/D - 1, D from the lengths.
    lengths = np.bincount(article, n)
    own = lengths.sum() ** 2 / np.sum(lengths**2) - 1
    assert nu == pytest.approx(2 + own)
    assert phi == pytest.approx(max(1, (2 * 1.0 + own * moments.phi) / nu))
