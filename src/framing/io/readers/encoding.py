"""Bytes to text: UTF-8 first, then what the bytes themselves say, then the likeliest legacy encoding."""

from __future__ import annotations

import codecs
import io
from typing import NamedTuple

from framing.errors import CorpusError

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# All that text does not hold; tab, line ends, form feed, Ctrl-Z and Escape may be there.
_CONTROLS = bytes(sorted({*range(1, 32), 127} - {9, 10, 11, 12, 13, 26, 27}))
# Codecs that newsrooms and spreadsheets have written. Without this list a few curly quotes come back as
# "cp437" or "hp_roman8".
_PLAUSIBLE = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1257 iso8859_2 iso8859_5 iso8859_7 koi8_r mac_roman"
    " gb18030 big5 shift_jis euc_jp euc_kr"
).split()
_SAMPLE = 65_536
_CURE = "save it as plain text in UTF-8"


class Decoded(NamedTuple):
    """The text, the name of its encoding as ``open`` takes it, and a note where it was not clean UTF-8."""

    text: str
    encoding: str = "utf-8"
    note: str = ""


def decode(data: bytes, where: str = "", *, stray_nul: bool = False) -> Decoded:
    r"""Return the text of `data`, as ``open(path, encoding=...).read()`` would give it: line ends are ``\n``.

    A byte order mark of UTF-8 stays as U+FEFF, as Python's "utf-8" keeps it, so that a user's own
    ``raw[start:end]`` agrees with our offsets.

    Parameters
    ----------
    data
        A whole file.
    where
        Its path, for messages.
    stray_nul
        Whether a few NUL characters may stand in it, as databases leave them in tables.

    Raises
    ------
    CorpusError
        If the bytes are not text.

    Examples
    --------
    >>> decode(b"a\r\nb")
    Decoded(text='a\nb', encoding='utf-8', note='')
    >>> decode("“No”, said the café.".encode("cp1252")).note
    'read as windows-1252'
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(_lines(_strict(data, name, where)), name, f"read as {name}")
    if name := _utf16_without_mark(data):
        return Decoded(_lines(_strict(data, name, where)), name, f"read as {name}")
    if _is_binary(data, stray_nul=stray_nul):
        raise CorpusError("is not a text file", where=where, hint=_CURE)
    try:
        return Decoded(_lines(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        return _damaged(data, error) or _legacy(data, where)


def _strict(data: bytes, name: str, where: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        raise CorpusError(f"begins as {name} and is not", where=where, hint="save the file as UTF-8") from None
    if _is_binary(text.encode(), stray_nul=False):
        raise CorpusError("is not a text file", where=where, hint=_CURE)
    return text


def _lines(text: str) -> str:
    return io.IncrementalNewlineDecoder(None, translate=True).decode(text, final=True) if "\r" in text else text


def _utf16_without_mark(data: bytes) -> str:
    """Return the byte order where every other byte is NUL, as in Latin letters of UTF-16; else nothing."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or b"\0" not in sample:
        return ""
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if low > half * 0.5 and high < half * 0.02:
        return "utf-16-le"
    return "utf-16-be" if high > half * 0.5 and low < half * 0.02 else ""


def _is_binary(data: bytes, *, stray_nul: bool) -> bool:
    nul = data.count(0)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return (nul > 0 and not stray_nul) or nul + controls > 1 + len(data) / 50


def _damaged(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """Return the text of UTF-8 with a few bad bytes: one cut character must not turn every quote to "â€œ"."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(not sign.isascii() for sign in text) - bad
    cut = error.reason == "unexpected end of data" and good > 0
    if not cut and good < 4 * bad:
        return None
    line = data.count(b"\n", 0, error.start) + 1
    many = "1 bad byte sequence" if bad == 1 else f"{bad} bad byte sequences"
    return Decoded(_lines(text), "utf-8", f"read as utf-8; {many} (first on line {line}) read as U+FFFD")


def _legacy(data: bytes, where: str) -> Decoded:
    for codec in (*_guesses(data), "cp1252"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:  # the sample fitted, the rest does not
            continue
        name = codec.replace("cp125", "windows-125").replace("_", "-").replace("iso8859", "iso-8859")
        return Decoded(_lines(text), name, f"read as {name}")
    raise CorpusError("is not UTF-8, and what else it is cannot be told", where=where, hint="save the file as UTF-8")


def _guesses(data: bytes) -> list[str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- only for files that are not UTF-8

    # Only lines that tell: in a long English file the first accent may come after any sample.
    sample = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:_SAMPLE]
    matches = list(from_bytes(sample, cp_isolation=_PLAUSIBLE, enable_fallback=False))
    names = [match.encoding for match in matches]
    # Western texts of a few hundred letters fit a dozen code pages; the one that wrote most of the web wins.
    if any(
        {"cp1252", "latin_1"} & {name, *match.could_be_from_charset} for name, match in zip(names, matches, strict=True)
    ):
        return ["cp1252", *names]
    return names
