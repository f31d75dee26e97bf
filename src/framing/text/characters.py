"""What each character is to the tokeniser: a table that fills itself, one Python call a new character.

Asking ``unicodedata`` for all 1.1 million code points costs 0.15 s at start-up and most never occur,
so a character is classified when it is first seen, and remembered for the life of the process.
"""

from __future__ import annotations

import unicodedata
from itertools import product

import numpy as np
from numpy.typing import NDArray

# Classes of characters. WORD, DIGIT and MARK make tokens; the joiners join them inside a token;
# the rest separates.
UNSEEN, SPACE, WORD, DIGIT, APOSTROPHE, HYPHEN, FULL_STOP, COMMA = range(8)
SEMICOLON, COLON, OPENING, CLOSING, EM_DASH, EN_DASH, TYPED_DASH, SIGIL, OTHER = range(8, 17)

APOSTROPHES = "'\u2019\u02bc`"
HYPHENS = "-\u2010\u2011"
_NAMED = {
    **dict(product(APOSTROPHES, [APOSTROPHE])),
    **dict(product(HYPHENS, [HYPHEN])),
    **dict(product("@#/\\", [SIGIL])),
    "(": OPENING,
    ")": CLOSING,
    "\u2014": EM_DASH,
    "\u2015": EM_DASH,
    "\u2013": EN_DASH,
    ".": FULL_STOP,
    ",": COMMA,
    ";": SEMICOLON,
    ":": COLON,
}

_table = np.zeros(0x110000, dtype=np.uint8)


def _class_of(character: str) -> int:
    if character in _NAMED:
        return _NAMED[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return DIGIT
    # Marks belong to the letter before them ("é" may come in two parts, Devanagari vowels always do).
    if category[0] in "LMN":
        return WORD
    return SPACE if character.isspace() else OTHER


def classify(text: str) -> NDArray[np.uint8]:
    """Return the class of each character of `text`, a uint8 array of len(text).

    Examples
    --------
    >>> classify("a-1.").tolist() == [WORD, HYPHEN, DIGIT, FULL_STOP]
    True
    """
    # A lone surrogate (half of a broken emoji) cannot be encoded strictly, and it need not be: it separates.
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    classes = _table[codes]
    if not classes.all():
        for code in np.unique(codes[classes == UNSEEN]).tolist():
            _table[code] = _class_of(chr(code))
        classes = _table[codes]
    return classes
