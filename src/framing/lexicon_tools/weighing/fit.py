"""Penalised logistic regression on entry indicators, shrunk towards the author's weights, none below a floor.

P(present) = 1 / (1 + exp(-(a z - c))) with z = evidence under the weights w. The fit minimises

    -log likelihood + strength * sum_e ((w_e - p_e) / p_e)^2

over w, a and c: a ridge whose centre is the prior p. An entry that the coded passages never show keeps its
prior; one that they show often moves to what they say. Weights stay at or above 0.05, since an entry that
speaks against its dimension is wrong, not negative.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.lexicon_tools.weighing.design import Design

Floats = NDArray[np.float64]

_LEAST, _MOST = 0.05, 2.0


class Fit(NamedTuple):
    """Fitted weights, and the line from evidence to the logit of presence."""

    weights: Floats
    slope: float
    intercept: float


def fit(design: Design, label: NDArray[np.bool_], prior: Floats, neighbours: float, strength: float) -> Fit:
    """Return the weights that fit the codes, shrunk towards `prior`.

    Parameters
    ----------
    design
        The passages under the entries of one dimension.
    label
        Whether each passage is coded as carrying the dimension.
    prior
        The author's weights, one an entry.
    neighbours
        The share of the neighbours' mean that is lent.
    strength
        Of the shrinkage; at infinity the prior is returned.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 -- needed by authors only
    from scipy.sparse import csr_array  # noqa: PLC0415

    whole = csr_array(design.held + neighbours * design.around)
    seen = np.unique(whole.indices)
    matrix, centre = whole[:, seen], prior[seen]
    turned = csr_array(matrix.T)
    sign = np.where(label, 1.0, -1.0)

    # w = p (1 + scale t): in t the penalty is as steep as the rest, so that strong shrinkage does not stall the search.
    scale = 1 / np.sqrt(1 + strength)

    def loss(parameters: Floats) -> tuple[float, Floats]:
        moved, slope, intercept = parameters[:-2], parameters[-2], parameters[-1]
        evidence = matrix @ (centre * (1 + scale * moved))
        margin = sign * (slope * evidence + intercept)
        value = float(np.logaddexp(0.0, -margin).sum() + strength * scale**2 * (moved @ moved))
        # d/dm log(1 + e^-m) = -1 / (1 + e^m), written without overflow
        towards = -sign * np.exp(-np.logaddexp(0.0, margin))
        along = slope * (turned @ towards) * centre * scale + 2 * strength * scale**2 * moved
        return value, np.concatenate((along, [towards @ evidence, towards.sum()]))

    bounds = [((_LEAST / p - 1) / scale, (_MOST / p - 1) / scale) for p in centre.tolist()]
    bounds += [(0.05, 20.0), (-20.0, 20.0)]
    start = np.concatenate((np.zeros(len(seen)), [2.0, -2.0]))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}).x
    weights = prior.copy()
    weights[seen] = centre * (1 + scale * found[:-2])
    return Fit(weights, float(found[-2]), float(found[-1]))


def log_loss(fitted: Fit, design: Design, label: NDArray[np.bool_], neighbours: float) -> float:
    """Return the mean negative log likelihood of the codes (nats a passage)."""
    margin = fitted.slope * design.evidence(fitted.weights, neighbours) + fitted.intercept
    return float(np.logaddexp(0.0, np.where(label, -margin, margin)).mean())
