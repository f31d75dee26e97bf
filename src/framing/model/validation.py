"""What validation finds: the precision of entries and groups of them, and how far coders agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Verdict = Literal["keep", "rewrite", "drop", "too few"]
VERDICTS: tuple[Verdict, ...] = ("keep", "rewrite", "drop", "too few")


class Share(NamedTuple):
    """A proportion with its interval; all None where nothing was counted."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPrecision:
    """One entry, judged by its coded lines.

    Attributes
    ----------
    hits
        Hits in the corpus (or corpora) the lines were drawn from.
    lines
        Lines with a code; those that nobody coded are not counted.
    decided
        Lines that some coder called right or wrong: the n of the interval.
    articles
        Those the decided lines are from: thirty lines of three articles say less than thirty of thirty.
    right
        Decided lines that more coders called right than wrong.
    disputed
        Decided lines with as many for as against; not right until somebody adjudicates.
    unclear
        Lines that all their coders left at '?'; not decided.
    """

    entry: str
    role: str
    subframe: str
    dimension: str
    fingerprint: str
    hits: int
    lines: int
    decided: int
    articles: int
    right: int
    disputed: int
    unclear: int
    precision: Share
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPrecision:
    """The frame entries of a sub-frame, or of a dimension (`subframe` is empty), weighted by their hits."""

    dimension: str
    subframe: str
    entries: int
    hits: int
    decided: int
    precision: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far the coders of the same lines agree.

    Attributes
    ----------
    lines
        Lines with two codes or more.
    alpha
        Krippendorff's alpha, nominal; None where it is not defined (no such line, or one code throughout).
    by_code
        Positive agreement for each code that was given.
    """

    lines: int
    alpha: float | None
    by_code: Mapping[str, float]


class Stale(NamedTuple):
    """An entry of the sheets that the lexicon no longer holds in that form, and its coded lines."""

    entry: str
    subframe: str
    dimension: str
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """The precision of a lexicon's entries, from coded concordance lines.

    Attributes
    ----------
    lexicon
        Its signature.
    level
        Of all intervals.
    entries
        Those with a coded line, in the order of the lexicon.
    groups
        Each dimension, followed by its sub-frames.
    coders
        The most codes any line has.
    uncoded
        Lines in the sheets without a code.
    without_lines
        Active frame entries of the lexicon with no coded line.
    stale
        What was coded of entries that have changed since: left out.
    sheets
        SHA-256 of each sheet.
    corpora
        Hashes of the corpora the lines were drawn from.
    """

    lexicon: str
    level: float
    entries: tuple[EntryPrecision, ...]
    groups: tuple[GroupPrecision, ...]
    agreement: Agreement
    coders: int
    uncoded: int
    without_lines: int
    stale: tuple[Stale, ...]
    sheets: tuple[str, ...]
    corpora: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryInParagraphs:
    """One entry, judged by coded paragraphs: of those it hits, how many carry its dimension."""

    entry: str
    role: str
    subframe: str
    dimension: str
    fingerprint: str
    paragraphs: int
    positive: int
    precision: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceScore:
    """How well 'present in the paragraph' agrees with the codes; None where nothing can be divided by."""

    dimension: str
    paragraphs: int
    positive: int
    called: int
    precision: float | None
    recall: float | None
    f1: float | None
    auc: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphValidation:
    """A lexicon set against coded paragraphs; `files` are their SHA-256, `boilerplate` what was left out as such."""

    lexicon: str
    level: float
    entries: tuple[EntryInParagraphs, ...]
    dimensions: tuple[PresenceScore, ...]
    paragraphs: int
    boilerplate: int
    files: tuple[str, ...]
