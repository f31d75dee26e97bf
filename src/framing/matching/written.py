"""A hit as it is written, in the pattern language: what `framing kwic` finds it by."""

from __future__ import annotations

from framing.matching.compiler import PUNCTUATION_BITS
from framing.model.document import Document


def written(document: Document, first: int, last: int) -> str:
    """Return words[first:last], folded, with the punctuation that stands between them.

    A gap may cross a comma and neighbouring words may not: without its comma "a threat, she said, to" would be found
    nowhere. For a sign that no pattern can hold stands a gap.
    """
    parts = [document.words[first]]
    for word, found in zip(document.words[first + 1 : last], document.breaks[first + 1 : last].tolist(), strict=True):
        signs = [sign for sign, bit in PUNCTUATION_BITS.items() if found & bit]
        said = sum(PUNCTUATION_BITS[sign] for sign in signs)
        parts.append(_joint(signs) if said == found else " [1] ")
        parts.append(word)
    return "".join(parts).casefold()


def _joint(signs: list[str]) -> str:
    close = "".join(sign for sign in signs if sign in ",;:)")
    apart = "".join(f"{sign} " for sign in signs if sign in "\u2014\u2013")
    return f"{close} {apart}{'(' if '(' in signs else ''}"
