"""An article after reading: blocks, sentences, tokens and voices, with the way back to the raw text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Kind = Literal["body", "heading", "boilerplate"]

# The three voices, as they stand in Document.voice.
OWN, ATTRIBUTED, QUOTED = 0, 1, 2
VOICES = ("own", "attributed", "quoted")

# Punctuation between two tokens, as bits of Document.breaks: a phrase crosses none of them
# unless its pattern holds that very sign.
COMMA, SEMICOLON, COLON, OPENING, CLOSING, EM_DASH, EN_DASH, TYPED_DASH = (1 << bit for bit in range(8))
ANY_DASH = EM_DASH | EN_DASH | TYPED_DASH


class NormalisedText(NamedTuple):
    """Text in the form that is matched, with the way back to the raw text.

    Attributes
    ----------
    text
        The normalised string.
    raw_start, raw_end
        int32 arrays of len(text): raw[raw_start[i]:raw_end[i]] is what became text[i]. Both None
        where every character kept its place, which is the usual case.
    """

    text: str
    raw_start: NDArray[np.int32] | None = None
    raw_end: NDArray[np.int32] | None = None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw offsets of text[start:end], a non-empty span."""
        if self.raw_start is None or self.raw_end is None:
            return start, end
        return int(self.raw_start[start]), int(self.raw_end[end - 1])


class Block(NamedTuple):
    """A run of lines that belongs together: a paragraph, a heading, or a piece of page furniture.

    Attributes
    ----------
    start, end
        Offsets into the normalised text, surrounding white space left out.
    kind
        "body", "heading" or "boilerplate".
    reason
        For boilerplate, the name of the rule that set it aside; else empty.
    paragraph
        Number of the paragraph the block belongs to. A sentence that a page broke over two blocks
        makes them one paragraph; boilerplate has -1.
    """

    start: int
    end: int
    kind: Kind
    reason: str = ""
    paragraph: int = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """One article, read. All arrays run over its word tokens outside boilerplate.

    Attributes
    ----------
    article, source
        Whose text this is.
    raw
        The article's text as it came.
    normalised
        The text that the offsets below count in.
    blocks
        Every block in order, boilerplate too.
    words
        The n tokens as they are written.
    start, end
        int32, n: offsets of each token in the normalised text.
    sentence, paragraph
        int32, n: number of the sentence and of the paragraph, rising, from 0.
    breaks
        uint8, n: punctuation bits (COMMA, ...) between a token and the one before it in its paragraph.
    voice
        uint8, n: OWN, ATTRIBUTED or QUOTED.
    heading
        bool, n: whether the token stands in a heading.
    boilerplate_tokens
        How many word tokens were set aside with the boilerplate.
    """

    article: str
    source: str
    raw: str
    normalised: NormalisedText
    blocks: tuple[Block, ...]
    words: tuple[str, ...]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    sentence: NDArray[np.int32]
    paragraph: NDArray[np.int32]
    breaks: NDArray[np.uint8]
    voice: NDArray[np.uint8]
    heading: NDArray[np.bool_]
    boilerplate_tokens: int

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.normalised.text

    def __len__(self) -> int:
        """Return the number of word tokens outside boilerplate."""
        return len(self.words)
