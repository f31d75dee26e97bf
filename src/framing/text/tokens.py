"""Word tokens with their offsets, and the punctuation between them: section 3.2 and 3.3 of the lexicon format.

A token is a run of letters, digits and marks, with an apostrophe or hyphen joined in between letters or
digits, a comma or full stop between digits (10,000; 3.5), and the stops of initialisms (U.S., e.g.).
A URL, e-mail address, @name or #tag is one token, and no pattern ever matches it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.model import document
from framing.text import characters as ch

Mask = NDArray[np.bool_]

# A URL's slug often repeats the title ("...-sitting-duck-for-..."): split up, it would count hits twice.
_ADDRESS = re.compile(
    r"""(?<![^\W_])(?:
          (?:https?|ftp)://[^\s<>"]+ | www\.[^\s<>"]+        # with a scheme, or www.
        | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                        # e-mail
        | (?:[\w-]+\.)+[a-z]{2,}/[^\s<>"]*                    # example.org/path
        | @\w+ | \#\w*[^\W\d]\w*                              # @name, #tag; "#1" is a number
    )""",
    re.VERBOSE,
)
_TRAILING = ".,;:!?)]}*_'\"\u201d\u2019"

_BREAKS = {
    ch.COMMA: document.COMMA,
    ch.SEMICOLON: document.SEMICOLON,
    ch.COLON: document.COLON,
    ch.OPENING: document.OPENING,
    ch.CLOSING: document.CLOSING,
    ch.EM_DASH: document.EM_DASH,
    ch.EN_DASH: document.EN_DASH,
    ch.TYPED_DASH: document.TYPED_DASH,
}
_BREAK_OF_CLASS = np.array([_BREAKS.get(cls, 0) for cls in range(ch.OTHER + 1)], dtype=np.uint8)


class Tokens(NamedTuple):
    """Tokens of one text: offsets (int32, n), the strings, and the punctuation bits before each (uint8, n)."""

    start: NDArray[np.int32]
    end: NDArray[np.int32]
    words: tuple[str, ...]
    breaks: NDArray[np.uint8]


def is_address(word: str) -> bool:
    """Return whether a token is a URL, e-mail address, @name or #tag.

    Examples
    --------
    >>> [is_address(word) for word in ("https://a.org/x", "@name", "#tag", "U.S.", "3.5")]
    [True, True, True, False, False]
    """
    return "@" in word or "/" in word or word[0] == "#" or word.startswith("www.")


def tokenise(text: str) -> Tokens:
    """Return the tokens of a normalised text.

    Examples
    --------
    >>> tokenise("The regime's anti-corruption drive cost 3.5 bn, says a U.S. envoy.").words
    ('The', "regime's", 'anti-corruption', 'drive', 'cost', '3.5', 'bn', 'says', 'a', 'U.S.', 'envoy')
    """
    # Two spaces on either side let every rule look two characters back and ahead without a bounds check.
    classes = np.pad(ch.classify(text), 2, constant_values=ch.SPACE)
    inside = _word_characters(classes)
    _take_in_addresses(text, inside)
    edges = np.flatnonzero(np.diff(inside))
    start, end = (edges[0::2] - 1).astype(np.int32), (edges[1::2] - 1).astype(np.int32)
    words = tuple([text[s:e] for s, e in zip(start.tolist(), end.tolist(), strict=True)])
    return Tokens(start, end, words, _breaks(classes, inside, start))


def _word_characters(classes: NDArray[np.uint8]) -> Mask:
    letter, digit = classes == ch.WORD, classes == ch.DIGIT
    inside: Mask = letter | digit
    # Stops first: the hyphen of "U.S.-backed" and the apostrophe of "U.S.'s" lean on the last one.
    stops = np.flatnonzero(classes == ch.FULL_STOP)
    lone = np.zeros(len(classes) + 2, dtype=np.bool_)  # a stop behind a single letter: "U." in "U.S."
    lone[stops] = letter[stops - 1] & ~inside[stops - 2]
    initialism = stops[lone[stops] & (lone[stops - 2] | lone[stops + 2])]
    numeric = np.flatnonzero((classes == ch.FULL_STOP) | (classes == ch.COMMA))
    numeric = numeric[digit[numeric - 1] & digit[numeric + 1]]
    inside[initialism] = True
    inside[numeric] = True
    joiners = np.flatnonzero((classes == ch.APOSTROPHE) | (classes == ch.HYPHEN))
    inside[joiners[inside[joiners - 1] & inside[joiners + 1]]] = True
    return inside


def _take_in_addresses(text: str, inside: Mask) -> None:
    # The regex is slow; most texts hold none of the signs without which it cannot match.
    if not ("@" in text or "#" in text or "/" in text or "www." in text):
        return
    for match in _ADDRESS.finditer(text):
        length = len(match[0].rstrip(_TRAILING))
        inside[match.start() + 2 : match.start() + 2 + length] = True


def _breaks(classes: NDArray[np.uint8], inside: Mask, start: NDArray[np.int32]) -> NDArray[np.uint8]:
    # " - " and "--" are dashes typed on a plain keyboard; the hyphen of "pre- and post-war" is not.
    hyphens = np.flatnonzero((classes == ch.HYPHEN) & ~inside)
    before = classes[hyphens - 1]
    classes[hyphens[(before == ch.SPACE) | (before == ch.HYPHEN)]] = ch.TYPED_DASH
    bits = _BREAK_OF_CLASS[classes]
    bits[inside] = 0
    where = np.flatnonzero(bits)
    breaks = np.zeros(len(start) + 1, dtype=np.uint8)
    np.bitwise_or.at(breaks, np.searchsorted(start, where - 2), bits[where])
    return breaks[:-1]
