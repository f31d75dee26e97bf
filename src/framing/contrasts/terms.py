"""From a document to its terms: the words as numbers, with what can only be told while the text is at hand.

An article keeps five bytes a token, not a dictionary a paragraph: words and phrases are counted from the
numbers after the merge (`framing.contrasts.gather`), and a term's neighbours can still be looked at
(`framing.contrasts.stock`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.layout import begins
from framing.contrasts.vocabulary import NOTHING, Vocabulary
from framing.model.document import COLON, OPENING, Document

SHORTEST_PARAGRAPH = 15

# Bits of ArticleTerms.marks, one byte a token.
BREAK, TELLS, CAPITAL, TOPIC = 1, 2, 4, 8

Numbers = NDArray[np.int32]


class ArticleTerms(NamedTuple):
    """The words of one article, in order.

    Attributes
    ----------
    words
        The word of each number (folded, possessive off). One list for all articles that one `Vocabulary`
        numbered; it grows as they are read, and holds words of other articles.
    tokens
        int32, n: position in `words` of each token, `NOTHING` where no term can stand.
    marks
        uint8, n: BREAK (no phrase reaches over the place before this token), TELLS (its capital or small
        first letter tells a name from a word: neither at a sentence's start nor in a heading), CAPITAL,
        TOPIC.
    starts
        int32, P: first token of each paragraph; short paragraphs go with the next one.
    sizes
        int32, P: tokens of the chosen voices in each.
    """

    words: Sequence[str]
    tokens: Numbers
    marks: NDArray[np.uint8]
    starts: Numbers
    sizes: Numbers

    @classmethod
    def of(cls, paragraphs: Sequence[Sequence[str]]) -> ArticleTerms:
        """Return an article of paragraphs whose words are known already, folded, with nothing between them.

        Examples
        --------
        >>> ArticleTerms.of([["debit", "sheet"], ["sheet"]]).tokens.tolist()
        [0, 1, 1]
        """
        index: dict[str, int] = {}
        tokens = [index.setdefault(word, len(index)) for paragraph in paragraphs for word in paragraph]
        sizes = np.array([len(paragraph) for paragraph in paragraphs], dtype=np.int32)
        starts = (np.cumsum(sizes) - sizes).astype(np.int32)
        marks = np.full(len(tokens), TELLS, dtype=np.uint8)
        marks[starts[sizes > 0]] = BREAK
        return cls(tuple(index), np.array(tokens, dtype=np.int32), marks, starts, sizes)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the words of this article only: a worker's whole vocabulary would go with each of them."""
        return (ArticleTerms, tuple(self.own_words()))

    def own_words(self) -> ArticleTerms:
        """Return the same article with a list of its own: its distinct words in order of first use."""
        held = self.tokens >= 0
        numbers, first, which = np.unique(self.tokens[held], return_index=True, return_inverse=True)
        order = np.argsort(first)
        place = np.empty(len(order), dtype=np.int32)
        place[order] = np.arange(len(order))
        tokens = np.full(len(self.tokens), NOTHING, dtype=np.int32)
        tokens[held] = place[which]
        return self._replace(words=tuple(self.words[number] for number in numbers[order].tolist()), tokens=tokens)


def paragraph_terms(
    document: Document,
    voices: frozenset[int],
    topic: NDArray[np.bool_] | None = None,
    vocabulary: Vocabulary | None = None,
) -> ArticleTerms:
    """Return the words of `document` in the chosen voices, by paragraph.

    Parameters
    ----------
    document
        The article, read.
    voices
        OWN, ATTRIBUTED, QUOTED: whose words count.
    topic
        bool, n: which tokens are words of the topic itself; None where no list of them was given.
    vocabulary
        Numbers the words; a fresh one where there is none.
    """
    vocabulary = Vocabulary() if vocabulary is None else vocabulary
    chosen: NDArray[np.bool_] = np.isin(document.voice, sorted(voices))
    codes = np.full(len(document), 2 * NOTHING, dtype=np.int32)
    codes[chosen] = [vocabulary[document.words[position]] for position in np.flatnonzero(chosen).tolist()]
    starts, sizes = _paragraphs(document.paragraph, chosen)
    marks = _marks(document, (codes & 1) != 0, topic)
    return ArticleTerms(vocabulary.words, codes >> 1, marks, starts, sizes)


def _marks(document: Document, capital: NDArray[np.bool_], topic: NDArray[np.bool_] | None) -> NDArray[np.uint8]:
    first = begins(document.sentence, document.paragraph)
    # Behind a colon or a bracket a sentence often begins anew: "He was blunt: The ...".
    opens = first | ((document.breaks & (COLON | OPENING)) != 0)
    marks = np.zeros(len(document), dtype=np.uint8)
    marks[first | (document.breaks != 0)] |= BREAK
    marks[~opens & ~document.heading] |= TELLS
    marks[capital] |= CAPITAL
    if topic is not None:
        marks[topic] |= TOPIC
    return marks


def _paragraphs(paragraph: Numbers, chosen: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Return first tokens and sizes of the paragraphs, each of at least 15 tokens where the article has them."""
    if not len(paragraph):
        return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32)
    bounds = np.flatnonzero(begins(paragraph))
    starts: list[int] = []
    sizes: list[int] = []
    size, open_at = 0, 0
    for start, more in zip(bounds.tolist(), np.add.reduceat(chosen.astype(np.int64), bounds).tolist(), strict=True):
        open_at = start if not size else open_at
        size += more
        if size >= SHORTEST_PARAGRAPH:
            starts.append(open_at)
            sizes.append(size)
            size = 0
    if size and sizes:
        sizes[-1] += size
    elif size:
        starts.append(open_at)
        sizes.append(size)
    if starts:
        starts[0] = 0  # tokens of other voices at the very start belong to the first
    return np.array(starts, dtype=np.int32), np.array(sizes, dtype=np.int32)
