"""A coded passage: a paragraph with what a person said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPassage:
    """One paragraph and its codes.

    Attributes
    ----------
    article
        The article it stands in: figures are clustered by it.
    position
        Its order within the article: the coded passages before and after it are its neighbours.
    labels
        Dimension id -> whether the coder found it in the passage.
    voice
        "a" author, "q" quoted, "m" mixed; empty where not coded.
    stance
        Of securitisation: "a" asserts, "c" contests, "r" reports; empty where not coded.
    where
        ``file:line``.
    """

    article: str
    position: float
    text: str
    labels: Mapping[str, bool] = field(default_factory=dict)
    voice: str = ""
    stance: str = ""
    where: str = ""
