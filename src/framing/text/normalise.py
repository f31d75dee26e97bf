"""Unicode, spaces and quotes into the one form that is matched, with the way back to the raw text.

NFC; non-breaking and thin spaces become a space; soft hyphens, zero-width characters and the byte order
mark go; the ligatures U+FB00 to U+FB06 open; UTF-8 once read as Windows-1252 ("â€™") is mended. Nothing
else changes: no case, no spelling, no quote mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import numpy as np

from framing.model.document import NormalisedText

# One character for one character: offsets stay.
_SPACES = "\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE = re.compile(f"[{_SPACES}]")
_REMOVED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_CHANGES_LENGTH = re.compile(f"[{_REMOVED}{_LIGATURES}\r\u2028\u2029]")

# Windows-1252 shows the 32 bytes 0x80-0x9f as these signs (five bytes have none and stay C1 controls).
_CP1252 = {byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0xA0)}
_BYTE_OF = {sign: byte for byte, sign in _CP1252.items() if sign != "\ufffd"}
_TAIL = "[" + re.escape("".join(_BYTE_OF)) + "\u0080-\u00bf]"
# A lead byte's letter and as many tail signs as UTF-8 asks of it. "Ã©" alone could be meant, as in a text
# about encodings; inside news it never is.
_MOJIBAKE = re.compile(f"[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|[\u00f0-\u00f4]{_TAIL}{{3}}")

_Piece = tuple[str, int, int]  # new text; raw start and end it stands for


def normalise(raw: str) -> NormalisedText:
    r"""Return `raw` in the form that is matched, with the map back.

    Examples
    --------
    >>> normalise("a\u00a0co\u00adup").text
    'a coup'
    >>> normalise("a\u00a0co\u00adup").raw_span(2, 6)
    (2, 7)
    """
    text = _SPACE.sub(" ", raw)
    if _keeps_length(text):
        return NormalisedText(text)
    new: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in _compose(_pieces(text)):
        new.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return NormalisedText("".join(new), np.array(starts, dtype=np.int32), np.array(ends, dtype=np.int32))


def _keeps_length(text: str) -> bool:
    if text.isascii():
        return "\r" not in text
    return not (_CHANGES_LENGTH.search(text) or _MOJIBAKE.search(text) or not unicodedata.is_normalized("NFC", text))


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the text character by character, with removals, ligatures and mojibake dealt with."""
    mended = {match.start(): match.end() for match in _MOJIBAKE.finditer(text)}
    position = 0
    while position < len(text):
        end = mended.get(position, position + 1)
        piece = text[position:end]
        if end - position > 1:
            piece = _mend(piece)
        elif piece in _REMOVED:
            piece = ""
        elif piece in _LIGATURES:
            piece = unicodedata.normalize("NFKC", piece)
        elif piece in "\r\u2028\u2029":
            # "\r\n" is one line end; "\r" alone was one on old machines.
            piece = "" if text[end : end + 1] == "\n" else "\n"
        if piece:
            yield _SPACE.sub(" ", piece), position, end
        position = end


def _mend(piece: str) -> str:
    data = bytes(_BYTE_OF.get(sign, ord(sign)) for sign in piece)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:  # a true "Ãª" in front of another sign, or an overlong form
        return piece


def _compose(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Compose each starter with the marks that follow it, so that 'e' + U+0301 is one character with one span."""
    held: _Piece | None = None
    for piece, start, end in pieces:
        if held is None:
            held = (piece, start, end)
        elif unicodedata.combining(piece[0]) or not unicodedata.is_normalized("NFC", held[0][-1] + piece[0]):
            held = (held[0] + piece, held[1], end)
        else:
            yield _nfc(held)
            held = (piece, start, end)
    if held is not None:
        yield _nfc(held)


def _nfc(piece: _Piece) -> _Piece:
    return unicodedata.normalize("NFC", piece[0]), piece[1], piece[2]
