"""A part of a large corpus, for what a part tells as well: which terms there are, TF-IDF means, bursts, resamples.

Hits are always counted in the whole. A mean over 1,500 paragraphs of a source is known to a few hundredths of a
standard deviation; another 30,000 cost seconds and change little but the order of terms that stand close together.
"""

from __future__ import annotations

from collections.abc import Sequence

from framing.contrasts.terms import ArticleTerms

# Paragraphs of the whole corpus, shared out equally; and what each source may have however many there are.
MOST, FEWEST = 60_000, 300


def steps(sources: Sequence[Sequence[ArticleTerms]], most: int = MOST) -> list[int]:
    """Return k for each source: every k-th of its articles is taken, so that it has its share of `most` paragraphs.

    In most corpora k is 1. Articles stand sorted by their length and content, so the part has short and long ones
    as the whole has, and no draw decides it.
    """
    limit = max(FEWEST, most // max(len(sources), 1))
    return [max(1, -(-sum(len(article.sizes) for article in articles) // limit)) for articles in sources]
