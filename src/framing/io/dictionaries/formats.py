"""The formats by name and by ending, and a file of any of them -> `Dictionary`."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from framing.errors import CorpusError, LexiconError, did_you_mean
from framing.io.dictionaries.lexicoder import Bare, read_lexicoder, write_lexicoder
from framing.io.dictionaries.liwc import read_liwc, write_liwc
from framing.io.dictionaries.quanteda import read_yaml, write_yaml
from framing.io.dictionaries.table import read_csv, write_csv
from framing.io.dictionaries.wordstat import read_wordstat, write_wordstat
from framing.io.readers.encoding import decode
from framing.model.dictionary import Dictionary, Keeps


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: what its files end in, how they are read and written, and what they can say."""

    name: str
    endings: tuple[str, ...]
    read: Callable[[str, str], Dictionary]
    write: Callable[[Dictionary], str]
    keeps: Keeps


FORMATS = {
    each.name: each
    for each in (
        Format(
            name="liwc",
            endings=(".dic",),
            read=read_liwc,
            write=write_liwc,
            keeps=Keeps(stars="last", order=True),
        ),
        Format(
            name="quanteda",
            endings=(".yml", ".yaml"),
            read=read_yaml,
            write=write_yaml,
            keeps=Keeps(leading_stars=True, any_word=True, masks=True),
        ),
        Format(
            name="lexicoder",
            endings=(".lc3",),
            read=read_lexicoder,
            write=write_lexicoder,
            keeps=Keeps(stars="last"),
        ),
        Format(
            name="wordstat",
            endings=(".cat",),
            read=read_wordstat,
            write=write_wordstat,
            keeps=Keeps(leading_stars=True, weights="whole", near=True),
        ),
        Format(
            name="csv",
            endings=(".csv",),
            read=read_csv,
            write=write_csv,
            keeps=Keeps(patterns=True, leading_stars=True, weights="any", notes=True, order=True),
        ),
    )
}
ENDINGS = {ending: each for each in FORMATS.values() for ending in each.endings}


def format_of(path: str | Path, name: str = "") -> Format:
    """Return the format called `name`, else that of the path's ending.

    Raises
    ------
    LexiconError
        If neither tells one.
    """
    if name:
        if name not in FORMATS:
            raise LexiconError(f"unknown format '{name}'", hint=did_you_mean(name, [*FORMATS, "toml"]))
        return FORMATS[name]
    ending = Path(path).suffix.lower()
    if ending not in ENDINGS:
        known = ", ".join([*ENDINGS, ".toml"])
        raise LexiconError(f"the ending '{ending}' names no format", where=str(path), hint=f"known are: {known}")
    return ENDINGS[ending]


def read_dictionary(path: Path, form: Format, *, encoding: str = "", bare: Bare = "auto") -> Dictionary:
    """Return the dictionary in a file.

    Parameters
    ----------
    path
        The file.
    form
        Its format.
    encoding
        Its encoding; by default UTF-8, else what the bytes themselves say, with a note.
    bare
        For Lexicoder's: what a pattern with neither star nor space is.

    Raises
    ------
    LexiconError
        If the file cannot be read as one of that format.
    """
    text, note = _text(path, encoding)
    read = partial(read_lexicoder, bare=bare) if form.name == "lexicoder" else form.read
    dictionary = read(text.removeprefix("\ufeff"), str(path))
    return replace(dictionary, notes=(note, *dictionary.notes)) if note else dictionary


def _text(path: Path, encoding: str) -> tuple[str, str]:
    where = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(
            f"cannot read the dictionary: {error.strerror}", where=where, hint="check the path"
        ) from None
    if not encoding:
        try:
            decoded = decode(data, where)
        except CorpusError as error:
            raise LexiconError(error.message, where=where, hint=error.hint) from None
        return decoded.text, decoded.note
    try:
        text = data.decode(codecs.lookup(encoding).name)
    except LookupError:
        raise LexiconError(f"unknown encoding '{encoding}'", hint="for example utf-8, cp1252, shift_jis") from None
    except UnicodeError:
        raise LexiconError(f"is not {encoding}", where=where, hint="name another encoding, or none") from None
    return text.replace("\r\n", "\n").replace("\r", "\n"), ""
