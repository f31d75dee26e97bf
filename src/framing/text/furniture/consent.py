"""Cookie and consent text: the site's own voice about what it collects, and the short labels between.

The words alone decide nothing: *cookies*, *tracking*, *personal data* and *opt out* are also what an
article on privacy law is made of. A banner differs by its voice ("we", "our site" to "you") and by having
nobody who says it: no "said", no "according to".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.text.furniture.rule import Piece

CONSENT = "cookie or consent text"
# What only the site itself can write.
_SITE = re.compile(
    r"\bthis (?:web)?site (?:uses|stores|or its|and its|places)\b|\b(?:we|our (?:web)?sites?) "
    r"(?:and our partners )?(?:also |may )?(?:use|store|place|set) "
    r"(?:\w+ ){0,2}cookies\b|\bwe and our (?:\d+ )?(?:\w+ ){0,2}partners\b|\bour use of (?:such "
    r")?(?:cookies|your)\b|\bset by us\b|"
    r"\bour (?:advertising|social media|analytics|third-party|trusted)[\w, ]{0,40} partners\b|\bour "
    r"(?:cookie|privacy) (?:policy|notice|statement|"
    r"choices|banner)\b|\bstore and/or access information on a device\b|\bour (?:web)?sites?\b|"
    r"\band (?:its|our) partners (?:use|place|store|set) cookies\b|"
    r"\bwe do not allow you to opt|\bwe (?:have to|will|would|may|must) (?:take|track|"
    r"personali[sz]e|treat|process|share|"
    r"collect)\b|\bwe (?:also )?share (?:your )?information\b|\byou agree to (?:our|the) (?:use|"
    r"terms|privacy)|\bthis toggle\b"
)
_SUBJECT = [
    *("cookie", "opt-out", "consent", "advertis", "adverts", "targeted", "personaliz", "personalis"),
    *("privacy", "third-part", "track", "preferences", "ccpa", "gdpr", "analytics"),
    *("opt out", "personal information", "personal data", "your browser", "your device", "third part"),
    *("your data", "terms of", "your information"),
]

# Someone says it, or it is about a company in the third person: news.
_TOLD = re.compile(
    r"\b(?:said|says|told|according to (?!your)|announced|argued|argues|reported|wrote|court|"
    r"lawsuit|senator|regulators?|lawmakers?|"
    r"critics?|minister|spokes\w+|researchers?|fined|sued|commissioner|last (?:week|month|year))\b"
)
# No banner does without one of these, and few articles have any.
_GATE = ("cookie", "our partners", "your device", "our privacy", "your browser", "your personal")
_LABEL_WORDS = 10
# How far apart two paragraphs of one banner may stand: a heading, a close button and a label between them.
_GAP = 4
# A walk that has found so many blocks is inside a banner, and not beside a line of consent above an article.
_SURE = 3


def consent_blocks(pieces: Sequence[Piece], low: str) -> set[int]:
    """Return the numbers of the blocks that belong to a cookie or consent banner.

    Parameters
    ----------
    pieces
        All blocks of a text, in order.
    low
        The folded text, asked once so that most articles pay nothing.
    """
    if not any(word in low for word in _GATE):
        return set()
    seeds = {number for number, piece in enumerate(pieces) if _is_seed(piece)}
    found = set(seeds)
    for seed in seeds:
        found |= _reach(pieces, seeds, seed, 1)
        found |= _reach(pieces, seeds, seed, -1)
    return found


def _subjects(piece: Piece) -> int:
    return sum(word in piece.low for word in _SUBJECT)


def _is_seed(piece: Piece) -> bool:
    """Whether a block is surely a paragraph of a banner: its subject, its voice, and nobody who says it."""
    subjects = _subjects(piece)
    # A one-line banner ("We use cookies. Learn more.") has one subject; a long paragraph needs more.
    if not subjects or (subjects < 2 and (piece.words > 25 or "cookie" not in piece.low)):
        return False
    return _SITE.search(piece.low) is not None and _TOLD.search(piece.low) is None


def _is_kin(piece: Piece) -> bool:
    """Whether a block next to a banner is more of it: speaks to "you", or only names a kind of cookie."""
    subjects = _subjects(piece)
    if not subjects or _TOLD.search(piece.low) is not None:
        return False
    return piece.words <= _LABEL_WORDS or "you" in piece.low.split()


def _is_label(piece: Piece) -> bool:
    return piece.words <= _LABEL_WORDS and len(piece.low) <= 100 and piece.low[-1] not in '.!?:"'


def _reach(pieces: Sequence[Piece], seeds: set[int], seed: int, step: int) -> set[int]:
    """Walk away from a sure block over its kin, and over short labels that have kin behind them."""
    found: set[int] = set()
    waiting: list[int] = []
    spanned = False
    number = seed + step
    while 0 <= number < len(pieces) and len(waiting) <= _GAP:
        piece = pieces[number]
        if number in seeds:
            # It walks on from there itself: one banner of 10,000 paragraphs stays linear.
            found.update(waiting)
            break
        if _is_kin(piece):
            found.update(waiting, (number,))
            waiting, spanned = [], False
        elif piece.words == 1 and piece.low in {"x", "\u00d7", "ok"}:
            found.add(number)
        elif _is_label(piece) or (step > 0 and not spanned and len(found) >= _SURE and not _TOLD.search(piece.low)):
            # Deep in a banner, one paragraph that names no cookie ("legitimate interest ... exempt") may stand
            # before the next label; it goes with the banner only if more of the banner follows.
            spanned = spanned or not _is_label(piece)
            waiting.append(number)
        else:
            break
        number += step
    return found
