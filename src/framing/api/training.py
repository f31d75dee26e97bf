"""Files of coded passages to a trained classifier, without the estimator around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from framing.api.lexicons import load_lexicon
from framing.io.coded import read_coded
from framing.learning.task import Plan
from framing.learning.train import train
from framing.model.classifier import FrameModel, Recipe
from framing.model.lexicon import Lexicon


def train_classifier(
    coded: Sequence[str | Path],
    *,
    lexicon: Lexicon | None = None,
    recipe: Recipe | None = None,
    plan: Plan | None = None,
    progress: Callable[[], None] | None = None,
) -> FrameModel:
    """Return a model trained on files of coded passages; passages coded as boilerplate are left out.

    Parameters
    ----------
    coded
        JSON lines: ``text``, ``article``, ``par``, ``boilerplate``, and one 0 or 1 for each dimension.
    lexicon
        From `load_lexicon`; by default the three shipped dimensions.
    recipe, plan
        How a passage becomes numbers, and how numbers become a model.
    progress
        Called after each fold of the figures.

    Raises
    ------
    DataError
        With every fault of the files, by line; or if a dimension is coded too seldom.
    """
    lexicon = load_lexicon() if lexicon is None else lexicon
    read = read_coded(coded, [dimension.id for dimension in lexicon.dimensions])
    return train(read.passages, lexicon, recipe=recipe, plan=plan, files=read.files, progress=progress)
