"""Whether a source uses a term more than what it is set against, given that words come in bursts.

The exact test of Robinson & Smyth (2008) for counts of genes: with negative-binomial counts on both sides
and their total given, the source's share of it is beta-binomial. A score or Wald test with phi in its
standard error has a normal tail, which a burst of four in one paragraph breaks through; this one has the
burst's own tail, and takes a term that the reference lacks as it comes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.pearson import type_iii_tail

Floats = NDArray[np.float64]

# Above so many hits in all, and so many in the source, the sum has too many parts and the tail is taken from its
# moments. (That of a binomial of hits/phi lacks the skewness: four deviations from the mean, a source with 2% of the
# text and phi = 4 had half the true probability.)
MOST_SUMMED, MOST_OWN = 1000.0, 300.0


def upper_tail(  # noqa: PLR0913, PLR0917 -- two sides, their bursts, and how well these are known
    y_i: Floats, y_j: Floats, n_i: float, n_j: float, phi_i: Floats, phi_j: Floats, nu: Floats | float = np.inf
) -> Floats:
    """Return P(at least y_i of the y_i + y_j hits fall to the source), one a term; 1 within a deviation of the mean.

    Nothing turns on the exact tail of terms that do not stand out at all, which are most of them.

    Parameters
    ----------
    y_i, y_j
        Hits of W terms on either side; y_j may be a weighted count.
    n_i, n_j
        Tokens of either side.
    phi_i, phi_j
        Variance over mean of the hits, above 1.
    nu
        Degrees of freedom of what phi holds of the spread between articles. The probability is read as a normal
        deviate and given t's tail: as if phi were known, the false discovery rate was twice what it should be.

    Examples
    --------
    >>> import numpy as np
    >>> one = np.ones(1)
    >>> upper_tail(9 * one, one, 100, 100, 1.01 * one, 1.01 * one).round(3).tolist()  # 11/1024 for coins
    [0.011]
    """
    p = np.ones(len(y_i))
    total, share = y_i + y_j, n_i / (n_i + n_j)
    # Both sides' bursts in one, as in rule R2: var(y_i - Y share) = Y share (1 - share) phi. With a phi of its own
    # for each side the beta-binomial would no longer expect `share` of the hits.
    phi = (1 - share) * phi_i + share * phi_j
    ask = np.flatnonzero(y_i > total * share + np.sqrt(total * share * (1 - share) * phi))
    if not len(ask):
        return p
    y, of = y_i[ask], total[ask]
    a, b = of * share / (phi[ask] - 1), of * (1 - share) / (phi[ask] - 1)
    few = (of <= MOST_SUMMED) | (y <= MOST_OWN)
    result = np.empty(len(ask))
    result[few] = _summed(y[few], of[few], a[few], b[few])
    result[~few] = _by_moments(y[~few], of[~few], a[~few], b[~few])
    p[ask] = _heavier(np.minimum(result, 1.0), np.broadcast_to(nu, len(y_i))[ask])
    return p


def _heavier(p: Floats, nu: Floats) -> Floats:
    from scipy.special import ndtri, stdtr  # noqa: PLC0415 -- 0.1 s to import

    heavier: Floats = np.where(np.isfinite(nu), stdtr(np.where(np.isfinite(nu), nu, 1.0), ndtri(p)), p)
    return heavier


def _summed(y: Floats, of: Floats, a: Floats, b: Floats) -> Floats:
    """Return the sum of beta-binomial probabilities of y, y + 1, ... of `of`."""
    from scipy.special import betaln, gammaln  # noqa: PLC0415 -- 0.1 s to import

    part = np.exp(gammaln(of + 1) - gammaln(y + 1) - gammaln(of - y + 1) + betaln(y + a, of - y + b) - betaln(a, b))
    result: Floats = part.copy()
    k, on = y.copy(), np.arange(len(y))
    while len(on):
        more = (k[on] + 1 <= of[on] + 1e-9) & (part[on] > 1e-9 * result[on])
        on = on[more]
        at, n = k[on], of[on]
        part[on] *= (n - at) * (a[on] + at) / ((at + 1) * np.maximum(b[on] + n - at - 1, 1e-12))
        result[on] += part[on]
        k[on] += 1
    return result


def _by_moments(y: Floats, of: Floats, a: Floats, b: Floats) -> Floats:
    """Return the tail of Pearson's type III with the beta-binomial's mean, variance and skewness."""
    size = a + b
    deviation = np.sqrt(of * a * b * (size + of) / (size + 1)) / size
    skewness = (size + 2 * of) * (b - a) / (size + 2) * np.sqrt((1 + size) / (of * a * b * (size + of)))
    return type_iii_tail((y - 0.5 - of * a / size) / deviation, skewness)
