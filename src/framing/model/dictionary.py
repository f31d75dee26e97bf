"""A dictionary as other programs write it: categories in a tree, words under them, and little else.

The stage between a file of another format and a `Lexicon`. Every reader in `framing.io.dictionaries` makes one,
every writer takes one; `framing.lexicon_tools` turns it into a lexicon and back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from framing.errors import Fault
from framing.model.lexicon import Side, Unit

Stars = Literal["last", "words"]
Weights = Literal["none", "whole", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """What must stand near a term: one of `any`, as in `framing.model.lexicon.Require`."""

    any: tuple[str, ...]
    within: int = 0
    unit: Unit = "sentence"
    side: Side = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word or phrase in one category.

    Attributes
    ----------
    text
        A glob: words with one space between; a star at the end or the start of a word stands for letters, a star
        by itself for any one word, "#NAME" for any term of the category NAME. In a dictionary with `patterns`,
        a pattern of our own language.
    path
        The names of its category and of those above it, the topmost first.
    line
        Where it stands in its file; 0 where it has none.
    """

    text: str
    path: tuple[str, ...]
    weight: float = 1.0
    note: str = ""
    near: Near | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A category: its path, and a longer title where its file gives one."""

    path: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """What a file of another format holds.

    Attributes
    ----------
    name
        The file's name without its ending.
    where
        The file.
    patterns
        Whether terms are written in our own pattern language.
    masks
        Names that are no evidence, by list.
    lost
        What stands in the file and has no counterpart here, line by line.
    notes
        How the file was read where that was not plain: its encoding, its indentation.
    """

    name: str
    where: str = ""
    categories: tuple[Category, ...] = ()
    terms: tuple[Term, ...] = ()
    patterns: bool = False
    masks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lost: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeps:
    """What a format can say; what it cannot is lost, and listed, when a lexicon is written in it.

    Attributes
    ----------
    patterns
        Our own pattern language: braces, gaps, punctuation.
    stars
        Where a star may stand: at the very end of a term ("last"), or at the end of any of its words ("words").
    leading_stars
        Whether a star may begin a word.
    any_word
        Whether a star by itself is any one word, so that gaps can be written out.
    weights
        None, whole numbers from 1, or any.
    notes, near, masks
        Notes of entries; rules on what stands near; masks.
    order
        Whether entries keep their order across sub-frames.
    """

    patterns: bool = False
    stars: Stars = "words"
    leading_stars: bool = False
    any_word: bool = False
    weights: Weights = "none"
    notes: bool = False
    near: bool = False
    masks: bool = False
    order: bool = False
