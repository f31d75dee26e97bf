"""Rule R: the interval of a rate, on the log scale, from the moments of its paragraphs and articles.

One rule for one article and for many. What it covers is measured by benchmarks/coverage.py; its table, and the
limits of what is simulated there, are in docs/explanation/coverage.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.rates.pool import along, check_levels, moderated, own_dof, prior_of
from framing.rates.quantiles import t_two_sided, z_two_sided

if TYPE_CHECKING:
    from framing.rates.moments import Moments
    from framing.rates.pool import Pool

NO_TOKEN = "no token"  # noqa: S105, running words
ONE_ARTICLE = "this article only; no inference to the outlet"
BORROWED = "approximate; spread between articles borrowed from the corpus"
_DOMINATED = "dominated by one article"
ARTICLES_ONLY = "these articles only"

# Least effective number of articles, 1/D_A, by their number: two or three are below it where one is ten times as
# long as the others together (1.205 at the most); four and more where one holds some 70 % of the words.
_LEAST_OF_FEW, _LEAST_OF_MANY = 1.205, 2.0
_FEW = 3
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
        In hits per token. r exp(-h) .. r exp(+h), or 0 .. z^2 phi/N without a hit. Without bounds
        where there is no token, or where one of several articles holds most of them.

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
    (2.0, 110.8, 'this article only; no inference to the outlet')
    """
    check_levels(par, art)
    z = z_two_sided(level)
    if par.n == 0 or dominated(art):
        return Interval(None, None, _DOMINATED if par.n else NO_TOKEN)
    m = art.units
    label = ONE_ARTICLE if m == 1 else BORROWED if m <= _FEW else ""
    if par.y == 0:
        return Interval(0.0, z * z * _phi_of_none(par, art, pool, z) / par.n, label)
    h = _half_of_few(par, art, pool, level) if m <= _FEW else _half_of_many(par, art, pool, level)
    h, r = min(h, LARGEST_HALF), par.y / par.n
    return Interval(r * math.exp(-h), r * math.exp(h), label)


def dominated(art: Moments) -> bool:
    """Whether one of several articles holds so many of the words that a rate of the source would be that article's.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> [dominated(Moments.of([0] * len(n), n)) for n in ([900], [900, 80], [900, 200], [900, 80, 80, 80])]
    [False, True, False, True]
    """
    least = _LEAST_OF_FEW if art.units <= _FEW else _LEAST_OF_MANY
    return art.units > 1 and art.n**2 < least * art.nn


def per_1000(rate: float | None) -> float | None:
    """Return a rate or a bound in hits per 1,000 tokens, 1,000 at most: no text has more hits than words."""
    return None if rate is None else min(1000 * rate, 1000.0)


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


def _phi_of_none(par: Moments, art: Moments, pool: Pool, z: float) -> float:
    # The overdispersion that z^2 phi0 hits would have, which are the most that "none" leaves room for.
    _, _, phi = prior_of(par, art, pool, z * z * pool.phi0)
    return along(par, art, pool, phi, 1.0)[0]


def _half_of_few(par: Moments, art: Moments, pool: Pool, level: float) -> float:
    # m = 1, 2, 3:  h = t[min(nu_mod, k)] sqrt(phi_mod / y)
    phi, nu = moderated(par, art, pool)
    return t_two_sided(level, min(nu, _count_dof(par, pool))) * math.sqrt(phi / par.y)


def _half_of_many(par: Moments, art: Moments, pool: Pool, level: float) -> float:
    # m >= 4:  h = max(t[min(1/D_A - 1, k)] sqrt(phi_A / y),  z / sqrt(y))
    # 1/D_A - 1 and not m - 1: with heavy-tailed lengths the latter covered 89 %.
    nu = min(own_dof(art), _count_dof(par, pool))
    own = t_two_sided(level, nu) * math.sqrt((art.phi or 0.0) / par.y)
    # Never narrower than independent words: phi_A is 0 where every article happens to have one rate.
    return max(own, z_two_sided(level) / math.sqrt(par.y))


def _count_dof(par: Moments, pool: Pool) -> float:
    # k = 3 y / max(1, phi_P): few hits cannot carry many degrees of freedom.
    phi = pool.phi0 if par.phi is None else par.phi
    return 3 * par.y / max(1.0, phi)
