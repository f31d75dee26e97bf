"""Punkt's decision whether the full stop (or "?", "!") at the end of a chunk ends a sentence.

A chunk is a run of characters without white space. Punkt (Kiss & Strunk 2006) cuts the chunk before the
stop and the text after it into tokens, then asks for their last and first: is the one an abbreviation, an
ellipsis, an initial or a number; does the other usually wear its capital only where a sentence begins?
The parameters are in data/punkt_en.txt; scripts/train_punkt.py made them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

# Signs that end a word wherever they stand. A quotation mark or bracket after a stop is one of them.
SEPARATORS = r""")";}\]*:@'({\[\u2018\u2019\u201c\u201d\xab\xbb?!"""

# Where the rest of a word must stop: a separator, "--", "..", or a comma that ends it ("1,000" goes on).
_WORD_END = rf"[{SEPARATORS}]|--|\.\."
# Not "*+": Python 3.11.2 (Debian's) runs a possessive repeat past the lookahead in it, and "etc.?" is one token.
_TOKEN = re.compile(
    rf"""
    -{{2,}} | \.{{2,}}
    # A word may begin with signs that would end it: 'tis, “Mr.
    | [^\s("`{{\[:;&\#*@)}}\]\-,] (?: (?! {_WORD_END} | ,(?:$|{_WORD_END}) ) \S )*
    | \S
    """,
    re.VERBOSE,
)
_NUMERIC = re.compile(r"-?[.,]?\d[\d,.-]*")
_INITIAL = re.compile(r"[^\W\d]\.")
_NUMBER_TYPE = "##number##"

# Chunks follow Heaps' law, so a cache without bound would grow with the corpus; 2**16 keeps nearly all hits.
_REMEMBERED = 1 << 16


class Parameters(NamedTuple):
    """What training learnt. Types are in lower case, without a full stop that ends a sentence.

    Attributes
    ----------
    abbreviations
        Types that own the full stop behind them.
    collocations
        Type before a full stop -> types after it that deny a sentence end between the two.
    starters
        Types that often open sentences: with a capital they do so after an abbreviation too.
    common
        Words usual in lower case and not with a capital inside sentences. An abbreviation keeps its
        stop here ("no."), because the stop is part of the token.
    either
        Words usual in lower case, and with a capital inside sentences too (Court, White).
    """

    abbreviations: frozenset[str]
    collocations: dict[str, frozenset[str]]
    starters: frozenset[str]
    common: frozenset[str]
    either: frozenset[str]


@cache
def parameters() -> Parameters:
    """Return the shipped parameters, read from the package once."""
    text = resources.files("framing.text").joinpath("data/punkt_en.txt").read_text(encoding="utf-8")
    sections: dict[str, list[str]] = defaultdict(list)
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        # "##number##" is a type, so a lone hash does not make a comment.
        elif line and not line.startswith("# "):
            sections[section].append(line)
    followers: dict[str, set[str]] = defaultdict(set)
    for line in sections["collocations"]:
        before, after = line.split()
        followers[before].add(after)
    return Parameters(
        abbreviations=frozenset(sections["abbreviations"]),
        collocations={before: frozenset(after) for before, after in followers.items()},
        starters=frozenset(sections["sentence starters"]),
        common=frozenset(sections["common words"]),
        either=frozenset(sections["words of either case"]),
    )


@lru_cache(_REMEMBERED)
def stops_whatever_follows(chunk: str) -> bool:
    """Say whether `chunk`, which ends in a stop, ends a sentence before any next word.

    False means that the next word matters, and `stops_before` decides.

    Examples
    --------
    >>> stops_whatever_follows("ended."), stops_whatever_follows("Mr."), stops_whatever_follows("Mr.?")
    (True, False, True)
    """
    known = parameters()
    word = chunk[:-1]
    # Nine chunks in ten are a plain word and its stop, and need no tokens. One letter is an initial.
    if word.isalpha() and len(word) > 1:
        word = word.lower()
        return chunk[-1] != "." or not (word in known.abbreviations or word in known.collocations)
    tokens = _TOKEN.findall(chunk)
    last = tokens[-1]
    if _stop_inside(tokens) or last in "?!":
        return True
    before = _without_stop(_type(last))
    doubtful = _INITIAL.fullmatch(last) or before == _NUMBER_TYPE or before in known.collocations
    return _is_full_stop(last) and not doubtful


@lru_cache(_REMEMBERED)
def stops_before(chunk: str, following: str) -> bool:
    """Say whether a `chunk` that ends in a stop ends a sentence, given the chunk (or the sign) after it.

    Examples
    --------
    >>> stops_before("U.S.", "Army"), stops_before("U.S.", "They"), stops_before("p.m.", "on")
    (False, True, False)
    """
    tokens, after = _TOKEN.findall(chunk), _TOKEN.findall(following)
    # A stop inside the next chunk counts for this one too: Punkt asks whether the two hold any.
    return _stop_inside(tokens) or _stops(tokens[-1], after[0]) or _stop_inside(after)


def _stop_inside(tokens: list[str]) -> bool:
    """Say whether a token before the last ends a sentence: the first stop of "over.)Then."."""
    return any(_stops(token, after) for token, after in pairwise(tokens))


def _stops(token: str, after: str) -> bool:
    """Decide for two tokens in a row: section 4 of the paper, its heuristics in its order."""
    stop = _is_full_stop(token)
    if not token.endswith("."):
        return stop
    known = parameters()
    before = _without_stop(_type(token))
    after_type = _type(after)
    if _is_full_stop(after):
        after_type = _without_stop(after_type)
    if after_type in known.collocations.get(before, ()):
        return False
    capital = after[0].isupper()
    opens = capital and after_type in known.common
    initial = _INITIAL.fullmatch(token) is not None
    if not stop and not initial:
        # An abbreviation or an ellipsis: it takes evidence to end a sentence.
        return opens or (capital and after_type in known.starters)
    if initial or before == _NUMBER_TYPE:
        # An initial or a number: it takes evidence not to. No sentence starts small or with a comma.
        inside = after[0].islower() or after in ";:,.!?"
        # "J. Bach": a capital that is never put off belongs to a name.
        name = initial and capital and not (opens or after_type in known.either)
        return stop and not inside and not name
    return stop


def _is_full_stop(token: str) -> bool:
    """Say whether the token ends a sentence by its own form: a stop, or a word with one, no abbreviation."""
    if token in {".", "?", "!"}:
        return True
    if not token.endswith(".") or token.endswith(".."):
        return False
    word = token[:-1].lower()
    known = parameters().abbreviations
    # "ex-Gov." is abbreviated because "Gov." is.
    return not (word in known or word.rpartition("-")[2] in known)


def _type(token: str) -> str:
    """Return the token in lower case, or the one type that stands for all numbers."""
    token = token.lower()
    return _NUMBER_TYPE if _NUMERIC.fullmatch(token) else token


def _without_stop(kind: str) -> str:
    """Return the type without its final full stop, which alone is left as it is."""
    return kind[:-1] if kind.endswith(".") and kind != "." else kind
