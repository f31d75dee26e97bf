"""Score single texts: no source, no comparison, no interval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from framing.api.lexicons import load_lexicon
from framing.matching.concordance import evidence_rows
from framing.matching.matcher import Matcher
from framing.matching.presence import evidence, paragraph_words
from framing.model.article import Article
from framing.model.evidence import EvidenceRow
from framing.model.lexicon import Lexicon
from framing.text.reading import read_article


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionScore:
    """One dimension of one text or paragraph.

    Attributes
    ----------
    hits
        Hits of entries with the role "frame", whoever speaks.
    rate
        Hits per 1,000 tokens; None without a token.
    evidence
        Of a paragraph, its evidence; of a text, the word-weighted mean over its paragraphs.
    present
        Whether the evidence reaches the threshold; of a text, whether that of any paragraph does.
    rows
        The hits in their context.
    """

    hits: int
    rate: float | None
    evidence: float
    present: bool
    rows: tuple[EvidenceRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The dimensions of one text or paragraph, and how many tokens were read."""

    tokens: int
    dimensions: Mapping[str, DimensionScore]
    paragraphs: tuple[Score, ...] = ()

    def __getitem__(self, dimension: str) -> DimensionScore:
        return self.dimensions[dimension]


def score(text: str, *, lexicon: Lexicon | None = None, keep_boilerplate: bool = False) -> Score:
    """Return what one text holds of each dimension.

    Examples
    --------
    >>> import framing
    >>> framing.score("The envoys spoke of the weather.")["geopolitics"].present
    False
    """
    return next(score_many([text], lexicon=lexicon, keep_boilerplate=keep_boilerplate))


def score_many(
    texts: Iterable[str], *, lexicon: Lexicon | None = None, keep_boilerplate: bool = False
) -> Iterator[Score]:
    """Yield the score of each text, in order; words met once are remembered for the next text."""
    matcher = _core_matcher() if lexicon is None else Matcher(lexicon)
    for text in texts:
        yield _score(text, matcher, keep_boilerplate=keep_boilerplate)


@cache
def _core_matcher() -> Matcher:
    return Matcher(load_lexicon())


def _score(text: str, matcher: Matcher, *, keep_boilerplate: bool) -> Score:
    document = read_article(Article(id="text", source="text", text=text), keep_boilerplate=keep_boilerplate)
    matches = matcher.match(document)
    lexicon = matcher.lexicon
    words = paragraph_words(document)
    found = evidence(document, matches, lexicon)
    counted = [row for row in evidence_rows(document, matches.hits, lexicon) if row.counted]
    paragraphs = tuple(
        Score(
            tokens=int(words[number]),
            dimensions={
                dimension.id: _dimension(
                    [r for r in counted if r.paragraph == number and r.dimension == dimension.id],
                    int(words[number]),
                    float(found[dimension.id][number]),
                    dimension.presence.threshold,
                )
                for dimension in lexicon.dimensions
            },
        )
        for number in range(len(words))
    )
    whole: dict[str, DimensionScore] = {}
    for dimension in lexicon.dimensions:
        strength = found[dimension.id]
        mean = float(np.average(strength, weights=words)) if words.sum() else 0.0
        rows = [row for row in counted if row.dimension == dimension.id]
        plain = _dimension(rows, len(document), mean, dimension.presence.threshold)
        present = any(paragraph[dimension.id].present for paragraph in paragraphs)
        whole[dimension.id] = DimensionScore(
            hits=plain.hits, rate=plain.rate, evidence=mean, present=present, rows=plain.rows
        )
    return Score(tokens=len(document), dimensions=whole, paragraphs=paragraphs)


def _dimension(rows: list[EvidenceRow], tokens: int, strength: float, threshold: float) -> DimensionScore:
    return DimensionScore(
        hits=len(rows),
        rate=1000 * len(rows) / tokens if tokens else None,
        evidence=strength,
        present=round(strength, 6) >= threshold,
        rows=tuple(rows),
    )
