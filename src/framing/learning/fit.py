"""One dimension fitted: a regularised logistic regression, calibrated, with the threshold that promises the best F1."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from framing.learning.calibration import f1_threshold, logistic, platt
from framing.learning.design import Design

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

STRENGTHS = (0.1, 0.3, 1.0, 3.0)


class Line(NamedTuple):
    """A logistic regression: logit = intercept + features @ coefficients."""

    coefficients: Floats
    intercept: float

    def logit(self, matrix: csr_array) -> Floats:
        """Return the logit of each row."""
        found: Floats = matrix @ self.coefficients + self.intercept
        return found


class Decision(NamedTuple):
    """How a dimension is decided, and by which strength: chosen on passages out of fold."""

    strength: float
    slope: float
    offset: float
    threshold: float


def regress(matrix: csr_array, label: Bools, strength: float) -> Line:
    """Return the L2-penalised logistic regression with C = `strength`.

    No class weights: they move the intercept, which calibration and threshold set anyway, and gained nothing.
    Where a fold leaves one kind of passage only, there is nothing to learn, and the line is flat.
    """
    if label.all() or not label.any():
        return Line(np.zeros(matrix.shape[1]), float(np.log((label.sum() + 1) / ((~label).sum() + 1))))
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 -- a second of import, for training only

    fitted = LogisticRegression(C=strength, solver="newton-cg", tol=1e-6, max_iter=1000).fit(matrix, label)
    return Line(np.asarray(fitted.coef_[0], dtype=np.float64), float(fitted.intercept_[0]))


def decide(
    design: Design, labels: Bools, seen: Bools, fold: NDArray[np.int64], strengths: Sequence[float] = STRENGTHS
) -> list[Decision]:
    """Return strength, calibration and threshold of each dimension, from the passages `seen` alone.

    Parameters
    ----------
    design
        Of all passages.
    labels
        Passages x dimensions.
    seen
        The passages that may be used.
    fold
        Fold of each passage, by article: what is chosen here is chosen on passages that the regression has not seen.
    strengths
        Tried in order; of equals in log loss the stronger penalty, which comes first, wins.
    """
    logits = np.zeros((len(strengths), *labels.shape))
    for number in np.unique(fold[seen]).tolist():
        inside, outside = seen & (fold != number), seen & (fold == number)
        matrix = design.features(inside).matrix
        for row, strength in enumerate(strengths):
            for column in range(labels.shape[1]):
                line = regress(matrix[inside], labels[inside, column], strength)
                logits[row, outside, column] = line.logit(matrix[outside])
    return [_decision(logits[:, seen, column], labels[seen, column], strengths) for column in range(labels.shape[1])]


def _decision(logits: Floats, label: Bools, strengths: Sequence[float]) -> Decision:
    losses = [float(np.logaddexp(0.0, np.where(label, -row, row)).mean()) for row in logits]
    best = int(np.argmin(np.round(losses, 9)))
    slope, offset = platt(logits[best], label)
    threshold = f1_threshold(logistic(slope * logits[best] + offset))
    return Decision(strengths[best], slope, offset, threshold)


def out_of_fold(  # noqa: PLR0913 -- what is folded, and how
    design: Design,
    labels: Bools,
    fold: NDArray[np.int64],
    inner: Callable[[Bools], NDArray[np.int64]],
    strengths: Sequence[float] = STRENGTHS,
    progress: Callable[[], None] | None = None,
    *,
    kept: Bools | None = None,
) -> tuple[Floats, Bools]:
    """Return probability and call of each passage and dimension, with nothing chosen on its article.

    For each fold, strength, calibration and threshold come from folds within the other passages (nested
    cross-validation), so that no figure on the result has chosen anything on the passages it is of.

    Parameters
    ----------
    inner
        Gives the inner folds of the passages that it is handed.
    progress
        Called after each fold.
    kept
        The passages that may be trained on, for a learning curve; all, where not given.
    """
    probability = np.zeros(labels.shape)
    called = np.zeros(labels.shape, dtype=np.bool_)
    for number in np.unique(fold).tolist():
        out = fold == number
        seen = ~out if kept is None else ~out & kept
        decisions = decide(design, labels, seen, inner(seen), strengths)
        matrix = design.features(seen).matrix
        for column, choice in enumerate(decisions):
            line = regress(matrix[seen], labels[seen, column], choice.strength)
            logit = choice.slope * line.logit(matrix[out]) + choice.offset
            probability[out, column] = logistic(logit)
            called[out, column] = np.round(probability[out, column], 6) >= choice.threshold
        if progress:
            progress()
    return probability, called
