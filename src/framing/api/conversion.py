"""A lexicon or dictionary written in another format, with a list of all that does not come through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from framing.api.dictionaries import adopt_file, lexicon_of
from framing.api.lexicons import load_one
from framing.errors import Fault, LexiconError, SettingsError
from framing.io.dictionaries.formats import Format, format_of
from framing.io.dictionaries.lexicoder import Bare
from framing.io.lexicon_toml import lexicon_toml
from framing.io.output import write_text
from framing.lexicon_tools.adopt import Adopted
from framing.lexicon_tools.export import export
from framing.model.lexicon import Lexicon

_CURE = "nothing was written; --lossy writes without"
_LICENCE = "the licence is not known (NOASSERTION): see whether the dictionary may be changed and passed on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What a conversion did.

    Attributes
    ----------
    entries
        How many entries or terms the new file holds.
    lost
        What did not come through, item by item, with its place in the old file.
    notes
        What a user should know of how it was read and written.
    """

    entries: int
    lost: tuple[Fault, ...]
    notes: tuple[str, ...]


def convert_lexicon(  # noqa: PLR0913 -- all but the files by keyword
    source: str | Path,
    target: str | Path,
    *,
    from_format: str = "",
    to_format: str = "",
    lossy: bool = False,
    encoding: str = "",
    bare: Bare = "auto",
) -> Conversion:
    """Write a lexicon in another format: LIWC .dic, quanteda .yml, Lexicoder .lc3, WordStat .cat, .csv, or TOML.

    Parameters
    ----------
    source
        A file, or the name of a shipped lexicon.
    target
        The file to write.
    from_format, to_format
        "liwc", "quanteda", "lexicoder", "wordstat", "csv" or "toml", where the file's ending does not tell.
    lossy
        Whether to write although something is lost.
    encoding
        That of a source other than TOML; by default UTF-8, else what its bytes say.
    bare
        Of a Lexicoder file: what a pattern with neither star nor space is, a "whole" word or a "prefix".

    Raises
    ------
    LexiconError
        If the source has faults; or if something would be lost, with all of it, and `lossy` is false.
    SettingsError
        If source and target are both TOML, or one file, or the target cannot be written.
    """
    reads, writes = _form(source, from_format, shipped=True), _form(target, to_format)
    if reads is None and writes is None:
        raise SettingsError("both are TOML: there is nothing to convert", where=str(source), hint="name another format")
    if Path(source).exists() and Path(source).resolve() == Path(target).resolve():
        raise SettingsError("source and target are one file", where=str(source), hint="name another target")
    adopted = adopt_file(Path(source), form=from_format, encoding=encoding, bare=bare) if reads else None
    lexicon = lexicon_of(adopted, Path(source)) if adopted else load_one(source)
    text, done = _to_toml(adopted, source) if adopted and writes is None else _to_other(lexicon, adopted, writes)
    if done.lost and not lossy:
        raise _refusal(done.lost, source)
    write_text(target, text)
    return done


def _form(path: str | Path, name: str, *, shipped: bool = False) -> Format | None:
    """Return the format; None for TOML."""
    if name == "toml" or (not name and Path(path).suffix.lower() == ".toml"):
        return None
    if not name and shipped and not Path(path).suffix:
        return None
    return format_of(path, name)


def _to_toml(adopted: Adopted, source: str | Path) -> tuple[str, Conversion]:
    notes = (*adopted.notes, _LICENCE)
    comments = [f"From {Path(source).name}.", *(f"Note: {note}." for note in notes)]
    comments += [f"Not in this file: {replace(fault, where=_line(fault.where))}" for fault in adopted.lost]
    return lexicon_toml(adopted.raw, comments), Conversion(entries=len(adopted.lines), lost=adopted.lost, notes=notes)


def _line(where: str) -> str:
    number = where.rpartition(":")[2]
    return f"line {number}" if number.isdigit() else ""


def _to_other(lexicon: Lexicon, adopted: Adopted | None, form: Format | None) -> tuple[str, Conversion]:
    if form is None:
        raise AssertionError  # TOML to TOML is refused before
    exported = export(lexicon, form.keeps)
    lost = (*(adopted.lost if adopted else ()), *exported.lost)
    notes = (*(adopted.notes if adopted else ()), *exported.notes)
    if not exported.dictionary.terms and not exported.dictionary.masks:
        raise LexiconError(f"holds nothing that {form.name} can say", where=lexicon.files[0].where, faults=lost)
    done = Conversion(entries=len(exported.dictionary.terms), lost=lost, notes=notes)
    return form.write(exported.dictionary), done


def _refusal(lost: Sequence[Fault], source: str | Path) -> LexiconError:
    if len(lost) == 1:
        return LexiconError(lost[0].message, where=lost[0].where, hint=_CURE)
    return LexiconError(f"{len(lost)} things would be lost", where=str(source), hint=_CURE, faults=lost)
