"""A dictionary while its file is being read: what was found so far, and what had to be left."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from framing.errors import Fault
from framing.model.dictionary import Category, Dictionary, Near, Term


def clean(text: str) -> str:
    r"""Return a name or a word on one line, without control characters, and one space between its parts.

    Examples
    --------
    >>> clean(" LAW\x07  AND\tORDER ")
    'LAW AND ORDER'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@dataclass(slots=True)
class Draft:
    """What a reader has found so far."""

    where: str
    categories: dict[tuple[str, ...], str] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    masks: dict[str, list[str]] = field(default_factory=dict)
    lost: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return Path(self.where).stem or "dictionary"

    def category(self, path: tuple[str, ...], title: str = "") -> None:
        """Note a category and those above it, in the order in which they come."""
        for depth in range(1, len(path)):
            self.categories.setdefault(path[:depth], "")
        self.categories[path] = self.categories.get(path) or title

    def term(
        self,
        text: str,
        path: tuple[str, ...],
        line: int,
        *,
        weight: float = 1.0,
        note: str = "",
        near: Near | None = None,
    ) -> None:
        """Note a term; one above all categories goes into a category with the file's name."""
        if not path:
            path = (self.name,)
            self.lose(f"'{text}' stands in no category", line, f"it is read into '{self.name}'")
        self.category(path)
        self.terms.append(Term(text=text, path=path, weight=weight, note=note, near=near, line=line))

    def lose(self, message: str, line: int, hint: str = "") -> None:
        """Note what is in the file and does not come through."""
        self.lost.append(Fault(message, f"{self.where}:{line}", hint))

    def note(self, text: str) -> None:
        """Note, once, how the file was read."""
        if text not in self.notes:
            self.notes.append(text)

    def done(self, *, patterns: bool = False) -> Dictionary:
        """Return the dictionary."""
        return Dictionary(
            name=self.name,
            where=self.where,
            categories=tuple(Category(path=path, title=title) for path, title in self.categories.items()),
            terms=tuple(self.terms),
            patterns=patterns,
            masks={name: tuple(words) for name, words in self.masks.items()},
            lost=tuple(self.lost),
            notes=tuple(self.notes),
        )


def by_category(dictionary: Dictionary) -> dict[tuple[str, ...], list[Term]]:
    """Return the terms of each category, in its order, the empty ones too."""
    grouped: dict[tuple[str, ...], list[Term]] = {category.path: [] for category in dictionary.categories}
    for term in dictionary.terms:
        grouped.setdefault(term.path, []).append(term)
    return grouped
