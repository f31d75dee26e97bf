"""A term's concordance: each of its occurrences as it was counted, with the words around it from the raw text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from framing.contrasts.lookup import Lookup
from framing.contrasts.stream import Ints, read_tokens
from framing.contrasts.terms import ArticleTerms, paragraph_terms
from framing.matching.concordance import CONTEXT, around
from framing.model.document import VOICES, Document
from framing.model.evidence import EvidenceRow


def term_lines(
    document: Document, voices: frozenset[int], terms: Iterable[str], context: int = CONTEXT
) -> Iterator[EvidenceRow]:
    """Yield one row an occurrence, term by term; ``raw[row.start:row.end] == row.text``.

    Parameters
    ----------
    document
        The article, read.
    voices
        Whose words were counted.
    terms
        Words and two-word phrases as the contrast shows them: folded, possessive off.
    context
        Characters on either side.
    """
    counted = paragraph_terms(document, voices)
    for term, last in ((term, last) for term, ends in _ends(counted, terms) for last in ends.tolist()):
        first = last - term.count(" ")
        start, _ = document.normalised.raw_span(int(document.start[first]), int(document.end[first]))
        _, end = document.normalised.raw_span(int(document.start[last]), int(document.end[last]))
        before, after = around(document.raw, start, end, context)
        yield EvidenceRow(
            article=document.article,
            source=document.source,
            start=start,
            end=end,
            text=document.raw[start:end],
            before=before,
            after=after,
            paragraph=int(document.paragraph[last]),
            dimension="",
            subframe="",
            entry=term,
            voice=VOICES[int(document.voice[last])],
            stance="",
            hedged=False,
            counted=True,
            flags=(),
        )


def _ends(counted: ArticleTerms, terms: Iterable[str]) -> Iterator[tuple[str, Ints]]:
    """Yield each term that stands somewhere, with where it ends: the last of its words."""
    if not len(counted.sizes):
        return
    number = {word: i for i, word in enumerate(counted.words)}
    split = [(term, term.split(" ")) for term in terms]
    known = [(term, words) for term, words in split if len(words) <= 2 and all(word in number for word in words)]
    first = np.array([number[words[0]] if len(words) == 2 else -1 for _, words in known], dtype=np.int64)
    last = np.array([number[words[-1]] for _, words in known], dtype=np.int64)
    places = Lookup(first, last, len(counted.words)).places(read_tokens([counted]))
    yield from ((term, places[k]) for k, (term, _) in enumerate(known) if k in places)
