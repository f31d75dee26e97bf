"""A lexicon set against coded paragraphs: each entry's precision there, and how well presence agrees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from framing.lexicon_tools.fingerprint import fingerprints
from framing.lexicon_tools.precision import share
from framing.lexicon_tools.weighing.agreement import agreement
from framing.lexicon_tools.weighing.design import design, scores
from framing.matching.matcher import Matcher
from framing.model.coded import CodedPassage
from framing.model.lexicon import Dimension, Lexicon
from framing.model.validation import EntryInParagraphs, PresenceScore


class InParagraphs(NamedTuple):
    """The entries that hit a paragraph, in the order of the lexicon, and each dimension's presence."""

    entries: tuple[EntryInParagraphs, ...]
    dimensions: tuple[PresenceScore, ...]


def validate_paragraphs(lexicon: Lexicon, passages: Sequence[CodedPassage], level: float = 0.95) -> InParagraphs:
    """Return how far `lexicon` agrees with `passages`, in no one's voice but the author's.

    An entry's precision here is that of its dimension, not of its sub-frame: a passage may carry the dimension
    by other words than the hit.

    Parameters
    ----------
    lexicon
        From `framing.load_lexicon`.
    passages
        In the order of their articles and places: coded neighbours lend evidence where the lexicon says so.
    level
        Of the intervals.
    """
    coded = design(passages, Matcher(lexicon))
    held = csc_array(coded.held)
    labels = {d.id: np.array([passage.labels[d.id] for passage in passages]) for d in lexicon.dimensions}
    prints = fingerprints(lexicon)
    entries = []
    for number, entry in enumerate(lexicon.entries):
        rows = held.indices[held.indptr[number] : held.indptr[number + 1]]
        if not len(rows):
            continue
        positive = int(labels[entry.dimension][rows].sum())
        entries.append(
            EntryInParagraphs(
                entry=entry.name,
                role=entry.role,
                subframe=entry.subframe,
                dimension=entry.dimension,
                fingerprint=prints[number],
                paragraphs=len(rows),
                positive=positive,
                precision=share(positive, len(rows), level),
            )
        )
    found = scores(lexicon, coded)
    return InParagraphs(tuple(entries), tuple(_presence(d, found[d.id], labels[d.id]) for d in lexicon.dimensions))


def _presence(dimension: Dimension, score: NDArray[np.float64], label: NDArray[np.bool_]) -> PresenceScore:
    threshold = dimension.presence.threshold
    found = agreement(score, label, threshold)
    return PresenceScore(
        dimension=dimension.id,
        paragraphs=len(label),
        positive=int(label.sum()),
        called=int((np.round(score, 6) >= threshold).sum()),
        precision=_or_none(found.precision),
        recall=_or_none(found.recall),
        f1=_or_none(found.f1),
        auc=_or_none(found.auc),
    )


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else value
