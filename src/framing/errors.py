"""What can go wrong, as a small tree.

::

    FramingError
    ├── CorpusError     articles that cannot be read or used
    ├── LexiconError    a lexicon file with faults (all of them, collected)
    ├── SettingsError   options that clash or name something unknown
    └── DataError       numbers that cannot be computed from what is there

Each carries what is wrong, where, and what to do; its text is one clear sentence a fault.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: what is wrong, where (``file:line``), what to do about it, and its lint code if it has one.

    `evidence` are lines to judge it by, such as places where a pattern matches; its text leaves them out.

    Examples
    --------
    >>> str(Fault("unknown dimension 'geopolitcs'", where="mine.toml:41", hint="did you mean 'geopolitics'?"))
    "mine.toml:41: unknown dimension 'geopolitcs'; did you mean 'geopolitics'?"
    """

    message: str
    where: str = ""
    hint: str = ""
    code: str = ""
    evidence: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the fault as one line."""
        place = f"{self.where}: " if self.where else ""
        place += f"{self.code} " if self.code else ""
        cure = f"; {self.hint}" if self.hint else ""
        return f"{place}{self.message}{cure}"


class FramingError(Exception):
    """An error the user can mend.

    Parameters
    ----------
    message
        What is wrong.
    where
        The place: ``path`` or ``path:line``.
    hint
        What to do.
    faults
        All faults of one file, where there may be several; `message` then heads the list.
    """

    def __init__(self, message: str, *, where: str = "", hint: str = "", faults: Sequence[Fault] = ()) -> None:
        self.message = message
        self.where = where
        self.hint = hint
        self.faults = tuple(faults) or (Fault(message, where, hint),)
        super().__init__(message)

    def __str__(self) -> str:
        """Return the head line, and below it the faults where there are several."""
        if len(self.faults) == 1:
            return str(self.faults[0])
        head = str(Fault(self.message, self.where, self.hint))
        return "\n".join([head, *(f"  {fault}" for fault in self.faults)])

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by state: the keyword-only arguments would be lost on the way back from a worker."""
        return (_rebuild, (type(self), self.message, self.where, self.hint, self.faults))


def _rebuild(kind: type[FramingError], message: str, where: str, hint: str, faults: tuple[Fault, ...]) -> FramingError:
    return kind(message, where=where, hint=hint, faults=faults)


class CorpusError(FramingError):
    """Articles that cannot be read or used."""


class LexiconError(FramingError):
    """A lexicon file with faults."""


class SettingsError(FramingError):
    """Options that clash, or that name something unknown."""


class DataError(FramingError):
    """Numbers that cannot be computed from what is there."""


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return a hint that names the nearest known word, or lists all when none is near.

    Examples
    --------
    >>> did_you_mean("geopolitcs", ["geopolitics", "securitisation"])
    "did you mean 'geopolitics'?"
    >>> did_you_mean("x", ["a", "b"])
    'known are: a, b'
    """
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    return "known are: " + ", ".join(known) if known else ""
