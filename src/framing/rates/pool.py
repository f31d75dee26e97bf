"""What the sources of one dimension lend each other: overdispersion of words, spread between articles.

Letters and rules follow the design note on intervals. Subscript P: from paragraphs (`par`); A: from
articles (`art`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from framing.errors import DataError
from framing.rates.moments import Moments

if TYPE_CHECKING:
    from collections.abc import Sequence

# One source and one dimension at the two levels: (over paragraphs, over articles).
Levels = tuple[Moments, Moments]

# Fewer sources of several articles give a c0 that is noise.
FEWEST_SOURCES = 8


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
        True where the corpus is too small to tell, and the two are the declared ones.
    """

    phi0: float
    c0_squared: float
    declared: bool


DECLARED = Pool(phi0=1.5, c0_squared=0.16, declared=True)


class LogRate(NamedTuple):
    """ln rate as a shifted, scaled t: where, how wide (natural logarithm), degrees of freedom."""

    centre: float
    scale: float
    dof: float


def pool_constants(par: Sequence[Moments], art: Sequence[Moments]) -> Pool:
    """Pool phi0 and c0^2 over the sources of one dimension.

    The sums of c0^2 run over sources of several articles, those of phi0 over sources of several
    paragraphs. With fewer than eight of the former, or no hit at all, the declared constants come back,
    both: also where every source is one article.

    Parameters
    ----------
    par, art
        Per source, in one order: moments over paragraphs, and over articles.

    Raises
    ------
    DataError
        Where the two levels of a source do not sum to the same hits and tokens.

    Examples
    --------
    >>> one = Moments.of([2, 0, 1], [40, 60, 100])
    >>> pool_constants([one], [one.as_one_unit()])
    Pool(phi0=1.5, c0_squared=0.16, declared=True)
    """
    sources = list(zip(par, art, strict=True))
    for paragraphs, articles in sources:
        check_levels(paragraphs, articles)
    several = [(p, a) for p, a in sources if a.units > 1]
    spread = [(p, a) for p, a in sources if p.units > 1]
    # A source of one paragraph has hits but no V: its y in the denominator would pull phi0 down.
    y = sum(p.y for p, _ in spread)
    if len(several) < FEWEST_SOURCES or y == 0:
        return DECLARED
    c0_squared = _between_articles(several)
    within = sum(p.V or 0.0 for p, _ in spread)
    within -= c0_squared * sum(_l2(a) * _expected_nn(p, a) for p, a in spread)
    # phi0 = max(1, [sum V_P - c0^2 sum l2 S] / sum y)
    return Pool(max(1.0, within / y), c0_squared, declared=False)


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
        or with one paragraph, phi_mod is the prior alone.

    Raises
    ------
    DataError
        Where the source has no token, or its levels disagree.

    Examples
    --------
    >>> one = Moments.of([2, 0, 1], [40, 60, 100])
    >>> phi, nu = moderated(one, one.as_one_unit(), DECLARED)
    >>> round(phi, 4), nu
    (1.5412, 6)
    """
    check_levels(par, art)
    if par.n == 0:
        raise DataError("no token: no rate and no spread")
    if art.units == 1:
        unit, d0, prior = par, 4, pool.phi0
    else:
        unit, d0 = art, 2
        prior = pool.phi0 + pool.c0_squared * (art.nn / art.n**2) * art.y  # phi0 + c0^2 D_A y
    d = unit.units - 1
    own = prior if unit.phi is None else unit.phi
    return max(1.0, (d0 * prior + d * own) / (d0 + d)), d0 + d


def log_rate(par: Moments, art: Moments, pool: Pool) -> LogRate:
    """Describe the natural logarithm of a rate (per token) as a t distribution.

    Centre ln((y + 1/2)/n), scale sqrt(phi_mod/(y + 1/2)) (delta method), nu_mod degrees of freedom: a
    source without a hit has a place too. For ranks and ratios; the interval is rule R's.

    Raises
    ------
    DataError
        Where the source has no token, or its levels disagree.

    Examples
    --------
    >>> one = Moments.of([2, 0, 1], [40, 60, 100])
    >>> log_rate(one, one.as_one_unit(), DECLARED).dof
    6
    """
    phi, nu = moderated(par, art, pool)
    return LogRate(math.log((par.y + 0.5) / par.n), math.sqrt(phi / (par.y + 0.5)), nu)


def check_levels(par: Moments, art: Moments) -> None:
    """Raise DataError unless paragraphs and articles are two views of one text (swapped ones are not)."""
    if (par.y, par.n) != (art.y, art.n) or par.units < art.units:
        raise DataError(
            f"paragraphs ({par.units} units, {par.y} hits, {par.n} tokens) and articles "
            f"({art.units}, {art.y}, {art.n}) are not of one source"
        )


def _between_articles(several: Sequence[Levels]) -> float:
    # c0^2 = sum(V_A - V_P) / sum l2 (S_A - S), cut to [0, 1]
    excess = sum((a.V or 0.0) - (p.V or 0.0) for p, a in several)
    leverage = sum(_l2(a) * (a.nn - _expected_nn(p, a)) for p, a in several)
    return min(max(excess / leverage, 0.0), 1.0) if leverage > 0 else 0.0


def _l2(art: Moments) -> float:
    # The rate squared, less what its own error adds: l2 = (y^2 - V_A)/N^2
    return (art.y**2 - (art.V or 0.0)) / art.n**2


def _expected_nn(par: Moments, art: Moments) -> float:
    # S = S_P (1 - D_A)/(1 - D_P): what an article effect adds to V_P. 0 for one article.
    return par.nn * (art.n**2 - art.nn) / (par.n**2 - par.nn)
