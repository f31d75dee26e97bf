"""Validation as a reader sees it in a terminal: entries by sub-frame, groups, agreement, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from framing.model.validation import VERDICTS, EntryInParagraphs, EntryPrecision, ParagraphValidation, Share, Validation
from framing.report.escape import plain

T = TypeVar("T", EntryPrecision, EntryInParagraphs)

_HEAD = "   n art. right disp.  ?  precision          verdict  entry"
_HEAD_PARAGRAPHS = "  par. coded  precision          entry"


def to_text(found: Validation) -> str:
    """Return the page: one line an entry, then the groups, the agreement, and notes."""
    parts = [*_entries(found), "", *_groups(found), "", *_agreement(found), *_notes(found)]
    return "\n".join(parts) + "\n"


def to_text_of_paragraphs(found: ParagraphValidation) -> str:
    """Return the page: one line an entry, then presence by dimension."""
    parts: list[str] = []
    for heading, entry in _under_headings(found.entries):
        parts += [*heading, _HEAD_PARAGRAPHS] if heading else []
        parts.append(f"{entry.paragraphs:6} {entry.positive:5}  {_share(entry.precision)}  {_name(entry)}")
    parts += ["", f"presence in {found.paragraphs} paragraphs" + _boilerplate(found)]
    parts.append("coded called  prec.   rec.     F1    AUC  dimension")
    for row in found.dimensions:
        scores = "".join(f"{_number(value):>7}" for value in (row.precision, row.recall, row.f1, row.auc))
        parts.append(f"{row.positive:5} {row.called:6}{scores}  {plain(row.dimension)}")
    return "\n".join(parts) + "\n"


def _entries(found: Validation) -> Iterator[str]:
    for heading, entry in _under_headings(found.entries):
        if heading:
            yield from (*heading, _HEAD)
        counts = f"{entry.decided:4} {entry.articles:4} {entry.right:5} {entry.disputed:5} {entry.unclear:2}"
        yield f"{counts}  {_share(entry.precision)}  {entry.verdict:8} {_name(entry)}"


def _under_headings(entries: Iterable[T]) -> Iterator[tuple[list[str], T]]:
    """Yield each entry with the lines that stand above it where a sub-frame begins."""
    groups: dict[tuple[str, str], list[T]] = {}
    for entry in entries:
        groups.setdefault((entry.dimension, entry.subframe), []).append(entry)
    for (dimension, subframe), own in groups.items():
        for number, entry in enumerate(own):
            yield (["", plain(f"{dimension}: {subframe}")] if number == 0 else []), entry


def _groups(found: Validation) -> Iterator[str]:
    yield "precision of hits: entries weighted by their hits, interval clustered by article"
    yield "entries   hits  lines  precision"
    for group in found.groups:
        name = f"  {group.subframe}" if group.subframe else group.dimension
        yield f"{group.entries:7} {group.hits:6} {group.decided:6}  {_share(group.precision)}  {plain(name)}"


def _agreement(found: Validation) -> Iterator[str]:
    verdicts = Counter(entry.verdict for entry in found.entries)
    counts = ", ".join(f"{verdicts[verdict]} {verdict}" for verdict in VERDICTS)
    yield f"{len(found.entries)} entries: {counts}"
    agreed = found.agreement
    if not agreed.lines:
        yield "agreement: no line has two codes; a second coder's sheet would show it"
        return
    alpha = "not defined, one code throughout" if agreed.alpha is None else f"{agreed.alpha:.2f}"
    yield f"agreement on {agreed.lines} lines with two codes or more: Krippendorff's alpha (nominal) {alpha};"
    yield "  positive agreement " + ", ".join(f"'{code}' {value:.2f}" for code, value in agreed.by_code.items())


def _notes(found: Validation) -> Iterator[str]:
    if disputed := sum(entry.disputed for entry in found.entries):
        yield f"{disputed} disputed lines count as wrong until adjudicated (--adjudicated)"
    if found.uncoded:
        yield f"{found.uncoded} lines have no code yet"
    if found.without_lines:
        yield f"{found.without_lines} active entries of the lexicon have no coded line"
    if found.stale:
        lines = sum(stale.lines for stale in found.stale)
        yield f"left out: {lines} coded lines of {len(found.stale)} entries that have changed since, or are gone:"
        yield from (f"  {stale.lines:4}  {plain(stale.entry)}" for stale in found.stale)


def _share(share: Share) -> str:
    if share.value is None or share.low is None or share.high is None:
        return f"{'-':17}"
    return f"{share.value:.2f} [{share.low:.2f}, {share.high:.2f}]"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _name(entry: EntryPrecision | EntryInParagraphs) -> str:
    # Whole, however long: many patterns begin alike.
    return plain(entry.entry) + (" (support)" if entry.role == "support" else "")


def _boilerplate(found: ParagraphValidation) -> str:
    return f" ({found.boilerplate} more left out as boilerplate)" if found.boilerplate else ""
