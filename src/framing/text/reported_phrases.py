"""Reports without a verb of speech in charge: "..., saying C", "the claim that C", "urged them to C"."""

from __future__ import annotations

from framing.text.clauses import AUXILIARIES, Passage, Span, clause_end, comma_after, subject_head, word_set
from framing.text.reported_clauses import after_listener
from framing.text.speakers import DETERMINERS, FIRST_PERSON, has_subject
from framing.text.word_lists import load_words

_NO_OBJECT = word_set("of about for against from by in on to and or with at as into over were are is was")
_LONGEST_NAMED = 12  # tokens from the verb to "as", or to the name
_CALL = frozenset({"call", "calls", "called", "calling"})
_BREAKS = frozenset(",-\u2013\u2014")


def participle(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """Return the content of `..., saying C`."""
    if cue == low or cue + 1 >= high or "," in passage.gap(cue + 1):
        return []
    head = subject_head(passage, cue, low)
    # "It goes without saying", "the saying".
    if head >= low and passage.lower(head) in FIRST_PERSON | DETERMINERS | {"without", "to"}:
        return []
    # "officers charged with claiming ..." and "a letter warning of" are no more than nouns.
    progressive = passage.lower(cue - 1) in AUXILIARIES
    if not (progressive or passage.lower(cue + 1) == "that") and _BREAKS.isdisjoint(passage.gap(cue)):
        return []
    first = after_listener(passage, cue, high)
    return [(first, clause_end(passage, first, high))]


def noun(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """Return the content of `the allegation that C`, `they state that C`."""
    if cue + 2 >= high or passage.gap(cue + 1) != " " or passage.words[cue + 1] != "that":
        return []
    head = subject_head(passage, cue, low)
    if head >= low and passage.lower(head) in FIRST_PERSON | {"my", "our", "to"}:
        return []
    return [(cue + 2, clause_end(passage, cue + 2, high, at_comma=True))]


def noun_or_verb(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """Return the content of `the claim that C`, `officials claim C`."""
    spans = noun(passage, cue, low, high)
    if spans or cue + 2 >= high or passage.gap(cue + 1) != " " or passage.gap(cue) != " ":
        return spans
    head = subject_head(passage, cue, low)
    if not has_subject(passage, head, cue, low):
        return []
    if not (passage.lower(head) in load_words("sources") or passage.words[head][0].isupper()):
        return []
    following = passage.lower(cue + 1)
    if following in _NO_OBJECT or following in AUXILIARIES:
        return []
    return [(cue + 1, clause_end(passage, cue + 1, high))]


def appeal(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """Return the content of `X urged them to C`, `X accused them of C`, `X called for C`."""
    head = subject_head(passage, cue, low)
    if cue + 1 >= high or passage.gap(cue + 1) != " " or not has_subject(passage, head, cue, low):
        return []
    verb, following = passage.lower(cue), passage.lower(cue + 1)
    # "was held and accused of", "the man blamed for": the passive names nobody.
    if verb.startswith(("accus", "blam")) and following in {"of", "for", "by"}:
        return []
    end = clause_end(passage, cue + 1, high, at_comma=True)
    if verb in _CALL and following not in {"for", "on"} and not _is_name(passage, cue, low, end):
        return []
    return [(cue + 1, end)]


def naming(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """Return the content of `X described Y as C`."""
    if cue + 2 >= high or passage.gap(cue + 1) != " ":
        return []
    if not passage.lower(cue).endswith("ing") and not has_subject(passage, subject_head(passage, cue, low), cue, low):
        return []
    end = clause_end(passage, cue + 1, high, at_comma=True)
    named = any(passage.lower(index) == "as" for index in range(cue + 1, min(end - 1, cue + _LONGEST_NAMED)))
    return [(cue + 1, end)] if named else []


def _is_name(passage: Passage, cue: int, low: int, end: int) -> bool:
    """Whether `called Y ...` gives Y a name, in quotation marks or with an article: not "called the police"."""
    if any(passage.lower(index) == "what" for index in range(max(low, cue - 4), cue)):
        return True  # "what he called a farce"
    return any(
        passage.quoted[index] or passage.lower(index) in {"a", "an"}
        for index in range(cue + 2, min(end, cue + _LONGEST_NAMED))
    )


def according_to(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """Return the content of `According to X, C` or `C, according to X`."""
    # "a status according to which"
    if cue + 2 >= high or passage.words[cue + 1] != "to" or passage.words[cue + 2] == "which":
        return []
    comma = comma_after(passage, cue, high)
    if cue - low > 2:
        content = (low, cue)
    elif comma < high:
        content = (comma, clause_end(passage, comma, high))
    else:
        return []
    return [] if _is_statistic(passage, (cue + 2, comma), content) else [content]


def _is_statistic(passage: Passage, source: Span, content: Span) -> bool:
    """Whether a survey, or a body that counts, is credited with a number, which the author makes his own."""
    first, last = source
    words = {passage.lower(index) for index in range(first, min(last, first + 12))}
    if words.isdisjoint(load_words("evidence")) and words.isdisjoint(load_words("counting_bodies")):
        return False
    return any(word[0].isdigit() for word in passage.words[content[0] : content[1]])
