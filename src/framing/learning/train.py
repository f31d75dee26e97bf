"""Coded passages to a model, with its figures on articles that it had not seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

import framing
from framing.learning.columns import Columns
from framing.learning.design import Features
from framing.learning.figures import figures
from framing.learning.fit import Decision, Line, decide, out_of_fold, regress
from framing.learning.fits import lexicon_files, reading
from framing.learning.task import Plan, Task, make_task
from framing.model.classifier import Figures, FrameModel, LearnedDimension, Recipe, Training
from framing.model.coded import CodedPassage
from framing.model.lexicon import Lexicon


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
    task = make_task(passages, lexicon, groups=groups, recipe=recipe, plan=plan)
    told = evaluate(task, progress) if plan.evaluate else [None] * len(lexicon.dimensions)
    features, fitted = _fitted(task)
    names = [dimension.id for dimension in lexicon.dimensions]
    return FrameModel(
        package=framing.__version__,
        lexicon=lexicon_files(lexicon),
        reading=reading(),
        recipe=recipe,
        columns=Columns(lexicon).names,
        stems=task.vocabulary.stems,
        terms=tuple(task.design.terms[number] for number in features.terms.tolist()),
        idf=features.idf,
        dimensions=tuple(_dimension(name, task, *own, of) for name, own, of in zip(names, fitted, told, strict=True)),
        training=_training(passages, names, task, files),
    )


def _fitted(task: Task) -> tuple[Features, list[tuple[Line, Decision]]]:
    """Return the features of all passages, and each dimension's regression on them, as strong as was chosen."""
    whole = np.ones(len(task.labels), dtype=np.bool_)
    features = task.design.features(whole)
    decisions = decide(task.design, task.labels, whole, task.inner(whole), task.plan.strengths)
    return features, [
        (regress(features.matrix, task.labels[:, number], choice.strength), choice)
        for number, choice in enumerate(decisions)
    ]


def _training(passages: Sequence[CodedPassage], names: Sequence[str], task: Task, files: Sequence[str]) -> Training:
    plan = task.plan
    return Training(
        passages=len(passages),
        articles=len({passage.article for passage in passages}),
        positive=dict(zip(names, task.labels.sum(axis=0).tolist(), strict=True)),
        files=tuple(files),
        folds=len(set(task.outer().tolist())) if plan.evaluate else 0,
        seed=plan.seed,
    )


def _dimension(name: str, task: Task, line: Line, choice: Decision, told: Figures | None) -> LearnedDimension:
    """Return the dimension with its calibration multiplied in: what is left to do is one sum a paragraph."""
    parts = np.cumsum([task.design.columns.shape[1], task.design.vocabulary.shape[1]])
    columns, kinship, terms = np.split(choice.slope * line.coefficients, parts)
    return LearnedDimension(
        id=name,
        intercept=choice.slope * line.intercept + choice.offset,
        lexicon=columns,
        vocabulary=task.vocabulary.table @ kinship,
        terms=terms,
        figures=told,
        **choice._asdict(),
    )


def evaluate(task: Task, progress: Callable[[], None] | None = None) -> list[Figures]:
    """Return the figures of each dimension by nested cross-validation."""
    probability, called = out_of_fold(task.design, task.labels, task.outer(), task.inner, task.plan.strengths, progress)
    return [
        figures(probability[:, column], called[:, column], task.labels[:, column], task.groups)
        for column in range(task.labels.shape[1])
    ]
