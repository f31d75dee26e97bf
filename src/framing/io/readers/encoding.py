"""Bytes to text: UTF-8 first, then what the bytes themselves say, then the likeliest legacy encoding."""

from __future__ import annotations

import codecs
import io
from typing import NamedTuple

from framing.errors import CorpusError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
_SAMPLE = 65_536


class Decoded(NamedTuple):
    """The text, and the encoding where it was not UTF-8 (else empty)."""

    text: str
    encoding: str = ""


def decode(data: bytes, where: str) -> Decoded:
    r"""Return the text of `data`, as ``open(path, encoding=...).read()`` would give it: line ends are ``\n``.

    A byte order mark of UTF-8 stays as U+FEFF, as Python's "utf-8" keeps it, so that a user's own
    ``raw[start:end]`` agrees with our offsets.

    Raises
    ------
    CorpusError
        If the bytes are not text.

    Examples
    --------
    >>> decode(b"a\r\nb", "x.txt")
    Decoded(text='a\nb', encoding='')
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(_lines(_strict(data, name, where)), name)
    if _is_binary(data):
        raise CorpusError("is not a text file", where=where, hint="give .txt, .md, .csv, .tsv or .jsonl")
    try:
        return Decoded(_lines(data.decode("utf-8")))
    except UnicodeDecodeError:
        name = _guess(data)
        return Decoded(_lines(data.decode(name, "replace")), name)


def _strict(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        raise CorpusError(f"begins as {name} and is not", where=where, hint="save the file as UTF-8") from None


def _lines(text: str) -> str:
    return io.IncrementalNewlineDecoder(None, translate=True).decode(text, final=True) if "\r" in text else text


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return b"\0" in sample or sum(byte in _CONTROLS for byte in sample) > len(sample) / 20


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- only for files that are not UTF-8

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.encoding in {"ascii", "utf_8"}:
        return "cp1252"
    # Western texts of a few hundred letters fit a dozen code pages; the one that wrote most of the web wins.
    plausible = {"cp1252", *best.could_be_from_charset}
    return "cp1252" if "cp1252" in plausible or "latin_1" in plausible else best.encoding
