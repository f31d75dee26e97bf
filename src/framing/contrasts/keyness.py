"""Keyness of words: the log-likelihood ratio G2 (Dunning 1993) and the log ratio (Hardie 2014)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def log_likelihood(y_i: Floats, y_j: Floats, n_i: float, n_j: float) -> Floats:
    """Return G2 = 2 sum over the four cells of O ln(O/E), one value a word; never negative.

    All four cells (Dunning 1993), not the two of the web calculators, which leave out "not this word" and
    agree only for rare words.

    Examples
    --------
    >>> import numpy as np
    >>> log_likelihood(np.array([10.0]), np.array([10.0]), 100, 100).tolist()
    [0.0]
    """
    total = n_i + n_j
    word = y_i + y_j
    observed = np.stack([y_i, y_j, n_i - y_i, n_j - y_j])
    expected = np.stack([word * n_i, word * n_j, (total - word) * n_i, (total - word) * n_j]) / total
    # A cell of 0 adds 0: x ln x -> 0.
    parts = observed * np.log(np.where(observed > 0, observed, 1.0) / np.where(observed > 0, expected, 1.0))
    statistic: Floats = np.maximum(0.0, 2.0 * parts.sum(axis=0))
    return statistic


def log_ratio(y_i: Floats, y_j: Floats, n_i: float, n_j: float) -> Floats:
    """Return log2 of the two relative frequencies; a word that one side lacks counts 1/2 there.

    Examples
    --------
    >>> import numpy as np
    >>> log_ratio(np.array([8.0]), np.array([2.0]), 100, 100).tolist()
    [2.0]
    """
    filled_i, filled_j = np.where(y_i > 0, y_i, 0.5), np.where(y_j > 0, y_j, 0.5)
    return np.asarray(np.log2((filled_i / n_i) / (filled_j / n_j)))
