"""What one article adds to its source: integers only, so that any split of the work gives the same bytes.

``Tally + Tally`` is exactly associative and commutative; ``sum`` over the articles of a source, in any order
and over any number of workers, is the same tally.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

import numpy as np

from framing.matching.matcher import Matches
from framing.matching.presence import evidence, paragraph_words
from framing.model.document import VOICES, Document
from framing.model.hit import Stance
from framing.model.lexicon import Dimension, Lexicon
from framing.rates.moments import Moments, merge_short
from framing.rates.pool import Levels

# Evidence is kept in thousandths: a sum of floats would depend on its order.
EVIDENCE_UNIT = 1000

Key = TypeVar("Key", bound=Hashable)


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
    hit_paragraphs
        How many paragraphs, as the article has them, hold (y hits, n tokens) of the chosen voices, those
        with y > 0. From this multiset come coverage, the share of the top paragraph and dispersion, all of
        which need hits over their source's total, known only after the last merge. It stays small: there
        are no more keys than pairs of a usual length and a number of hits.
    hit_sentences
        Sentences with a hit of the chosen voices.
    """

    paragraphs: Moments = field(default_factory=Moments.zero)
    articles: Moments = field(default_factory=Moments.zero)
    cells: Counter[Cell] = field(default_factory=Counter)
    present_words: int = 0
    read_words: int = 0
    evidence: int = 0
    dropped: int = 0
    hit_paragraphs: Counter[tuple[int, int]] = field(default_factory=Counter)
    hit_sentences: int = 0

    @property
    def levels(self) -> Levels:
        """Moments over paragraphs and over articles: what rates and their tests are made of."""
        return self.paragraphs, self.articles

    def __add__(self, other: DimensionTally) -> DimensionTally:
        return _total([self, other])


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The counts of one article, or of a source: sizes, voices, what was set aside, and the dimensions.

    `shortest_paragraph` is the least tokens of the chosen voices in a paragraph that has any; None without one.
    """

    articles: int = 0
    voice_tokens: tuple[int, int, int] = (0, 0, 0)
    boilerplate_tokens: int = 0
    boilerplate: Counter[str] = field(default_factory=Counter)
    masked: int = 0
    dimensions: Mapping[str, DimensionTally] = field(default_factory=dict)
    shortest_paragraph: int | None = None

    @property
    def tokens(self) -> int:
        """Word tokens outside boilerplate."""
        return sum(self.voice_tokens)

    def __add__(self, other: Tally) -> Tally:
        return total([self, other])


def total(tallies: Sequence[Tally]) -> Tally:
    """Return the sum of `tallies`, in one pass: adding two at a time would copy every count for every article."""
    names = dict.fromkeys(name for one in tallies for name in one.dimensions)
    own, attributed, quoted = (sum(one.voice_tokens[voice] for one in tallies) for voice in range(len(VOICES)))
    return Tally(
        articles=sum(one.articles for one in tallies),
        voice_tokens=(own, attributed, quoted),
        boilerplate_tokens=sum(one.boilerplate_tokens for one in tallies),
        boilerplate=_counts(one.boilerplate for one in tallies),
        masked=sum(one.masked for one in tallies),
        dimensions={
            name: _total([one.dimensions[name] for one in tallies if name in one.dimensions]) for name in names
        },
        shortest_paragraph=min(
            (one.shortest_paragraph for one in tallies if one.shortest_paragraph is not None), default=None
        ),
    )


def _total(parts: Sequence[DimensionTally]) -> DimensionTally:
    return DimensionTally(
        paragraphs=Moments.total([part.paragraphs for part in parts]),
        articles=Moments.total([part.articles for part in parts]),
        cells=_counts(part.cells for part in parts),
        present_words=sum(part.present_words for part in parts),
        read_words=sum(part.read_words for part in parts),
        evidence=sum(part.evidence for part in parts),
        dropped=sum(part.dropped for part in parts),
        hit_paragraphs=_counts(part.hit_paragraphs for part in parts),
        hit_sentences=sum(part.hit_sentences for part in parts),
    )


def _counts(counters: Iterable[Counter[Key]]) -> Counter[Key]:
    # Counter + Counter copies the sum for each addend, and Counter.update is slow for the many short ones of articles.
    whole: dict[Key, int] = {}
    for counter in counters:
        for key, number in counter.items():
            whole[key] = whole.get(key, 0) + number
    return Counter(whole)


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
            dimension.id: _dimension(
                dimension, document, matches, lexicon, voices, tokens, words, strength[dimension.id]
            )
            for dimension in lexicon.dimensions
        },
        shortest_paragraph=min((n for n in tokens.tolist() if n), default=None),
    )


def _dimension(  # noqa: PLR0913, PLR0917 -- the parts of one tally, each used once
    dimension: Dimension,
    document: Document,
    matches: Matches,
    lexicon: Lexicon,
    voices: frozenset[int],
    tokens: np.ndarray[tuple[int], np.dtype[np.int64]],
    words: np.ndarray[tuple[int], np.dtype[np.int64]],
    strength: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> DimensionTally:
    hits = [hit for hit in matches.hits if lexicon.entries[hit.entry].dimension == dimension.id]
    counted = [hit for hit in hits if hit.counted]
    followed = [hit for hit in counted if hit.voice in voices]
    by_paragraph = Counter(hit.paragraph for hit in followed)
    y = np.zeros(len(words), dtype=np.int64)
    y[list(by_paragraph)] = list(by_paragraph.values())
    moments = Moments.of_article(*merge_short(y, tokens))
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
        # Paragraphs as they are, not as merge_short joins them: coverage is a share of what a reader sees.
        hit_paragraphs=Counter((number, int(tokens[where])) for where, number in by_paragraph.items()),
        hit_sentences=len({int(document.sentence[hit.first]) for hit in followed}),
    )
