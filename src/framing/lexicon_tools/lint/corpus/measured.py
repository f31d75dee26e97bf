"""What one pass over a corpus leaves of it: counts by entry, and a few lines. Its size does not grow with the texts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from framing.lexicon_tools.lint.corpus.sample import Sample
from framing.matching.fates import End
from framing.model.lexicon import Entry, Lexicon, Mask

#: A share of fewer matches than this is no share: one of one would be all of them.
FEWEST = 5

_KEPT_LINES, _REMOVED_LINES = 5, 3


@dataclass(slots=True)
class InSource:
    """Sums over the articles of one source: hits y, and with tokens n of each article y^2 and y n."""

    y: int = 0
    yy: int = 0
    yn: int = 0


@dataclass(slots=True)
class EntrySums:
    """One entry in the corpus.

    Attributes
    ----------
    ends
        Its matches, by how they ended.
    takers
        For those that were taken: how often each entry, by its position, took words.
    paragraphs
        Paragraphs in which it counts.
    most, most_article
        The largest number of its hits in one article, and that article's id.
    judged, capital
        Occurrences whose capitals say something, and how many of these have capitals throughout.
    by_source
        Its hits in each source that has any.
    kept, removed
        Lines in which it counts; lines in which a mask or its `exclude` removed it.
    """

    ends: Counter[End] = field(default_factory=Counter)
    takers: Counter[int] = field(default_factory=Counter)
    paragraphs: int = 0
    most: int = 0
    most_article: str = ""
    judged: int = 0
    capital: int = 0
    by_source: dict[str, InSource] = field(default_factory=dict)
    kept: Sample = field(default_factory=lambda: Sample(_KEPT_LINES))
    removed: Sample = field(default_factory=lambda: Sample(_REMOVED_LINES))

    @property
    def counts(self) -> int:
        """How often it counts: as a hit, or as evidence."""
        return self.ends["hit"] + self.ends["support"]

    @property
    def matches(self) -> int:
        """How often it matches, before masks and all rules."""
        return self.ends.total()


@dataclass(slots=True)
class SourceSums:
    """One source: its articles with words, its tokens, and the sum of squares of its articles' tokens."""

    articles: int = 0
    tokens: int = 0
    squares: int = 0


@dataclass(slots=True)
class Measured:
    """A corpus as a lexicon sees it.

    Attributes
    ----------
    lexicon
        What was matched: what is linted, then the masks and cues a run adds.
    entries, masks
        How many of its entries and masks, from the first, are linted.
    sums
        One an entry.
    by_mask
        Matches that each mask, by its position, removed.
    wordless
        Articles without a word outside page furniture.
    """

    lexicon: Lexicon
    entries: int
    masks: int
    sums: list[EntrySums] = field(init=False)
    by_mask: Counter[int] = field(default_factory=Counter)
    sources: dict[str, SourceSums] = field(default_factory=dict)
    paragraphs: int = 0
    wordless: int = 0

    def __post_init__(self) -> None:
        self.sums = [EntrySums() for _ in self.lexicon.entries]

    @property
    def tokens(self) -> int:
        """Word tokens outside page furniture."""
        return sum(source.tokens for source in self.sources.values())

    @property
    def articles(self) -> int:
        """Articles with words."""
        return sum(source.articles for source in self.sources.values())

    def linted(self) -> list[tuple[Entry, EntrySums]]:
        """Return the active entries that are linted, with their sums."""
        rows = zip(self.lexicon.entries[: self.entries], self.sums, strict=False)
        return [(entry, sums) for entry, sums in rows if entry.status == "active"]

    def linted_masks(self) -> list[tuple[Mask, int]]:
        """Return the masks that are linted and hold a pattern, with the number of matches each removed."""
        rows = enumerate(self.lexicon.masks[: self.masks])
        return [(mask, self.by_mask[number]) for number, mask in rows if mask.patterns]
