"""The pattern language of the lexicon format (section 2): from its text to closed alternatives.

``corrupt{,ion,ly}``, ``war*``, ``{great,major} power{,s}``, ``a [2] b``, ``<class> of``, ``in fact , no``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import product

# What a pattern may hold between two words to say that the text must, too.
PUNCTUATION = ",;:()\u2014\u2013"
_ONE_SIGN = str.maketrans("\u2019\u02bc`\u2010\u2011", "'''--")
# "10,000" is one token; "9:30" is two with a colon between.
_SIGN = re.compile(r"((?<!\d),|,(?!\d)|[;:()\u2014\u2013])")
_GAP = re.compile(r"\[(\d{1,2})\]")
_CLASS = re.compile(r"<([A-Za-z][\w-]*)>")
# Backslash-escaped signs are set aside while the live ones are read.
_ESCAPED = {r"\*": "\ue000", r"\{": "\ue001", r"\}": "\ue002", r"\[": "\ue003", r"\<": "\ue004"}
# More alternatives than this in one word is a slip of the braces, and would be slow to load.
_MOST_FORMS = 2_000


class PatternError(ValueError):
    """A pattern that cannot be read; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a word; open at its end (``war*``) or at its start (``*phobia``) where it had a star."""

    text: str
    open_end: bool = False
    open_start: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One token: any of its forms."""

    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class ClassRef:
    """One word or phrase of the class with this id."""

    id: str


@dataclass(frozen=True, slots=True)
class Joint:
    """What may stand between two items: up to `gap` tokens, and the punctuation that must be there."""

    gap: int = 0
    punctuation: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Items (words and classes), and the joints between them: one fewer than items.

    Attributes
    ----------
    text
        As the author wrote it.
    """

    text: str
    items: tuple[Word | ClassRef, ...]
    joints: tuple[Joint, ...]

    def __str__(self) -> str:
        return self.text


def parse_pattern(text: str) -> Pattern:
    """Return the pattern that `text` writes.

    Raises
    ------
    PatternError
        With what is wrong and how to write it instead.

    Examples
    --------
    >>> pattern = parse_pattern("{great,major} power{,s} [2] <state>")
    >>> [form.text for form in pattern.items[1].forms], pattern.joints
    (['power', 'powers'], (Joint(gap=0, punctuation=''), Joint(gap=2, punctuation='')))
    """
    items: list[Word | ClassRef] = []
    joints: list[Joint] = []
    gap, punctuation = 0, ""
    for piece in _pieces(text):
        if match := _GAP.fullmatch(piece):
            gap += int(match[1])
            if not items or not gap:
                raise PatternError("a gap [n] stands between two words, with n from 1")
        elif piece in PUNCTUATION:
            punctuation += piece
            if not items:
                raise PatternError("a pattern begins with a word, not with punctuation")
        else:
            if items:
                joints.append(Joint(gap, punctuation))
            gap, punctuation = 0, ""
            items.append(_item(piece))
    if not items:
        raise PatternError("the pattern holds no word; write one, or a phrase")
    if gap or punctuation:
        raise PatternError("a pattern ends with a word, not with a gap or punctuation")
    return Pattern(text, tuple(items), tuple(joints))


def _pieces(text: str) -> list[str]:
    for written, private in _ESCAPED.items():
        text = text.replace(written, private)
    if re.search(r"\{[^{}]*\s[^{}]*\}", text):
        raise PatternError(
            "an alternative in braces is one word without spaces; write two entries or a class for phrases"
        )
    # "yes, minister" holds the comma as a piece of its own; those in braces and in "10,000" are no punctuation.
    outside_braces = re.split(r"(\{[^{}]*\})", unicodedata.normalize("NFC", text).translate(_ONE_SIGN))
    spaced = [part if part.startswith("{") else _SIGN.sub(r" \1 ", part) for part in outside_braces]
    return "".join(spaced).split()


def _item(piece: str) -> Word | ClassRef:
    if match := _CLASS.fullmatch(piece):
        return ClassRef(match[1])
    if "<" in piece or ">" in piece:
        raise PatternError(f"'{piece}': a class stands for a whole word, as in <state>")
    if "[" in piece or "]" in piece:
        raise PatternError(f"'{piece}': a gap is written [2], with spaces around it")
    if "?" in piece:
        raise PatternError(f"'{piece}': '?' is not part of the language; write the alternatives in braces")
    forms = tuple(dict.fromkeys(_form(spelling) for spelling in _expand(piece)))
    return Word(forms)


def _expand(piece: str) -> list[str]:
    """Multiply the brace groups out: ``re{al,}ign{,ed}`` -> four spellings."""
    parts = re.split(r"\{([^{}]*)\}", piece)
    if any("{" in part or "}" in part for part in parts):
        raise PatternError(f"'{piece}': braces are not closed, or stand inside braces; write {{a,b}}")
    choices = [part.split(",") if odd % 2 else [part] for odd, part in enumerate(parts)]
    total = 1
    for choice in choices:
        total *= len(choice)
    if total > _MOST_FORMS:
        raise PatternError(f"'{piece}' multiplies out to {total} spellings; at most {_MOST_FORMS}")
    return ["".join(spelling) for spelling in product(*choices)]


def _form(spelling: str) -> Form:
    core = spelling.strip("*")
    starts, ends = spelling.startswith("*"), spelling.endswith("*")
    if starts and ends:
        raise PatternError(f"'{spelling}': a star on both sides would match almost anything")
    if "*" in core:
        raise PatternError(f"'{spelling}': a star stands only at the end of a word")
    if not core:
        raise PatternError("an alternative in braces leaves the word empty; one spelling must remain")
    for written, private in _ESCAPED.items():
        core = core.replace(private, written[1])
    # n't is never a token of its own: "didn't" is one token that ends so.
    return Form(core, open_end=ends, open_start=starts or core.casefold() == "n't")
