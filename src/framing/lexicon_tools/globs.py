"""A glob of another program, in our own pattern language."""

from __future__ import annotations

import re

from framing.lexicon_tools.checks import never_a_token
from framing.matching.forms import key
from framing.model.pattern import ClassRef, Pattern, PatternError, parse_pattern

_STARS = re.compile(r"\*+$")
_ESCAPE = re.compile(r"([{\[<])")
# Inside a word these part it; in our language they would be read as punctuation that the text must hold.
_PARTS = re.compile(r"(?<!\d)[,;:]|[,;:](?!\d)|[()\u2013\u2014]")


def pattern_of(glob: str) -> str:
    """Return a glob as a pattern that some text can match.

    Raises
    ------
    PatternError
        If it cannot be said in our language, or is never a token of a text.

    Examples
    --------
    >>> pattern_of("spill* over"), pattern_of("state * * emergency"), pattern_of("jump**")
    ('spill* over', 'state [2] emergency', 'jump*')
    >>> pattern_of("and/or")
    Traceback (most recent call last):
    framing.model.pattern.PatternError: 'and/or' is never one token
    """
    text = _translated(glob)
    for item in parse_pattern(text).items:
        for form in () if isinstance(item, ClassRef) else item.forms:
            plain = form.text.isascii() and form.text.isalpha()  # nearly all; asking the tokeniser takes a second
            if not plain and (why := never_a_token(form)):
                raise PatternError(why)
    return text


def _translated(glob: str) -> str:
    pieces: list[str] = []
    gap = 0
    for word in glob.split():
        if not word.strip("*"):
            gap += 1
            continue
        if _PARTS.search(word.rstrip(",;:")):
            raise PatternError(f"'{word}' is never one token")
        pieces += [f"[{gap}]"] if gap else []
        pieces.append(_ESCAPE.sub(r"\\\1", _STARS.sub("*", word)))
        gap = 0
    if gap or (pieces and pieces[0].startswith("[")):
        raise PatternError("a star by itself stands between two words")
    return " ".join(pieces)


def same_words(text: str) -> tuple[object, ...]:
    """Return what two patterns share that match the same words, whatever their letters' case.

    Examples
    --------
    >>> same_words("War*") == same_words("war*"), same_words("war*") == same_words("war")
    (True, False)
    """
    pattern: Pattern = parse_pattern(text)
    items = tuple(
        item.id
        if isinstance(item, ClassRef)
        else frozenset((key(form.text, "fold"), form.open_end, form.open_start) for form in item.forms)
        for item in pattern.items
    )
    return items, pattern.joints
