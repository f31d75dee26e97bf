"""Coded passages to a model: read, fold, choose, fit, and say how well it did on articles it had not seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

import framing
from framing.errors import DataError, SettingsError
from framing.learning.columns import Columns
from framing.learning.design import Design, make_design
from framing.learning.figures import figures
from framing.learning.fit import STRENGTHS, decide, out_of_fold, regress
from framing.learning.fits import lexicon_files, reading
from framing.learning.folds import deal
from framing.learning.passages import around, read_passages
from framing.learning.vocabulary import Vocabulary, lexicon_vocabulary
from framing.matching.matcher import Matcher
from framing.model.classifier import Figures, FrameModel, LearnedDimension, Recipe, Training
from framing.model.coded import CodedPassage
from framing.model.lexicon import Lexicon

Bools = NDArray[np.bool_]

# With fewer positives a threshold and its figures are noise; with fewer articles there are no folds.
LEAST_PASSAGES, LEAST_ARTICLES = 10, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How it is trained.

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
    """Coded passages, ready for training: their design, codes (passages x dimensions), and what stays in one fold."""

    design: Design
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


def train(  # noqa: PLR0913 -- everything that decides a model, by keyword
    passages: Sequence[CodedPassage],
    lexicon: Lexicon,
    *,
    groups: Sequence[str] | None = None,
    recipe: Recipe | None = None,
    plan: Plan | None = None,
    files: Sequence[str] = (),
    progress: Callable[[], None] | None = None,
) -> FrameModel:
    """Return a model of every dimension of `lexicon`, with its out-of-fold figures.

    Parameters
    ----------
    passages
        With a code for each dimension; those of one article, in its order, are each other's neighbours.
    lexicon
        From `framing.load_lexicon`.
    groups
        What is kept in one fold; the articles, where not given.
    recipe, plan
        How a passage becomes numbers, and how numbers become a model.
    files
        SHA-256 of the files that the passages came from.
    progress
        Called after each fold of the figures.

    Raises
    ------
    DataError
        If a dimension has fewer than 10 passages of either kind, or they stand in fewer than 5 articles.
    """
    recipe, plan = recipe or Recipe(), plan or Plan()
    vocabulary = lexicon_vocabulary(lexicon, recipe.stem)
    task = _task(passages, lexicon, groups, vocabulary, recipe, plan)
    told: Sequence[Figures | None] = [None] * len(lexicon.dimensions)
    if plan.evaluate:
        told = evaluate(task, progress)
    whole = np.ones(len(passages), dtype=np.bool_)
    decisions = decide(task.design, task.labels, whole, task.inner(whole), plan.strengths)
    features = task.design.features(whole)
    parts = np.cumsum([task.design.columns.shape[1], task.design.vocabulary.shape[1]])
    dimensions = []
    for column, (dimension, choice, shown) in enumerate(zip(lexicon.dimensions, decisions, told, strict=True)):
        line = regress(features.matrix, task.labels[:, column], choice.strength)
        columns, kinship, terms = np.split(choice.slope * line.coefficients, parts)
        dimensions.append(
            LearnedDimension(
                id=dimension.id,
                intercept=choice.slope * line.intercept + choice.offset,
                lexicon=columns,
                vocabulary=vocabulary.table @ kinship,
                terms=terms,
                figures=shown,
                **choice._asdict(),
            )
        )
    return FrameModel(
        package=framing.__version__,
        lexicon=lexicon_files(lexicon),
        reading=reading(),
        recipe=recipe,
        columns=Columns(lexicon).names,
        stems=vocabulary.stems,
        terms=tuple(task.design.terms[number] for number in features.terms.tolist()),
        idf=features.idf,
        dimensions=tuple(dimensions),
        training=Training(
            passages=len(passages),
            articles=len({passage.article for passage in passages}),
            positive={d.id: int(n) for d, n in zip(lexicon.dimensions, task.labels.sum(axis=0), strict=True)},
            files=tuple(files),
            folds=len(set(task.outer().tolist())) if plan.evaluate else 0,
            seed=plan.seed,
        ),
    )


def evaluate(task: Task, progress: Callable[[], None] | None = None) -> list[Figures]:
    """Return the figures of each dimension by nested cross-validation."""
    probability, called = out_of_fold(task.design, task.labels, task.outer(), task.inner, task.plan.strengths, progress)
    return [
        figures(probability[:, column], called[:, column], task.labels[:, column], task.groups)
        for column in range(task.labels.shape[1])
    ]


def _task(
    passages: Sequence[CodedPassage],
    lexicon: Lexicon,
    groups: Sequence[str] | None,
    vocabulary: Vocabulary,
    recipe: Recipe,
    plan: Plan,
) -> Task:
    names = [dimension.id for dimension in lexicon.dimensions]
    articles = [passage.article for passage in passages]
    labels = np.array([[passage.labels[name] for name in names] for passage in passages], dtype=np.bool_)
    labels = labels.reshape(len(passages), len(names))
    kept = tuple(articles if groups is None else groups)
    most = _most_folds(labels, kept, names)
    read = read_passages(passages, Matcher(lexicon), recipe.stem)
    beside = around(articles, [passage.position for passage in passages])
    return Task(make_design(read, vocabulary, beside, recipe), labels, kept, plan, most)


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
