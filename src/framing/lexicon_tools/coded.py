"""A lexicon set against coded paragraphs: each entry's precision there, and how well presence agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.lexicon_tools.fingerprint import fingerprints
from framing.lexicon_tools.precision import share
from framing.lexicon_tools.trial import plain_document
from framing.matching.matcher import Matcher
from framing.matching.presence import evidence
from framing.model.lexicon import Dimension, Lexicon
from framing.model.validation import CodedParagraph, EntryInParagraphs, PresenceScore


class InParagraphs(NamedTuple):
    """The entries that hit a paragraph, in the order of the lexicon, and each dimension's presence."""

    entries: tuple[EntryInParagraphs, ...]
    dimensions: tuple[PresenceScore, ...]


def validate_paragraphs(lexicon: Lexicon, paragraphs: Sequence[CodedParagraph], level: float = 0.95) -> InParagraphs:
    """Return how far `lexicon` agrees with `paragraphs`, each read by itself, in no one's voice but the author's.

    An entry's precision here is that of its dimension, not of its sub-frame: a paragraph may carry the dimension
    by other words than the hit.
    """
    matcher = Matcher(lexicon)
    hit: Counter[int] = Counter()
    positive: Counter[int] = Counter()
    strength = {dimension.id: np.zeros(len(paragraphs)) for dimension in lexicon.dimensions}
    for number, paragraph in enumerate(paragraphs):
        document = plain_document(paragraph.text)
        matches = matcher.match(document)
        for entry in {found.entry for found in (*matches.hits, *matches.support) if found.counted}:
            hit[entry] += 1
            positive[entry] += paragraph.labels[lexicon.entries[entry].dimension]
        for name, values in evidence(document, matches, lexicon).items():
            strength[name][number] = values.max(initial=0.0)
    prints = fingerprints(lexicon)
    entries = tuple(
        EntryInParagraphs(
            entry=entry.name,
            role=entry.role,
            subframe=entry.subframe,
            dimension=entry.dimension,
            fingerprint=prints[number],
            paragraphs=hit[number],
            positive=positive[number],
            precision=share(positive[number], hit[number], level),
        )
        for number, entry in enumerate(lexicon.entries)
        if hit[number]
    )
    scores = (_presence(dimension, strength[dimension.id], paragraphs) for dimension in lexicon.dimensions)
    return InParagraphs(entries, tuple(scores))


def _presence(
    dimension: Dimension, strength: NDArray[np.float64], paragraphs: Sequence[CodedParagraph]
) -> PresenceScore:
    label = np.array([paragraph.labels[dimension.id] for paragraph in paragraphs], dtype=np.bool_)
    # Rounded first: 0.7 is held as 0.69999..., and a paragraph at the threshold is present.
    called = np.round(strength, 6) >= dimension.presence.threshold
    both, of_label, of_called = int((called & label).sum()), int(label.sum()), int(called.sum())
    return PresenceScore(
        dimension=dimension.id,
        paragraphs=len(paragraphs),
        positive=of_label,
        called=of_called,
        precision=both / of_called if of_called else None,
        recall=both / of_label if of_label else None,
        f1=2 * both / (of_called + of_label) if of_called + of_label else None,
        auc=auc(strength, label),
    )


def auc(strength: NDArray[np.float64], label: NDArray[np.bool_]) -> float | None:
    """Return P(a positive scores above a negative), ties counted half: the area under the ROC curve.

    None where all labels are the same.

    Examples
    --------
    >>> auc(np.array([0.1, 0.4, 0.4, 0.9]), np.array([False, False, True, True]))
    0.875
    """
    positive, negative = strength[label], np.sort(strength[~label])
    if not len(positive) or not len(negative):
        return None
    below = np.searchsorted(negative, positive, side="left")
    up_to = np.searchsorted(negative, positive, side="right")
    return float((below + up_to).sum() / 2 / len(positive) / len(negative))
