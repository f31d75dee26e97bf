"""WordStat's rules on what stands near: ``@NAME [HEAD AFTER #LIST /S 3]`` <-> `Near`.

One operator of NEAR, BEFORE and AFTER, within a sentence (/S) or a paragraph (/P), is a `require`. Rules with NOT,
with several operators, or over a whole document have no counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.model.dictionary import Near
from framing.model.lexicon import Side, Unit

# "HEAD AFTER OTHER": the other stands before the head.
_SIDES: Final[dict[str, Side]] = {"NEAR": "both", "BEFORE": "after", "AFTER": "before"}
_OPERATORS: Final[dict[Side, str]] = {side: operator for operator, side in _SIDES.items()}
_UNITS: Final[dict[str, Unit]] = {"/S": "sentence", "/P": "paragraph"}
_WORDS = frozenset([*_SIDES, "NOT", "AND", "OR", "EXCEPT", "WHEN"])
_LONGEST_NUMBER = 4


def read_rule(body: str) -> tuple[str, Near] | None:
    """Return the head and what must stand near it; None where the rule says more than we can.

    Examples
    --------
    >>> read_rule("@R1 [SITTING_DUCK NEAR BORDER* /S 8]")
    ('sitting duck', Near(any=('border*',), within=8, unit='sentence', side='both'))
    >>> read_rule("@R2 [#THREATS NOT AFTER #NEGATIONS /S 3]") is None
    True
    """
    _, _, inner = body.partition("[")
    words = inner.removesuffix("]").replace("/S", "/S ").replace("/P", "/P ").split()
    at = [position for position, word in enumerate(words) if word in _WORDS]
    scope = next((position for position, word in enumerate(words) if word.startswith("/")), len(words))
    if len(at) != 1 or words[at[0]] not in _SIDES or not 0 < at[0] < scope - 1:
        return None
    unit, within = _scope(words[scope:])
    if unit is None:
        return None
    head, other = operand(words[: at[0]]), operand(words[at[0] + 1 : scope])
    return head, Near(any=(other,), within=within, unit=unit, side=_SIDES[words[at[0]]])


def _scope(words: Sequence[str]) -> tuple[Unit | None, int]:
    if not words or words[0] not in _UNITS or len(words) > 2:
        return None, 0
    if len(words) == 1:
        return _UNITS[words[0]], 0
    number = words[1]
    if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER):
        return None, 0
    return _UNITS[words[0]], int(number)


def operand(words: Sequence[str]) -> str:
    """Return a term of a rule: the name of a category as it is, words in small letters with spaces between."""
    text = " ".join(words)
    return text if text.startswith("#") else " ".join(text.replace("_", " ").lower().split())


def write_rule(name: str, head: str, other: str, near: Near) -> str:
    """Return the rule, without its weight.

    Examples
    --------
    >>> write_rule("R1", "sitting duck", "border*", Near(any=("border*",), within=8, side="before"))
    '@R1 [SITTING_DUCK AFTER BORDER* /S 8]'
    """
    unit = "/S" if near.unit == "sentence" else "/P"
    scope = f"{unit} {near.within}" if near.within else unit
    return f"@{name} [{_written(head)} {_OPERATORS[near.side]} {_written(other)} {scope}]"


def _written(term: str) -> str:
    if term.startswith("#"):
        return term
    # The word "or" in capitals would be read as an operator.
    written = shout(term.replace(" ", "_"))
    return term if written in _WORDS else written


def shout(text: str) -> str:
    """Return `text` in capitals, as WordStat keeps its words, where small letters bring it back.

    Examples
    --------
    >>> shout("border*"), shout("straße")
    ('BORDER*', 'straße')
    """
    return text.upper() if text.upper().lower() == text else text
