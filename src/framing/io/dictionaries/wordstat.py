r"""WordStat .cat: a tree drawn by tabs; a line that ends in a number in parentheses is a term, any other a category.

::

    THREAT
    <tab>ALARM
    <tab><tab>TICKING_BOMB (1)
    <tab><tab>@R1 [BORDER* NEAR #FEAR /S 8] (1)

The number is a weight. ``_`` or a space joins a phrase, capitals mean nothing. Editors that turn tabs into spaces
leave the tree readable. ``@`` lines are rules: see `framing.io.dictionaries.wordstat_rules`.
"""

from __future__ import annotations

import math
from dataclasses import replace

from framing.errors import LexiconError
from framing.io.dictionaries.draft import Draft, by_category, clean
from framing.io.dictionaries.indents import by_spaces, depths
from framing.io.dictionaries.wordstat_rules import read_rule, shout, write_rule
from framing.model.dictionary import Dictionary, Near

# A category that only holds the lists of rules; no dimension.
NEAR = "_near"
_HEAVIEST = 2.0


def read_wordstat(text: str, where: str) -> Dictionary:
    """Return the dictionary in the text of a .cat file.

    Raises
    ------
    LexiconError
        If the file is XML: Yoshikoder writes such files, some of them called .cat.
    """
    if text.lstrip("\ufeff \n\t").startswith("<"):
        raise LexiconError(
            "is XML, a Yoshikoder file, and not a WordStat dictionary", where=where, hint="export it as .cat"
        )
    draft = Draft(where)
    lines = text.split("\n")
    if by_spaces(lines):
        draft.note("indented by spaces, not by tabs")
    above: list[str] = []
    lists: dict[str, list[str]] = {}
    for number, (depth, line) in enumerate(zip(depths(lines), lines, strict=True), start=1):
        body, weight = _weighted(line)
        if weight is None:
            if name := clean(body):
                above[depth:] = [name]
                if above[0] != NEAR:
                    draft.category(tuple(above))
            continue
        path = tuple(above[:depth])
        if path[:1] == (NEAR,):
            lists.setdefault("#" + path[-1], []).append(_word(body))
        else:
            _term(body, path, number, weight, draft)
    _spell_out(lists, draft)
    return draft.done()


def _weighted(line: str) -> tuple[str, float | None]:
    r"""Return what a line names, and its weight; None for a category.

    Examples
    --------
    >>> _weighted("\tTICKING_BOMB (1)"), _weighted("LAW (AND ORDER)")
    (('TICKING_BOMB', 1.0), ('LAW (AND ORDER)', None))
    """
    body = line.strip()
    start = body.rfind(" (")
    number = body[start + 2 : -1].strip().replace(",", ".")
    if start < 1 or not body.endswith(")") or not number.isascii() or not number.replace(".", "", 1).isdigit():
        return body, None
    return body[:start], float(number)


def _word(body: str) -> str:
    return clean(body.replace("_", " ")).lower()


def _term(body: str, path: tuple[str, ...], line: int, weight: float, draft: Draft) -> None:
    near: Near | None = None
    text = _word(body)
    if body.startswith("@"):
        rule = read_rule(clean(body))
        if rule is None:
            draft.lose(f"the rule {clean(body)} is not read", line, "one NEAR, BEFORE or AFTER within /S or /P is")
            return
        text, near = rule
    if not weight:
        draft.lose(f"'{text}' is left out: its weight is 0", line)
        return
    if weight > _HEAVIEST or math.isinf(weight):
        draft.lose(f"'{text}': weight {weight:g} is read as {_HEAVIEST:g}", line, "a weight is at most 2")
        weight = _HEAVIEST
    draft.term(text, path, line, weight=weight, near=near)


def _spell_out(lists: dict[str, list[str]], draft: Draft) -> None:
    """Put the lists under `NEAR` into the rules that name them."""
    for number, term in enumerate(draft.terms):
        if term.near and term.near.any[0] in lists:
            near = replace(term.near, any=tuple(lists[term.near.any[0]]))
            draft.terms[number] = replace(term, near=near)


def write_wordstat(dictionary: Dictionary) -> str:
    """Return the text of a .cat file."""
    lists: dict[tuple[str, ...], str] = {}
    lines: list[str] = []
    grouped = by_category(dictionary)
    for number, (path, terms) in enumerate(grouped.items()):
        lines.append(_tabs(path) + path[-1])
        for position, term in enumerate(terms):
            body = shout(term.text.replace(" ", "_"))
            if term.near:
                other = term.near.any[0]
                if len(term.near.any) > 1:
                    other = "#" + lists.setdefault(term.near.any, f"N{len(lists) + 1}")
                body = write_rule(f"R{number}_{position}", term.text, other, term.near)
            lines.append(f"{_tabs(path)}\t{body} ({term.weight:g})")
    lines += [NEAR] if lists else []
    for words, name in lists.items():
        lines += [f"\t{name}", *(f"\t\t{shout(word.replace(' ', '_'))} (1)" for word in words)]
    return "".join(line + "\n" for line in lines)


def _tabs(path: tuple[str, ...]) -> str:
    return "\t" * (len(path) - 1)
