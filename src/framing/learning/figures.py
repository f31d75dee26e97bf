"""How well probabilities and calls agree with codes, with intervals over articles; all of it out of fold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from framing.model.classifier import Bin, Figures
from framing.model.result import Estimate

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_REPLICATES = 1000
_SEED = 20261125
_BINS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)


def figures(probability: Floats, called: Bools, label: Bools, articles: Sequence[str]) -> Figures:
    """Return the figures of one dimension.

    Intervals are 95 % percentile intervals of a bootstrap that draws articles, not passages: those of one article
    are alike. A replicate in which a measure is not defined is left out of its interval.
    """
    names = {name: number for number, name in enumerate(sorted(set(articles)))}
    article = np.array([names[name] for name in articles])
    draws = np.random.default_rng(_SEED).multinomial(len(names), np.full(len(names), 1 / len(names)), _REPLICATES)
    drawn = [_measures(probability, called, label, row[article].astype(np.float64)) for row in draws]
    whole = _measures(probability, called, label, np.ones(len(label)))
    found: dict[str, Estimate | None] = {}
    for measure, value in whole.items():
        values = [row[measure] for row in drawn if not np.isnan(row[measure])]
        if np.isnan(value):
            found[measure] = None
        else:
            low, high = np.percentile(values, [2.5, 97.5]).tolist() if values else (value, value)
            found[measure] = Estimate(value, low, high)
    return Figures(
        passages=len(label),
        positive=int(label.sum()),
        called=int(called.sum()),
        calibration=tuple(calibration(probability, label)),
        **found,
    )


def _measures(probability: Floats, called: Bools, label: Bools, weight: Floats) -> dict[str, float]:
    """Return the measures with each passage counted `weight` times."""
    positive, calls, both = weight @ label, weight @ called, weight @ (label & called)
    return {
        "precision": _share(both, calls),
        "recall": _share(both, positive),
        "f1": _share(2 * both, calls + positive),
        "auc": _auc(probability, label, weight),
        "brier": _share(weight @ (probability - label) ** 2, weight.sum()),
    }


def _share(part: Floats | float, whole: Floats | float) -> float:
    return float(part / whole) if whole else float("nan")


def _auc(score: Floats, label: Bools, weight: Floats) -> float:
    """Return P(a positive scores above a negative), ties counted half, passages counted `weight` times."""
    distinct, place = np.unique(score, return_inverse=True)
    positive = np.bincount(place, weights=weight * label, minlength=len(distinct))
    negative = np.bincount(place, weights=weight * ~label, minlength=len(distinct))
    below = np.cumsum(negative) - negative
    return _share(float(positive @ (below + negative / 2)), float(positive.sum() * negative.sum()))


def calibration(probability: Floats, label: Bools) -> list[Bin]:
    """Return passages in bins of probability, empty ones left out: what was predicted beside what was coded."""
    bins = []
    place = np.clip(np.searchsorted(_BINS, probability, side="right") - 1, 0, len(_BINS) - 2)
    for number in np.unique(place).tolist():
        inside = place == number
        predicted, observed = float(probability[inside].mean()), float(label[inside].mean())
        bins.append(Bin(_BINS[number], _BINS[number + 1], int(inside.sum()), predicted, observed))
    return bins
