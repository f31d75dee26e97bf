"""Where the categories of another program's dictionary go: the topmost are dimensions, what is below sub-frames."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from framing.model.dictionary import Dictionary

_GENERAL = "general"
_NEGATED = re.compile(r"neg(?:ated)?[_ -](.+)", re.IGNORECASE)

#: Dimension and sub-frame; an empty sub-frame where the dimension has none.
Place = tuple[str, str]


@dataclass(slots=True)
class Places:
    """The places of a dictionary's categories.

    Parameters
    ----------
    dictionary
        From a reader.
    flat
        Whether each category is a dimension of its own.
    """

    dictionary: Dictionary
    flat: bool
    _names: set[str] = field(init=False)
    _below: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._names = {category.path[-1].casefold() for category in self.dictionary.categories}
        self._below = {}
        for category in self.dictionary.categories:
            self._below.setdefault(category.path[0], set()).update(category.path[1:2])

    def of(self, path: tuple[str, ...]) -> Place:
        """Return where the terms of a category go."""
        if self.flat:
            return ".".join(path), ""
        below = self._below[path[0]]
        if len(path) > 1 or not below:
            return path[0], ".".join(path[1:])
        # Terms that stand beside sub-categories need one of their own.
        name = _GENERAL
        while name in below:
            name += "_"
        return path[0], name

    def denies(self, path: tuple[str, ...]) -> bool:
        """Whether a category lists another's terms with a "not" before them, as `neg_positive` does."""
        match = _NEGATED.fullmatch(path[-1])
        return match is not None and match[1].casefold() in self._names

    def tables(self, used: Collection[Place]) -> Iterator[dict[str, Any]]:
        """Yield the tables of the dimensions that hold an entry, in the order of the file."""
        tables: dict[str, dict[str, Any]] = {}
        titles = {category.path: category.title for category in self.dictionary.categories}
        for path, title in titles.items():
            dimension, subframe = place = self.of(path)
            if place not in used:
                continue
            top = titles.get(path if self.flat else path[:1])
            table = tables.setdefault(dimension, {"id": dimension, "title": top or dimension, "polarity": "plain"})
            if subframe:
                table.setdefault("subframe", []).append({"id": subframe, **({"title": title} if title else {})})
        yield from tables.values()

    def empty(self, used: Collection[Place]) -> list[str]:
        """Return the names of categories without a term that are no mere heading of others."""
        paths = [category.path for category in self.dictionary.categories]
        headings = {path[:depth] for path in paths for depth in range(1, len(path))}
        return [
            ".".join(path)
            for path in paths
            if self.of(path) not in used and path not in headings and not self.denies(path)
        ]
