"""What one article adds to its source: integers only, so that any split of the work gives the same bytes.

``Tally + Tally`` is exactly associative and commutative; ``sum`` over the articles of a source, in any order
and over any number of workers, is the same tally.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from framing.matching.matcher import Matches
from framing.matching.presence import evidence, paragraph_words
from framing.model.document import VOICES, Document
from framing.model.hit import Stance
from framing.model.lexicon import Dimension, Lexicon
from framing.rates.moments import Moments, merge_short

# Evidence is kept in thousandths: a sum of floats would depend on its order.
EVIDENCE_UNIT = 1000


class Cell(NamedTuple):
    """What a hit is counted under: its entry (position in the lexicon), voice, stance, hedge."""

    entry: int
    voice: int
    stance: Stance
    hedged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionTally:
    """The counts of one dimension.

    Attributes
    ----------
    paragraphs, articles
        Moments of hits and tokens of the chosen voices, over paragraphs and over articles.
    cells
        Hits of all voices by entry, voice, stance and hedge.
    present_words, read_words
        Words in paragraphs where the dimension is present; words in all paragraphs.
    evidence
        Sum over paragraphs of evidence x words, in thousandths.
    dropped
        Negated hits of a plain dimension, which are not in `cells`.
    """

    paragraphs: Moments = field(default_factory=Moments.zero)
    articles: Moments = field(default_factory=Moments.zero)
    cells: Counter[Cell] = field(default_factory=Counter)
    present_words: int = 0
    read_words: int = 0
    evidence: int = 0
    dropped: int = 0

    def __add__(self, other: DimensionTally) -> DimensionTally:
        return DimensionTally(
            paragraphs=self.paragraphs + other.paragraphs,
            articles=self.articles + other.articles,
            cells=self.cells + other.cells,
            present_words=self.present_words + other.present_words,
            read_words=self.read_words + other.read_words,
            evidence=self.evidence + other.evidence,
            dropped=self.dropped + other.dropped,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The counts of one article, or of a source: sizes, voices, what was set aside, and the dimensions."""

    articles: int = 0
    voice_tokens: tuple[int, int, int] = (0, 0, 0)
    boilerplate_tokens: int = 0
    boilerplate: Counter[str] = field(default_factory=Counter)
    masked: int = 0
    dimensions: Mapping[str, DimensionTally] = field(default_factory=dict)

    @property
    def tokens(self) -> int:
        """Word tokens outside boilerplate."""
        return sum(self.voice_tokens)

    def __add__(self, other: Tally) -> Tally:
        names = list(dict.fromkeys([*self.dimensions, *other.dimensions]))
        nothing = DimensionTally()
        own, attributed, quoted = (a + b for a, b in zip(self.voice_tokens, other.voice_tokens, strict=True))
        return Tally(
            articles=self.articles + other.articles,
            voice_tokens=(own, attributed, quoted),
            boilerplate_tokens=self.boilerplate_tokens + other.boilerplate_tokens,
            boilerplate=self.boilerplate + other.boilerplate,
            masked=self.masked + other.masked,
            dimensions={
                name: self.dimensions.get(name, nothing) + other.dimensions.get(name, nothing) for name in names
            },
        )


def tally(document: Document, matches: Matches, lexicon: Lexicon, voices: frozenset[int]) -> Tally:
    """Return what one article counts; `voices` are those that the rates follow."""
    chosen = np.isin(document.voice, sorted(voices))
    words = paragraph_words(document)
    tokens = np.bincount(document.paragraph[chosen], minlength=len(words))
    strength = evidence(document, matches, lexicon)
    own, attributed, quoted = (int(np.count_nonzero(document.voice == v)) for v in range(len(VOICES)))
    return Tally(
        articles=1,
        voice_tokens=(own, attributed, quoted),
        boilerplate_tokens=document.boilerplate_tokens,
        boilerplate=Counter(block.reason for block in document.blocks if block.kind == "boilerplate"),
        masked=matches.masked,
        dimensions={
            dimension.id: _dimension(dimension, matches, lexicon, voices, tokens, words, strength[dimension.id])
            for dimension in lexicon.dimensions
        },
    )


def _dimension(  # noqa: PLR0913, PLR0917 -- the parts of one tally, each used once
    dimension: Dimension,
    matches: Matches,
    lexicon: Lexicon,
    voices: frozenset[int],
    tokens: np.ndarray[tuple[int], np.dtype[np.int64]],
    words: np.ndarray[tuple[int], np.dtype[np.int64]],
    strength: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> DimensionTally:
    hits = [hit for hit in matches.hits if lexicon.entries[hit.entry].dimension == dimension.id]
    counted = [hit for hit in hits if hit.counted]
    followed = [hit.paragraph for hit in counted if hit.voice in voices]
    y, n = merge_short(np.bincount(np.array(followed, dtype=np.int64), minlength=len(words)), tokens)
    moments = Moments.of_article(y, n)
    # Rounded first: 0.7 is held as 0.69999..., and a paragraph at the threshold is present.
    present = np.round(strength, 6) >= dimension.presence.threshold
    thousandths = np.rint(strength * EVIDENCE_UNIT).astype(np.int64)
    return DimensionTally(
        paragraphs=moments,
        articles=moments.as_one_unit(),
        cells=Counter(Cell(hit.entry, hit.voice, hit.stance, hit.hedged) for hit in counted),
        present_words=int(words[present].sum()),
        read_words=int(words.sum()),
        evidence=int((thousandths * words).sum()),
        dropped=len(hits) - len(counted),
    )
