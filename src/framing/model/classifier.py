"""A trained classifier as plain facts: what it reads, its coefficients, and how well it did on unseen articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.model.result import Estimate

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a paragraph becomes numbers.

    Attributes
    ----------
    stem
        Words are compared by their first letters, so many of them.
    longest
        Terms are runs of up to so many words.
    least
        A term must occur in so many coded passages.
    neighbours
        What the paragraphs beside count, against 1 for the paragraph itself.
    """

    stem: int = 6
    longest: int = 2
    least: int = 3
    neighbours: float = 0.5


class Bin(NamedTuple):
    """Passages whose probability lies from `low` to `high`: how many, their mean probability, the share coded 1."""

    low: float
    high: float
    passages: int
    predicted: float
    observed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How well one dimension is told on articles that had no part in training, threshold or strength.

    Each measure with its 95 % interval over articles; None where it is not defined.
    """

    passages: int
    positive: int
    called: int
    precision: Estimate | None
    recall: Estimate | None
    f1: Estimate | None
    auc: Estimate | None
    brier: Estimate | None
    calibration: tuple[Bin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LearnedDimension:
    """One dimension: logit of presence = intercept + the paragraph's features times these coefficients.

    Attributes
    ----------
    lexicon
        One coefficient a column of lexicon evidence.
    vocabulary
        One a stem of the lexicon's vocabulary.
    terms
        One a term.
    strength
        C of the logistic regression, chosen by cross-validation.
    slope, offset
        Platt's calibration, already inside the coefficients and the intercept.
    threshold
        A paragraph is called present from this probability on.
    """

    id: str
    intercept: float
    lexicon: Floats
    vocabulary: Floats
    terms: Floats
    strength: float
    slope: float
    offset: float
    threshold: float
    figures: Figures | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """What it was trained on: counts and hashes, no text."""

    passages: int
    articles: int
    positive: Mapping[str, int] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    folds: int = 0
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FrameModel:
    """A trained classifier.

    Attributes
    ----------
    package
        Version of framing that trained it.
    lexicon
        ``name@version#sha256`` of each lexicon file behind its evidence: it fits no other.
    reading
        Versions of everything between raw text and features.
    columns
        Names of the columns of lexicon evidence.
    stems
        The lexicon's vocabulary.
    terms
        Stems joined by spaces; `idf` runs beside them.
    """

    package: str
    lexicon: tuple[str, ...]
    reading: str
    recipe: Recipe
    columns: tuple[str, ...]
    stems: tuple[str, ...]
    terms: tuple[str, ...]
    idf: Floats
    dimensions: tuple[LearnedDimension, ...]
    training: Training
