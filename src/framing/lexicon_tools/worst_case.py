"""The strings of an entry that other patterns have the least hold of.

Whether an entry can count at all is a question about every string it matches, of which there may be millions.
It is enough to try the worst ones. A token is worse than another where every pattern that matches it matches the
other too: "radicalxqz" for ``radical*``, a word in odd capitals for one that is matched in any. What takes every
worst string takes every string, and it is the matcher that says so: lint has no matching of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from framing.lexicon_tools.lines import Line, join
from framing.matching.compiler import PUNCTUATION_BITS, Compiled, Part, compound_variants, sequences
from framing.matching.forms import Mode, key, mode_of
from framing.matching.matcher import Matcher
from framing.matching.resolver import Resolver
from framing.model.lexicon import Entry
from framing.model.pattern import ClassRef, Form, Joint, Pattern, Word

#: Longer words in capitals are not written with stops: "U.S.", "N.A.T.O.", not "S.E.C.U.R.I.T.Y.".
_INITIALISM = 6

Signature = frozenset[object]


class WorstCase:
    """Makes the worst strings of the entries of a matcher's lexicon."""

    def __init__(self, matcher: Matcher) -> None:
        self._lexicon = matcher.lexicon
        self._resolver = matcher.resolver
        compiled = matcher.resolver.compiled
        self._labels = _labels(compiled)
        self._tells_capitals_apart = any(
            mode in index
            for index in (compiled.exact, compiled.prefixes, compiled.suffixes)
            for mode in ("exact", "exact_accents")
        )
        self._filler = _unknown_word(self._resolver)
        self._of_class: dict[tuple[str, str], list[Line]] = {}

    def lines(self, entry: Entry) -> Iterator[Line]:
        """Yield the worst strings of `entry`, its gaps filled to the last place with a word no pattern knows."""
        mode = mode_of(exact_case=entry.exact_case, fold_accents=entry.fold_accents)
        for pattern in compound_variants(entry.pattern) if entry.compound else (entry.pattern,):
            yield from self._of_pattern(pattern, mode, entry.scope)

    def _of_pattern(self, pattern: Pattern, mode: Mode, scope: str) -> Iterator[Line]:
        rows: list[list[Line]] = []
        for item, joint in zip(pattern.items, (Joint(), *pattern.joints), strict=True):
            options = self._of_class_words(scope, item.id) if isinstance(item, ClassRef) else self._of_word(item, mode)
            filler = Line((self._filler,) * joint.gap, (0,) * joint.gap)
            rows.append([join([filler, _behind(sign, option)]) for sign in _signs(joint) for option in options])
        yield from map(join, product(*rows))

    def _of_word(self, word: Word, mode: Mode) -> list[Line]:
        spelt = dict.fromkeys(spelling for form in word.forms for spelling in self._spellings(form, mode))
        return self._worst(Line((spelling,), (0,)) for spelling in spelt)

    def _of_class_words(self, scope: str, name: str) -> list[Line]:
        if (scope, name) not in self._of_class:
            cls = self._lexicon.classes[scope, name]
            mode = mode_of(exact_case=cls.exact_case, fold_accents=cls.fold_accents)
            lines = (line for word in cls.words for line in self._of_pattern(word, mode, scope))
            self._of_class[scope, name] = self._worst(lines)
        return self._of_class[scope, name]

    def _spellings(self, form: Form, mode: Mode) -> Iterator[str]:
        # A form with both stars, as joining "*phobia law*" makes one, is matched by its start.
        before = self._filler if form.open_start and not form.open_end else ""
        text = before + form.text + (self._filler if form.open_end else "")
        if mode in ("fold", "accents"):
            yield from _in_odd_capitals(text) if self._tells_capitals_apart else (text,)
            return
        yield text
        if text.isalpha() and text.isupper() and len(text) <= _INITIALISM:
            yield "".join(f"{letter}." for letter in text)  # where case counts, "US" is "U.S." too

    def _worst(self, lines: Iterable[Line]) -> list[Line]:
        """Return the lines that are left when each is dropped that is matched by all that matches another."""
        distinct: dict[tuple[tuple[int, ...], tuple[Signature, ...]], Line] = {}
        for line in lines:
            distinct.setdefault((line.breaks, tuple(map(self._signature, line.words))), line)
        return [
            line
            for (breaks, own), line in distinct.items()
            if not any(
                breaks == signs and own != other and all(a <= b for a, b in zip(other, own, strict=True))
                for signs, other in distinct
            )
        ]

    def _signature(self, word: str) -> Signature:
        atoms = self._resolver.types[self._resolver[word]].atoms
        return frozenset(label for atom in atoms for label in self._labels.get(atom, ()))


def _labels(compiled: Compiled) -> dict[int, frozenset[object]]:
    """Return what each atom means to a pattern.

    Two hundred countries are as many atoms, but all the same to a pattern that only names their class: an atom that
    stands alone in a class means that class.
    """
    found: dict[int, set[object]] = {}
    for sequence in sequences(compiled):
        is_class_word = sequence.part is Part.CLASS and len(sequence.items) == 1
        for item in sequence.items:
            if item.atom >= 0:
                found.setdefault(item.atom, set()).add(("class", sequence.target) if is_class_word else item.atom)
    return {atom: frozenset(labels) for atom, labels in found.items()}


def _unknown_word(resolver: Resolver) -> str:
    """Return a word that no pattern matches, not even one with a star."""
    letters = "xqzjkvwy"
    words = ("".join(word) for size in (3, 5) for word in product(letters, repeat=size))
    return next((word for word in words if not resolver[word] and not resolver[word.upper()]), letters)


def _in_odd_capitals(text: str) -> tuple[str, ...]:
    """Return the word as "wAr", "WAr", "WaR" and "WAR": no pattern that tells capitals apart has hold of all four.

    One alone would not do: ``w*`` with ``case = "exact"`` has hold of the first, ``Wa*`` of the third.
    """
    lower = text.casefold()
    upper = lower.upper()
    if len(upper) != len(lower) or key(text, "fold") != key(upper, "fold"):  # "ß" is "SS" in capitals
        return (text,)
    spelt = (
        lower[0] + upper[1:2] + lower[2:],
        upper[:2] + lower[2:],
        upper[0] + lower[1:2] + upper[2:],
        upper,
    )
    return tuple(dict.fromkeys(spelt))


def _signs(joint: Joint) -> list[int]:
    """Return the punctuation that may stand there: behind a gap any one sign of several will do."""
    bits = [PUNCTUATION_BITS[sign] for sign in joint.punctuation]
    return (bits if joint.gap else [sum(set(bits))]) or [0]


def _behind(sign: int, line: Line) -> Line:
    return Line(line.words, (sign, *line.breaks[1:]))
