"""Several lexicon files into the one lexicon a run matches with."""

from __future__ import annotations

from collections.abc import Sequence

from framing.errors import Fault, LexiconError, did_you_mean
from framing.model.lexicon import Cues, Lexicon


def combine(lexicons: Sequence[Lexicon]) -> Lexicon:
    """Return one lexicon with everything in `lexicons`, in their order.

    Masks add up. Cues are those of the last file that has any, whole: half of one list and half of another
    would be nobody's.

    Raises
    ------
    LexiconError
        If two files declare the same dimension.
    """
    seen: dict[str, str] = {}
    faults: list[Fault] = []
    for lexicon in lexicons:
        for dimension in lexicon.dimensions:
            where = lexicon.files[0].where
            if dimension.id in seen:
                hint = f"it is also in {seen[dimension.id]}; rename one, or leave one file out"
                faults.append(Fault(f"dimension '{dimension.id}' is declared twice", where, hint))
            seen[dimension.id] = where
    if faults:
        raise LexiconError("the lexicons clash", faults=faults)
    cues = [lexicon.cues for lexicon in lexicons if lexicon.cues != Cues()]
    return Lexicon(
        files=tuple(file for lexicon in lexicons for file in lexicon.files),
        dimensions=tuple(dimension for lexicon in lexicons for dimension in lexicon.dimensions),
        entries=tuple(entry for lexicon in lexicons for entry in lexicon.entries),
        classes={key: cls for lexicon in lexicons for key, cls in lexicon.classes.items()},
        masks=tuple(mask for lexicon in lexicons for mask in lexicon.masks),
        cues=cues[-1] if cues else Cues(),
        notes=tuple(note for lexicon in lexicons for note in lexicon.notes),
    )


def select(lexicon: Lexicon, names: Sequence[str]) -> Lexicon:
    """Return `lexicon` with only the dimensions called `names`.

    Raises
    ------
    LexiconError
        If a name is unknown.
    """
    known = [dimension.id for dimension in lexicon.dimensions]
    for name in names:
        if name not in known:
            raise LexiconError(f"unknown dimension '{name}'", hint=did_you_mean(name, known))
    return Lexicon(
        files=lexicon.files,
        dimensions=tuple(dimension for dimension in lexicon.dimensions if dimension.id in names),
        entries=tuple(entry for entry in lexicon.entries if entry.dimension in names),
        classes=lexicon.classes,
        masks=lexicon.masks,
        cues=lexicon.cues,
        notes=lexicon.notes,
    )
