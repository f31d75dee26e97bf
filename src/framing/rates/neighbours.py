"""Do neighbouring paragraphs of an article resemble each other? Two integers an article, which add.

A theme that runs over two paragraphs makes their hits alike; counting both as independent makes the interval of
a single article too narrow. With the article's own rate r = y/N and residuals e_p = y_p - r n_p,

    V = sum e_p^2 / (1 - D),    C = sum e_p e_{p+1} + V sum n_p n_{p+1} / N^2

The second term of C takes back what fitting r costs: without resemblance C is 0 on average. Rates are taken within
each article, so that a difference between articles is no resemblance of neighbours. Independent words have V = y
and C = 0; so C is set against V - y, what the variance exceeds theirs by.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

# Whole numbers: Python's, which do not wrap, or one array of them an article for simulations.
Whole = TypeVar("Whole", int, NDArray[np.int64])

# Thousandths of a squared hit; floats would make the sum depend on the order of articles.
UNIT = 1000


class Spread(NamedTuple):
    """What an article adds to the sums over neighbours, in thousandths.

    Attributes
    ----------
    excess
        (V - y) (P - 1)/P: what bursts add to the variance, as far as P - 1 neighbouring pairs can carry it.
    shared
        C: the covariance of the pairs.
    """

    excess: int
    shared: int


def neighbour_spread(y: list[int], n: list[int]) -> Spread:
    """Return the spread of one article from its paragraphs in reading order; each has a token.

    Examples
    --------
    >>> neighbour_spread([3, 3, 0, 0], [50, 50, 50, 50])  # V = 9 / (3/4); C = 2.25 + 12 * 3/16
    Spread(excess=4500, shared=4500)
    >>> neighbour_spread([3, 0, 3, 0], [50, 50, 50, 50])
    Spread(excess=4500, shared=-4500)
    >>> neighbour_spread([5], [80])
    Spread(excess=0, shared=0)
    """
    if len(n) < 2:
        return Spread(0, 0)
    pairs = list(zip(y, n, y[1:], n[1:], strict=False))
    excess, shared = spread_of_sums(
        len(n),
        sum(y),
        sum(n),
        (sum(a * a for a in y), sum(a * b for a, b in zip(y, n, strict=True)), sum(b * b for b in n)),
        (
            sum(a * c for a, _, c, _ in pairs),
            sum(a * d + b * c for a, b, c, d in pairs),
            sum(b * d for _, b, _, d in pairs),
        ),
    )
    return Spread(excess, shared)


def spread_of_sums(
    units: Whole, y: Whole, n: Whole, same: tuple[Whole, Whole, Whole], after: tuple[Whole, Whole, Whole]
) -> tuple[Whole, Whole]:
    """Return `excess` and `shared` of an article from its sums, exactly but for the last thousandth.

    Parameters
    ----------
    units, y, n
        Paragraphs P, hits, tokens N.
    same
        Sums over paragraphs of y^2, y n and n^2.
    after
        Sums over neighbouring pairs of y y', y n' + n y' and n n'.
    """
    yy, yn, nn = same
    yy1, yn1, nn1 = after
    squares = yy * n * n - 2 * y * n * yn + y * y * nn  # N^2 sum e^2
    products = yy1 * n * n - y * n * yn1 + y * y * nn1  # N^2 sum e e'
    # N^2 (1 - D); one paragraph has none, and no square or product either.
    free = n * n - nn + (units == 1)
    excess = UNIT * (squares - y * free) * (units - 1) // (free * units)
    return excess, UNIT * products // (n * n) + UNIT * squares // free * nn1 // (n * n)
