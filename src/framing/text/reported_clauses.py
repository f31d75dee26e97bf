"""Verbs of speech with a clause: "officials said the town had fallen", in its four orders."""

from __future__ import annotations

from framing.text.clauses import (
    AUXILIARIES,
    CLOSING_QUOTES,
    Passage,
    Span,
    clause_end,
    comma_before,
    subject_head,
    word_set,
)
from framing.text.speakers import has_subject, is_inverted, is_source

# Before a closing mark they end what was said: "Go," said X. The "free" said no such thing.
_STOPS = frozenset(",.?!-\u2014\u2026")
_WHEN = frozenset({"when", "after", "before", "while"})
_THINGS = frozenset({"it", "this", "that", "which", "these", "those", "there"})
_SHORT_LEAD = 6  # "In May, she said, ..." leads in, and is no part of what she said
_LONGEST_ASIDE = 12  # ", the elder of the two ministers said,"
_RELATIVE = frozenset({"who", "which", "whose", "whom"})
_SPEAK_OF = ("warn", "wrote", "writes", "complain")
_OF = frozenset({"of", "about", "against"})
_TAKE_LISTENER = word_set("told tell tells assured assures informed informs telling warned warns")
_LISTENERS = word_set("me us him her them you reporters journalists lawmakers supporters")
_ADVERBIAL = word_set(
    "on in during at by to after before later earlier last this yesterday today tonight recently monday"
    " tuesday wednesday thursday friday saturday sunday when as afterward afterwards then via through again"
    " of about while with from for"
)


def speech_clause(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """Return the content of `X said (that) C`, `C, X said`, `C, said X` or `C, X said, C`.

    Parameters
    ----------
    passage
        The tokens.
    cue
        The verb.
    low, high
        First token of the sentence and the one behind its last.
    """
    appositive = cue > low and "," in passage.gap(cue)
    # Behind a comma a capital makes it a name: "Meanwhile, Said Aziz told them".
    if cue == low or (appositive and passage.words[cue].istitle()):
        return []
    if _ends_quotation(passage, cue):
        return [(low, cue)]
    if appositive and is_inverted(passage, cue, high):
        return [(low, cue)]
    head = subject_head(passage, cue, low)
    if not has_subject(passage, head, cue, low):
        return []
    # "Mills, an aide, said ...": what the comma ends is the source.
    begin = low if appositive else comma_before(passage, head, low)
    # "Go," she said to the few who stayed
    answered = begin > low and passage.quoted[begin - 1]
    if answered or _trails(passage, cue, high):
        return [(low, begin)] if answered or is_source(passage, begin, head) else []
    return _content_around(passage, cue, (low, begin), high)


def narrow_clause(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """Return the same for verbs that do more than report: `X announced Y would C`, not "announced plans"."""
    head = subject_head(passage, cue, low)
    # "This suggests ...", "It confirms ...": a thing.
    if head >= low and passage.lower(head) in _THINGS and passage.gap(cue) == " ":
        return []
    spans = speech_clause(passage, cue, low, high)
    return [span for span in spans if span[1] <= cue or _is_clause(passage, cue, high)]


def after_listener(passage: Passage, cue: int, high: int) -> int:
    """Return where the content begins: behind the listener, and behind "in a statement that"."""
    first = cue + 1
    listener = passage.lower(cue) in _TAKE_LISTENER
    if first >= high or not (listener or passage.lower(first) in _ADVERBIAL):
        return first
    for position in range(first, min(first + 12, high)):
        if position > first and "," in passage.gap(position):
            break
        if passage.lower(position) == "that":
            return position
    if passage.lower(first) in _LISTENERS or passage.lower(first).endswith("day"):
        return first + 1
    # "told the Courier", but not "warned the tower would fall"
    if listener and first < high - 1 and passage.words[first] == "the" and passage.words[first + 1][0].isupper():
        first += 1
    while listener and first < high - 1 and passage.words[first][0].isupper():
        first += 1
    return first


def _content_around(passage: Passage, cue: int, left: Span, high: int) -> list[Span]:
    low, begin = left
    if "," not in passage.gap(cue + 1):
        if passage.lower(cue + 1) in _WHEN:
            return [left]
        first = after_listener(passage, cue, high)
        if first < high and passage.lower(first) in AUXILIARIES:  # "what he said is known"
            return []
        return [(first, clause_end(passage, first, high))]
    if passage.lower(cue + 1) in {"and", "or"}:  # "to educate, explain, and guide": one verb of several
        return [left]
    right = (cue + 1, clause_end(passage, cue + 1, high))
    leads_in = begin - low <= _SHORT_LEAD and passage.lower(low) in _ADVERBIAL
    return [right] if leads_in or cue - begin > _LONGEST_ASIDE else [left, right]


def _ends_quotation(passage: Passage, cue: int) -> bool:
    before = passage.gap(cue)
    return passage.quoted[cue - 1] and not (CLOSING_QUOTES.isdisjoint(before) or _STOPS.isdisjoint(before))


def _trails(passage: Passage, cue: int, high: int) -> bool:
    """Whether nothing follows the verb but when, where and to whom it was said."""
    if cue + 1 >= high:
        return True
    if passage.gap(cue + 1) != " " or high - cue > 14:
        return False
    if passage.lower(cue).startswith(_SPEAK_OF) and passage.lower(cue + 1) in _OF:
        return False  # "warned of war" says of what
    if passage.lower(cue + 1) not in _ADVERBIAL and passage.lower(cue) not in _TAKE_LISTENER:
        return False
    words = [passage.lower(index) for index in range(cue + 1, high)]
    return not any(word in AUXILIARIES or word == "that" for word in words)


def _is_clause(passage: Passage, cue: int, high: int) -> bool:
    """Whether a verb, or a quotation, follows soon; or what is spoken *of*."""
    following = passage.lower(cue + 1) if cue + 1 < high else ""
    if following in {"to", "by", "for", "of"}:
        return following == "of"
    for position in range(cue + 1, min(cue + 9, high)):
        if position > cue + 1 and not passage.spaced[position] and "," in passage.gap(position):
            return False
        word = passage.lower(position)
        if word in _RELATIVE:  # "announced a plan which would", "admitted two men who had"
            return False
        if passage.quoted[position] or word == "that" or word in AUXILIARIES:
            return True
    return False
