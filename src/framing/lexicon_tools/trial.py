"""Lay a lexicon over a single sentence: for examples and counterexamples."""

from __future__ import annotations

import numpy as np

from framing.matching.matcher import Matcher, Matches
from framing.model.document import OWN, Block, Document, NormalisedText
from framing.model.lexicon import Lexicon
from framing.text.normalise import normalise
from framing.text.sentences import sentence_spans
from framing.text.tokens import tokenise


def plain_document(raw: str) -> Document:
    """Return `raw` as a document of one paragraph in the author's voice: no cleaning, no quotes."""
    normalised: NormalisedText = normalise(raw)
    text = normalised.text
    tokens = tokenise(text)
    count = len(tokens.words)
    begins = [begin for begin, _ in sentence_spans(text)] or [0]
    sentence = np.searchsorted(np.array(begins), tokens.start, side="right") - 1
    return Document(
        article="trial",
        source="trial",
        raw=raw,
        normalised=normalised,
        blocks=(Block(0, len(text), "body", paragraph=0),),
        words=tokens.words,
        start=tokens.start,
        end=tokens.end,
        sentence=np.maximum(sentence, 0).astype(np.int32),
        paragraph=np.zeros(count, dtype=np.int32),
        breaks=tokens.breaks,
        voice=np.full(count, OWN, dtype=np.uint8),
        heading=np.zeros(count, dtype=np.bool_),
        boilerplate_tokens=0,
    )


class Trial:
    """A lexicon, ready to be tried on sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._matcher = Matcher(lexicon)

    def matches(self, text: str) -> Matches:
        """Return what the lexicon finds in `text`."""
        return self._matcher.match(plain_document(text))

    def allowed(self, number: int, text: str) -> bool:
        """Return whether entry `number` matches somewhere in `text`, with its `exclude` and `require`."""
        return bool(self._matcher.match_alone(number, plain_document(text)))
