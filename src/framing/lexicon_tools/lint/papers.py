"""W30: what a reader of a lexicon asks for and does not find."""

from __future__ import annotations

from collections.abc import Iterator

from framing.errors import Fault
from framing.model.lexicon import Lexicon

_FEWEST_SUBFRAMES = 4


def paper_faults(lexicon: Lexicon) -> Iterator[Fault]:
    """Yield W30: entries without sub-frame, note or source; definitions and references; too few sub-frames."""
    for entry in lexicon.entries:
        missing = [name for name in ("subframe", "note", "source") if not getattr(entry, name).strip()]
        if missing and entry.status != "retired":
            hint = "say which sub-frame it expresses, why, and where it is from"
            yield Fault(f"'{entry.pattern}' lacks {', '.join(missing)}", entry.where, hint, "W30")
    for dimension in lexicon.dimensions:
        name = f"dimension '{dimension.id}'"
        if not dimension.definition.strip():
            yield Fault(f"{name} lacks a definition", dimension.where, "say what a hit claims", "W30")
        if not dimension.references:
            yield Fault(f"{name} lacks references", dimension.where, "name the literature it rests on", "W30")
        if len(dimension.subframes) < _FEWEST_SUBFRAMES:
            message = f"{name} has {len(dimension.subframes)} sub-frames, fewer than {_FEWEST_SUBFRAMES}"
            yield Fault(message, dimension.where, "a dimension is expressed in more ways than that", "W30")
        for subframe in dimension.subframes:
            if not subframe.definition.strip():
                hint = "say what tells it from the others"
                yield Fault(f"sub-frame '{subframe.id}' lacks a definition", subframe.where, hint, "W30")
