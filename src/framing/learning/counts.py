"""What the classifier finds in an article, as integers that add: any split of a corpus gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from framing.learning.apply import Applier
from framing.matching.matcher import Matches
from framing.model.document import Document
from framing.model.result import Learned

# Probabilities are kept in millionths: a sum of floats would depend on its order.
_UNIT = 1_000_000


class LearnedCounts(NamedTuple):
    """The counts of one dimension.

    Attributes
    ----------
    present, read
        Paragraphs called present, and all with a word.
    present_words, read_words
        The words in them.
    probability
        Sum over paragraphs of probability x words, in millionths.
    """

    present: int = 0
    read: int = 0
    present_words: int = 0
    read_words: int = 0
    probability: int = 0

    def plus(self, other: LearnedCounts) -> LearnedCounts:
        """Return the sums."""
        return LearnedCounts(*(a + b for a, b in zip(self, other, strict=True)))

    def learned(self) -> Learned:
        """Return what is shown of them; None where no word was read."""
        if not self.read_words:
            return Learned(None, None)
        return Learned(self.present_words / self.read_words, self.probability / _UNIT / self.read_words)


def count(applier: Applier, document: Document, matches: Matches) -> dict[str, LearnedCounts]:
    """Return the counts of one article by dimension."""
    seen = applier.reader.read(document, matches)
    probability = applier.probabilities(seen)
    called = applier.present(probability)
    spoken = seen.words > 0
    millionths = np.rint(np.where(spoken[:, None], probability, 0.0) * _UNIT).astype(np.int64)
    return {
        dimension.id: LearnedCounts(
            present=int(called[:, number].sum()),
            read=int(spoken.sum()),
            present_words=int(seen.words[called[:, number]].sum()),
            read_words=int(seen.words.sum()),
            probability=int((millionths[:, number] * seen.words).sum()),
        )
        for number, dimension in enumerate(applier.model.dimensions)
    }


def by_source(counts: Iterable[tuple[str, Mapping[str, LearnedCounts]]]) -> dict[str, dict[str, LearnedCounts]]:
    """Return the sums by source and dimension of (source, counts of one article)."""
    total: dict[str, dict[str, LearnedCounts]] = {}
    for source, own in counts:
        found = total.setdefault(source, {})
        for name, numbers in own.items():
            found[name] = found.get(name, LearnedCounts()).plus(numbers)
    return total
