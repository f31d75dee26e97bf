"""Direction of a hit: negation, contest and hedge cues -> asserted, contested or reported.

Sections 3.10 of the lexicon format and 11 of the methods. The negation window follows NegEx (Chapman et al.
2001): a cue reaches a few tokens, and an adversative word or a punctuation mark ends its reach.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from framing.matching.compiler import Part
from framing.matching.search import Span, Text
from framing.model import document
from framing.model.hit import Stance
from framing.model.lexicon import Cues, Polarity

# ( and ) do not end a clause: "no (credible) threat" is a denial.
_CLAUSE_END = document.COMMA | document.SEMICOLON | document.COLON | document.ANY_DASH


class Cue(IntEnum):
    """The cue lists, in the order in which the compiler numbers them."""

    NEGATION = 0
    NEGATION_AFTER = 1
    NEGATION_EXEMPT = 2
    CLAUSE_BREAK = 3
    CONTEST = 4
    HEDGE = 5


class Judged(NamedTuple):
    """The stance of a hit, whether it is hedged and counted, and the flags that say why."""

    stance: Stance
    hedged: bool
    counted: bool
    flags: tuple[str, ...]


def stance_of(span: Span, text: Text, cues: Cues, polarity: Polarity, voice: int) -> Judged:
    """Return the stance of the hit at `span`.

    A negated hit of a plain dimension is not counted. A negated or contested hit of a contestable one is
    "contested". Otherwise another's voice, or a question about a threat, makes it "reported", the author's own
    "asserted".
    """
    found = _cues_in_sentence(span, text)
    negated = _is_negated(span, text, cues, found)
    hedged = any(
        0 <= span.first - cue.last < cues.hedge_before_window and _same_clause(cue.last - 1, span.first, text, found)
        for cue in found
        if cue.target == Cue.HEDGE
    )
    contested = polarity == "contestable" and any(cue.target == Cue.CONTEST for cue in found)
    flags = [name for name, holds in (("negated", negated), ("contest_cue", contested)) if holds]
    if negated and polarity == "plain":
        return Judged("contested", hedged, counted=False, flags=("negated", "not_counted"))
    # A threat that is asked about is on the table, not claimed: "Is the republic in danger?"
    asked = polarity == "contestable" and text.is_question(span.first)
    stance: Stance = "reported" if voice != document.OWN or asked else "asserted"
    if negated or contested:
        stance = "contested"
    return Judged(stance, hedged, counted=True, flags=tuple(flags))


def _cues_in_sentence(span: Span, text: Text) -> list[Span]:
    start, end = text.sentence_start[span.first], text.sentence_end[span.first]
    cues = text.between(Part.CUE, start, end)
    # A word of the hit itself is no cue about it: "no-fly zone", "used to justify repression".
    return [cue for cue in cues if cue.last <= span.first or cue.first >= span.last]


def _is_negated(span: Span, text: Text, cues: Cues, found: list[Span]) -> bool:
    exempt = [cue for cue in found if cue.target == Cue.NEGATION_EXEMPT]
    for cue in found:
        if any(other.first <= cue.first and cue.last <= other.last for other in exempt):
            continue  # "not only", "no doubt"
        before, after = span.first - cue.last, cue.first - span.last
        near = (cue.target == Cue.NEGATION and 0 <= before < cues.negation_before_window) or (
            cue.target == Cue.NEGATION_AFTER and 0 <= after < cues.negation_after_window
        )
        left, right = (cue.last - 1, span.first) if before >= 0 else (span.last - 1, cue.first)
        if near and _same_clause(left, right, text, found):
            return True
    return False


def _same_clause(left: int, right: int, text: Text, found: list[Span]) -> bool:
    """Whether no clause ends between token `left` and token `right`."""
    if any(text.breaks[here] & _CLAUSE_END for here in range(left + 1, right + 1)):
        return False
    return not any(left < cue.first < right for cue in found if cue.target == Cue.CLAUSE_BREAK)
