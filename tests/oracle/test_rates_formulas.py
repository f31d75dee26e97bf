"""The formulas of rates against numpy and scipy on the raw units, or against tables worked by hand."""

import math
from fractions import Fraction
from itertools import combinations, pairwise, permutations

import numpy as np
import pytest
from scipy import integrate, linalg, stats

from framing.model.settings import Settings
from framing.rates.breadth import breadth, rarefied
from framing.rates.interval import articles_only_interval, rate_interval
from framing.rates.moments import Moments
from framing.rates.neighbours import neighbour_spread
from framing.rates.orders import find_orders
from framing.rates.pairs import pair_test
from framing.rates.pool import DECLARED, Pool, moderated, pool_constants
from framing.rates.quantiles import t_below, t_two_sided, z_two_sided
from framing.rates.ranks import rank_probabilities
from framing.rates.rest import ratios_to_rest
from framing.rates.shrink import shrunk_rate

POOL = Pool(1.3, 0.09, declared=False, rho0=0.2)


def levels(articles):
    """Moments of paragraphs and articles from a list of (hits, tokens) arrays, one pair an article."""
    par = sum((Moments.of_article(y, n) for y, n in articles), Moments.zero())
    art = Moments.of([int(np.sum(y)) for y, _ in articles], [int(np.sum(n)) for _, n in articles])
    return par, art


def random_source(seed, m, mean=0.03):
    rng = np.random.default_rng(seed)
    articles = []
    for _ in range(m):
        n = rng.integers(30, 121, rng.integers(4, 12))
        articles.append((rng.negative_binomial(mean * n * rng.gamma(4, 0.25), 0.5), n))
    return articles


def phi_from_residuals(y, n):
    """V/y by the definition, on the units themselves: sum of squared residuals over 1 - D."""
    r = y.sum() / n.sum()
    return np.sum((y - r * n) ** 2) / (1 - np.sum((n / n.sum()) ** 2)) / y.sum()


def units(articles, level):
    if level == "paragraphs":
        return np.concatenate([y for y, _ in articles]), np.concatenate([n for _, n in articles])
    return np.array([y.sum() for y, _ in articles]), np.array([n.sum() for _, n in articles])


# ---------------------------------------------------------------- quantiles


@pytest.mark.parametrize("level", [0.5, 0.8, 0.95, 0.999])
@pytest.mark.parametrize("nu", [1.0, 2.5, 7.0, 31.4, 1000.0])
def test_quantiles_against_scipy_stats(level, nu):
    assert t_two_sided(level, nu) == pytest.approx(stats.t.ppf((1 + level) / 2, nu), rel=1e-9)
    assert z_two_sided(level) == pytest.approx(stats.norm.ppf((1 + level) / 2), rel=1e-12)
    assert t_below(nu, -1.7) == pytest.approx(stats.t.cdf(-1.7, nu), rel=1e-9)


def test_fewer_than_one_degree_of_freedom_counts_as_one():
    assert t_two_sided(0.95, 0.2) == pytest.approx(stats.cauchy.ppf(0.975))


# ---------------------------------------------------------------- moments


def test_moments_worked_by_hand():
    # y = 2 0 1, n = 40 60 100: N = 200, r = .015
    # sum n^2 = 1600 + 3600 + 10000 = 15200, D = 15200/40000 = .38
    # residuals y - r n: 1.4, -.9, -.5; SS = 1.96 + .81 + .25 = 3.02; V = 3.02/.62; phi = V/3
    found = Moments.of([2, 0, 1], [40, 60, 100])
    assert found.D == 0.38
    assert (found.SS, found.V, found.phi) == pytest.approx((3.02, 3.02 / 0.62, 3.02 / 0.62 / 3))


def test_phi_of_equal_units_is_the_index_of_dispersion():
    # With n equal, D = 1/P and V/y = s^2 / mean, numpy's variance with ddof = 1.
    y = np.array([0, 3, 1, 4, 0, 0, 7])
    assert Moments.of(y, [50] * 7).phi == pytest.approx(np.var(y, ddof=1) / np.mean(y))


def test_moments_against_the_residuals_of_the_units():
    y, n = units(random_source(3, 8), "paragraphs")
    assert Moments.of(y, n).phi == pytest.approx(phi_from_residuals(y, n), rel=1e-12)


# ---------------------------------------------------------------- pool


def test_corpus_constants_against_exact_fractions():
    sources = [random_source(100 + s, 2 + s % 4) for s in range(9)] + [random_source(200, 1)]
    top, bottom, within_v, within_s, hits = Fraction(0), Fraction(0), Fraction(0), Fraction(0), 0
    for articles in sources:
        v, nn, d = {}, {}, {}
        for level in ("paragraphs", "articles"):
            y, n = ([int(value) for value in column] for column in units(articles, level))
            total, tokens = sum(y), sum(n)
            r = Fraction(total, tokens)
            nn[level] = sum(b * b for b in n)
            d[level] = Fraction(nn[level], tokens**2)
            squares = sum((a - r * b) ** 2 for a, b in zip(y, n, strict=True))
            v[level] = squares / (1 - d[level]) if len(n) > 1 else Fraction(0)
        share = nn["paragraphs"] * (1 - d["articles"]) / (1 - d["paragraphs"])  # S
        l2 = (total**2 - v["articles"]) / Fraction(tokens**2)
        if len(articles) > 1:
            top += v["articles"] - v["paragraphs"]
            bottom += l2 * (nn["articles"] - share)
        within_v, within_s, hits = within_v + v["paragraphs"], within_s + l2 * share, hits + total
    # Drawn to the declared values, .16 with the weight of 20 articles and 1.5 with that of 50 paragraphs.
    beyond = sum(len(articles) - 1 for articles in sources)
    c2 = (20 * Fraction(16, 100) + beyond * min(max(top / bottom, Fraction(0)), Fraction(1))) / (20 + beyond)
    more = sum(len(n) for articles in sources for _, n in articles) - len(sources)
    phi0 = (75 + more * (within_v - c2 * within_s) / hits) / (50 + more)
    found = pool_constants([levels(articles) for articles in sources])
    assert (found.phi0, found.c0_squared) == (pytest.approx(float(phi0)), pytest.approx(float(c2)))
    assert not found.declared
    assert 0 < c2 < 1 < phi0  # none of the cuts at work here


@pytest.mark.parametrize("seed", range(4))
def test_neighbours_against_exact_fractions(seed):
    (y, n), *_ = random_source(300 + seed, 1)
    y, n = ([int(value) for value in column] for column in (y, n))
    total, size = sum(n), len(n)
    residuals = [Fraction(a) - Fraction(sum(y), total) * b for a, b in zip(y, n, strict=True)]
    variance = sum(e * e for e in residuals) / (1 - Fraction(sum(b * b for b in n), total**2))
    products = sum(a * b for a, b in pairwise(residuals))
    shared = products + variance * Fraction(sum(a * b for a, b in pairwise(n)), total**2)
    found = neighbour_spread(y, n)
    assert found.excess / 1000 == pytest.approx(float((variance - sum(y)) * (size - 1) / size), abs=1e-3)
    assert found.shared / 1000 == pytest.approx(float(shared), abs=2e-3)


def test_neighbours_of_equal_length_against_numpy():
    y = np.array([0, 3, 1, 4, 0, 0, 7, 5, 2])
    centred = y - y.mean()
    lag_one = np.correlate(centred, centred, "full")[len(y)]
    found = neighbour_spread(y.tolist(), [60] * len(y))
    assert found.shared / 1000 == pytest.approx(lag_one + np.sum(centred**2) / len(y), abs=2e-3)


def test_in_no_order_neighbours_share_nothing():
    # The mean over all orders of one text's paragraphs is what independence looks like.
    orders = [neighbour_spread(list(y), [50] * 6).shared for y in permutations([5, 0, 1, 3, 0, 0])]
    assert np.mean(orders) == pytest.approx(0, abs=2)  # thousandths


@pytest.mark.parametrize(("rho", "paragraphs"), [(0.3, 1), (0.3, 2), (0.7, 9), (0.1, 40), (0.0, 5)])
def test_what_alike_paragraphs_count_for_against_the_matrix_of_correlations(rho, paragraphs):
    correlations = linalg.toeplitz(rho ** np.arange(paragraphs))
    assert Pool(1.5, 0.16, declared=True, rho0=rho).g(paragraphs) == pytest.approx(correlations.sum() / paragraphs)


def test_moderation_worked_by_hand():
    # One article: paragraphs as above, phi = 1.623656; prior 1.5 with weight 4, own with weight 1/D - 1, D = .38.
    # Neighbours with rho0 = .3: g = 1 + 2 (2/3 .3 + 1/3 .09) = 1.46.
    par = Moments.of([2, 0, 1], [40, 60, 100])
    d = 1 / 0.38 - 1
    phi = (4 * 1.5 + d * 1.623656) / (4 + d)
    along = 1 + 1.46 * (phi - 1)
    assert moderated(par, par.as_one_unit(), DECLARED) == pytest.approx((along, (4 + d) * phi / along))
    # Three articles of those counts: prior 1.5 + .16 * .38 * 3 = 1.6824 with weight 2.
    assert moderated(par, par, DECLARED) == pytest.approx(((2 * 1.6824 + d * 1.623656) / (2 + d), 2 + d))


# ---------------------------------------------------------------- rule R


@pytest.mark.parametrize("level", [0.8, 0.95, 0.99])
@pytest.mark.parametrize("m", [1, 2, 3, 4, 9, 20])
def test_rule_r_from_the_units_with_scipy_quantiles(m, level):
    articles = random_source(40 + m, m)
    yp, n_p = units(articles, "paragraphs")
    ya, na = units(articles, "articles")
    y, tokens = int(yp.sum()), int(n_p.sum())
    phi_p, d_a = phi_from_residuals(yp, n_p), np.sum((na / tokens) ** 2)
    k = 3 * y / max(1, phi_p)
    if m <= 3:
        prior = POOL.phi0 + (0 if m == 1 else POOL.c0_squared * d_a * y)
        own, d0, lengths = (phi_p, 4, n_p) if m == 1 else (phi_from_residuals(ya, na), 2, na)
        d = tokens**2 / np.sum(lengths**2) - 1
        phi_mod, nu_mod = max(1, (d0 * prior + d * own) / (d0 + d)), d0 + d
        if m == 1:
            g = linalg.toeplitz(0.2 ** np.arange(len(yp))).sum() / len(yp)
            phi_mod, nu_mod = 1 + g * (phi_mod - 1), nu_mod * phi_mod / (1 + g * (phi_mod - 1))
        h = stats.t.ppf((1 + level) / 2, max(1, min(nu_mod, k))) * math.sqrt(phi_mod / y)
    else:
        t = stats.t.ppf((1 + level) / 2, max(1, min(1 / d_a - 1, k)))
        h = max(t * math.sqrt(phi_from_residuals(ya, na) / y), stats.norm.ppf((1 + level) / 2) / math.sqrt(y))
    found = rate_interval(*levels(articles), POOL, level)
    assert found.low == pytest.approx(y / tokens * math.exp(-h), rel=1e-9)
    assert found.high == pytest.approx(y / tokens * math.exp(h), rel=1e-9)


def test_no_hit_by_hand():
    # z^2 phi / N, z^2 = 3.8415. One article of 40 paragraphs: g = 1 + .6/.7 (1 - 1/28) = 1.8265, phi = 1 + 1.8265 * .5.
    # Of 2 and 10 articles: phi = 1.5 + .16/m * 3.8415 * 1.5.
    par = Moments.of([0] * 40, [50] * 40)
    for art, phi in (
        (par.as_one_unit(), 1.91327),
        (Moments.of([0] * 2, [1000] * 2), 1.96098),
        (Moments.of([0] * 10, [200] * 10), 1.59220),
    ):
        found = rate_interval(par, art, DECLARED)
        assert found.low == 0
        assert found.high == pytest.approx(3.8415 * phi / 2000, rel=1e-4)


def test_one_paragraph_by_hand():
    # y = 4 in 100 tokens: phi_mod = phi0 = 1.5, nu = 4, k = 3 * 4 / 1.5 = 8; t_4 = 2.776 (any printed table);
    # h = 2.776 sqrt(1.5/4) = 1.700; .04 e^-1.7 = .00731, .04 e^1.7 = .2190
    one = Moments.of([4], [100])
    found = rate_interval(one, one, DECLARED)
    assert found.low == pytest.approx(0.00731, rel=2e-3)
    assert found.high == pytest.approx(0.2190, rel=2e-3)


def test_the_poisson_floor_by_hand():
    # Five articles of one rate: phi_A = 0, so h = z / sqrt(y) = 1.96 / sqrt(25) = .392
    art = Moments.of([5] * 5, [500] * 5)
    par = Moments.of([1] * 25, [100] * 25)
    found = rate_interval(par, art, DECLARED)
    assert math.log(found.high / 0.01) == pytest.approx(0.392, abs=1e-4)
    assert math.log(found.low / 0.01) == pytest.approx(-0.392, abs=1e-4)


def test_these_articles_only_is_the_one_article_formula():
    articles = random_source(77, 5)
    par, _ = levels(articles)
    whole = [(np.concatenate([y for y, _ in articles]), np.concatenate([n for _, n in articles]))]
    as_one = rate_interval(*levels(whole), POOL)
    found = articles_only_interval(par, POOL)
    assert (found.low, found.high) == (as_one.low, as_one.high)


# ---------------------------------------------------------------- rule R2


def calm(y, paragraphs, tokens):
    """A one-article source of `y` hits spread as evenly as can be: phi_mod is exactly 1 with phi0 = 1."""
    hits = [y // paragraphs + (p < y % paragraphs) for p in range(paragraphs)]
    par = Moments.of(hits, [tokens // paragraphs] * paragraphs)
    return par, par.as_one_unit()


CALM = Pool(1.0, 0.0, declared=False)


@pytest.mark.parametrize(("y1", "y2"), [(12, 30), (40, 38), (3, 1), (0, 9), (9, 0)])
def test_pair_of_independent_words_against_chisquare_and_wilson(y1, y2):
    a, b = calm(y1, 20, 2000), calm(y2, 10, 3000)
    found = pair_test(a, b, CALM)
    # nu by Welch from w1 = .6 with 4 + 19, w2 = .4 with 4 + 9 degrees of freedom; phi12 = 1
    nu = 1 / (0.6**2 / 23 + 0.4**2 / 13)
    hits = y1 + y2
    statistic = stats.chisquare([y1, y2], [0.4 * hits, 0.6 * hits]).statistic
    assert found.p_value == pytest.approx(2 * stats.t.sf(math.sqrt(statistic), nu))
    # scipy's Wilson interval takes z from its level: the level at which z is our t
    wilson_level = 1 - 2 * stats.norm.sf(stats.t.ppf(0.975, nu))
    share = stats.binomtest(y1, hits).proportion_ci(wilson_level, "wilson")
    assert found.low == pytest.approx(share.low / (1 - share.low) * 1.5, rel=1e-6, abs=1e-12)
    high = share.high / (1 - share.high) * 1.5 if y2 else math.inf
    assert found.high == pytest.approx(high, rel=1e-6)
    assert found.ratio == pytest.approx(y1 / y2 * 1.5 if y2 else math.inf)


def test_pair_of_bursty_sources_by_the_printed_formulas():
    first, second = random_source(5, 3), random_source(6, 12)
    a, b = levels(first), levels(second)
    (f1, d1), (f2, d2) = moderated(*a, POOL), moderated(*b, POOL)
    y1, n1, y2, n2 = a[0].y, a[0].n, b[0].y, b[0].n
    total, p0 = y1 + y2, n1 / (n1 + n2)
    w1, w2 = (1 - p0) * f1, p0 * f2
    nu = (w1 + w2) ** 2 / (w1**2 / d1 + w2**2 / d2)
    t = (y1 - total * p0) / math.sqrt(total * p0 * (1 - p0) * (w1 + w2))
    found = pair_test(a, b, POOL)
    assert found.p_value == pytest.approx(2 * stats.t.sf(abs(t), nu), rel=1e-9)
    assert found.p_greater == pytest.approx(stats.t.cdf(t, nu), rel=1e-9)


@pytest.mark.parametrize(("y1", "y2"), [(40, 62), (30, 30), (25, 80), (12, 14)])
def test_p_greater_of_independent_words_against_the_exact_binomial_of_scipy(y1, y2):
    # Given Y, y1 is Bin(Y, n1/(n1 + n2)) for independent words of one rate; mid-p, as a score test has no correction.
    found = pair_test(calm(y1, 400, 2000), calm(y2, 600, 3000), CALM)
    exact = stats.binom(y1 + y2, 0.4)
    assert found.p_greater == pytest.approx(exact.cdf(y1 - 1) + exact.pmf(y1) / 2, abs=0.01)


def test_q_values_of_a_corpus_against_scipy():
    corpus = {f"s{i}": levels(random_source(40 + i, 2 + i)) for i in range(7)}
    found = find_orders({"d": corpus}, {"d": POOL}, {"d": {}}, Settings()).pairs
    p = [pair_test(corpus[pair.a], corpus[pair.b], POOL).p_value for pair in found]
    assert [pair.q for pair in found] == pytest.approx(stats.false_discovery_control(p).tolist())


# ---------------------------------------------------------------- shrinkage


@pytest.mark.parametrize(("phi", "b0"), [(1.0, 500), (2.5, 500), (1.4, 2000)])
def test_shrinkage_against_the_posterior_of_scipy(phi, b0):
    sources = [Moments.of([y], [n]) for y, n in ((3, 700), (20, 1500), (14, 4000))]
    prior = 34 / 5500
    posterior = stats.gamma(b0 * prior + 3 / phi, scale=1 / (b0 + 700 / phi))
    assert shrunk_rate(0, sources, phi, b0) == pytest.approx(posterior.mean())


# ---------------------------------------------------------------- ranks


@pytest.mark.parametrize(("s1", "s2"), [(1.0, 1.0), (0.02, 0.9), (0.3, 0.1)])
def test_two_cauchys_in_closed_form(s1, s2):
    # The difference of two Cauchy variables is Cauchy with the sum of the scales.
    first = rank_probabilities([-4.0, -3.6], [s1, s2], [1.0, 1.0])[0][0]
    assert first == pytest.approx(0.5 + math.atan(-0.4 / (s1 + s2)) / math.pi, abs=1e-7)


def test_two_normals_in_closed_form():
    first = rank_probabilities([-4.0, -3.6], [0.3, 0.5], [1e7, 1e7])[0][0]
    assert first == pytest.approx(stats.norm.cdf(-0.4 / math.sqrt(0.34)), abs=1e-6)


def test_like_sources_share_all_ranks():
    table = np.array(rank_probabilities([1.0] * 7, [0.4] * 7, [3.0] * 7))
    assert np.allclose(table, 1 / 7, atol=1e-8)


def test_three_sources_against_adaptive_quadrature():
    spread = [stats.t(3, -4.0, 0.3), stats.t(8, -3.7, 0.6), stats.t(30, -4.2, 0.1)]
    table = rank_probabilities([-4.0, -3.7, -4.2], [0.3, 0.6, 0.1], [3.0, 8.0, 30.0])
    for i, own in enumerate(spread):
        g, h = (other for j, other in enumerate(spread) if j != i)
        pieces = {
            0: lambda x, own=own, g=g, h=h: own.pdf(x) * g.cdf(x) * h.cdf(x),
            2: lambda x, own=own, g=g, h=h: own.pdf(x) * g.sf(x) * h.sf(x),
        }
        for rank, integrand in pieces.items():
            value = sum(
                integrate.quad(integrand, low, high, limit=200)[0]
                for low, high in [(-60, -6), (-6, -4.2), (-4.2, -3.5), (-3.5, -1), (-1, 60)]
            )
            assert table[i][rank] == pytest.approx(value, abs=1e-6)


def test_ranks_against_draws_of_numpy():
    centres, scales, dofs = (
        np.array([-4.0, -3.7, -4.2, -3.9, -5.0]),
        np.array([0.3, 0.6, 0.1, 0.2, 0.5]),
        [3, 8, 30, 5, 4],
    )
    rng = np.random.default_rng(11)
    draws = np.array(centres) + np.array(scales) * np.column_stack([rng.standard_t(nu, 200_000) for nu in dofs])
    ranks = np.argsort(np.argsort(-draws, axis=1), axis=1)
    drawn = [np.bincount(column, minlength=5) / len(draws) for column in ranks.T]
    # Five standard errors of a share of one half
    assert np.allclose(rank_probabilities(centres, scales, dofs), drawn, atol=5 * 0.5 / math.sqrt(len(draws)))


def test_ranks_of_many_sources_against_draws_of_numpy():
    # 150 sources take several chunks of nodes, and most counts k are dropped.
    rng = np.random.default_rng(12)
    centres, scales, dofs = rng.normal(-4.5, 0.5, 150), rng.uniform(0.1, 0.5, 150), rng.uniform(4, 60, 150)
    draws = centres + scales * np.column_stack([rng.standard_t(nu, 40_000) for nu in dofs])
    ranks = np.argsort(np.argsort(-draws, axis=1), axis=1)
    table = np.array(rank_probabilities(centres.tolist(), scales.tolist(), dofs.tolist()))
    assert np.allclose(table @ np.arange(150), ranks.mean(axis=0), atol=5 * 45 / math.sqrt(len(draws)))
    drawn = np.array([np.bincount(column, minlength=150) / len(draws) for column in ranks.T])
    assert np.abs(table - drawn).max() < 6 * 0.5 / math.sqrt(len(draws))


# ---------------------------------------------------------------- against the rest


def test_of_two_sources_the_rest_is_the_other():
    a, b = levels(random_source(8, 2)), levels(random_source(9, 6))
    pair = pair_test(a, b, POOL)
    for found in ratios_to_rest([a, b], POOL)[0]:
        assert found.p_value == pytest.approx(pair.p_value)
        assert [2**each for each in (found.value, found.low, found.high)] == pytest.approx(
            [pair.ratio, pair.low, pair.high]
        )


@pytest.mark.parametrize("weights", ["equal", "tokens"])
def test_three_sources_by_the_score_of_the_difference_of_rates(weights):
    """T = (r - R)/sqrt(r0 (v + V)): v, V are the variances of r, R for a rate of one, r0 what both have in common.

    Written with rates, where the library puts the rest as a source with hits and tokens and compares two sources.
    """
    sources = [levels(random_source(20 + s, 2 + s)) for s in range(3)]
    y, n = (np.array([getattr(p, field) for p, _ in sources], dtype=float) for field in ("y", "n"))
    phi, nu = np.array([moderated(p, a, POOL) for p, a in sources]).T
    w = np.array([0.5, 0.5]) if weights == "equal" else n[1:] / n[1:].sum()
    smooth = (y[1:] + 0.5) / (n[1:] + 0.5 * n.sum() / y.sum())
    rest, parts = w @ (y[1:] / n[1:]), w**2 * phi[1:] * smooth / n[1:] / (w @ smooth)
    own = phi[0] / n[0]
    length = (w @ smooth) / np.sum(w**2 * smooth / n[1:])  # tokens of independent words that would vary as much
    common = (y[0] + rest * length) / (n[0] + length)
    t = (y[0] / n[0] - rest) / math.sqrt(common * (own + parts.sum()))
    dof = (own + parts.sum()) ** 2 / (own**2 / nu[0] + np.sum(parts**2 / nu[1:]))
    both = ratios_to_rest(sources, POOL)[0]
    found = both.equal if weights == "equal" else both.pooled
    assert found.p_value == pytest.approx(2 * stats.t.sf(abs(t), dof), rel=1e-9)
    assert 2**found.value == pytest.approx(y[0] / n[0] / rest)


# ---------------------------------------------------------------- breadth


def test_evenness_against_scipy_entropy():
    hits = [5, 0, 2, 11, 1, 0]
    found = breadth(hits)
    assert (found.hit, found.of) == (4, 6)
    assert found.evenness == pytest.approx(stats.entropy(hits, base=6))


@pytest.mark.parametrize("m", [1, 2, 4, 6])
def test_rarefaction_against_all_draws(m):
    pot = [0, 0, 0, 1, 1, 2, 3]
    draws = [len(set(draw)) for draw in combinations(pot, m)]
    assert rarefied([3, 2, 1, 1], m) == pytest.approx(np.mean(draws))


def test_rarefaction_of_many_hits_against_the_hypergeometric():
    hits = [400_000, 5_000, 300, 7]
    expected = sum(1 - stats.hypergeom.pmf(0, sum(hits), y, 2_000) for y in hits)
    assert rarefied(hits, 2_000) == pytest.approx(expected, rel=1e-6)
