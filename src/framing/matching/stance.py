"""Direction of a hit: negation, contest, distance and endorsement -> asserted, contested or reported.

Sections 3.10 of the lexicon format and 11 of the methods; what the lists hold, and how often each cue is right,
stands in docs/explanation/stance.md. `framing.matching.paragraph_stance` goes from hits to a paragraph.
"""

from __future__ import annotations

from typing import NamedTuple

from framing.matching.cues import Cue, SentenceCues
from framing.matching.search import Span, Text
from framing.model import document
from framing.model.hit import Stance
from framing.model.lexicon import Cues, Polarity


class Judged(NamedTuple):
    """The stance of a hit, whether it is hedged and counted, and the flags that say why."""

    stance: Stance
    hedged: bool
    counted: bool
    flags: tuple[str, ...]


def stance_of(
    span: Span, text: Text, cues: Cues, polarity: Polarity, voice: int, gap: frozenset[int] = frozenset()
) -> Judged:
    """Return the stance of the hit at `span`; `gap` holds its tokens that the entry does not spell out.

    A negated hit of a plain dimension is not counted; an unsigned one knows no negation. A negated or contested
    hit of a contestable one, or one that the author keeps at a distance, is "contested". Otherwise another's voice
    that the author does not endorse, or a question about a threat, makes it "reported", the author's own "asserted".
    """
    acting = {cue.target for cue in SentenceCues(span, text, cues, gap).acting()}
    negated = not acting.isdisjoint((Cue.NEGATION, Cue.NEGATION_AFTER))
    hedged = Cue.HEDGE in acting
    another = voice != document.OWN
    if polarity != "contestable":
        if negated and polarity == "plain":
            return Judged("contested", hedged, counted=False, flags=("negated", "not_counted"))
        return Judged("reported" if another else "asserted", hedged, counted=True, flags=())
    reasons = {
        "negated": negated,
        "contest_cue": not acting.isdisjoint((Cue.CONTEST, Cue.CONTEST_NEAR)),
        "distanced": Cue.DISTANCE in acting,
        # A threat that is asked about is on the table, not claimed: "Is the republic in danger?"
        "asked": text.is_question(span.first),
        "endorsed": another and Cue.ENDORSEMENT in acting,
    }
    flags = tuple(name for name, holds in reasons.items() if holds)
    if negated or reasons["contest_cue"] or reasons["distanced"]:
        return Judged("contested", hedged, counted=True, flags=flags)
    open_ = (another and not reasons["endorsed"]) or reasons["asked"]
    return Judged("reported" if open_ else "asserted", hedged, counted=True, flags=flags)
