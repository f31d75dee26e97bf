"""A coding sheet: concordance lines on their way to the coders, and their codes on the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Code = Literal["1", "0", "?", ""]
#: The line expresses the sub-frame; it does not; it cannot be told.
RIGHT: Code = "1"
WRONG: Code = "0"
UNCLEAR: Code = "?"
UNCODED: Code = ""
CODES: tuple[Code, ...] = (RIGHT, WRONG, UNCLEAR)


class SheetLine(NamedTuple):
    """One hit for a coder to judge; the fields are the columns of the sheet, in order.

    Attributes
    ----------
    id
        Names the line by what it is (article, place, words, entry): the same in every sheet, today and later.
    entry, role, subframe, dimension
        What matched, and what it is said to express.
    fingerprint
        Of everything that decides what the entry matches: `framing.lexicon_tools.fingerprint`.
    article, start, end
        Where: raw[start:end] == hit.
    voice, stance
        As the matcher read them.
    before, hit, after
        The hit in its context; the context on one line, paragraphs told apart by a pilcrow.
    code, note
        For the coder.
    hits
        Hits of the entry in the corpus, of which this line is drawn.
    corpus
        Hash of the corpus.
    """

    id: str
    entry: str
    role: str
    subframe: str
    dimension: str
    fingerprint: str
    article: str
    start: int
    end: int
    voice: str
    stance: str
    before: str
    hit: str
    after: str
    code: Code
    note: str
    hits: int
    corpus: str


class EntryCount(NamedTuple):
    """How often an entry hits in a corpus, in how many articles, and how many lines were drawn."""

    entry: str
    role: str
    subframe: str
    dimension: str
    fingerprint: str
    hits: int
    articles: int
    drawn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Lines drawn from a corpus, and the counts of every active entry, those without a line too.

    Attributes
    ----------
    lines
        Entries in the order of the lexicon; the lines of one together, in the order drawn.
    counts
        One an entry, in the order of the lexicon.
    corpus
        Hash of the corpus, as the lines carry it.
    """

    lines: tuple[SheetLine, ...]
    counts: tuple[EntryCount, ...]
    corpus: str


class CodedLine(NamedTuple):
    """A line as it comes back: what the statistics need of it, and where it stands (``file:line``)."""

    id: str
    entry: str
    subframe: str
    dimension: str
    fingerprint: str
    article: str
    hits: int
    corpus: str
    code: Code
    note: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One coder's sheet; `sha256` is that of the file."""

    where: str
    sha256: str
    lines: tuple[CodedLine, ...]
