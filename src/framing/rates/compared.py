"""What a source brings to a comparison with others: overdispersion, degrees of freedom, and a place for a ranking.

Where some source has several articles, all are compared as what stands behind the articles. A source of one
article then lacks the spread between its articles, which is the corpus's: one long article about the militia is
certain of its own rate and says little of the next one. Told apart by its own spread alone, the longer such an
article is, the surer the false order (benchmarks/coverage.py has these corpora).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from framing.rates.pool import PRIOR_DOF_ARTICLES, along, moderated, own_dof, prior_of

if TYPE_CHECKING:
    from framing.rates.moments import Moments
    from framing.rates.pool import Pool

# What is added to a count before its root is taken, after Anscombe (1948): the root's variance is then nearly the
# same for all counts, 0 included.
_ADDED = 0.375


class Spread(NamedTuple):
    """Variance over mean of a source's hits, its degrees of freedom, and the share of them its own units decide."""

    phi: float
    nu: float
    own: float


class Place(NamedTuple):
    """The square root of a rate (per token) as a shifted, scaled t: where, how wide, degrees of freedom."""

    centre: float
    scale: float
    dof: float


def compared(par: Moments, art: Moments, pool: Pool) -> tuple[float, float]:
    """Return phi and nu of a source among others: `moderated`, and c0^2 y more for one article beside outlets.

    Raises
    ------
    DataError
        Where the source has no token, or its levels disagree.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> from framing.rates.pool import Pool
    >>> one = Moments.of([8, 12], [500, 500])
    >>> alone, beside = (Pool(1.0, 0.2, declared=False, outlets=outlets) for outlets in (False, True))
    >>> [round(compared(one, one.as_one_unit(), pool)[0], 2) for pool in (alone, beside)]  # 20 * .2 more
    [1.0, 5.0]
    """
    return _as_outlet(art, pool, art.y, *moderated(par, art, pool))


def expected_spread(par: Moments, art: Moments, pool: Pool, hits: float) -> Spread:
    """Return what to expect of `compared` with so many hits, whatever hits the source has.

    For planning: only the layout of its paragraphs and articles counts, and the corpus's constants. The source has
    tokens.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> from framing.rates.pool import Pool
    >>> one = Moments.of([0, 0, 0], [50, 50, 50])
    >>> phi, nu, own = expected_spread(one, one.as_one_unit(), Pool(1.5, 0.16, declared=True), 8)
    >>> phi, round(nu, 9), round(own, 2)  # two of the six degrees of freedom
    (1.5, 6.0, 0.33)
    """
    unit, d0, prior = prior_of(par, art, pool, hits)
    d = own_dof(unit)
    phi, nu = along(par, art, pool, prior, d0 + d)
    both, nu_both = _as_outlet(art, pool, hits, phi, nu)
    return Spread(both, nu_both, d / (d0 + d) * (phi**2 / nu) / (both**2 / nu_both))


def _as_outlet(art: Moments, pool: Pool, hits: float, phi: float, nu: float) -> tuple[float, float]:
    # Degrees of freedom after Welch; what is borrowed has as many as it has in a source of several articles.
    between = pool.c0_squared * hits
    if art.units > 1 or not pool.outlets or not between:
        return phi, nu
    both = phi + between
    return both, both**2 / (phi**2 / nu + between**2 / PRIOR_DOF_ARTICLES)


def place(par: Moments, art: Moments, pool: Pool, rate: float) -> Place:
    """Describe the square root of a source's rate (per token) as a t distribution, for a ranking.

    Centre sqrt((y + 3/8)/n'), scale sqrt(phi/n')/2, n' = n + (3/8)/rate: what is added to the hits comes with its
    tokens. Added to the hits alone, 3/8 of a hit in a note of 19 words would be the highest rate of all.

    Parameters
    ----------
    par, art
        The source's moments over paragraphs and over articles.
    pool
        Constants of the dimension.
    rate
        Hits per token of all that are ranked, above 0.

    Raises
    ------
    DataError
        Where the source has no token, or its levels disagree.

    References
    ----------
    Anscombe, F. J. (1948). The transformation of Poisson, binomial and negative-binomial data. Biometrika, 35.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> from framing.rates.pool import DECLARED
    >>> note, paper = Moments.of([0], [19]), Moments.of([0, 0], [3000, 3200])
    >>> [round(1000 * place(x, x.as_one_unit(), DECLARED, 0.004).centre ** 2, 2) for x in (note, paper)]
    [3.33, 0.06]
    """
    phi, nu = compared(par, art, pool)
    tokens = par.n + _ADDED / rate
    return Place(math.sqrt((par.y + _ADDED) / tokens), math.sqrt(phi / tokens) / 2, nu)
