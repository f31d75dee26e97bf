"""Rule R: the interval of a rate, on the log scale, from the moments of its paragraphs and articles.

One rule for one article and for many. What it covers is measured by benchmarks/coverage.py; its table, and the
limits of what is simulated there, are in docs/explanation/coverage.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.rates.pool import check_levels, moderated
from framing.rates.quantiles import t_two_sided, z_two_sided

if TYPE_CHECKING:
    from framing.rates.moments import Moments
    from framing.rates.pool import Pool

NO_TOKEN = "no token"  # noqa: S105, running words
ONE_ARTICLE = "this article only; no inference to the outlet"
BORROWED = "approximate; spread between articles borrowed from the corpus"
DOMINATED = "dominated by one article"
ARTICLES_ONLY = "these articles only"

# exp(709) is the last finite one; a level of .9999 on one degree of freedom asks for more.
LARGEST_HALF = 700.0


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of a rate, hits per token, and what a reader must know of it.

    Attributes
    ----------
    low, high
        Bounds; both None where there is no interval, and `label` says why.
    label
        Empty for the plain case (four articles or more).
    """

    low: float | None
    high: float | None
    label: str = ""


def rate_interval(par: Moments, art: Moments, pool: Pool, level: float = 0.95) -> Interval:
    """Interval of a source's rate by rule R.

    With one article it covers that article's rate; with several, the source's long-run rate.

    Parameters
    ----------
    par, art
        The source's moments over paragraphs and over articles.
    pool
        Constants of the dimension.
    level
        Probability that the interval covers, between 0 and 1.

    Returns
    -------
    Interval
        In hits per token. r exp(-h) .. r exp(+h), or 0 .. z^2 phi0/N without a hit. Without bounds
        where there is no token, or where one of four or more articles holds most of them.

    Raises
    ------
    DataError
        Where paragraphs and articles do not sum to the same hits and tokens.
    SettingsError
        Where `level` is not between 0 and 1.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> from framing.rates.pool import DECLARED
    >>> paragraphs = Moments.of([2, 0, 1], [40, 60, 100])
    >>> found = rate_interval(paragraphs, paragraphs.as_one_unit(), DECLARED)
    >>> round(1000 * found.low, 1), round(1000 * found.high, 1), found.label
    (2.1, 107.2, 'this article only; no inference to the outlet')
    """
    check_levels(par, art)
    z = z_two_sided(level)
    if par.n == 0:
        return Interval(None, None, NO_TOKEN)
    m = art.units
    # 1/D_A < 2. Not for two or three articles: two are never above 2, and their formula has no 1/D_A.
    if m > 3 and art.n**2 < 2 * art.nn:
        return Interval(None, None, DOMINATED)
    label = ONE_ARTICLE if m == 1 else BORROWED if m <= 3 else ""
    if par.y == 0:
        return Interval(0.0, z * z * pool.phi0 / par.n, label)
    h = _half_of_few(par, art, pool, level) if m <= 3 else _half_of_many(par, art, pool, level)
    h = min(h, LARGEST_HALF)
    r = par.y / par.n
    return Interval(r * math.exp(-h), r * math.exp(h), label)


def articles_only_interval(par: Moments, pool: Pool, level: float = 0.95) -> Interval:
    """Interval of the rate of just these articles, never of the outlet: rule R's one-article formula.

    Parameters
    ----------
    par
        The source's moments over the paragraphs of all its articles.
    pool, level
        As for `rate_interval`.

    Returns
    -------
    Interval
        In hits per token; without bounds where there is no token.

    Raises
    ------
    SettingsError
        Where `level` is not between 0 and 1.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> from framing.rates.pool import DECLARED
    >>> articles_only_interval(Moments.of([2, 0, 1], [40, 60, 100]), DECLARED).label
    'these articles only'
    """
    found = rate_interval(par, par.as_one_unit(), pool, level)
    return found if found.label == NO_TOKEN else Interval(found.low, found.high, ARTICLES_ONLY)


def _half_of_few(par: Moments, art: Moments, pool: Pool, level: float) -> float:
    # m = 1, 2, 3:  h = t[min(nu_mod, k)] sqrt(phi_mod / y)
    phi, nu = moderated(par, art, pool)
    return t_two_sided(level, min(nu, _count_dof(par, pool))) * math.sqrt(phi / par.y)


def _half_of_many(par: Moments, art: Moments, pool: Pool, level: float) -> float:
    # m >= 4:  h = max(t[min(1/D_A - 1, k)] sqrt(phi_A / y),  z / sqrt(y))
    # 1/D_A - 1 and not m - 1: with heavy-tailed lengths the latter covered 89 %.
    nu = min(art.n**2 / art.nn - 1, _count_dof(par, pool))
    own = t_two_sided(level, nu) * math.sqrt((art.phi or 0.0) / par.y)
    # Never narrower than independent words: phi_A is 0 where every article happens to have one rate.
    return max(own, z_two_sided(level) / math.sqrt(par.y))


def _count_dof(par: Moments, pool: Pool) -> float:
    # k = 3 y / max(1, phi_P): few hits cannot carry many degrees of freedom.
    phi = pool.phi0 if par.phi is None else par.phi
    return 3 * par.y / max(1.0, phi)
