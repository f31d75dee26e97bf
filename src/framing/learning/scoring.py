"""A model laid over coded passages, or any passages that know their article and their place in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from framing.learning.apply import Applier, own_scores
from framing.learning.passages import around, one_paragraph
from framing.matching.matcher import Matcher
from framing.model.coded import CodedPassage


def passage_logits(applier: Applier, matcher: Matcher, passages: Sequence[CodedPassage]) -> NDArray[np.float64]:
    """Return the logits, passages x dimensions; passages of one article are each other's neighbours."""
    model = applier.model
    own = np.zeros((len(passages), len(model.dimensions)))
    for row, passage in enumerate(passages):
        document = one_paragraph(passage.text)
        seen = applier.reader.read(document, matcher.match(document))
        for column in range(len(model.dimensions)):
            own[row, column] = own_scores(model, seen, column)[0]
    beside = around([passage.article for passage in passages], [passage.position for passage in passages])
    intercepts = np.array([dimension.intercept for dimension in model.dimensions])
    logits: NDArray[np.float64] = intercepts + own + model.recipe.neighbours * (beside @ own)
    return logits
