"""What the sources of one dimension lend each other: overdispersion of words, spread between articles.

Letters and rules follow the design note on intervals. Subscript P: from paragraphs (`par`); A: from
articles (`art`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.errors import DataError
from framing.rates.moments import Moments
from framing.rates.neighbours import UNIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# One source and one dimension at the two levels: (over paragraphs, over articles).
Levels = tuple[Moments, Moments]

# What each constant is before any text is seen, and how much of a corpus that counts for: paragraphs for phi0,
# articles for c0^2, neighbouring pairs of paragraphs with hits of the declared phi0 for rho0. Without these weights
# one of two sources would have an interval half as wide again by chance.
PRIOR_PHI, PRIOR_PARAGRAPHS = 1.5, 50
PRIOR_C_SQUARED, PRIOR_ARTICLES = 0.16, 20
PRIOR_RHO, PRIOR_PAIRS = 0.3, 100
# At .7 the excess of the variance already counts 5.7 times; beyond, an article has too few paragraphs to tell.
LARGEST_RHO = 0.7
# What the corpus says of a source's spread counts as so many degrees of freedom: between paragraphs, and articles.
PRIOR_DOF_PARAGRAPHS, PRIOR_DOF_ARTICLES = 4, 2


@dataclass(frozen=True, slots=True)
class Pool:
    """Corpus constants of one dimension; to be shown in the output.

    Attributes
    ----------
    phi0
        Variance over mean of the hits of paragraphs, within articles; at least 1.
    c0_squared
        Squared coefficient of variation of the rate between the articles of a source, 0 to 1.
    declared
        True where the declared c0^2 of .16 outweighs what the articles of this corpus say.
    rho0
        Correlation of the bursts of neighbouring paragraphs of an article, 0 to .7.
    phi0_declared, rho0_declared
        As `declared`, of the other two.
    outlets
        True where a source has several articles. What is compared is then what stands behind the articles, and a
        source of one article is compared as one that could have written another (`framing.rates.compared`).
    """

    phi0: float
    c0_squared: float
    declared: bool
    rho0: float = 0.0
    phi0_declared: bool = False
    rho0_declared: bool = False
    outlets: bool = False

    def shown(self) -> dict[str, float | bool]:
        """Return the constants as they stand in the output."""
        return {
            "phi0": self.phi0,
            "c0_squared": self.c0_squared,
            "rho0": self.rho0,
            "declared": self.declared,
            "phi0_declared": self.phi0_declared,
            "rho0_declared": self.rho0_declared,
        }

    def g(self, paragraphs: int) -> float:
        """Return how often the excess of the variance counts in a text of so many paragraphs: 1 for one.

        The sum of rho0^|i - j| over all paragraphs i and j, divided by P: near (1 + rho0)/(1 - rho0) for many.

        Examples
        --------
        >>> Pool(1.5, 0.16, declared=True, rho0=0.5).g(2)  # (1 + .5 + .5 + 1)/2
        1.5
        """
        rho, p = self.rho0, paragraphs
        return 1 + 2 * rho / (1 - rho) * (1 - (1 - rho**p) / (p * (1 - rho)))


DECLARED = Pool(PRIOR_PHI, PRIOR_C_SQUARED, declared=True, rho0=PRIOR_RHO, phi0_declared=True, rho0_declared=True)


def pool_constants(levels: Iterable[Levels]) -> Pool:
    """Pool phi0, c0^2 and rho0 over the sources of one dimension.

    The sums of c0^2 run over sources of several articles, those of phi0 over sources of several
    paragraphs, those of rho0 over all. Each is drawn to its declared value, with the weight of 20
    articles, 50 paragraphs and 100 pairs of paragraphs: a small corpus keeps near 1.5, .16 and .3.

    Parameters
    ----------
    levels
        Per source: moments over paragraphs, and over articles.

    Raises
    ------
    DataError
        Where the two levels of a source do not sum to the same hits and tokens.

    Examples
    --------
    >>> one = Moments.of([2, 0, 1], [40, 60, 100])
    >>> found = pool_constants([(one, one.as_one_unit())])
    >>> round(found.phi0, 3), found.c0_squared, found.declared, found.rho0
    (1.505, 0.16, True, 0.3)
    """
    sources = list(levels)
    for paragraphs, articles in sources:
        check_levels(paragraphs, articles)
    several = [(p, a) for p, a in sources if a.units > 1]
    spread = [(p, a) for p, a in sources if p.units > 1]
    # A source of one paragraph has hits but no V: its y in the denominator would pull phi0 down.
    y = sum(p.y for p, _ in spread)
    if y == 0:
        return replace(DECLARED, outlets=bool(several))
    c0_squared, articles_beyond = _between_articles(several), sum(a.units - 1 for _, a in several)
    c0_squared = _drawn(c0_squared, articles_beyond, PRIOR_C_SQUARED, PRIOR_ARTICLES)
    # phi0 = [sum V_P - c0^2 sum l2 S] / sum y, drawn to 1.5, at least 1
    within = sum(p.V or 0.0 for p, _ in spread)
    within -= c0_squared * sum(_l2(a) * _expected_nn(p, a) for p, a in spread)
    paragraphs_beyond = sum(p.units - 1 for p, _ in spread)
    rho0, rho0_declared = _of_neighbours(sources)
    return Pool(
        max(1.0, _drawn(within / y, paragraphs_beyond, PRIOR_PHI, PRIOR_PARAGRAPHS)),
        c0_squared,
        articles_beyond < PRIOR_ARTICLES,
        rho0,
        phi0_declared=paragraphs_beyond < PRIOR_PARAGRAPHS,
        rho0_declared=rho0_declared,
        outlets=bool(several),
    )


def moderated(par: Moments, art: Moments, pool: Pool) -> tuple[float, float]:
    """Pull the overdispersion of one source towards the corpus.

    Parameters
    ----------
    par, art
        The source's moments over paragraphs and over articles.
    pool
        Constants of the dimension.

    Returns
    -------
    phi_mod, nu_mod
        Variance over mean of the source's hits, at least 1, and its degrees of freedom. Without a hit,
        or with one paragraph, phi_mod is the prior alone. Of one article, its excess over 1 is taken g
        times and nu_mod is less by the same factor: paragraphs that resemble each other count for fewer.

    Raises
    ------
    DataError
        Where the source has no token, or its levels disagree.

    Examples
    --------
    >>> one = Moments.of([2, 0, 1], [40, 60, 100])
    >>> phi, nu = moderated(one, one.as_one_unit(), DECLARED)
    >>> round(phi, 4), round(nu, 4)  # 1.5358 and 5.63 before neighbours are thought of
    (1.7823, 4.8528)
    """
    check_levels(par, art)
    if par.n == 0:
        raise DataError("no token: no rate and no spread")
    unit, d0, prior = prior_of(par, art, pool, art.y)
    d = own_dof(unit)
    own = prior if unit.phi is None else unit.phi
    return along(par, art, pool, max(1.0, (d0 * prior + d * own) / (d0 + d)), d0 + d)


def own_dof(unit: Moments) -> float:
    """Return 1/D - 1, what the spread between units has as degrees of freedom: of even ones, their number less one.

    Not the number itself: ten articles of log-normal lengths have the evidence of five (benchmarks/coverage.py has
    them).
    """
    return unit.n**2 / unit.nn - 1


def prior_of(par: Moments, art: Moments, pool: Pool, hits: float) -> tuple[Moments, int, float]:
    """Return the units that carry a source's spread, d0, and the phi that the corpus expects of so many hits."""
    if art.units == 1:
        return par, PRIOR_DOF_PARAGRAPHS, pool.phi0
    # phi0 + c0^2 D_A y
    return art, PRIOR_DOF_ARTICLES, pool.phi0 + pool.c0_squared * (art.nn / art.n**2) * hits


def along(par: Moments, art: Moments, pool: Pool, phi: float, nu: float) -> tuple[float, float]:
    """Return phi and nu with neighbours thought of: of one article, its excess g times, its nu fewer by the factor."""
    if art.units > 1:
        return phi, nu
    widened = 1 + pool.g(par.units) * (phi - 1)
    return widened, nu * phi / widened


def check_levels(par: Moments, art: Moments) -> None:
    """Raise DataError unless paragraphs and articles are two views of one text (swapped ones are not)."""
    if (par.y, par.n) != (art.y, art.n) or par.units < art.units:
        raise DataError(
            f"paragraphs ({par.units} units, {par.y} hits, {par.n} tokens) and articles "
            f"({art.units}, {art.y}, {art.n}) are not of one source"
        )


def _drawn(found: float | None, size: int, declared: float, weight: int) -> float:
    # The mean of what was found in a corpus of so many and of what was declared; None: nothing could be found.
    return declared if found is None else (weight * declared + size * found) / (weight + size)


def _between_articles(several: Sequence[Levels]) -> float | None:
    # c0^2 = sum(V_A - V_P) / sum l2 (S_A - S), cut to [0, 1]
    excess = sum((a.V or 0.0) - (p.V or 0.0) for p, a in several)
    leverage = sum(_l2(a) * (a.nn - _expected_nn(p, a)) for p, a in several)
    return min(max(excess / leverage, 0.0), 1.0) if leverage > 0 else None


def _of_neighbours(sources: Sequence[Levels]) -> tuple[float, bool]:
    # rho0 = C (1 + 2/P) / X, P paragraphs an article: the factor takes back what fitting a rate to each article
    # costs. Drawn to .3 on the scale of variances, not of ratios: of words that are hardly bursty X and C are both
    # noise about 0, and C/X is anything.
    shared, excess = sum(p.shared for p, _ in sources), sum(p.excess for p, _ in sources)
    paragraphs, articles = sum(p.units for p, _ in sources), sum(a.units for _, a in sources)
    prior = UNIT * PRIOR_PAIRS * (PRIOR_PHI - 1) * sum(p.y for p, _ in sources) / paragraphs
    found = (shared * (1 + 2 * articles / paragraphs) + PRIOR_RHO * prior) / (max(excess, 0) + prior)
    return min(max(found, 0.0), LARGEST_RHO), excess < prior


def _l2(art: Moments) -> float:
    # The rate squared, less what its own error adds: l2 = (y^2 - V_A)/N^2
    return (art.y**2 - (art.V or 0.0)) / art.n**2


def _expected_nn(par: Moments, art: Moments) -> float:
    # S = S_P (1 - D_A)/(1 - D_P): what an article effect adds to V_P. 0 for one article.
    return par.nn * (art.n**2 - art.nn) / (par.n**2 - par.nn)
