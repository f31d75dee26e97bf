"""What a written word is compared by: the keys of a token, and of a form in a pattern.

Four ways of comparing: "fold" (the default), "exact" (case counts), and each of them with accents off.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Mode = Literal["fold", "exact", "accents", "exact_accents"]
MODES: tuple[Mode, ...] = ("fold", "exact", "accents", "exact_accents")

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
    if mode in ("exact", "exact_accents"):
        # U.S. and US are one name, but only where case counts: "us" is a pronoun.
        word = _INITIAL.sub(r"\1", word) if "." in word else word
    else:
        word = word.casefold()
    if mode in ("accents", "exact_accents"):
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return word


def mode_of(*, exact_case: bool, fold_accents: bool) -> Mode:
    """Return the way of comparing that two settings make."""
    if exact_case:
        return "exact_accents" if fold_accents else "exact"
    return "accents" if fold_accents else "fold"


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
