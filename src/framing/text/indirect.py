"""Indirect speech: the clauses that a sentence reports of someone else.

What is marked is the content only. The source and the reporting word ("officials said") are the author's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from framing.text import reported_clauses, reported_phrases
from framing.text.clauses import Passage, Span
from framing.text.cues import ACCORDING, APPEAL, CLAUSE, EITHER, NAMING, NOUN, PARTICIPLE, SPEECH

if TYPE_CHECKING:
    from numpy.typing import NDArray

# No rule looks further than this: a "sentence" of 100,000 tokens (a table, an attack) stays linear.
_REACH = 120
_Rule = Callable[[Passage, int, int, int], list[Span]]
_RULES: dict[int, _Rule] = {
    SPEECH: reported_clauses.speech_clause,
    CLAUSE: reported_clauses.narrow_clause,
    NOUN: reported_phrases.noun,
    EITHER: reported_phrases.noun_or_verb,
    PARTICIPLE: reported_phrases.participle,
    APPEAL: reported_phrases.appeal,
    NAMING: reported_phrases.naming,
    ACCORDING: reported_phrases.according_to,
}


def find_attributed(passage: Passage, cues: NDArray[np.uint8], sentence: NDArray[np.int32]) -> list[Span]:
    """Return the (first, last + 1) token spans of the reported clauses.

    Parameters
    ----------
    passage
        The tokens, with those that stand in direct quotations.
    cues
        The kind of reporting word of each token.
    sentence
        The number of each token's sentence.

    Examples
    --------
    >>> from framing.text.cues import find_cues
    >>> words, plain = ("Officials", "said", "it", "fell"), [False] * 4
    >>> passage = Passage("Officials said it fell", [0, 10, 15, 18], [9, 14, 17, 22], words, plain, plain)
    >>> find_attributed(passage, find_cues(words), np.zeros(4, dtype=np.int32))
    [(2, 4)]
    """
    at = np.flatnonzero(cues)
    lows = np.maximum(np.searchsorted(sentence, sentence[at], side="left"), at - _REACH)
    highs = np.minimum(np.searchsorted(sentence, sentence[at], side="right"), at + _REACH)
    kinds = cues[at].tolist()
    spans: list[Span] = []
    for cue, kind, low, high in zip(at.tolist(), kinds, lows.tolist(), highs.tolist(), strict=True):
        # Who speaks inside a quotation is quoted already.
        if not passage.quoted[cue]:
            spans += _RULES[kind](passage, cue, low, high)
    return [span for span in spans if span[0] < span[1]]
