"""Bytes to text."""

import subprocess
import sys

import pytest

from framing.errors import CorpusError
from framing.io.readers import encoding
from framing.io.readers.encoding import decode

ENGLISH = "The minister said “we won’t leave” – and the café in Zürich cost £5.\r\nA line.\rAn end."
POLISH = "Zażółć gęślą jaźń. Władze w Polsce powiedziały, że będą ścigać sprawców.\n" * 5


@pytest.mark.parametrize(
    ("written", "text", "name", "note"),
    [
        ("utf-8", ENGLISH, "utf-8", ""),
        ("utf-8-sig", ENGLISH, "utf-8", ""),
        ("utf-16", ENGLISH, "utf-16", "read as utf-16"),
        ("utf-16-le", ENGLISH, "utf-16-le", "read as utf-16-le"),
        ("utf-16-be", ENGLISH, "utf-16-be", "read as utf-16-be"),
        ("utf-32", ENGLISH, "utf-32", "read as utf-32"),
        ("cp1252", ENGLISH, "windows-1252", "read as windows-1252"),
        ("cp1252", "He said “no”.", "windows-1252", "read as windows-1252"),
        ("cp1252", "A plain line. " * 20_000 + "café", "windows-1252", "read as windows-1252"),
        ("cp1250", POLISH, "windows-1250", "read as windows-1250"),
        ("iso8859_2", POLISH, "iso-8859-2", "read as iso-8859-2"),
        ("cp1251", "Президент заявил о безопасности страны. " * 3, "windows-1251", "read as windows-1251"),
    ],
)
def test_reads_as_open_does(tmp_path, written, text, name, note):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(written))
    decoded = decode(path.read_bytes())
    assert (decoded.encoding, decoded.note) == (name, note)
    with path.open(encoding=decoded.encoding, newline=None) as file:
        assert decoded.text == file.read()
    assert decoded.text.removeprefix("\ufeff") == text.replace("\r\n", "\n").replace("\r", "\n")


def test_utf8_mark_stays():
    assert decode(b"\xef\xbb\xbfa").text == "\ufeffa"


def test_one_cut_character_leaves_the_rest_utf8():
    data = "“Déjà vu”, said the café’s owner.\n".encode() * 3
    decoded = decode(data + b"\x93 end")
    assert decoded.text.startswith("“Déjà vu”")
    assert decoded.note == "read as utf-8; 1 bad byte sequence (first on line 4) read as U+FFFD"
    assert decode(data[:-1] + "é".encode()[:1]).text.endswith(".\ufffd")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a: is not a text file; save it as plain text in UTF-8"),
        (b"words " * 20_000 + b"\0", "a: is not a text file; save it as plain text in UTF-8"),
        (bytes(range(1, 32)) * 9, "a: is not a text file; save it as plain text in UTF-8"),
        (b"\xff\xfea", "a: begins as utf-16 and is not; save the file as UTF-8"),
        (b"\xff\xfe" + b"\1\0\2\0\3\0", "a: is not a text file; save it as plain text in UTF-8"),
    ],
)
def test_what_is_no_text(data, message):
    with pytest.raises(CorpusError) as caught:
        decode(data, "a")
    assert str(caught.value) == message


def test_what_no_codec_reads(monkeypatch):
    monkeypatch.setattr(encoding, "_guesses", lambda _: [])
    with pytest.raises(CorpusError) as caught:
        decode(b"caf\x81", "a")
    assert str(caught.value) == "a: is not UTF-8, and what else it is cannot be told; save the file as UTF-8"


def test_charset_normalizer_is_loaded_for_legacy_files_only():
    code = (
        "import sys; from framing.io.readers.encoding import decode; decode('é'.encode());"
        "assert 'charset_normalizer' not in sys.modules; decode(b'caf\\xe9 au lait');"
        "assert 'charset_normalizer' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
