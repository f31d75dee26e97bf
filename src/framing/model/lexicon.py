"""A lexicon: dimensions with their sub-frames, entries, classes, masks and cues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from framing.model.pattern import Pattern, Word

# Words written apart, hyphenated or joined so freely that `compound` is the default where a pattern begins with one.
COMPOUND_FIRST = frozenset(["anti", "counter", "cyber", "de", "over", "post", "pre", "co", "power", "war"])

Polarity = Literal["contestable", "plain", "unsigned"]
Role = Literal["frame", "support"]
Status = Literal["active", "candidate", "retired"]
Side = Literal["both", "before", "after"]
Unit = Literal["sentence", "paragraph"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subframe:
    """One way in which a dimension is expressed."""

    id: str
    title: str = ""
    definition: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """When a paragraph carries the dimension: its evidence reaches the threshold.

    Attributes
    ----------
    neighbours
        How much of the mean evidence of the paragraph before and the one after is lent to it, 0 to 1.
    fitted_on
        Where threshold, neighbours and weights come from: coded passages, date, command.
    """

    threshold: float = 0.7
    neighbours: float = 0.0
    fitted_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A framing dimension.

    Attributes
    ----------
    polarity
        "contestable": a negated or contested hit still counts as salience and moves to `contested`.
        "plain": a negated hit is dropped, and listed.
        "unsigned": negation changes nothing, as what is denied is still told in the dimension's terms ("no ally of
        the Kremlin" is talk of great powers).
    """

    id: str
    title: str
    definition: str = ""
    references: tuple[str, ...] = ()
    polarity: Polarity = "plain"
    subframes: tuple[Subframe, ...] = ()
    presence: Presence = Presence()
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Require:
    """The 'near' rule of an entry: some of these must stand near the match.

    Attributes
    ----------
    any
        Patterns of which at least `distinct` different ones must be found outside the match.
    within
        How many tokens away at most; 0: anywhere in the unit.
    unit
        What it must not leave: the sentence, or the paragraph.
    side
        Before the match, after it, or either.
    """

    any: tuple[Pattern, ...]
    within: int = 0
    unit: Unit = "sentence"
    side: Side = "both"
    distinct: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One pattern that expresses a sub-frame. `where` is the line it stands on, `scope` its lexicon.

    `prior` is the weight its author gave it, where `weight` has been fitted since; None: `weight` is the author's.
    """

    pattern: Pattern
    dimension: str
    subframe: str
    role: Role = "frame"
    weight: float = 1.0
    prior: float | None = None
    note: str = ""
    source: str = ""
    exclude: tuple[Pattern, ...] = ()
    require: Require | None = None
    exact_case: bool = False
    fold_accents: bool = False
    compound: bool = False
    shared: bool = False
    status: Status = "active"
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    scope: str = ""
    where: str = ""

    @property
    def name(self) -> str:
        """The entry as outputs name it: its pattern."""
        return self.pattern.text


def compound_by_default(pattern: Pattern) -> bool:
    """Return whether `compound` holds for a pattern unless its entry says otherwise.

    Examples
    --------
    >>> from framing.model.pattern import parse_pattern
    >>> compound_by_default(parse_pattern("counter terror*")), compound_by_default(parse_pattern("counter"))
    (True, False)
    """
    first = pattern.items[0]
    return (
        isinstance(first, Word)
        and len(pattern.items) > 1
        and all(form.text.casefold() in COMPOUND_FIRST for form in first.forms)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClass:
    """A named list of words and phrases, used in patterns and rules as ``<id>``."""

    id: str
    words: tuple[Pattern, ...]
    exact_case: bool = False
    fold_accents: bool = False
    scope: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """Fixed names that consume their words before any entry is tried."""

    id: str
    patterns: tuple[Pattern, ...]
    note: str = ""
    exact_case: bool = False
    fold_accents: bool = False
    scope: str = ""
    where: str = ""


# The lists of `Cues`, in the order in which the compiler numbers them.
CUE_LISTS = (
    "negation",
    "negation_after",
    "negation_exempt",
    "negation_through",
    "negation_opens",
    "clause_break",
    "contest",
    "contest_near",
    "distance",
    "endorsement",
    "hedge",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Word lists that turn or soften a hit, and how far they reach (tokens).

    Attributes
    ----------
    negation, negation_after
        Deny the hit behind, or before, them.
    negation_exempt
        Phrases that cancel a negation, contest or distance cue in them: "not only", "impossible to overstate".
    negation_through
        If given, the only words that a negation passes on its way to the hit: "does not *pose* a threat", but
        not "does not *use* the threat".
    negation_opens
        Determiners. Behind one of them, one other word may stand: "not a *constitutional* crisis".
    clause_break
        Words that end a clause, and with it the reach of every cue but `contest`.
    contest, contest_near
        Say that a claim is too big, untrue or a tool; the first of the whole sentence, the second near the hit.
    distance
        Keep the author apart from the word that follows: "so-called", "supposed".
    endorsement
        Make another's claim the author's: "rightly".
    hedge
        Soften; a flag, never a stance.
    """

    negation: tuple[Pattern, ...] = ()
    negation_after: tuple[Pattern, ...] = ()
    negation_exempt: tuple[Pattern, ...] = ()
    negation_through: tuple[Pattern, ...] = ()
    negation_opens: tuple[Pattern, ...] = ()
    clause_break: tuple[Pattern, ...] = ()
    contest: tuple[Pattern, ...] = ()
    contest_near: tuple[Pattern, ...] = ()
    distance: tuple[Pattern, ...] = ()
    endorsement: tuple[Pattern, ...] = ()
    hedge: tuple[Pattern, ...] = ()
    negation_before_window: int = 4
    negation_after_window: int = 6
    contest_near_window: int = 4
    distance_before_window: int = 2
    hedge_before_window: int = 4
    fold_accents: bool = False
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Which lexicon file this was: name, version and the SHA-256 of its content."""

    name: str
    version: str
    sha256: str
    title: str = ""
    licence: str = ""
    where: str = ""

    @property
    def signature(self) -> str:
        """Name, version and the first six digits of the hash."""
        return f"{self.name}@{self.version}#{self.sha256[:6]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything a run matches with; several files may have gone into it.

    `notes` says how a dictionary of another format was read, and what of it was left out.
    """

    files: tuple[Provenance, ...]
    dimensions: tuple[Dimension, ...] = ()
    entries: tuple[Entry, ...] = ()
    classes: Mapping[tuple[str, str], WordClass] = field(default_factory=dict)
    masks: tuple[Mask, ...] = ()
    cues: Cues = Cues()
    notes: tuple[str, ...] = ()

    @property
    def signature(self) -> str:
        """The signatures of the files, in order."""
        return ",".join(file.signature for file in self.files)

    def dimension(self, name: str) -> Dimension:
        """Return the dimension with this id; KeyError where there is none."""
        for dimension in self.dimensions:
            if dimension.id == name:
                return dimension
        raise KeyError(name)
