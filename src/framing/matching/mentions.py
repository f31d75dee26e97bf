"""Where the words of a topic stand in a document."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.matching.matcher import Matcher
from framing.model.document import Document


class Mentions(NamedTuple):
    """The mentions of a topic in one document.

    Attributes
    ----------
    first
        int64, one a mention: its first token.
    entry
        int64, one a mention: position of its pattern in the topic.
    mask
        bool, n: whether each token is part of a mention.
    """

    first: NDArray[np.int64]
    entry: NDArray[np.int64]
    mask: NDArray[np.bool_]


def find_mentions(matcher: Matcher, document: Document) -> Mentions:
    """Return the mentions of the topic that `matcher` was made of; of those that overlap, the leftmost longest.

    The masks of a frame lexicon do not hide them: they take names such as "Ministry of Defence" from the
    frames, and a name is what a topic mostly is.
    """
    hits = matcher.match(document).hits
    mask = np.zeros(len(document), bool)
    for hit in hits:
        mask[hit.first : hit.last] = True
    return Mentions(
        np.array([hit.first for hit in hits], np.int64), np.array([hit.entry for hit in hits], np.int64), mask
    )
