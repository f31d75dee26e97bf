"""One line of evidence: a hit as a reader sees it, with its place in the raw text."""

from __future__ import annotations

from typing import NamedTuple


class EvidenceRow(NamedTuple):
    """A hit in its context; `start` and `end` count characters of the raw article: raw[start:end] == text."""

    article: str
    source: str
    start: int
    end: int
    text: str
    before: str
    after: str
    paragraph: int
    dimension: str
    subframe: str
    entry: str
    voice: str
    stance: str
    hedged: bool
    counted: bool
    flags: tuple[str, ...]
