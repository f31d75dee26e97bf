"""From scores to probabilities, and the probability from which a paragraph is called present.

Platt, J. (1999), Probabilistic outputs for support vector machines, with the targets of its section 2.2; the
search is Newton's, as Lin, Lin & Weng (2007, Machine Learning 68) advise. The threshold rule is of Lipton,
Elkan & Narayanaswamy (2014, ECML PKDD): for calibrated probabilities, calling from half the best attainable F1
on is what attains it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_STEPS = 100
_CLOSE = 1e-10


def logistic(logit: Floats) -> Floats:
    """Return 1 / (1 + exp(-logit)), without overflow.

    Examples
    --------
    >>> logistic(np.array([-1000.0, 0.0, 1000.0])).tolist()
    [0.0, 0.5, 1.0]
    """
    small = np.exp(-np.abs(logit))
    found: Floats = np.where(logit >= 0, 1 / (1 + small), small / (1 + small))
    return found


def platt(score: Floats, label: NDArray[np.bool_]) -> tuple[float, float]:
    """Return (slope, offset) so that logistic(slope x score + offset) is the probability of a 1.

    Targets are (N1 + 1) / (N1 + 2) for a 1 and 1 / (N0 + 2) for a 0, so that scores which part the two kinds
    wholly still give a finite slope.

    Parameters
    ----------
    score
        Of passages that the scorer has not seen; others would make the slope too steep.
    label
        Their codes.
    """
    positive = int(label.sum())
    target = np.where(label, (positive + 1) / (positive + 2), 1 / (len(label) - positive + 2))
    # Scaled to a spread of 1, so that Newton's steps are of one size whatever the score counts in.
    scale = float(score.std()) or 1.0
    x = np.column_stack((score / scale, np.ones(len(score))))
    line = np.array([1.0, np.log((positive + 1) / (len(label) - positive + 1))])
    loss = _loss(x @ line, target)
    for _ in range(_STEPS):
        p = logistic(x @ line)
        gradient = x.T @ (p - target)
        curvature = (x * (p * (1 - p))[:, None]).T @ x + 1e-12 * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        size = 1.0
        while size > _CLOSE and _loss(x @ (line - size * step), target) > loss:
            size /= 2
        line = line - size * step
        better = _loss(x @ line, target)
        if loss - better < _CLOSE * max(1.0, loss):
            break
        loss = better
    return float(line[0] / scale), float(line[1])


def _loss(logit: Floats, target: Floats) -> float:
    return float((np.logaddexp(0.0, logit) - target * logit).sum())


def f1_threshold(probability: Floats) -> float:
    """Return the threshold with the best expected F1: half of that F1, to six digits.

    Expected F1 of calling the k likeliest = 2 (p1 + ... + pk) / (k + sum of all p).

    Examples
    --------
    >>> f1_threshold(np.array([0.9, 0.8, 0.1, 0.1]))
    0.435897
    """
    falling = np.sort(probability)[::-1]
    expected = 2 * np.cumsum(falling) / (np.arange(1, len(falling) + 1) + falling.sum())
    return round(float(expected.max()) / 2, 6)
