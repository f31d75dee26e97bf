"""Who is said to speak: telling the X of "X said" from what only stands in its place."""

from __future__ import annotations

from framing.text.clauses import AUXILIARIES, Passage, comma_after, word_set
from framing.text.word_lists import load_words

# The author's own voice, and nobody's: "we argued", "you might think", "does anyone believe".
FIRST_PERSON = word_set("i we i've we've i'd we'd i'm we're i'll we'll you one anyone")
DETERMINERS = word_set("the a an his her its their my our your no any")
_NOT_SUBJECTS = DETERMINERS | {"to", "of", "by", "for", "these", "those", "such"}
_CONTRACTED = word_set("he's she's it's that's who's there's everyone's")
_PASSIVE = frozenset({"was", "were", "be", "been", "is", "are", "being"})
_ARTICLES = frozenset({"a", "an", "the", "one", "another", "his", "her", "its", "their"})
_PERSONAL = frozenset({"he", "she", "it", "they", "that", "there"})
_NOT_IN_SOURCE = frozenset({"what", "which", "about", "how", "to"})


def has_subject(passage: Passage, head: int, cue: int, low: int) -> bool:
    """Whether the token at `head` can be the speaker of the verb at `cue`."""
    if head < low:
        return False
    word = passage.lower(head)
    if word in FIRST_PERSON or word in _NOT_SUBJECTS or word in load_words("evidence"):
        return False
    # "Reed's tweets about": a possessive makes the verb a noun.
    if word.endswith(("'s", "\u2019s")) and word not in _CONTRACTED:
        return False
    # "That said, ..."
    if word == "that" and head == low:
        return False
    # "was told that", "is believed to": nobody is named.
    return all(passage.lower(index) not in _PASSIVE for index in range(head + 1, cue))


def is_source(passage: Passage, first: int, last: int) -> bool:
    """Whether tokens can be the X of `C, X said`; not so "wrangling about what it did"."""
    if last - first > 10 or passage.lower(first).endswith("ing"):
        return False
    return all(passage.lower(index) not in _NOT_IN_SOURCE for index in range(first, last + 1))


def is_inverted(passage: Passage, cue: int, high: int) -> bool:
    """Tell `C, said the aide.` from `Mills, an aide, said the town had fallen.`."""
    end = comma_after(passage, cue, high)
    if end == cue + 1 or end - cue > 10:
        return False
    first = passage.lower(cue + 1)
    named = passage.words[cue + 1][0].isupper() or first in _ARTICLES or first in load_words("sources")
    if not named:
        return False
    rest = [passage.lower(index) for index in range(cue + 1, end)]
    return not any(word in AUXILIARIES or word in _PERSONAL or word.endswith("ed") for word in rest)
