"""Where articles are, and what reading has found so far: articles, notes, and every fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from framing.errors import Fault
from framing.model.article import Article, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A file to read, and what its place says about it.

    Attributes
    ----------
    path
        As the user would open it; standard input has none that can be opened.
    name
        Its path below the folder that was given, with "/": the identifier of a text file.
    folder
        The sub-folder that names its source; empty in a flat folder.
    home
        The folder it is in where there is no sub-folder, for ``--source-from folder``.
    known
        What corpus.toml says about it.
    meant
        Named by the user or by corpus.toml: if it cannot be read that is a fault, no by-catch.
    """

    path: Path
    name: str
    folder: str = ""
    home: str = ""
    known: Mapping[str, str] = field(default_factory=dict)
    meant: bool = False

    @property
    def where(self) -> str:
        """The path, for messages."""
        return shown(self.path)

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        name = self.name.rpartition("/")[2]
        if name.lower().endswith(".gz"):
            name = name[:-3]
        return name.rpartition(".")[0] or name


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """An article as a file holds it, before it is known what its source is called.

    `no_source_in` names the source column where the record leaves it empty.
    """

    id: str
    text: str
    where: str
    metadata: Mapping[str, str]
    place: Place
    no_source_in: str = ""


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


def shown(path: Path | str) -> str:
    r"""Return `path` fit for a message: a line break or a byte that is no UTF-8 in a name shows as U+FFFD.

    Examples
    --------
    >>> shown("a\nb.txt")
    'a�b.txt'
    """
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in str(path))
