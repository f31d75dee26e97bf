"""How sure a ranking is: the probability that each source has each rank, by numerical quadrature.

Source i's ln rate is c_i + s_i T, T Student's t with nu_i degrees of freedom, independent of the others. At a
value x, the number of others above x is Poisson-binomial with q_j(x) = P(source j > x), so
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
NODES, WEIGHTS = np.polynomial.legendre.leggauss(8)


def rank_probabilities(centres: Sequence[float], scales: Sequence[float], dofs: Sequence[float]) -> list[list[float]]:
    """Return P(source i has rank k), one row a source; rank 1 is the highest rate.

    Parameters
    ----------
    centres, scales, dofs
        Per source, ln rate as a shifted and scaled t, as from `framing.rates.pool.log_rate`. A source
        without a hit has no ln rate: give it the centre ln((y + 1/2)/n), as `log_rate` does.

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
    # Above from the far side, F(-t): 1 - F(t) has no digits in the upper tail.
    above = np.array([t_below_each(nu, -(x - c) / s) for c, s, nu in sources])
    exactly = _poisson_binomial(above)
    rows = np.array(
        [
            _leave_out(exactly, q, _density((x - c) / s, nu) / s * dx)
            for q, (c, s, nu) in zip(above, sources, strict=True)
        ]
    )
    table: list[list[float]] = (rows / rows.sum(axis=1, keepdims=True)).tolist()
    return table


def _grid(sources: Sequence[tuple[float, float, float]]) -> tuple[Floats, Floats]:
    """Gauss-Legendre nodes and weights between all sources' cuts: fine wherever any of them moves."""
    cuts: list[Floats] = []
    for c, s, nu in sources:
        upper = -s * t_points(nu, CUTS)
        cuts += [c - upper, np.array([c]), c + upper]
    edges: Floats = np.unique(np.concatenate(cuts))
    # Nothing moves within a quarter of the least scale: of cuts that crowd there one will do. With 200 like
    # sources this takes 4,600 cuts to some hundred.
    cell = np.floor(edges / (0.25 * min(s for _, s, _ in sources)))
    edges = edges[np.concatenate([[True], np.diff(cell) > 0])]
    middle, half = (edges[1:] + edges[:-1]) / 2, (edges[1:] - edges[:-1]) / 2
    return (middle[:, None] + half[:, None] * NODES).ravel(), (half[:, None] * WEIGHTS).ravel()


def _density(t: Floats, nu: float) -> Floats:
    log_constant = math.lgamma((nu + 1) / 2) - math.lgamma(nu / 2) - math.log(nu * math.pi) / 2
    density: Floats = np.exp(log_constant - (nu + 1) / 2 * np.log1p(t * t / nu))
    return density


def _poisson_binomial(above: Floats) -> Floats:
    """P(exactly k of all sources > x), k = 0..K down the rows, by multiplying in one source after another."""
    exactly = np.zeros((len(above) + 1, above.shape[1]))
    exactly[0] = 1
    for i, q in enumerate(above):
        exactly[1 : i + 2] = exactly[1 : i + 2] * (1 - q) + exactly[: i + 1] * q
        exactly[0] *= 1 - q
        # 1e-10 to the 31st is subnormal, and arithmetic on such numbers is some twenty times slower.
        exactly[: i + 2][exactly[: i + 2] < 1e-100] = 0
    return exactly


def _leave_out(exactly: Floats, q: Floats, weights: Floats) -> Floats:
    """Divide one source out again and integrate: K steps, where building K - 1 anew would take K^3 in all.

    From above where q > 1/2 and from below elsewhere: the other way round errors grow by q/(1 - q) a step.
    """
    split = int(np.count_nonzero(q > 0.5))  # q falls along x, so the two parts are slices, not copies
    upper, lower = slice(None, split), slice(split, None)
    from_above = _divide(exactly[:0:-1, upper], 1 - q[upper], weights[upper])
    return from_above[::-1] + _divide(exactly[:-1, lower], q[lower], weights[lower])


def _divide(exactly: Floats, q: Floats, weights: Floats) -> Floats:
    # Coefficients of exactly(z) / (1 - q + q z), lowest first, each integrated. Rounding may leave -1e-18,
    # which is no probability.
    found, last = np.empty(len(exactly)), np.zeros_like(q)
    others = 1 - q
    for j, total in enumerate(exactly):
        last = np.maximum(total - q * last, 0) / others
        found[j] = last @ weights
    return found
