"""A model laid over an article: the logit and the probability of each dimension in each paragraph."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.learning.beside import lend
from framing.learning.calibration import logistic
from framing.learning.reader import Reader, Seen
from framing.model.classifier import FrameModel
from framing.model.lexicon import Lexicon

Floats = NDArray[np.float64]


class Applier:
    """A model and the lexicon it was trained with, ready for documents; `fits` has said that they go together."""

    def __init__(self, model: FrameModel, lexicon: Lexicon) -> None:
        self.model = model
        self.reader = Reader(model, lexicon)
        self._intercepts = np.array([dimension.intercept for dimension in model.dimensions])
        self._thresholds = np.array([dimension.threshold for dimension in model.dimensions])

    def logits(self, seen: Seen) -> Floats:
        """Return the logits, paragraphs x dimensions; of a paragraph without a word, nan."""
        spoken = seen.words > 0
        found = np.full((len(seen.words), len(self.model.dimensions)), np.nan)
        own = np.column_stack([own_scores(self.model, seen, d) for d in range(len(self.model.dimensions))])
        found[spoken] = self._intercepts + lend(own[spoken], self.model.recipe.neighbours)
        return found

    def probabilities(self, seen: Seen) -> Floats:
        """Return the probability of presence, paragraphs x dimensions, to six digits; nan without a word."""
        return np.round(logistic(self.logits(seen)), 6)

    def present(self, probability: Floats) -> NDArray[np.bool_]:
        """Return which dimension each paragraph is called to carry; none without a word."""
        called: NDArray[np.bool_] = probability >= self._thresholds
        return called


def own_scores(model: FrameModel, seen: Seen, dimension: int) -> Floats:
    """Return what each paragraph's own features add to the logit of one dimension."""
    learned, number = model.dimensions[dimension], len(seen.words)
    score: Floats = np.einsum("pc,c->p", seen.columns, learned.lexicon)
    for entries, coefficients in ((seen.vocabulary, learned.vocabulary), (seen.terms, learned.terms)):
        weights = entries.value * coefficients[entries.column]
        score += np.bincount(entries.paragraph, weights=weights, minlength=number)
    return score
