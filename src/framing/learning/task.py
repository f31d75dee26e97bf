"""Coded passages made ready for training: their matrix, their codes, their folds; and how they are to be trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.errors import DataError, SettingsError
from framing.learning.design import Design, make_design
from framing.learning.fit import STRENGTHS
from framing.learning.folds import deal
from framing.learning.passages import around, read_passages
from framing.learning.vocabulary import Vocabulary, lexicon_vocabulary
from framing.matching.matcher import Matcher
from framing.model.classifier import Recipe
from framing.model.coded import CodedPassage
from framing.model.lexicon import Lexicon

Bools = NDArray[np.bool_]

# With fewer positives a threshold and its figures are noise; with fewer articles there are no folds.
LEAST_PASSAGES, LEAST_ARTICLES = 10, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a classifier is trained.

    Attributes
    ----------
    strengths
        Values of C that are tried.
    folds, inner
        Folds of the figures, and of what is chosen within each.
    seed
        Of the order in which articles are dealt to folds.
    evaluate
        False leaves out the figures, which take `folds` times as long as the model.
    """

    strengths: tuple[float, ...] = STRENGTHS
    folds: int = 10
    inner: int = 5
    seed: int = 0
    evaluate: bool = True

    def __post_init__(self) -> None:
        if not self.strengths or not all(0 < strength < float("inf") for strength in self.strengths):
            raise SettingsError(f"strengths are {self.strengths}", hint="one number above 0, or several")
        for name in ("folds", "inner"):
            if getattr(self, name) < 2:
                raise SettingsError(f"{name} is {getattr(self, name)}", hint="it is 2 or more")


@dataclass(frozen=True, slots=True)
class Task:
    """Coded passages, ready for training.

    Attributes
    ----------
    labels
        Passages x dimensions, in the order of the lexicon.
    groups
        What stays in one fold: the article of each passage.
    most
        How many folds the passages allow.
    """

    design: Design
    vocabulary: Vocabulary
    labels: Bools
    groups: tuple[str, ...]
    plan: Plan
    most: int

    def outer(self) -> NDArray[np.int64]:
        """Return the folds of the figures."""
        return deal(self.groups, self.labels, min(self.plan.folds, self.most), self.plan.seed)

    def inner(self, seen: Bools) -> NDArray[np.int64]:
        """Return the folds of what is chosen on the passages `seen`; -1 for the others."""
        own = [group for group, used in zip(self.groups, seen.tolist(), strict=True) if used]
        found = np.full(len(seen), -1, dtype=np.int64)
        found[seen] = deal(own, self.labels[seen], min(self.plan.inner, self.most), self.plan.seed + 1)
        return found


def make_task(
    passages: Sequence[CodedPassage],
    lexicon: Lexicon,
    *,
    groups: Sequence[str] | None = None,
    recipe: Recipe,
    plan: Plan,
) -> Task:
    """Return the passages ready for training; see `framing.learning.train.train`.

    Raises
    ------
    DataError
        If a dimension has fewer than 10 passages of either kind, or they stand in fewer than 5 articles.
    """
    names = [dimension.id for dimension in lexicon.dimensions]
    articles = [passage.article for passage in passages]
    labels = np.array([[passage.labels[name] for name in names] for passage in passages], dtype=np.bool_)
    labels = labels.reshape(len(passages), len(names))
    kept = tuple(articles if groups is None else groups)
    most = _most_folds(labels, kept, names)
    read = read_passages(passages, Matcher(lexicon), recipe.stem)
    beside = around(articles, [passage.position for passage in passages])
    vocabulary = lexicon_vocabulary(lexicon, recipe.stem)
    return Task(make_design(read, vocabulary, beside, recipe), vocabulary, labels, kept, plan, most)


def _most_folds(labels: Bools, groups: Sequence[str], names: Sequence[str]) -> int:
    """Return how many folds the rarer kind of the rarest dimension allows."""
    most = len(set(groups))
    for name, label in zip(names, labels.T, strict=True):
        for kind, chosen in ((1, label), (0, ~label)):
            held = {group for group, here in zip(groups, chosen.tolist(), strict=True) if here}
            if chosen.sum() < LEAST_PASSAGES or len(held) < LEAST_ARTICLES:
                raise DataError(
                    f"'{name}' is coded {kind} in {int(chosen.sum())} passages of {len(held)} articles",
                    hint=f"training needs {LEAST_PASSAGES} passages of either kind, in {LEAST_ARTICLES} articles at "
                    "least; a hundred of each tell something",
                )
            most = min(most, len(held))
    return most
