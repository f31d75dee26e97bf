"""Weights, threshold and neighbours' share of one dimension, with figures on articles the fit has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from framing.lexicon_tools.weighing.agreement import Agreement, agreement, agreement_of_calls, auc, best_threshold
from framing.lexicon_tools.weighing.design import Design, folds
from framing.lexicon_tools.weighing.fit import Fit, fit, log_loss

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

STRENGTHS = (0.3, 1.0, 3.0, 10.0)
NEIGHBOURS = (0.0, 0.15, 0.3, 0.5)
FOLDS = 5


class Choice(NamedTuple):
    """The two knobs that the coded passages choose."""

    neighbours: float
    strength: float


class Contribution(NamedTuple):
    """What one entry does on the coded passages.

    `passages` hold it, `positive` of them coded as carrying the dimension; `helps` is how much worse the passages'
    log likelihood would be without it (nats, above 0 = it helps), other weights as they are.
    """

    entry: int
    passages: int
    positive: int
    prior: float
    weight: float
    helps: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The outcome for one dimension.

    Attributes
    ----------
    declared
        The author's weights and the best threshold for them, on the same passages.
    fitted
        The fitted weights and threshold on the passages they were fitted on: too good.
    unseen
        Weights, threshold and both knobs chosen without the article they are tried on: the honest figure.
    """

    dimension: str
    choice: Choice
    weights: Floats
    threshold: float
    declared: Agreement
    fitted: Agreement
    unseen: Agreement
    passages: int
    positives: int
    contributions: tuple[Contribution, ...]


def weigh(dimension: str, design: Design, label: Bools, prior: Floats) -> Weighing:
    """Fit one dimension.

    Parameters
    ----------
    design
        The passages under the entries of this dimension only.
    label
        Whether each passage is coded as carrying it.
    prior
        The author's weights.

    Returns
    -------
    Weighing
        Weights rounded to two digits.
    """
    choice = _choose(design, label, prior)
    out_of_fold = _out_of_fold(design, label, prior, choice)
    threshold = best_threshold(out_of_fold, label)
    fitted = fit(design, label, prior, *choice)
    rounded = fitted._replace(weights=np.round(fitted.weights, 2))
    evidence = design.evidence(rounded.weights, choice.neighbours)
    declared = design.evidence(prior, choice.neighbours)
    return Weighing(
        dimension=dimension,
        choice=choice,
        weights=rounded.weights,
        threshold=threshold,
        declared=agreement(declared, label, best_threshold(declared, label)),
        fitted=agreement(evidence, label, threshold),
        unseen=_unseen(design, label, prior),
        passages=len(label),
        positives=int(label.sum()),
        contributions=tuple(_contributions(rounded, design, label, prior, choice.neighbours)),
    )


def _choose(design: Design, label: Bools, prior: Floats) -> Choice:
    """Return the knobs with the least log loss out of fold; of equals the stronger shrinkage."""
    best, least = Choice(0.0, STRENGTHS[-1]), np.inf
    for neighbours, strength in product(NEIGHBOURS, reversed(STRENGTHS)):
        choice = Choice(neighbours, strength)
        loss = float(np.mean(_fold_losses(design, label, prior, choice)))
        if loss < least - 1e-9:
            best, least = choice, loss
    return best


def _fold_losses(design: Design, label: Bools, prior: Floats, choice: Choice) -> Sequence[float]:
    fold = folds(design.articles, FOLDS)
    losses = []
    for number in np.unique(fold):
        seen = fold != number
        fitted = fit(design.rows(seen), label[seen], prior, *choice)
        losses.append(log_loss(fitted, design.rows(~seen), label[~seen], choice.neighbours) * np.sum(~seen))
    return losses


def _out_of_fold(design: Design, label: Bools, prior: Floats, choice: Choice, seed: int = 1) -> Floats:
    """Return the evidence of each passage under weights fitted without its article."""
    fold = folds(design.articles, FOLDS, seed)
    score = np.zeros(len(label))
    for number in np.unique(fold):
        seen = fold != number
        fitted = fit(design.rows(seen), label[seen], prior, *choice)
        score[~seen] = design.rows(~seen).evidence(fitted.weights, choice.neighbours)
    return score


def _unseen(design: Design, label: Bools, prior: Floats) -> Agreement:
    """Return the agreement where knobs, weights and threshold are all chosen without the article in question."""
    fold = folds(design.articles, FOLDS, seed=2)
    called = np.zeros(len(label), dtype=np.bool_)
    score = np.zeros(len(label))
    for number in np.unique(fold):
        seen = fold != number
        inner, inner_label, held = design.rows(seen), label[seen], design.rows(~seen)
        choice = _choose(inner, inner_label, prior)
        threshold = best_threshold(_out_of_fold(inner, inner_label, prior, choice), inner_label)
        fitted = fit(inner, inner_label, prior, *choice)
        score[~seen] = held.evidence(fitted.weights, choice.neighbours)
        called[~seen] = score[~seen] >= threshold
    return agreement_of_calls(called, label, auc(score, label))


def _contributions(
    fitted: Fit, design: Design, label: Bools, prior: Floats, neighbours: float
) -> Sequence[Contribution]:
    whole = log_loss(fitted, design, label, neighbours)
    held = csc_array(design.held)
    rows = []
    for entry, weight in enumerate(fitted.weights.tolist()):
        holds = np.zeros(len(label), dtype=np.bool_)
        holds[held.indices[held.indptr[entry] : held.indptr[entry + 1]]] = True
        without = fitted.weights.copy()
        without[entry] = 0.0
        worse = log_loss(fitted._replace(weights=without), design, label, neighbours) - whole if holds.any() else 0.0
        rows.append(
            Contribution(
                entry, int(holds.sum()), int(label[holds].sum()), float(prior[entry]), weight, worse * len(label)
            )
        )
    return rows
