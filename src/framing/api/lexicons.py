"""Lexicons by name or path."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from framing.api.dictionaries import load_dictionary
from framing.errors import Fault, LexiconError, did_you_mean
from framing.io.dictionaries.formats import ENDINGS
from framing.io.lexicons import read_lexicon
from framing.io.resources import shipped_lexicons
from framing.lexicon_tools.checks import check
from framing.lexicon_tools.combine import combine
from framing.model.lexicon import Cues, Lexicon

#: The dimensions a comparison uses unless it is told otherwise.
CORE = ("securitisation", "governance_critique", "geopolitics")
MASKS, CUES = "masks", "cues"


def lexicon_names() -> tuple[str, ...]:
    """Return the names of the shipped lexicons that declare dimensions."""
    return tuple(name for name in shipped_lexicons() if name not in (MASKS, CUES))


def load_lexicon(*names: str | Path, masks: bool = True) -> Lexicon:
    """Return the lexicon made of the named ones; without a name, the three shipped dimensions.

    Parameters
    ----------
    *names
        Names of shipped lexicons ("securitisation", ..., or "core" for all three), and paths of TOML files and of
        dictionaries of other formats: .dic, .yml, .lc3, .cat, .csv. What of these is left out stands in `notes`.
    masks
        Whether the shipped masks join. The shipped cues do where no named file has its own.

    Raises
    ------
    LexiconError
        With every fault of every file: its line, what is wrong, and what to do.

    Examples
    --------
    >>> import framing
    >>> [dimension.id for dimension in framing.load_lexicon("geopolitics").dimensions]
    ['geopolitics']
    """
    shipped = shipped_lexicons()
    loaded = [load_one(name) for name in _expand(names)]
    if masks and MASKS in shipped:
        loaded.append(load_path(shipped[MASKS], trusted=True))
    if CUES in shipped and all(lexicon.cues == Cues() for lexicon in loaded):
        loaded.append(load_path(shipped[CUES], trusted=True))
    combined = combine(loaded)
    if not combined.dimensions:
        raise LexiconError("no dimension is left to score", hint="name a lexicon with a [[dimension]]")
    return combined


def _expand(names: Sequence[str | Path]) -> Iterator[str | Path]:
    for name in names or ("core",):
        if name == "core":
            yield from CORE
        else:
            yield name


def shipped_path(name: str | Path) -> Path:
    """Return the file of a lexicon: of a shipped one by its name, else `name` as a path."""
    shipped = shipped_lexicons()
    return shipped[str(name)] if str(name) in shipped and not Path(name).exists() else Path(name)


def load_one(name: str | Path) -> Lexicon:
    """Return one lexicon, by name or path, with nothing around it.

    Raises
    ------
    LexiconError
        With every fault of its file.
    """
    shipped = shipped_lexicons()
    if str(name) in shipped and not Path(name).exists():
        return load_path(shipped[str(name)], trusted=True)
    path = Path(name)
    if path.suffix.lower() in ENDINGS:
        return load_dictionary(path)
    if not path.exists() and path.suffix != ".toml":
        hint = did_you_mean(str(name), ["core", *lexicon_names()])
        endings = ", ".join([".toml", *ENDINGS])
        raise LexiconError(f"unknown dimension or lexicon '{name}'", hint=f"{hint} (a file's path ends in {endings})")
    return load_path(path, trusted=False)


def load_path(path: Path, *, trusted: bool) -> Lexicon:
    """Load one file; the shipped ones are checked by our own tests, not at every start."""
    lexicon, faults = read_lexicon(path, beside(path))
    if not trusted:
        faults += check(lexicon)
    if faults:
        raise LexiconError(f"{len(faults)} faults", where=str(path), faults=sorted(faults, key=_place))
    return lexicon


def _place(fault: Fault) -> tuple[str, int, str]:
    path, _, line = fault.where.rpartition(":")
    return (path, int(line), fault.message) if line.isdigit() else (fault.where, 0, fault.message)


def beside(path: Path) -> Callable[[str], Path | None]:
    """Return what finds the lexicon that `path` extends: a shipped one, or a file of that name beside it."""

    def locate(name: str) -> Path | None:
        sibling = path.parent / f"{name}.toml"
        return shipped_lexicons().get(name) or (sibling if sibling.is_file() and sibling != path else None)

    return locate
