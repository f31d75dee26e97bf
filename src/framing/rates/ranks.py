"""How sure a ranking is: the probability that each source has each rank, by numerical quadrature.

The square root of source i's rate is c_i + s_i T, T Student's t with nu_i degrees of freedom, independent of the
others. At a value x, the number of others above x is Poisson-binomial with q_j(x) = P(source j > x), so
    P(rank_i = k) = integral f_i(x) P(exactly k - 1 of the others > x) dx.
No random numbers: the same corpus gives the same probabilities, right to eight digits.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from framing.errors import DataError
from framing.rates.quantiles import t_below_each, t_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# Tail probabilities that cut the line for each source. Two a decade: the tail of a t with one degree of
# freedom runs over nine decades of x, where equal steps see nothing and whole decades are wrong by 4e-6.
CUTS = np.array([*10 ** np.arange(-10, -0.9, 0.5), 0.25])
# Nodes taken together: what 500 sources need for 64 of them stays in the processor's cache.
CHUNK = 64
# Probabilities too small to reach a ninth digit, whatever is multiplied in afterwards.
NOTHING = 1e-20
NODES, WEIGHTS = np.polynomial.legendre.leggauss(8)


def rank_probabilities(centres: Sequence[float], scales: Sequence[float], dofs: Sequence[float]) -> list[list[float]]:
    """Return P(source i has rank k), one row a source; rank 1 is the highest rate.

    Parameters
    ----------
    centres, scales, dofs
        Per source, what rises with its rate as a shifted and scaled t: `framing.rates.compared.place`
        gives the square root, which a source without a hit has as well.

    Returns
    -------
    list of list of float
        Rows sum to 1; columns do within 1e-8.

    Raises
    ------
    DataError
        Where the three differ in length, a centre is not finite, or a scale or dof is not positive
        and finite.

    Examples
    --------
    >>> [[round(p, 3) for p in row] for row in rank_probabilities([0.0, 1.0], [1.0, 1.0], [1.0, 1.0])]
    [[0.352, 0.648], [0.648, 0.352]]
    """
    sources = list(zip(centres, scales, dofs, strict=False))
    if not len(sources) == len(centres) == len(scales) == len(dofs):
        raise DataError(f"{len(centres)} centres, {len(scales)} scales, {len(dofs)} degrees of freedom")
    if not all(math.isfinite(c) and 0 < s < math.inf and 0 < nu < math.inf for c, s, nu in sources):
        raise DataError("a centre is not finite, or a scale or degree of freedom is not positive")
    if not sources:
        return []
    x, dx = _grid(sources)
    rows = np.zeros((len(sources), len(sources)))
    for start in range(0, len(x), CHUNK):
        rows += _share(x[start : start + CHUNK], dx[start : start + CHUNK], sources)
    # Rounding may leave -1e-18, which is no probability.
    rows = np.maximum(rows, 0)
    table: list[list[float]] = (rows / rows.sum(axis=1, keepdims=True)).tolist()
    return table


def rank_range(probabilities: Sequence[float], level: float = 0.95) -> tuple[int, int] | None:
    """Return the best and the worst rank of a source that hold together at least `level`, tails alike.

    Parameters
    ----------
    probabilities
        P(rank 1), P(rank 2), ...: one row of `rank_probabilities`.
    level
        At most (1 - level)/2 is left out on either side.

    Returns
    -------
    tuple of int or None
        None of no row.

    Examples
    --------
    >>> rank_range([0.02, 0.9, 0.07, 0.01])
    (2, 3)
    """
    if not probabilities:
        return None
    tail = (1 - level) / 2
    return _first_above(probabilities, tail), len(probabilities) + 1 - _first_above(probabilities[::-1], tail)


def _first_above(probabilities: Sequence[float], tail: float) -> int:
    below = 0.0
    for rank, probability in enumerate(probabilities, start=1):
        below += probability
        if below > tail:
            return rank
    return len(probabilities)


def _share(x: Floats, dx: Floats, sources: Sequence[tuple[float, float, float]]) -> Floats:
    """Return what the integrals of all sources and ranks gain over the nodes `x`."""
    # Above from the far side, F(-t): 1 - F(t) has no digits in the upper tail.
    above = np.array([t_below_each(nu, -(x - c) / s) for c, s, nu in sources])
    weights = np.array([_density((x - c) / s, nu) / s * dx for c, s, nu in sources])
    lowest, exactly = _poisson_binomial(above)
    found = np.zeros((len(sources), len(sources)))
    columns = _leave_one_out(exactly, above, weights)
    # One source less: a count of `lowest` of all is at least lowest - 1 of the others.
    start = max(lowest - 1, 0)
    columns = columns[:, start - (lowest - 1) :]
    width = min(columns.shape[1], len(sources) - start)
    found[:, start : start + width] = columns[:, :width]
    return found


def _grid(sources: Sequence[tuple[float, float, float]]) -> tuple[Floats, Floats]:
    """Gauss-Legendre nodes and weights between all sources' cuts: fine wherever any of them moves."""
    cuts: list[Floats] = []
    for c, s, nu in sources:
        upper = -s * t_points(nu, CUTS)
        cuts += [c - upper, np.array([c]), c + upper]
    edges: Floats = np.unique(np.concatenate(cuts))
    # Nothing moves within half of the least scale: of cuts that crowd there one will do. With 200 like
    # sources this takes 4,600 cuts to some hundred.
    cell = np.floor(edges / (0.5 * min(s for _, s, _ in sources)))
    edges = edges[np.concatenate([[True], np.diff(cell) > 0])]
    middle, half = (edges[1:] + edges[:-1]) / 2, (edges[1:] - edges[:-1]) / 2
    return (middle[:, None] + half[:, None] * NODES).ravel(), (half[:, None] * WEIGHTS).ravel()


def _poisson_binomial(above: Floats) -> tuple[int, Floats]:
    """P(exactly k of all sources > x) down the rows, multiplying in one source after another; the first k.

    Of 500 sources some hundred k have any probability at a given x: rows below NOTHING at either end are dropped.
    """
    lowest, exactly = 0, np.ones((1, above.shape[1]))
    for q in above:
        longer = np.zeros((len(exactly) + 1, above.shape[1]))
        longer[:-1] = exactly * (1 - q)
        longer[1:] += exactly * q
        some = np.flatnonzero(longer.max(axis=1) > NOTHING)
        lowest, exactly = lowest + int(some[0]), longer[some[0] : some[-1] + 1]
    return lowest, exactly


def _leave_one_out(exactly: Floats, above: Floats, weights: Floats) -> Floats:
    """Divide each source out again and integrate: one row a source, columns from one k below the first of `exactly`.

    K steps, where building K - 1 sources anew would take K^3 in all. From above where q > 1/2 and from below
    elsewhere: the other way round errors grow by q/(1 - q) a step.
    """
    high = above > 0.5
    large, small = np.where(high, above, 1 - above), np.where(high, 1 - above, above)
    factor, ratio = 1 / large, small / large
    upper, lower = weights * high, weights * ~high
    found = np.zeros((len(above), len(exactly) + 1))
    last = np.zeros_like(above)
    for j in range(len(exactly)):
        # Coefficients of exactly(z)/(1 - q + q z): coefficient j from below, or len - 2 - j from above.
        last = np.where(high, exactly[-1 - j], exactly[j]) * factor - ratio * last
        found[:, j + 1] += np.einsum("ig,ig->i", last, lower)
        found[:, len(exactly) - 1 - j] += np.einsum("ig,ig->i", last, upper)
    return found


def _density(t: Floats, nu: float) -> Floats:
    log_constant = math.lgamma((nu + 1) / 2) - math.lgamma(nu / 2) - math.log(nu * math.pi) / 2
    density: Floats = np.exp(log_constant - (nu + 1) / 2 * np.log1p(t * t / nu))
    return density
