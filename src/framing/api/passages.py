"""What scikit-learn calls X and y: passages with their places, and one 0 or 1 a dimension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.errors import DataError
from framing.model.coded import CodedPassage

#: A coded passage, a dict with the same keys as a line of a coded file, or a text that stands by itself.
Passage = CodedPassage | Mapping[str, Any] | str


def passages_of(x: Iterable[Passage]) -> list[CodedPassage]:
    """Return `x` as passages; a text by itself is an article of its own, and a frame gives its rows.

    Raises
    ------
    DataError
        If an item is no passage, has no text, or its place is no number.

    Examples
    --------
    >>> [passage.article for passage in passages_of(["One.", {"text": "Two.", "article": "b", "par": 3}])]
    ['passage 1', 'b']
    """
    if isinstance(x, str):
        raise DataError("X is one text", hint="give a list of texts")
    # A frame would give the names of its columns, one by one, and they are texts too.
    rows = getattr(x, "to_dicts", None) or (partial(x.to_dict, "records") if hasattr(x, "to_dict") else None)
    items = rows() if rows and hasattr(x, "columns") else x
    return [_passage(item, number) for number, item in enumerate(items, start=1)]


def _passage(item: object, number: int) -> CodedPassage:
    alone = f"passage {number}"
    if isinstance(item, CodedPassage):
        return item
    if isinstance(item, str):
        return CodedPassage(article=alone, position=1, text=item)
    hint = 'a text, a coded passage, or {"text": "...", "article": "a1", "par": 3}'
    if not isinstance(item, Mapping):
        raise DataError(f"{alone} is a {type(item).__name__}", hint=hint)
    text, position = item.get("text"), item.get("par", number)
    if not isinstance(text, str):
        raise DataError(f"{alone} has no text", hint=hint)
    if isinstance(position, bool) or not isinstance(position, int | float | np.integer | np.floating):
        raise DataError(f"'par' of {alone} is no number", hint=hint)
    labels = {str(key): bool(value) for key, value in item.items() if not isinstance(value, str) and value in {0, 1}}
    return CodedPassage(article=str(item.get("article", alone)), position=float(position), text=text, labels=labels)


def with_labels(passages: Sequence[CodedPassage], y: ArrayLike | None, dimensions: Sequence[str]) -> list[CodedPassage]:
    """Return the passages with the codes of `y`, or with their own where `y` is None.

    Raises
    ------
    DataError
        If `y` is of another shape than passages x dimensions, or holds anything but 0 and 1; or a code is missing.
    """
    if y is None:
        for number, passage in enumerate(passages, start=1):
            missing = [name for name in dimensions if name not in passage.labels]
            if missing:
                raise DataError(f"passage {number} has no code for '{missing[0]}'", where=passage.where, hint="give y")
        return list(passages)
    codes = labels_of(y, len(passages), len(dimensions))
    return [
        CodedPassage(
            article=passage.article,
            position=passage.position,
            text=passage.text,
            labels=dict(zip(dimensions, row.tolist(), strict=True)),
            where=passage.where,
        )
        for passage, row in zip(passages, codes, strict=True)
    ]


def labels_of(y: ArrayLike, passages: int, dimensions: int) -> NDArray[np.bool_]:
    """Return `y` as passages x dimensions; a single column may come as a list.

    Raises
    ------
    DataError
        If it is of another shape, or holds anything but 0 and 1.
    """
    codes = np.asarray(y)
    if codes.ndim == 1 and dimensions == 1:
        codes = codes[:, None]
    if codes.shape != (passages, dimensions):
        raise DataError(
            f"y is {codes.shape}", hint=f"one row a passage, one column a dimension: {passages, dimensions}"
        )
    if not np.isin(codes, (0, 1)).all():
        raise DataError("y holds other codes than 0 and 1", hint="1 where the passage carries the dimension, else 0")
    return codes.astype(np.bool_)
