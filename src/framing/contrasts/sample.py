"""A part of a large corpus, for what a part tells as well: TF-IDF means, bursts, and resamples.

Hits are always counted in the whole. A mean over 1,500 paragraphs of a source is known to a few hundredths of a
standard deviation; another 30,000 cost seconds and change no list.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.gather import Counts

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Paragraphs of the whole corpus, shared out equally; and what each source may have however many there are.
MOST, FEWEST = 60_000, 300


class Sample(NamedTuple):
    """Paragraphs of some articles, as in `Counts`; articles are numbered anew."""

    matrix: Any
    sizes: Floats
    article: Ints
    source: Ints

    @property
    def paragraph_source(self) -> Ints:
        """Number of each paragraph's source."""
        return self.source[self.article]


def sample(counts: Counts, most: int = MOST) -> Sample:
    """Return every k-th article of each source, so many that it has its share of `most` paragraphs.

    In most corpora that is all of them.
    Articles stand sorted by their length and content, so the part has short and long ones as the whole has, and
    no draw decides it.
    """
    limit = max(FEWEST, most // len(counts.names))
    paragraphs = np.bincount(counts.paragraph_source, minlength=len(counts.names))
    step = np.maximum(1, -(-paragraphs // limit))
    first = np.searchsorted(counts.source, np.arange(len(counts.names)))
    chosen = (np.arange(len(counts.source)) - first[counts.source]) % step[counts.source] == 0
    if chosen.all():
        return Sample(counts.matrix, counts.sizes, counts.article, counts.source)
    rows = np.flatnonzero(chosen[counts.article])
    number = np.cumsum(chosen) - 1
    return Sample(counts.matrix[rows], counts.sizes[rows], number[counts.article[rows]], counts.source[chosen])
