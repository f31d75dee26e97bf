"""False discovery rates: of rates that differ and of words that set sources apart alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from framing.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def benjamini_hochberg(p: ArrayLike) -> NDArray[np.float64]:
    """Return the q-value of each p-value: the least false discovery rate at which it is selected.

    Benjamini & Hochberg 1995, step up: q_(k) = min over j >= k of p_(j) m/j, at most 1.

    Parameters
    ----------
    p
        p-values of one family that was declared before looking, (m,); what was not testable left out.

    Returns
    -------
    ndarray
        q-values, (m,), in the order of `p`.

    Raises
    ------
    DataError
        Where a value is not between 0 and 1.

    Examples
    --------
    >>> benjamini_hochberg([0.01, 0.5, 0.04]).tolist()
    [0.03, 0.5, 0.06]
    """
    values = np.asarray(p, dtype=float)
    if not np.all((values >= 0) & (values <= 1)):
        raise DataError("a p-value is not between 0 and 1")
    m = len(values)
    # Nine terms in ten have a p of 1, and so a q of 1: no need to sort them.
    below = np.flatnonzero(values < 1)
    order = below[np.argsort(-values[below], kind="stable")]
    # m/k before the product: (p m)/k can round to just below p.
    least = np.minimum.accumulate(values[order] * (m / np.arange(len(order), 0, -1)))
    q = np.ones(m)
    q[order] = np.minimum(least, 1.0)
    return q
