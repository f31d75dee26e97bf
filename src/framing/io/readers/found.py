"""What reading has found so far: articles, notes, and every fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from framing.errors import Fault
from framing.model.article import Article, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """An article as a file holds it, before it is known what its source is called."""

    id: str
    text: str
    where: str
    metadata: Mapping[str, str]
    folder: str = ""
    stem: str = ""


@dataclass(slots=True)
class Found:
    """Collects; decides nothing."""

    raw: list[Raw] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def fault(self, message: str, where: str, hint: str = "") -> None:
        """Note a fault."""
        self.faults.append(Fault(message, where, hint))

    def note(self, text: str) -> None:
        """Note something worth telling, once."""
        if text not in self.notes:
            self.notes.append(text)
