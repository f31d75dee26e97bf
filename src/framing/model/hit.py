"""One match of one entry in one article, with everything a reader needs to judge it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Stance = Literal["asserted", "contested", "reported"]
STANCES: tuple[Stance, ...] = ("asserted", "contested", "reported")


class Hit(NamedTuple):
    """A hit.

    Attributes
    ----------
    start, end
        Character offsets into the raw article text.
    first, last
        Its first token and the one after its last, in the Document.
    paragraph
        Number of its paragraph in the Document.
    entry
        Position of its entry in Lexicon.entries.
    voice
        OWN, ATTRIBUTED or QUOTED: that of its first token.
    counted
        False for a negated hit of a plain dimension: dropped from every count, kept in the evidence.
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    entry: int
    voice: int
    stance: Stance
    hedged: bool = False
    counted: bool = True
    flags: tuple[str, ...] = ()
