"""What stands beside a paragraph counts too: a frame that one paragraph sets is carried on by those around it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# How much the paragraphs one place and two places away weigh in the mean of the neighbours.
REACH = (1.0, 0.5)


def beside(number: int) -> Floats:
    """Return the matrix, number x number, that takes paragraphs in order to the weighted mean of those near each.

    Nearest are the paragraphs one and two places away, weighted 1 and 1/2; one by itself has a row of zeros.

    Examples
    --------
    >>> beside(3).round(2).tolist()
    [[0.0, 0.67, 0.33], [0.5, 0.0, 0.5], [0.33, 0.67, 0.0]]
    """
    near = np.zeros((number, number))
    for distance, weight in enumerate(REACH, start=1):
        near += weight * (np.eye(number, k=distance) + np.eye(number, k=-distance))
    total = near.sum(axis=1, keepdims=True)
    means: Floats = near / np.where(total > 0, total, 1)
    return means


def lend(own: Floats, share: float) -> Floats:
    """Return `own` (paragraphs x anything) with `share` of the mean of each paragraph's neighbours added.

    The same as ``own + share * beside(len(own)) @ own``, without its square: an article may have 10,000 paragraphs.
    """
    total = np.zeros((len(own), 1))
    sums = np.zeros_like(own)
    for distance, weight in enumerate(REACH, start=1):
        sums[distance:] += weight * own[:-distance]
        sums[:-distance] += weight * own[distance:]
        total[distance:] += weight
        total[:-distance] += weight
    added: Floats = own + share * sums / np.where(total > 0, total, 1)
    return added
