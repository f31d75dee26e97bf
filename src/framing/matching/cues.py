"""The cues of the sentence in which a hit stands, and how far each of them reaches.

Negation follows NegEx (Chapman et al. 2001): a cue reaches a few tokens, and an adversative word or a
punctuation mark ends its reach. With `negation_through` it must also be bound to the hit: "poses no threat",
"is not a real threat", but not "did not use the threat" or "spared no words of warning".
"""

from __future__ import annotations

from enum import IntEnum

from framing.matching.compiler import Part
from framing.matching.search import Span, Text
from framing.model import document
from framing.model.lexicon import Cues

# ( and ) do not end a clause: "no (credible) threat" is a denial.
_CLAUSE_END = document.COMMA | document.SEMICOLON | document.COLON | document.ANY_DASH
# No cue reaches further than this, whatever the sentence: a table or an attack may be one of 100,000 tokens, and
# a cue 120 tokens off says nothing about the hit.
_REACH = 120
# "not *really* a myth": so many tokens may stand between a negation and the contest cue it cancels.
_CANCEL_REACH = 2
# "not a *constitutional* crisis": so many other words may stand behind a determiner.
_OTHER_WORDS = 1


class Cue(IntEnum):
    """The cue lists, in the order of `framing.model.lexicon.CUE_LISTS`."""

    NEGATION = 0
    NEGATION_AFTER = 1
    NEGATION_EXEMPT = 2
    NEGATION_THROUGH = 3
    NEGATION_OPENS = 4
    CLAUSE_BREAK = 5
    CONTEST = 6
    CONTEST_NEAR = 7
    DISTANCE = 8
    ENDORSEMENT = 9
    HEDGE = 10


class SentenceCues:
    """The cues around one hit, and in its gaps: "pose *no* threat".

    A word that the entry itself spells out is no cue about it: "no-fly zone", "no escape".
    """

    def __init__(self, span: Span, text: Text, cues: Cues, gap: frozenset[int] = frozenset()) -> None:
        self._span, self._text, self._cues, self._gap = span, text, cues, gap
        start = max(text.sentence_start[span.first], span.first - _REACH)
        end = min(text.sentence_end[span.first], span.last + _REACH)
        self._by_list: dict[int, list[Span]] = {}
        for cue in text.between(Part.CUE, start, end):
            inside = span.first <= cue.first and cue.last <= span.last
            if not inside or gap.issuperset(range(cue.first, cue.last)):
                self._by_list.setdefault(cue.target, []).append(cue)
        exempt = self._by_list.get(Cue.NEGATION_EXEMPT, ())
        if exempt:
            for cue_list in (Cue.NEGATION, Cue.NEGATION_AFTER, Cue.CONTEST, Cue.CONTEST_NEAR, Cue.DISTANCE):
                kept = [cue for cue in self._of(cue_list) if not any(_overlap(other, cue) for other in exempt)]
                self._by_list[cue_list] = kept

    def acting(self) -> list[Span]:
        """Return the cues that act on the hit; `target` says of which list each is, `word` which one."""
        rules = {
            Cue.NEGATION: self._denies,
            Cue.NEGATION_AFTER: self._denies_back,
            Cue.CONTEST: self._stands,
            Cue.CONTEST_NEAR: self._contests_near,
            Cue.DISTANCE: self._distances,
            Cue.ENDORSEMENT: self._endorses,
            Cue.HEDGE: self._hedges,
        }
        return [cue for cue_list, acts in rules.items() for cue in self._of(cue_list) if acts(cue)]

    def _of(self, cue_list: Cue) -> list[Span]:
        return self._by_list.get(cue_list, [])

    def _denies(self, cue: Span) -> bool:
        """Whether a negation stands close before the hit, and only words that it passes lie between."""
        near = self._is_before(cue, self._cues.negation_before_window)
        return near and (not self._cues.negation_through or self._passes(cue))

    def _denies_back(self, cue: Span) -> bool:
        last = self._span.last
        return 0 <= cue.first - last < self._cues.negation_after_window and self._same_clause(last - 1, cue.first)

    def _passes(self, cue: Span) -> bool:
        through = _tokens(self._of(Cue.NEGATION_THROUGH))
        opens = _tokens(self._of(Cue.NEGATION_OPENS))
        opened = any(here in opens for here in range(cue.first, cue.last))
        others = 0
        for here in range(cue.last, self._acted_on(cue)):
            if here in opens:
                opened = True
            elif here not in through:
                others += 1
                if not opened or others > _OTHER_WORDS:
                    return False
        return True

    def _stands(self, contest: Span) -> bool:
        """Whether a contest cue is not itself negated: "is no exaggeration", "is not really a myth"."""
        return not any(
            0 <= contest.first - cue.last <= _CANCEL_REACH and self._same_clause(cue.last - 1, contest.first)
            for cue in self._of(Cue.NEGATION)
        )

    def _contests_near(self, cue: Span) -> bool:
        span = self._span
        before, after = span.first - cue.last, cue.first - span.last
        if before < 0 and after < 0:  # they share a word: "imaginary threat" and "threat to the nation"
            return self._stands(cue)
        left, right = (cue.last - 1, span.first) if before >= 0 else (span.last - 1, cue.first)
        near = max(before, after) < self._cues.contest_near_window and self._same_clause(left, right)
        return near and self._stands(cue)

    def _distances(self, cue: Span) -> bool:
        return self._is_before(cue, self._cues.distance_before_window)

    def _hedges(self, cue: Span) -> bool:
        return self._is_before(cue, self._cues.hedge_before_window)

    def _endorses(self, cue: Span) -> bool:
        """Whether the author himself says it, before the hit."""
        return cue.last <= self._span.first and self._text.is_own(cue.first)

    def _acted_on(self, cue: Span) -> int:
        """Return the first word of the hit, or, for a cue in its gap, the next word that is the hit's own."""
        span = self._span
        if not span.first < cue.first < span.last:
            return span.first
        return next((here for here in range(cue.last, span.last) if here not in self._gap), span.last)

    def _is_before(self, cue: Span, window: int) -> bool:
        first = self._acted_on(cue)
        return 0 <= first - cue.last < window and self._same_clause(cue.last - 1, first)

    def _same_clause(self, left: int, right: int) -> bool:
        """Whether no clause ends between token `left` and token `right`."""
        if any(self._text.breaks[here] & _CLAUSE_END for here in range(left + 1, right + 1)):
            return False
        return not any(left < cue.first < right for cue in self._of(Cue.CLAUSE_BREAK))


def _overlap(one: Span, other: Span) -> bool:
    return one.first < other.last and other.first < one.last


def _tokens(spans: list[Span]) -> set[int]:
    return {here for span in spans for here in range(span.first, span.last)}
