"""Who is speaking, token by token: the author, someone reported, or someone quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from framing.model.document import ATTRIBUTED, OWN, QUOTED, Block
from framing.text.block_quotes import find_block_quotes
from framing.text.clauses import Passage
from framing.text.cues import ACCORDING, EITHER, NONE, NOUN, find_cues
from framing.text.indirect import find_attributed
from framing.text.quotes import find_quotes
from framing.text.turns import find_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Indices = NDArray[np.int32]

# Up to this many tokens between marks are a term or a title, unless someone is said to say them.
_SCARE_TOKENS = 3
_TITLE_TOKENS = 8
_VERBAL = np.array([kind not in {NONE, NOUN, EITHER} for kind in range(ACCORDING + 1)])
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
    >>> from framing.text.tokens import tokenise
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
    quoted = _quoted(text, blocks, start, (words, sentence, cues))
    spaced = np.ones(len(words), dtype=np.bool_)
    spaced[1:] = start[1:] - end[:-1] == 1
    passage = Passage(text, start.tolist(), end.tolist(), words, quoted.tolist(), spaced.tolist())
    attributed = np.zeros(len(words), dtype=np.bool_)
    _fill(attributed, find_attributed(passage, cues, sentence))
    voice[attributed] = ATTRIBUTED
    voice[quoted] = QUOTED
    if "[" in text:
        # [Editorial] words inside a quotation are the author's.
        editorial = np.zeros(len(words), dtype=np.bool_)
        _fill(editorial, _token_spans([match.span() for match in _EDITORIAL.finditer(text)], start))
        voice[quoted & editorial] = OWN
    return voice


def _quoted(
    text: str,
    blocks: tuple[Block, ...],
    start: Indices,
    tokens: tuple[tuple[str, ...], Indices, NDArray[np.uint8]],
) -> NDArray[np.bool_]:
    """Return which tokens are quoted; `tokens` holds their words, sentences and cues."""
    words, sentence, cues = tokens
    verbal = set(sentence[_VERBAL[cues]].tolist())  # the sentences in which somebody is said to say something
    quoted = np.zeros(len(words), dtype=np.bool_)
    for first, last in _token_spans(find_quotes(text, blocks), start):
        if _is_speech(words[first:last], reported=first < last and int(sentence[first]) in verbal):
            quoted[first:last] = True
    _fill(quoted, _token_spans([*find_block_quotes(text, blocks), *find_turns(text, blocks)], start))
    return quoted


def _token_spans(spans: Sequence[tuple[int, int]], start: Indices) -> list[tuple[int, int]]:
    """Turn spans of characters into spans of tokens."""
    found = np.searchsorted(start, np.array(spans, dtype=start.dtype).ravel()).tolist()
    return list(zip(found[0::2], found[1::2], strict=True))


def _fill(mask: NDArray[np.bool_], spans: Iterable[tuple[int, int]]) -> None:
    for first, last in spans:
        mask[first:last] = True


def _is_speech(inside: tuple[str, ...], *, reported: bool) -> bool:
    """Tell speech between quotation marks from scare quotes, terms and titles."""
    if len(inside) <= _SCARE_TOKENS and not reported:
        return False
    if not 1 < len(inside) <= _TITLE_TOKENS or not (inside[0][0].isupper() and inside[-1][0].isupper()):
        return True
    # A title has a capital on every long word: "The State of the Nation".
    return not all(word[0].isupper() or len(word) <= 3 for word in inside)
