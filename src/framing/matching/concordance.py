"""Hits as lines of evidence, each with the words around it, taken from the raw text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from framing.model.document import VOICES, Document
from framing.model.evidence import EvidenceRow
from framing.model.hit import Hit
from framing.model.lexicon import Lexicon

CONTEXT = 60


def evidence_rows(
    document: Document, hits: Iterable[Hit], lexicon: Lexicon, context: int = CONTEXT
) -> Iterator[EvidenceRow]:
    """Yield one row a hit, in the order of the hits; `context` is in characters on either side."""
    raw = document.raw
    for hit in hits:
        entry = lexicon.entries[hit.entry]
        before, after = around(raw, hit.start, hit.end, context)
        yield EvidenceRow(
            article=document.article,
            source=document.source,
            start=hit.start,
            end=hit.end,
            text=raw[hit.start : hit.end],
            before=before,
            after=after,
            paragraph=hit.paragraph,
            dimension=entry.dimension,
            subframe=entry.subframe,
            entry=entry.name,
            voice=VOICES[hit.voice],
            stance=hit.stance,
            hedged=hit.hedged,
            counted=hit.counted,
            flags=hit.flags,
        )


def around(raw: str, start: int, end: int, context: int = CONTEXT) -> tuple[str, str]:
    """Return what stands before and behind raw[start:end]: whole words, at most `context` characters each.

    Examples
    --------
    >>> around("The army warned of war again.", 9, 15, context=6)
    ('army ', ' of')
    """
    return _before(raw, start, context), _after(raw, end, context)


def _before(raw: str, start: int, context: int) -> str:
    cut = raw[max(0, start - context) : start]
    if start > context and " " in cut:  # begin with a whole word
        cut = cut.partition(" ")[2]
    return cut


def _after(raw: str, end: int, context: int) -> str:
    cut = raw[end : end + context]
    if end + context < len(raw) and " " in cut:
        cut = cut.rpartition(" ")[0]
    return cut
