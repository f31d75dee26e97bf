"""Which atoms a written word answers to: worked out once for each distinct word, then remembered."""

from __future__ import annotations

from typing import NamedTuple

from framing.matching.compiler import Compiled, Part, Sequence_
from framing.matching.forms import MODES, token_keys
from framing.text.tokens import is_address


class TokenType(NamedTuple):
    """A distinct written word: the atoms it is, and the sequences it anchors, by part."""

    atoms: frozenset[int]
    anchors: tuple[tuple[Sequence_, ...], ...]  # indexed by Part


_NOTHING = TokenType(frozenset(), tuple(() for _ in Part))


class Resolver(dict[str, int]):
    """Word -> number of its TokenType; 0 is the type of all words the lexicon does not know.

    A dict with `__missing__`, so that ``map(resolver.__getitem__, words)`` runs at C speed for every word
    met before: a few thousand types make up nine tenths of any news text.
    """

    # A corpus of junk must not fill the memory: beyond this, new words are resolved but not remembered.
    _MOST_REMEMBERED = 2_000_000

    def __init__(self, compiled: Compiled) -> None:
        super().__init__()
        self.compiled = compiled
        self.types: list[TokenType] = [_NOTHING]
        self._number_of: dict[frozenset[int], int] = {frozenset(): 0}
        self._prefix_lengths = {
            mode: sorted({len(prefix) for prefix in table}) for mode, table in compiled.prefixes.items()
        }
        self._suffix_lengths = {
            mode: sorted({len(suffix) for suffix in table}) for mode, table in compiled.suffixes.items()
        }

        self._begin_with_class: dict[tuple[Part, int | None], list[tuple[int, Sequence_]]] = {}
        for cls, rows in compiled.by_class.items():
            for sequence in rows:
                for of in (sequence.target, None):
                    self._begin_with_class.setdefault((sequence.part, of), []).append((cls, sequence))

    def begin_with_class(self, part: Part, target: int | None) -> list[tuple[int, Sequence_]]:
        """Return the sequences of `part` (of one `target`, or all) that begin with a class, with that class."""
        return self._begin_with_class.get((part, target), [])

    def __missing__(self, word: str) -> int:
        atoms = frozenset() if is_address(word) else self._atoms(word)
        number = self._number_of.get(atoms)
        if number is None:
            number = self._number_of[atoms] = len(self.types)
            self.types.append(self._type(atoms))
        if len(self) < self._MOST_REMEMBERED:
            self[word] = number
        return number

    def _atoms(self, word: str) -> frozenset[int]:
        found: set[int] = set()
        compiled = self.compiled
        for mode in MODES:
            if not (mode in compiled.exact or mode in compiled.prefixes or mode in compiled.suffixes):
                continue
            exact = compiled.exact.get(mode, {})
            prefixes = compiled.prefixes.get(mode, {})
            suffixes = compiled.suffixes.get(mode, {})
            for key in token_keys(word, mode):
                found.update(exact.get(key, ()))
                # A star takes letters only: "war*" is "warfare", not "war-torn" nor "war's".
                for length in self._prefix_lengths.get(mode, ()):
                    atoms = prefixes.get(key[:length])
                    if atoms and (len(key) == length or key[length:].isalpha()):
                        found.update(atoms)
                for length in self._suffix_lengths.get(mode, ()):
                    atoms = suffixes.get(key[-length:])
                    if atoms and (len(key) <= length or key[:-length].isalpha()):
                        found.update(atoms)
        return frozenset(found)

    def _type(self, atoms: frozenset[int]) -> TokenType:
        rows: list[list[Sequence_]] = [[] for _ in Part]
        for atom in sorted(atoms):
            for sequence in self.compiled.by_atom.get(atom, ()):
                rows[sequence.part].append(sequence)
        return TokenType(atoms, tuple(tuple(row) for row in rows))
