"""What a written word is compared by: the keys of a token, and of a form in a pattern.

Three ways of comparing: "fold" (the default), "exact" (case counts) and "accents" (folded, accents off).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Mode = Literal["fold", "exact", "accents"]
MODES: tuple[Mode, ...] = ("fold", "exact", "accents")

_APOSTROPHE = str.maketrans("\u2019\u02bc`\u2010\u2011", "'''--")
_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])\.")


def key(word: str, mode: Mode) -> str:
    """Return what `word` is compared by.

    Examples
    --------
    >>> key("Côte's", "fold"), key("Côte's", "accents"), key("U.S.", "exact")
    ("côte's", "cote's", 'US')
    """
    word = word.translate(_APOSTROPHE)
    if mode == "exact":
        # U.S. and US are one name, but only where case counts: "us" is a pronoun.
        return _INITIAL.sub(r"\1", word) if "." in word else word
    word = word.casefold()
    if mode == "accents":
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return word


def token_keys(word: str, mode: Mode) -> tuple[str, ...]:
    """Return the keys a token answers to: itself, and itself without its possessive ending.

    Examples
    --------
    >>> token_keys("Regime's", "fold"), token_keys("don't", "fold")
    (("regime's", 'regime'), ("don't",))
    """
    whole = key(word, mode)
    if whole.endswith(("'s", "'S")):
        return whole, whole[:-2]
    return (whole,)
