"""Coded sheets and a lexicon into the precision of its entries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from framing.lexicon_tools.agreement import agreement
from framing.lexicon_tools.fingerprint import fingerprints
from framing.lexicon_tools.precision import Judged, Stratum, share, verdict_on, weighted_precision
from framing.model.lexicon import Dimension, Entry, Lexicon
from framing.model.sheet import RIGHT, UNCODED, WRONG, Code, CodedLine, Sheet
from framing.model.validation import EntryPrecision, GroupPrecision, Stale, Validation

_Key = tuple[str, str, str]  # dimension, sub-frame, fingerprint


@dataclass(slots=True)
class _Line:
    """One line, and what its coders and the adjudicator said of it; no code where they said nothing."""

    first: CodedLine
    codes: list[Code] = field(default_factory=list)
    final: list[Code] = field(default_factory=list)

    def votes(self) -> tuple[int, int]:
        """Return how many say right, and how many wrong; an adjudicator's word is the last."""
        deciding = self.final or self.codes
        return deciding.count(RIGHT), deciding.count(WRONG)


def validate(
    lexicon: Lexicon, sheets: Sequence[Sheet], adjudicated: Sequence[Sheet] = (), level: float = 0.95
) -> Validation:
    """Return the precision of the entries of `lexicon`, by the codes in `sheets`.

    Parameters
    ----------
    lexicon
        As it is now: lines of entries that have changed since are left out, and listed.
    sheets
        A line that is in two sheets was coded twice. It is right where more coders say so than not.
    adjudicated
        Sheets with the last word on disputed lines; they are no part of the agreement.
    level
        Of the intervals.
    """
    lines = _collect(sheets, adjudicated)
    prints = fingerprints(lexicon)
    keys = [_key(entry, fingerprint) for entry, fingerprint in zip(lexicon.entries, prints, strict=True)]
    live = {key for key, entry in zip(keys, lexicon.entries, strict=True) if entry.status == "active"}
    coded: defaultdict[_Key, list[_Line]] = defaultdict(list)
    stale: Counter[tuple[str, str, str]] = Counter()
    uncoded = 0
    for line in lines:
        key = (line.first.dimension, line.first.subframe, line.first.fingerprint)
        if not line.codes and not line.final:
            uncoded += 1
        elif key in live:
            coded[key].append(line)
        else:
            stale[line.first.entry, line.first.subframe, line.first.dimension] += 1
    judged = [(key, entry) for key, entry in zip(keys, lexicon.entries, strict=True) if coded.get(key)]
    frames = sum(entry.role == "frame" and entry.status == "active" for entry in lexicon.entries)
    used = [line for rows in coded.values() for line in rows]
    return Validation(
        lexicon=lexicon.signature,
        level=level,
        entries=tuple(_entry(entry, key, coded[key], level) for key, entry in judged),
        groups=tuple(_groups(lexicon, judged, coded, level)),
        agreement=agreement(line.codes for line in used),
        coders=max((len(line.codes) for line in used), default=0),
        uncoded=uncoded,
        without_lines=frames - sum(entry.role == "frame" for _, entry in judged),
        stale=tuple(Stale(*what, number) for what, number in sorted(stale.items())),
        sheets=tuple(sheet.sha256 for sheet in (*sheets, *adjudicated)),
        corpora=tuple(sorted({line.first.corpus for line in used})),
    )


def _collect(sheets: Sequence[Sheet], adjudicated: Sequence[Sheet]) -> list[_Line]:
    lines: dict[str, _Line] = {}
    for sheet, is_final in [*((sheet, False) for sheet in sheets), *((sheet, True) for sheet in adjudicated)]:
        for row in sheet.lines:
            line = lines.setdefault(row.id, _Line(row))
            if row.code != UNCODED:
                (line.final if is_final else line.codes).append(row.code)
    return list(lines.values())


def _key(entry: Entry, fingerprint: str) -> _Key:
    return entry.dimension, entry.subframe, fingerprint


def _entry(entry: Entry, key: _Key, lines: Sequence[_Line], level: float) -> EntryPrecision:
    stratum = _stratum(lines)
    decided = len(stratum.lines)
    right = sum(line.right for line in stratum.lines)
    precision = share(right, decided, level)
    return EntryPrecision(
        entry=entry.name,
        role=entry.role,
        subframe=entry.subframe,
        dimension=entry.dimension,
        fingerprint=key[2],
        hits=stratum.hits,
        lines=len(lines),
        decided=decided,
        articles=len({line.article for line in stratum.lines}),
        right=right,
        disputed=sum(yes == no > 0 for yes, no in (line.votes() for line in lines)),
        unclear=len(lines) - decided,
        precision=precision,
        verdict=verdict_on(precision, decided),
    )


def _hits(lines: Iterable[_Line]) -> int:
    """Return the hits the lines were drawn from: those of each corpus, added up."""
    by_corpus: dict[str, int] = {}
    for line in lines:  # drawn again after another entry took some words: the larger of the two
        by_corpus[line.first.corpus] = max(line.first.hits, by_corpus.get(line.first.corpus, 0))
    return sum(by_corpus.values())


def _groups(
    lexicon: Lexicon,
    judged: Sequence[tuple[_Key, Entry]],
    coded: Mapping[_Key, Sequence[_Line]],
    level: float,
) -> Iterable[GroupPrecision]:
    """Yield each dimension, then its sub-frames; support entries are in no rate and in no group."""
    frames = [(entry, _stratum(coded[key])) for key, entry in judged if entry.role == "frame"]
    for dimension in lexicon.dimensions:
        own = [(entry.subframe, stratum) for entry, stratum in frames if entry.dimension == dimension.id]
        if own:
            yield _group(dimension, "", [stratum for _, stratum in own], level)
        for name in (subframe.id for subframe in dimension.subframes):
            if strata := [stratum for subframe, stratum in own if subframe == name]:
                yield _group(dimension, name, strata, level)


def _stratum(lines: Sequence[_Line]) -> Stratum:
    # Two corpora may both call an article "1".
    votes = [(f"{line.first.corpus} {line.first.article}", *line.votes()) for line in lines]
    return Stratum(_hits(lines), [Judged(article, yes > no) for article, yes, no in votes if yes + no])


def _group(dimension: Dimension, subframe: str, strata: Sequence[Stratum], level: float) -> GroupPrecision:
    return GroupPrecision(
        dimension=dimension.id,
        subframe=subframe,
        entries=sum(bool(stratum.lines) for stratum in strata),
        hits=sum(stratum.hits for stratum in strata if stratum.lines),
        decided=sum(len(stratum.lines) for stratum in strata),
        precision=weighted_precision(strata, level),
    )
