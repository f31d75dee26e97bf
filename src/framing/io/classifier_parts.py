"""The parts of a classifier's file, each checked for kind, size and fit before any of it is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from framing.errors import DataError
from framing.model.classifier import Bin, Figures, FrameModel, LearnedDimension, Recipe, Training
from framing.model.result import Estimate

# Far above what training makes; a file that says more is no model.
_MOST_NAMES, _LONGEST_NAME, _MOST_DIMENSIONS, _MOST_PASSAGES = 500_000, 400, 100, 10**9
_LARGEST = 1e9
_MEASURES = ("precision", "recall", "f1", "auc", "brier")


class Part:
    """An object of the file; every getter says what is wrong, and where."""

    def __init__(self, content: dict[str, Any], where: str, path: str = "") -> None:
        self._content = content
        self._where = where
        self._path = path

    def _wrong(self, key: str, wanted: str) -> NoReturn:
        hint = "the file is damaged or not ours: train it again with 'framing train'"
        raise DataError(f"'{self._path}{key}' is not {wanted}", where=self._where, hint=hint)

    def text(self, key: str) -> str:
        """Return a string of up to 400 characters."""
        value = self._content.get(key)
        if not isinstance(value, str) or len(value) > _LONGEST_NAME:
            self._wrong(key, "a short text")
        return value

    def number(self, key: str, low: float = -_LARGEST, high: float = _LARGEST) -> float:
        """Return a finite number within bounds."""
        value = self._content.get(key)
        # Python compares true with 1, and a whole number of 400 digits is no float.
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            self._wrong(key, f"a number from {low:g} to {high:g}")
        return float(value)

    def whole(self, key: str, low: int, high: int) -> int:
        """Return a whole number within bounds."""
        value = self._content.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self._wrong(key, f"a whole number from {low} to {high}")
        return value

    def names(self, key: str, most: int = _MOST_NAMES) -> tuple[str, ...]:
        """Return distinct short texts."""
        value = self._content.get(key)
        if not isinstance(value, list) or len(value) > most:
            self._wrong(key, f"a list of at most {most:,}")
        if not all(isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME for name in value):
            self._wrong(key, "a list of short texts")
        if len(set(value)) != len(value):
            self._wrong(key, "a list without repeats")
        return tuple(value)

    def floats(self, key: str, length: int) -> NDArray[np.float64]:
        """Return finite numbers, exactly so many."""
        value = self._content.get(key)
        if not isinstance(value, list) or len(value) != length:
            self._wrong(key, f"a list of {length:,} numbers")
        # type(), not isinstance(): true is an int to Python.
        if not all(type(number) in {int, float} and -_LARGEST <= number <= _LARGEST for number in value):
            self._wrong(key, "a list of finite numbers")
        return np.array(value, dtype=np.float64)

    def part(self, key: str) -> Part:
        """Return an object."""
        value = self._content.get(key)
        if not isinstance(value, dict):
            self._wrong(key, "an object")
        return Part(value, self._where, f"{self._path}{key}.")

    def parts(self, key: str, most: int) -> Iterator[Part]:
        """Yield the objects of a list."""
        value = self._content.get(key)
        if not isinstance(value, list) or len(value) > most or not all(isinstance(item, dict) for item in value):
            self._wrong(key, f"a list of at most {most} objects")
        return (Part(item, self._where, f"{self._path}{key}[{number}].") for number, item in enumerate(value))

    def has(self, key: str) -> bool:
        """Return whether there is anything but null under `key`."""
        return self._content.get(key) is not None


def model_of(page: Part) -> FrameModel:
    """Return the model that the file describes.

    Raises
    ------
    DataError
        If a part is missing, of another kind, too large, or does not fit the others.
    """
    recipe = page.part("recipe")
    columns, stems, terms = page.names("columns"), page.names("stems"), page.names("terms")
    dimensions = tuple(
        _dimension(part, len(columns), len(stems), len(terms)) for part in page.parts("dimensions", _MOST_DIMENSIONS)
    )
    if not dimensions or len({dimension.id for dimension in dimensions}) != len(dimensions):
        raise DataError("the classifier has no dimension, or one twice", where=page._where)  # noqa: SLF001
    return FrameModel(
        package=page.text("package"),
        lexicon=page.names("lexicon", 1000),
        reading=page.text("reading"),
        recipe=Recipe(
            stem=recipe.whole("stem", 1, 100),
            longest=recipe.whole("longest", 1, 5),
            least=recipe.whole("least", 1, _MOST_PASSAGES),
            neighbours=recipe.number("neighbours", 0, 1),
        ),
        columns=columns,
        stems=stems,
        terms=terms,
        idf=page.floats("idf", len(terms)),
        dimensions=dimensions,
        training=_training(page.part("training"), [dimension.id for dimension in dimensions]),
    )


def _dimension(part: Part, columns: int, stems: int, terms: int) -> LearnedDimension:
    return LearnedDimension(
        id=part.text("id"),
        intercept=part.number("intercept"),
        lexicon=part.floats("lexicon", columns),
        vocabulary=part.floats("vocabulary", stems),
        terms=part.floats("terms", terms),
        strength=part.number("strength", 0),
        slope=part.number("slope"),
        offset=part.number("offset"),
        threshold=part.number("threshold", 0, 1),
        figures=_figures(part.part("figures")) if part.has("figures") else None,
    )


def _figures(part: Part) -> Figures:
    return Figures(
        passages=part.whole("passages", 0, _MOST_PASSAGES),
        positive=part.whole("positive", 0, _MOST_PASSAGES),
        called=part.whole("called", 0, _MOST_PASSAGES),
        calibration=tuple(
            Bin(
                low=row.number("low", 0, 1),
                high=row.number("high", 0, 1),
                passages=row.whole("passages", 0, _MOST_PASSAGES),
                predicted=row.number("predicted", 0, 1),
                observed=row.number("observed", 0, 1),
            )
            for row in part.parts("calibration", 100)
        ),
        **{name: _estimate(part.part(name)) if part.has(name) else None for name in _MEASURES},
    )


def _estimate(part: Part) -> Estimate:
    return Estimate(*(part.number(name, 0, 1) for name in ("value", "low", "high")))


def _training(part: Part, dimensions: list[str]) -> Training:
    positive = part.part("positive")
    return Training(
        passages=part.whole("passages", 0, _MOST_PASSAGES),
        articles=part.whole("articles", 0, _MOST_PASSAGES),
        positive={name: positive.whole(name, 0, _MOST_PASSAGES) for name in dimensions},
        files=part.names("files", 10_000),
        folds=part.whole("folds", 0, _MOST_PASSAGES),
        seed=part.whole("seed", -(2**63), 2**63),
    )
