"""Who is speaking, token by token: the author, someone reported, or someone quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from framing.model.document import ATTRIBUTED, OWN, QUOTED, Block
from framing.text.block_quotes import find_block_quotes
from framing.text.clauses import Passage
from framing.text.cues import EITHER, NOUN, find_cues
from framing.text.indirect import find_attributed
from framing.text.quotes import find_quotes
from framing.text.turns import find_turns

VERSION = "1"

Indices = NDArray[np.int32]
Mask = NDArray[np.bool_]

# Up to this many tokens between marks are a term or a title, unless someone is said to say them.
_SCARE_TOKENS = 3
_TITLE_TOKENS = 8
_EDITORIAL = re.compile(r"\[[^\[\]\n]{1,200}\]")


def mark_voice(
    text: str,
    blocks: tuple[Block, ...],
    start: Indices,
    end: Indices,
    words: tuple[str, ...],
    sentence: Indices,
) -> NDArray[np.uint8]:
    """Return OWN, ATTRIBUTED or QUOTED for each token.

    Parameters
    ----------
    text
        Normalised text.
    blocks
        Its blocks, boilerplate too.
    start, end, words
        The tokens outside boilerplate.
    sentence
        The number of each token's sentence.

    Examples
    --------
    >>> text = "“We lost,” he said. Officials warned of war. It came."
    >>> tokens = tokenise(text)
    >>> sentence = np.array([0, 0, 0, 0, 1, 1, 1, 1, 2, 2], dtype=np.int32)
    >>> block = Block(0, len(text), "body")
    >>> mark_voice(text, (block,), tokens.start, tokens.end, tokens.words, sentence).tolist()
    [2, 2, 0, 0, 0, 0, 1, 1, 0, 0]
    """
    voice = np.full(len(words), OWN, dtype=np.uint8)
    if not words:
        return voice
    cues = find_cues(words)
    quotes = _token_spans(find_quotes(text, blocks), start)
    spans = quotes[_spoken(quotes, cues, sentence) & ~_titles(quotes, words)]
    whole = _token_spans([*find_block_quotes(text, blocks), *find_turns(text, blocks)], start)
    quoted = _painted(np.concatenate([spans, whole]), len(words))
    passage = Passage(text, start.tolist(), end.tolist(), words, quoted.tolist())
    attributed = np.array(find_attributed(passage, cues, sentence), dtype=np.int64).reshape(-1, 2)
    voice[_painted(attributed, len(words))] = ATTRIBUTED
    voice[quoted] = QUOTED
    voice[quoted & _editorial(text, start)] = OWN
    return voice


def _token_spans(spans: Sequence[tuple[int, int]], start: Indices) -> NDArray[np.int64]:
    """Turn spans of characters into spans of tokens."""
    offsets = np.array(spans, dtype=np.int64).reshape(-1, 2)
    return np.searchsorted(start, offsets)


def _spoken(quotes: NDArray[np.int64], cues: NDArray[np.uint8], sentence: Indices) -> Mask:
    """Tell quotations from scare quotes, terms and titles."""
    first, last = quotes[:, 0], quotes[:, 1]
    long: Mask = last - first > _SCARE_TOKENS
    reporting = np.zeros(int(sentence.max()) + 1, dtype=np.bool_)
    reporting[sentence[(cues > 0) & (cues != NOUN) & (cues != EITHER)]] = True
    at = np.minimum(first, len(sentence) - 1)
    return long | reporting[sentence[at]]


def _titles(quotes: NDArray[np.int64], words: tuple[str, ...]) -> Mask:
    """Tell titles: short, and every long word with a capital, as in "The State of the Nation"."""
    found = np.zeros(len(quotes), dtype=np.bool_)
    for index in np.flatnonzero(np.diff(quotes)[:, 0] <= _TITLE_TOKENS).tolist():
        first, last = quotes[index].tolist()
        inside = words[first:last]
        found[index] = (
            len(inside) > 1
            and inside[-1][0].isupper()
            and inside[0][0].isupper()
            and all(word[0].isupper() or len(word) <= 3 for word in inside)
        )
    return found


def _painted(spans: NDArray[np.int64], length: int) -> Mask:
    """Return which tokens lie in at least one span; one pass, however the spans overlap."""
    steps = np.zeros(length + 1, dtype=np.int64)
    np.add.at(steps, spans[:, 0], 1)
    np.add.at(steps, spans[:, 1], -1)
    return np.cumsum(steps[:-1]) > 0


def _editorial(text: str, start: Indices) -> Mask:
    """Return which tokens stand in [square brackets]: inside a quotation they are the author's."""
    if "[" not in text:
        return np.zeros(len(start), dtype=np.bool_)
    spans = [match.span() for match in _EDITORIAL.finditer(text)]
    return _painted(_token_spans(spans, start), len(start))
