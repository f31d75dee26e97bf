"""How well a score agrees with a code: precision, recall, F1, AUC, and the threshold with the best F1."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Agreement(NamedTuple):
    """Precision, recall and F1 at a threshold, and the area under the ROC curve; nan where undefined."""

    precision: float
    recall: float
    f1: float
    auc: float


def auc(score: Floats, label: Bools) -> float:
    """Return the area under the ROC curve: P(a positive scores above a negative), ties counted half.

    Examples
    --------
    >>> auc(np.array([0.9, 0.4, 0.4, 0.1]), np.array([True, True, False, False]))
    0.875
    """
    positive, negative = score[label], np.sort(score[~label])
    if not len(positive) or not len(negative):
        return float("nan")
    below = np.searchsorted(negative, positive, side="left")
    upto = np.searchsorted(negative, positive, side="right")
    return float((below + upto).sum() / 2 / len(positive) / len(negative))


def agreement(score: Floats, label: Bools, threshold: float) -> Agreement:
    """Return how well ``score >= threshold`` agrees with `label`; scores are rounded to 6 digits first."""
    return agreement_of_calls(np.round(score, 6) >= threshold, label, auc(score, label))


def agreement_of_calls(called: Bools, label: Bools, area: float = float("nan")) -> Agreement:
    """Return how well calls made elsewhere agree with `label`."""
    both = float(np.sum(called & label))
    total = called.sum() + label.sum()
    return Agreement(
        precision=float(both / called.sum()) if called.any() else float("nan"),
        recall=float(both / label.sum()) if label.any() else float("nan"),
        f1=float(2 * both / total) if total else float("nan"),
        auc=area,
    )


def best_threshold(score: Floats, label: Bools, step: float = 0.01) -> float:
    """Return the multiple of `step` with the best F1; the middle of a run of equals that touch.

    Examples
    --------
    >>> best_threshold(np.array([0.2, 0.6, 0.9]), np.array([False, True, True]), step=0.1)
    0.5
    """
    grid = np.arange(1, max(2, int(np.ceil(score.max() / step)) + 1))
    # F1 at every point of the grid at once: how many passages, and how many positives, reach it.
    rounded = np.round(score, 6)
    called = len(score) - np.searchsorted(np.sort(rounded), np.round(grid * step, 6), side="left")
    both = label.sum() - np.searchsorted(np.sort(rounded[label]), np.round(grid * step, 6), side="left")
    f1 = 2 * both / np.maximum(called + label.sum(), 1)
    best = np.flatnonzero(f1 == f1.max())
    run = best[: 1 + int(np.argmax(np.append(np.diff(best) != 1, True)))]
    return round(float(grid[run[len(run) // 2]]) * step, 6)
