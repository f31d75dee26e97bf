"""Why a paragraph is called what it is called: each feature's part of the logit, and the terms that weigh most."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal, NamedTuple

import numpy as np

from framing.learning.apply import Applier
from framing.learning.beside import near
from framing.learning.reader import Seen
from framing.model.classifier import FrameModel

Kind = Literal["lexicon", "vocabulary", "term"]
Where = Literal["here", "beside"]


class Contribution(NamedTuple):
    """One feature's part of a logit.

    Attributes
    ----------
    kind
        "lexicon": evidence of a dimension or a sub-frame (a name in ".support" is of its support entries);
        "vocabulary": a word of the lexicon's patterns and examples; "term": a word or pair of words of the text.
    name
        The column, the stem, or the stems of the term.
    where
        "here", or "beside" where a neighbouring paragraph lends it.
    value
        Above 0 speaks for the dimension.
    """

    kind: Kind
    name: str
    where: Where
    value: float


class Explanation(NamedTuple):
    """One paragraph in one dimension: logit = intercept + sum of the contributions, largest in size first."""

    dimension: str
    probability: float
    threshold: float
    present: bool
    logit: float
    intercept: float
    contributions: tuple[Contribution, ...]


class Weighty(NamedTuple):
    """A term and its coefficient: what it adds to the logit per unit of TF-IDF."""

    term: str
    coefficient: float


def explain(applier: Applier, seen: Seen, paragraph: int) -> dict[str, Explanation]:
    """Return the explanation of one paragraph by dimension; `paragraph` counts those with a word, from 0."""
    spoken = np.flatnonzero(seen.words > 0)
    lent = applier.model.recipe.neighbours
    share = {int(spoken[other]): lent * weight for other, weight in near(paragraph, len(spoken)).items()}
    share[int(spoken[paragraph])] = 1.0
    found = {}
    for number, learned in enumerate(applier.model.dimensions):
        sums: dict[tuple[Kind, str, Where], list[float]] = {}
        for place, kind, name, value in _parts(applier.model, seen, number):
            if share.get(place):
                where: Where = "here" if place == spoken[paragraph] else "beside"
                sums.setdefault((kind, name, where), []).append(share[place] * value)
        parts = [Contribution(*key, math.fsum(values)) for key, values in sums.items()]
        logit = math.fsum([learned.intercept, *(part.value for part in parts)])
        probability = round(1 / (1 + math.exp(-logit)) if logit > 0 else math.exp(logit) / (1 + math.exp(logit)), 6)
        found[learned.id] = Explanation(
            dimension=learned.id,
            probability=probability,
            threshold=learned.threshold,
            present=probability >= learned.threshold,
            logit=logit,
            intercept=learned.intercept,
            contributions=tuple(sorted(parts, key=lambda part: (-abs(part.value), part))),
        )
    return found


def _parts(model: FrameModel, seen: Seen, dimension: int) -> Iterator[tuple[int, Kind, str, float]]:
    """Yield paragraph, kind, name and value of every feature that is not 0."""
    learned = model.dimensions[dimension]
    for place, column in zip(*np.nonzero(seen.columns), strict=True):
        yield int(place), "lexicon", model.columns[column], float(seen.columns[place, column] * learned.lexicon[column])
    for kind, names, entries, coefficients in (
        ("vocabulary", model.stems, seen.vocabulary, learned.vocabulary),
        ("term", model.terms, seen.terms, learned.terms),
    ):
        for place, column, value in zip(*entries, strict=True):
            yield int(place), kind, names[column], float(value * coefficients[column])  # type: ignore[misc]


def top_terms(model: FrameModel, number: int) -> dict[str, tuple[tuple[Weighty, ...], tuple[Weighty, ...]]]:
    """Return, by dimension, the terms that speak most for it and those that speak most against it.

    Columns of lexicon evidence stand among the terms: their names hold a dot or are a dimension's.
    """
    found = {}
    for learned in model.dimensions:
        named = [*zip(model.columns, learned.lexicon.tolist(), strict=True)]
        named += zip(model.terms, learned.terms.tolist(), strict=True)
        rising = sorted((Weighty(name, value) for name, value in named), key=lambda w: (w.coefficient, w.term))
        found[learned.id] = (tuple(reversed(rising[-number:])), tuple(rising[:number]))
    return found
