"""Strings of words laid out as a document, one sentence and one paragraph each: what a lexicon is tried on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from framing.model.document import OWN, Block, Document, NormalisedText


class Line(NamedTuple):
    """A string as the matcher sees it: words, and the punctuation bits before each."""

    words: tuple[str, ...]
    breaks: tuple[int, ...]

    def __str__(self) -> str:
        """Return the words in small letters: the capitals of a worst case are odd on purpose."""
        return " ".join(self.words).casefold()


def join(parts: Iterable[Line]) -> Line:
    """Return one line of all `parts`, in their order."""
    held = list(parts)
    return Line(
        tuple(word for part in held for word in part.words),
        tuple(sign for part in held for sign in part.breaks),
    )


def document_of(lines: Sequence[Line]) -> Document:
    """Return the lines as a document in the author's voice; the number of a line is that of its paragraph.

    Examples
    --------
    >>> document = document_of([Line(("grave", "threat"), (0, 0)), Line(("war",), (0,))])
    >>> document.words, document.paragraph.tolist(), document.text
    (('grave', 'threat', 'war'), [0, 0, 1], 'grave threat war')
    """
    whole = join(lines)
    text = " ".join(whole.words)
    lengths = np.array([len(word) for word in whole.words], dtype=np.int32)
    end = (np.cumsum(lengths + 1) - 1).astype(np.int32)
    number = np.repeat(np.arange(len(lines), dtype=np.int32), [len(line.words) for line in lines])
    return Document(
        article="trial",
        source="trial",
        raw=text,
        normalised=NormalisedText(text),
        blocks=(Block(0, len(text), "body", paragraph=len(lines) - 1),),
        words=whole.words,
        start=end - lengths,
        end=end,
        sentence=number,
        paragraph=number,
        breaks=np.array(whole.breaks, dtype=np.uint8),
        voice=np.full(len(whole.words), OWN, dtype=np.uint8),
        heading=np.zeros(len(whole.words), dtype=np.bool_),
        boilerplate_tokens=0,
    )
