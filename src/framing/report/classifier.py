"""A trained classifier in a terminal: what it was trained on, how well it does, what weighs most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from framing.model.classifier import Figures, FrameModel, LearnedDimension
from framing.model.result import Estimate
from framing.report.escape import plain

_MEASURES = (("precision", "precision"), ("recall", "recall"), ("f1", "F1"), ("auc", "AUC"), ("brier", "Brier"))


def to_text(model: FrameModel, top: Mapping[str, Sequence[str]]) -> str:
    """Return the page; `top` holds, by dimension, the names of the features that speak most for it."""
    training = model.training
    told = [dimension for dimension in model.dimensions if dimension.figures]
    parts = [
        f"{training.passages:,} coded passages of {training.articles:,} articles",
        f"{len(model.columns)} columns of evidence, {len(model.stems):,} words of lexicons, {len(model.terms):,} terms",
    ]
    if told:
        parts += ["", *_table(told, training.folds), "", *_calibration(told)]
    parts += ["", "chosen on all passages, by cross-validation over articles:"]
    parts += [
        f"  {plain(d.id):22} strength {d.strength:g}, present from a probability of {d.threshold:.2f}"
        for d in model.dimensions
    ]
    parts += ["", "what speaks most for each (terms are cut to their first letters):"]
    parts += [f"  {plain(name):22} {plain(', '.join(terms))}" for name, terms in top.items()]
    return "\n".join(parts) + "\n"


def _table(told: Sequence[LearnedDimension], folds: int) -> Iterator[str]:
    yield f"out of fold: {folds} folds by article; strength, calibration and threshold chosen without the fold"
    yield f"  {'':22} coded called  " + "".join(f"{title:18}" for _, title in _MEASURES).rstrip()
    for dimension in told:
        found = dimension.figures
        if found is not None:
            cells = "".join(f"{_estimate(getattr(found, name)):18}" for name, _ in _MEASURES)
            yield f"  {plain(dimension.id):22} {found.positive:5} {found.called:6}  {cells.rstrip()}"


def _calibration(told: Sequence[LearnedDimension]) -> Iterator[str]:
    yield "calibration, out of fold: mean probability -> share coded 1 (passages)"
    for dimension in told:
        yield f"  {plain(dimension.id):22} {_bins(dimension.figures)}"


def _bins(found: Figures | None) -> str:
    return "  ".join(
        f"{b.predicted:.2f}->{b.observed:.2f} ({b.passages})" for b in (found.calibration if found else ())
    )


def _estimate(estimate: Estimate | None) -> str:
    return "-" if estimate is None else f"{estimate.value:.2f} [{estimate.low:.2f}, {estimate.high:.2f}]"
