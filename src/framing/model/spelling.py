"""British and American spellings of one word: the table behind ``spelling = "uk+us"``.

The table is part of the contract (docs/reference/lexicon-format.md) and of a lexicon's meaning: a change
here is a new version of matching.
"""

from __future__ import annotations

import re

from framing.model.pattern import ClassRef, Form, Pattern, Word

# (British, American): each pair is tried in both directions. Whole words and endings only, so that
# "our" does not turn "four" into "for" nor "-ise" "wise" into "wize".
_WORDS = (
    ("defence", "defense"), ("offence", "offense"), ("pretence", "pretense"), ("licence", "license"),
    ("programme", "program"), ("programmes", "programs"), ("grey", "gray"), ("sceptic", "skeptic"),
    ("sceptical", "skeptical"), ("sceptics", "skeptics"), ("manoeuvre", "maneuver"),
    ("manoeuvres", "maneuvers"), ("ageing", "aging"), ("judgement", "judgment"), ("jeopardise", "jeopardize"),
)  # fmt: skip
_OUR = "arm behavi clam col endeav fav harb hon hum lab neighb parl ran rum sav val vap vig".split()
_RE = ["cent", "fib", "lit", "lust", "meag", "sab", "somb", "spect", "theat"]
_DOUBLED = "cancel channel counsel fuel label level marshal model quarrel rival signal travel tunnel".split()
_ISE = re.compile(r"^(\w{3,}(?:al|an|at|er|ogn|phas|log|ic|id|il|im|in|ion|it|ol|on|or|ar|ut|yt|ag|is))i([sz])"
                  r"(e|ed|es|er|ers|ing|ation|ations)$")  # fmt: skip
_YSE = re.compile(r"^(ana|cata|dia|electro|hydro|para|psychoana)ly([sz])(e|ed|es|ing)$")


def both_spellings(word: str) -> tuple[str, ...]:
    """Return `word` and its other spelling, where the table knows one.

    Examples
    --------
    >>> both_spellings("destabilised"), both_spellings("neighbor"), both_spellings("wise")
    (('destabilised', 'destabilized'), ('neighbor', 'neighbour'), ('wise',))
    """
    other = _other(word.casefold())
    if other is None:
        return (word,)
    return (word, other.capitalize() if word[0].isupper() else other)


def with_both_spellings(pattern: Pattern) -> Pattern:
    """Return the pattern with both spellings of each closed form; an open stem is left as it is written."""

    def widen(item: Word | ClassRef) -> Word | ClassRef:
        if isinstance(item, ClassRef):
            return item
        forms = [
            Form(spelling, form.open_end, form.open_start)
            for form in item.forms
            for spelling in ((form.text,) if form.open_end or form.open_start else both_spellings(form.text))
        ]
        return Word(tuple(dict.fromkeys(forms)))

    return Pattern(pattern.text, tuple(widen(item) for item in pattern.items), pattern.joints)


def _other(word: str) -> str | None:
    for british, american in _WORDS:
        if word in (british, american):
            return american if word == british else british
    for pattern in (_ISE, _YSE):
        if match := pattern.match(word):
            turned = "z" if match[2] == "s" else "s"
            return word[: match.start(2)] + turned + word[match.end(2) :]
    return _ending(word, _OUR, "our", "or") or _ending(word, _RE, "re", "er") or _doubled(word)


def _ending(word: str, stems: list[str], british: str, american: str) -> str | None:
    for stem in stems:
        for here, there in ((british, american), (american, british)):
            if word.startswith(stem + here) and word[len(stem + here) :] in _SUFFIXES:
                return stem + there + word[len(stem + here) :]
    return None


_SUFFIXES = ("", "s", "ed", "ing", "able", "er", "ers", "ite", "ites", "hood", "hoods", "less")


def _doubled(word: str) -> str | None:
    for stem in _DOUBLED:
        for ending in ("ed", "ing", "er", "ers"):
            if word == f"{stem}l{ending}":
                return f"{stem}{ending}"
            if word == f"{stem}{ending}":
                return f"{stem}l{ending}"
    return None
