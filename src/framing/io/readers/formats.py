"""Which reader an ending asks for. A new format is a module beside this one, and a line here."""

from __future__ import annotations

from typing import Literal

Kind = Literal["text", "table", "lines", "list"]

_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".csv": "table",
    ".tsv": "table",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "list",
}
READABLE = ".txt, .md, .csv, .tsv, .jsonl or .json"
# Files about a corpus, not of it.
_ABOUT = frozenset("readme license licence copying changelog".split())


def kind_of(name: str) -> Kind | None:
    """Return how the file is read, by its ending; packed files (.gz) as what they hold.

    Examples
    --------
    >>> kind_of("News.JSONL.gz"), kind_of("scan.pdf")
    ('lines', None)
    """
    return _KINDS.get(_ending(name.lower().removesuffix(".gz")))


def why_unread(name: str) -> str:
    """Return why a file of this name is not read.

    Examples
    --------
    >>> why_unread("scan.pdf")
    "files of type '.pdf' are not read"
    """
    ending = _ending(name.lower())
    return f"files of type '{ending}' are not read" if ending else "files without an ending are not read"


def is_about(name: str) -> bool:
    """Return whether the file is about the corpus, such as README.md; an article is never called so."""
    return name == "corpus.toml" or name.lower().partition(".")[0] in _ABOUT


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return dot + ending if stem else ""
