"""FrameClassifier: a second opinion learned from coded passages, as a scikit-learn estimator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.exceptions import NotFittedError

from framing.api.lexicons import load_lexicon
from framing.api.passages import Passage, labels_of, passages_of, with_labels
from framing.errors import DataError
from framing.io.classifiers import read_classifier, write_classifier
from framing.learning.apply import Applier
from framing.learning.calibration import logistic
from framing.learning.explain import Explanation, Weighty, explain, top_terms
from framing.learning.fit import STRENGTHS
from framing.learning.fits import check_fits
from framing.learning.scoring import passage_logits
from framing.learning.task import Plan
from framing.learning.train import train
from framing.matching.matcher import Matcher
from framing.model.article import Article
from framing.model.classifier import Figures, FrameModel, Recipe
from framing.model.lexicon import Lexicon
from framing.text.reading import read_article


# scikit-learn ships no types, so that its classes are Any to mypy.
class FrameClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Presence of each dimension of a lexicon in a paragraph, learned from coded paragraphs.

    One regularised logistic regression a dimension, on the lexicon's evidence by dimension, sub-frame and role, on
    the lexicon's own vocabulary and on TF-IDF of stems, of the paragraph and of those beside it; calibrated, with a
    threshold for the best F1. X is a list of dicts with the keys of a coded file (``text``, ``article``,
    ``par``, and codes by dimension where y is left out), of texts, or a frame with such columns; y is passages x
    dimensions, 0 or 1.

    Parameters
    ----------
    lexicon
        From `load_lexicon`; by default the three shipped dimensions.
    stem
        Words are cut to so many letters.
    longest
        Terms are runs of up to so many words.
    least
        A term must occur in so many passages.
    neighbours
        What the paragraphs beside count, against 1 for the paragraph itself.
    strengths
        Values of C, inverse penalty, of which cross-validation chooses one a dimension.
    folds, inner
        Folds of the out-of-fold figures, and of what is chosen within them; all over articles.
    seed
        Of the order in which articles are dealt to folds.
    evaluate
        False leaves out the figures, which take `folds` times as long as the model.

    Attributes
    ----------
    classes_
        The dimensions' ids, in the order of the columns of y.
    model_
        The model as plain facts (`framing.model.classifier.FrameModel`).

    Examples
    --------
    >>> from sklearn.base import clone
    >>> from framing.api.classifier import FrameClassifier
    >>> clone(FrameClassifier(least=5)).get_params()["least"]
    5
    """

    def __init__(  # noqa: PLR0913 -- scikit-learn wants every choice as a parameter
        self,
        lexicon: Lexicon | None = None,
        *,
        stem: int = 6,
        longest: int = 2,
        least: int = 3,
        neighbours: float = 0.5,
        strengths: Sequence[float] = STRENGTHS,
        folds: int = 10,
        inner: int = 5,
        seed: int = 0,
        evaluate: bool = True,
    ) -> None:
        self.lexicon = lexicon
        self.stem = stem
        self.longest = longest
        self.least = least
        self.neighbours = neighbours
        self.strengths = strengths
        self.folds = folds
        self.inner = inner
        self.seed = seed
        self.evaluate = evaluate

    def fit(self, X: Iterable[Passage], y: ArrayLike | None = None, groups: Sequence[str] | None = None) -> Self:  # noqa: N803 -- scikit-learn's name
        """Train on passages; `y` may be left out where they carry their codes, `groups` are their articles by default.

        Raises
        ------
        DataError
            If a dimension is coded 1, or 0, in fewer than 10 passages or 5 articles; or a code is missing.
        """
        lexicon = load_lexicon() if self.lexicon is None else self.lexicon
        passages = with_labels(passages_of(X), y, [dimension.id for dimension in lexicon.dimensions])
        if groups is not None and len(groups) != len(passages):
            raise DataError(f"{len(groups)} groups for {len(passages)} passages", hint="one group a passage")
        recipe = Recipe(stem=self.stem, longest=self.longest, least=self.least, neighbours=self.neighbours)
        plan = Plan(
            strengths=tuple(self.strengths),
            folds=self.folds,
            inner=self.inner,
            seed=self.seed,
            evaluate=self.evaluate,
        )
        kept = None if groups is None else [str(group) for group in groups]
        return self._take(train(passages, lexicon, groups=kept, recipe=recipe, plan=plan), lexicon)

    def _take(self, model: FrameModel, lexicon: Lexicon) -> Self:
        self.model_ = model
        self.classes_ = np.array([dimension.id for dimension in model.dimensions])
        self._matcher = Matcher(lexicon)
        self._applier = Applier(model, lexicon)
        return self

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "model_")

    def decision_function(self, X: Iterable[Passage]) -> NDArray[np.float64]:  # noqa: N803
        """Return the calibrated logits, passages x dimensions."""
        self._check_fitted()
        return passage_logits(self._applier, self._matcher, passages_of(X))

    def predict_proba(self, X: Iterable[Passage]) -> NDArray[np.float64]:  # noqa: N803
        """Return the probability of each dimension in each passage, passages x dimensions."""
        return logistic(self.decision_function(X))

    def predict(self, X: Iterable[Passage]) -> NDArray[np.int64]:  # noqa: N803
        """Return 1 where the probability, to six digits, reaches the dimension's threshold, else 0."""
        return self._applier_of().present(np.round(self.predict_proba(X), 6)).astype(np.int64)

    def score(self, X: Iterable[Passage], y: ArrayLike) -> float:  # noqa: N803
        """Return the mean F1 of the dimensions; accuracy would praise a classifier that never says present."""
        called = self.predict(X)
        label = labels_of(y, *called.shape)
        both, either = (called & label).sum(axis=0), called.sum(axis=0) + label.sum(axis=0)
        return float(np.mean(2 * both / np.maximum(either, 1)))

    @property
    def figures_(self) -> Mapping[str, Figures | None]:
        """Out-of-fold figures by dimension: nothing in them was chosen on the passages they are of."""
        self._check_fitted()
        return {dimension.id: dimension.figures for dimension in self.model_.dimensions}

    def explain(self, text: str, paragraph: int = 0) -> dict[str, Explanation]:
        """Return, by dimension, the terms and sub-frames that carry the decision: they sum to the logit.

        Parameters
        ----------
        text
            One paragraph, or an article with blank lines between its paragraphs: neighbours lend.
        paragraph
            Which of the paragraphs that hold a word, from 0.

        Raises
        ------
        DataError
            If there is no such paragraph.
        """
        applier = self._applier_of()
        document = read_article(Article(id="text", source="text", text=text), keep_boilerplate=True)
        seen = applier.reader.read(document, self._matcher.match(document))
        spoken = int((seen.words > 0).sum())
        if not 0 <= paragraph < spoken:
            raise DataError(f"there is no paragraph {paragraph}", hint=f"the text has {spoken}, counted from 0")
        return explain(applier, seen, paragraph)

    def top_terms(self, number: int = 15) -> dict[str, tuple[tuple[Weighty, ...], tuple[Weighty, ...]]]:
        """Return, by dimension, the features that speak most for it, and those that speak most against it."""
        self._check_fitted()
        return top_terms(self.model_, number)

    def save(self, path: str | Path) -> None:
        """Write the model to a JSON file, packed where its name ends in .gz; `load_classifier` reads it."""
        self._check_fitted()
        write_classifier(path, self.model_)

    def _applier_of(self) -> Applier:
        self._check_fitted()
        return self._applier

    def _check_fitted(self) -> None:
        if not hasattr(self, "model_"):
            raise NotFittedError("this FrameClassifier is not trained yet; call fit, or framing.load_classifier")


def load_classifier(path: str | Path, *, lexicon: Lexicon | None = None) -> FrameClassifier:
    """Return the classifier in a file of `framing train` or `FrameClassifier.save`.

    Parameters
    ----------
    path
        The file; it is read as data, and nothing in it is run.
    lexicon
        The lexicon it was trained with; by default the three shipped dimensions.

    Raises
    ------
    DataError
        If the file is damaged or no classifier.
    SettingsError
        If it was trained with another lexicon.
    """
    lexicon = load_lexicon() if lexicon is None else lexicon
    model = read_classifier(path)
    check_fits(model, lexicon)
    recipe = model.recipe
    classifier = FrameClassifier(
        lexicon, stem=recipe.stem, longest=recipe.longest, least=recipe.least, neighbours=recipe.neighbours
    )
    return classifier._take(model, lexicon)  # noqa: SLF001 -- the other way to be fitted
