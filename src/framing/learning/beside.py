"""What stands beside a paragraph counts too: a frame that one paragraph sets is carried on by those around it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# How much the paragraphs one place and two places away weigh in the mean of the neighbours.
REACH = (1.0, 0.5)


def near(place: int, number: int) -> dict[int, float]:
    """Return the neighbours of one of `number` paragraphs, and their weights, which sum to 1.

    Nearest are the paragraphs one and two places away, weighted 1 and 1/2; one by itself has none.

    Examples
    --------
    >>> near(0, 3), near(0, 1)
    ({1: 0.6666666666666666, 2: 0.3333333333333333}, {})
    """
    weights = {
        place + step: weight
        for distance, weight in enumerate(REACH, start=1)
        for step in (-distance, distance)
        if 0 <= place + step < number
    }
    total = sum(weights.values())
    return {other: weight / total for other, weight in sorted(weights.items())}


def lend(own: Floats, share: float) -> Floats:
    """Return `own` (paragraphs x anything) with `share` of the mean of each paragraph's neighbours added.

    By shifted sums, and not by a matrix of paragraphs x paragraphs: a book may have 10,000.
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
