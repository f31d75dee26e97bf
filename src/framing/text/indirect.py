"""Indirect speech: the clauses that a sentence reports of someone else.

What is marked is the content only. The source and the reporting word ("officials said") are the author's.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from framing.text.clauses import (
    AUXILIARIES,
    CLOSING_QUOTES,
    Passage,
    clause_end,
    comma_after,
    comma_before,
    subject_head,
    word_set,
)
from framing.text.cues import ACCORDING, APPEAL, CLAUSE, EITHER, NOUN, PARTICIPLE, SPEECH
from framing.text.word_lists import load_words

Span = tuple[int, int]

_FIRST_PERSON = word_set("i we i've we've i'd we'd i'm we're i'll we'll you one anyone")
_DETERMINERS = word_set("the a an this that these those his her its their my our your no any some")
_NOT_SUBJECTS = _DETERMINERS - {"that", "some", "this", "these", "those"} | {
    "to",
    "of",
    "by",
    "for",
    "and/or",
}
_ARTICLES = frozenset({"a", "an", "the", "one", "another", "his", "her", "its", "their"})
_PERSONAL = frozenset({"he", "she", "it", "they", "that", "there"})
_WHEN = frozenset({"when", "after", "before", "while"})
_THINGS = frozenset({"it", "this", "that", "which", "these", "those", "there"})
_NO_SOURCE_BETWEEN = frozenset({"what", "which", "about", "how", "to"})
_TAKE_LISTENER = word_set(
    "told tell tells assured assures informed informs telling asked reminded warned warns"
)
_PRONOUNS = word_set("me us him her them you reporters journalists lawmakers supporters")
_NO_OBJECT = word_set("of about for against from by in on to and or with at as into over were are is was")
# Before a closing mark they end what was said: "Go," said X. The "free" said no such thing.
_STOPS = frozenset(",.?!-\u2014\u2026")
_SHORT_LEAD = 6  # "In May, she said, ..." leads in, and is no part of what she said
_CALL = frozenset({"call", "calls", "called", "calling"})
_ADVERBIAL = word_set(
    "on in during at by to after before later earlier last this yesterday today tonight recently monday tuesday"
    " wednesday thursday friday saturday sunday when as afterward afterwards then via through again of about"
    " while with from for"
)


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
    >>> words = ("Officials", "said", "it", "fell")
    >>> passage = Passage("Officials said it fell", [0, 10, 15, 18], [9, 14, 17, 22], words, [False] * 4)
    >>> find_attributed(passage, find_cues(words), np.zeros(4, dtype=np.int32))
    [(2, 4)]
    """
    at = np.flatnonzero(cues)
    lows = np.searchsorted(sentence, sentence[at], side="left").tolist()
    highs = np.searchsorted(sentence, sentence[at], side="right").tolist()
    spans: list[Span] = []
    for cue, kind, low, high in zip(at.tolist(), cues[at].tolist(), lows, highs, strict=True):
        # Who speaks inside a quotation is quoted already.
        if not passage.quoted[cue]:
            spans += _RULES[kind](passage, cue, low, high)
    return [span for span in spans if span[0] < span[1]]


def _speech(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """`X said (that) C`, `C, X said`, `C, said X`, `C, X said, C`."""
    if cue == low:
        return []
    before = passage.gap(cue)
    if passage.quoted[cue - 1] and not CLOSING_QUOTES.isdisjoint(before) and not _STOPS.isdisjoint(before):
        return [(low, cue)]
    appositive = "," in before
    if appositive and _is_inverted(passage, cue, high):
        return [(low, cue)]
    head = subject_head(passage, cue, low)
    if not _has_subject(passage, head, cue, low):
        return []
    # "Mills, an aide, said ...": what the comma ends is the source.
    begin = low if appositive else comma_before(passage, head, low)
    answered = begin > low and passage.quoted[begin - 1]  # "Go," she said to the few who stayed
    if begin > low and _trails(passage, cue, high) and not _is_source(passage, begin, head):
        return []
    if answered or _trails(passage, cue, high) or passage.low(cue + 1) in _WHEN:
        return [(low, begin)]
    if "," not in passage.gap(cue + 1):
        first = _after_listener(passage, cue, high)
        return [(first, clause_end(passage, first, high))]
    right = (cue + 1, clause_end(passage, cue + 1, high))
    lead = begin - low
    if (lead <= _SHORT_LEAD and passage.low(low) in _ADVERBIAL) or cue - begin > 12:
        return [right]
    return [(low, begin), right]


def _clause(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """`X announced that C`, `X announced Y would C`, and what _speech does around quotations."""
    head = subject_head(passage, cue, low)
    # What suggests or confirms here is a thing.
    if head >= low and passage.low(head) in _THINGS and passage.gap(cue) == " ":
        return []
    spans = _speech(passage, cue, low, high)
    return [span for span in spans if span[1] <= cue or _is_clause(passage, cue, high)]


def _is_clause(passage: Passage, cue: int, high: int) -> bool:
    """Whether a verb follows soon: "announced the bank would close", not "announced plans"."""
    if cue + 1 < high and passage.low(cue + 1) in {"to", "by", "for"}:
        return False
    for position in range(cue + 1, min(cue + 9, high)):
        gap = passage.gap(position)
        if "," in gap and position > cue + 1:
            return False
        if (
            passage.quoted[position]
            or passage.low(position) in AUXILIARIES
            or passage.low(position) == "that"
        ):
            return True
    return False


def _is_inverted(passage: Passage, cue: int, high: int) -> bool:
    """Tell `C, said the aide.` from `Mills, an aide, said the town had fallen.`"""
    end = comma_after(passage, cue, high)
    if end == cue + 1 or end - cue > 10:
        return False
    first = passage.low(cue + 1)
    named = passage.words[cue + 1][0].isupper() or first in _ARTICLES or first in load_words("sources")
    if not named or first in _PERSONAL:
        return False
    rest = [passage.low(index) for index in range(cue + 1, end)]
    return not any(word in AUXILIARIES or word in _PERSONAL or word.endswith("ed") for word in rest)


def _has_subject(passage: Passage, head: int, cue: int, low: int) -> bool:
    if head < low:
        return False
    word = passage.low(head)
    if word in _FIRST_PERSON or word in _NOT_SUBJECTS:
        return False
    if word in load_words("evidence"):
        return False
    # "was told that", "is believed to": nobody is named.
    skipped = {passage.low(index) for index in range(head + 1, cue)}
    return skipped.isdisjoint({"was", "were", "be", "been", "is", "are", "being"})


def _is_source(passage: Passage, first: int, last: int) -> bool:
    """Whether tokens can be the X of `C, X said`; not so "wrangling about what it did"."""
    if last - first > 10 or passage.low(first).endswith("ing"):
        return False
    return all(passage.low(index) not in _NO_SOURCE_BETWEEN for index in range(first, last + 1))


def _trails(passage: Passage, cue: int, high: int) -> bool:
    """Whether nothing follows the verb but when, where and to whom it was said."""
    if cue + 1 >= high:
        return True
    following = passage.low(cue + 1)
    gap = passage.gap(cue + 1)
    if gap != " " or high - cue > 14:
        return False
    if following not in _ADVERBIAL and not (passage.low(cue) in _TAKE_LISTENER):
        return False
    return all(passage.low(k) not in AUXILIARIES and passage.low(k) != "that" for k in range(cue + 1, high))


def _after_listener(passage: Passage, cue: int, high: int) -> int:
    """Return where the content begins: behind the listener, and behind `in a statement that`."""
    first = cue + 1
    listener = passage.low(cue) in _TAKE_LISTENER
    if not listener and passage.low(first) not in _ADVERBIAL:
        return first
    for position in range(first, min(first + 12, high)):
        if position > first and "," in passage.gap(position):
            break
        if passage.low(position) == "that":
            return position
    if listener:
        if passage.low(first) in _PRONOUNS:
            return first + 1
        while first < high - 1 and (passage.words[first][0].isupper() or passage.low(first) == "the"):
            first += 1
    elif passage.low(first).endswith("day"):
        first += 1
    return first


def _participle(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """`..., saying C`."""
    if cue == low or cue + 1 >= high or "," in passage.gap(cue + 1):
        return []
    head = subject_head(passage, cue, low)
    if head >= low and passage.low(head) in _FIRST_PERSON | _DETERMINERS | {"without", "to"}:
        return []
    # "officers charged with claiming ..." and "a letter warning of" are no more than nouns.
    progressive = cue > low and passage.low(cue - 1) in AUXILIARIES
    if not (
        progressive or passage.low(cue + 1) == "that" or not {",", "\u2014", "-"}.isdisjoint(passage.gap(cue))
    ):
        return []
    first = _after_listener(passage, cue, high)
    return [(first, clause_end(passage, first, high))]


def _noun(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """`the allegation that C`, `they state that C`."""
    if cue + 2 >= high or passage.gap(cue + 1) != " " or passage.words[cue + 1] != "that":
        return []
    head = subject_head(passage, cue, low)
    if head >= low and passage.low(head) in _FIRST_PERSON | {"my", "our", "to"}:
        return []
    return [(cue + 2, clause_end(passage, cue + 2, high, at_comma=True))]


def _either(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """`the claim that C`, `officials claim C`."""
    spans = _noun(passage, cue, low, high)
    if spans or cue + 2 >= high or passage.gap(cue + 1) != " " or passage.gap(cue) != " ":
        return spans
    head = subject_head(passage, cue, low)
    if head < low or not (passage.low(head) in load_words("sources") or passage.words[head][0].isupper()):
        return []
    following = passage.low(cue + 1)
    if (
        passage.low(head) in _FIRST_PERSON | _NOT_SUBJECTS
        or following in _NO_OBJECT
        or following in AUXILIARIES
    ):
        return []
    return [(cue + 1, clause_end(passage, cue + 1, high))]


def _appeal(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """`X urged them to C`, `X accused them of C`."""
    head = subject_head(passage, cue, low)
    if cue + 1 >= high or not _has_subject(passage, head, cue, low) or passage.gap(cue + 1) != " ":
        return []
    # "was held and accused of", "the man blamed for": the passive names nobody.
    if passage.low(cue)[:5] in {"accus", "blame"} and passage.low(cue + 1) in {"of", "for", "by"}:
        return []
    if passage.low(cue) in _CALL and passage.low(cue + 1) not in {"for", "on"}:
        return []
    return [(cue + 1, clause_end(passage, cue + 1, high, at_comma=True))]


def _according(passage: Passage, cue: int, low: int, high: int) -> list[Span]:
    """`According to X, C`, `C, according to X`."""
    if cue + 2 >= high or passage.words[cue + 1] != "to" or passage.words[cue + 2] == "which":
        return []
    comma = comma_after(passage, cue, high)
    if cue - low > 2:
        span = (low, cue)
    elif comma < high:
        span = (comma, clause_end(passage, comma, high))
    else:
        return []
    return [] if _is_statistic(passage, (cue + 2, comma), span) else [span]


def _is_statistic(passage: Passage, source: Span, content: Span) -> bool:
    """Whether a survey or the like is credited with a number, which the author makes his own."""
    first, last = source
    if load_words("evidence").isdisjoint(passage.low(index) for index in range(first, min(last, first + 12))):
        return False
    return any(word[0].isdigit() for word in passage.words[content[0] : content[1]])


_RULES: dict[int, Callable[[Passage, int, int, int], list[Span]]] = {
    SPEECH: _speech,
    CLAUSE: _clause,
    NOUN: _noun,
    EITHER: _either,
    PARTICIPLE: _participle,
    APPEAL: _appeal,
    ACCORDING: _according,
}
