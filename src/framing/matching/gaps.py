"""Which tokens of a hit only stand in its gaps: a word there is not the entry's, and may turn the hit.

"pose [4] threat" matches "pose no threat". The "no" is not a word of the pattern, and denies it; the "no" of
an entry "no escape" is its own word, and denies nothing.
"""

from __future__ import annotations

from framing.matching.compiler import Compiled, Part, sequences
from framing.matching.search import Span, Text


class OwnWords:
    """The words that each entry's patterns spell out, themselves or through a class."""

    def __init__(self, compiled: Compiled) -> None:
        every = sequences(compiled)
        of_class: dict[int, set[int]] = {}
        for sequence in every:
            if sequence.part == Part.CLASS:
                of_class.setdefault(sequence.target, set()).update(item.atom for item in sequence.items)
        self._atoms: dict[int, set[int]] = {}
        self._gapped: set[int] = set()
        for sequence in every:
            if sequence.part != Part.ENTRY:
                continue
            atoms = self._atoms.setdefault(sequence.target, set())
            for item in sequence.items:
                atoms |= of_class.get(item.cls, set()) if item.cls >= 0 else {item.atom}
                if item.gap:
                    self._gapped.add(sequence.target)

    def gap(self, span: Span, text: Text) -> frozenset[int]:
        """Return the positions inside `span` whose words the entry does not spell out."""
        if span.target not in self._gapped:
            return frozenset()
        atoms = self._atoms[span.target]
        return frozenset(here for here in range(span.first, span.last) if text.types[here].atoms.isdisjoint(atoms))
