"""The lexicon's own vocabulary: which sub-frame the words of its patterns and examples speak for.

A naive Bayes over the lexicon's text, before any coded passage is read: "junta" stands in patterns on
legitimacy, so a paragraph with it leans there, although no pattern of two words matches. The coded passages
only decide how much each sub-frame's vocabulary counts, which needs few of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.learning.words import stem
from framing.model.lexicon import Entry, Lexicon
from framing.model.pattern import Pattern, Word
from framing.text.tokens import tokenise

# A counterexample shows a word in another sense: half an entry's worth against every sub-frame.
_COUNTEREXAMPLE = 0.5
# The log-odds run to 5 and more; halved, the columns made of them are of the size of the others.
VOCABULARY_SCALE = 0.5


class Vocabulary(NamedTuple):
    """Stems, and a table of stems x sub-frames (in the order of the dimensions): the log-odds of each."""

    stems: tuple[str, ...]
    table: NDArray[np.float64]


def lexicon_vocabulary(lexicon: Lexicon, length: int) -> Vocabulary:
    """Return the vocabulary with stems of `length` letters.

    Cell (t, k) = ln((n_kt + 1) / (n_k + V)) - ln((n_rt + 1) / (n_r + V)): n_kt sums the weights of the entries of
    sub-frame k whose pattern or examples hold t, n_k over the V stems, and r is all other sub-frames and the
    counterexamples. Laplace's smoothing, as in a multinomial naive Bayes.
    """
    groups = [(dimension.id, sub.id) for dimension in lexicon.dimensions for sub in dimension.subframes]
    counts: dict[tuple[str, str], dict[str, float]] = {group: defaultdict(float) for group in groups}
    against: dict[str, float] = defaultdict(float)
    for entry in lexicon.entries:
        own = counts.get((entry.dimension, entry.subframe))
        if own is None or entry.status != "active":
            continue
        for word in _stems(entry, length):
            own[word] += entry.weight
        for example in entry.counterexamples:
            for word in _of_text(example, length):
                against[word] += _COUNTEREXAMPLE
    stems = sorted({word for counter in (*counts.values(), against) for word in counter})
    n = np.array([[counts[group].get(word, 0.0) for group in groups] for word in stems], dtype=np.float64)
    n = n.reshape(len(stems), len(groups))
    rest = (
        n.sum(axis=1, keepdims=True)
        - n
        + np.array([against.get(word, 0.0) for word in stems], dtype=np.float64)[:, None]
    )
    return Vocabulary(tuple(stems), _log_share(n) - _log_share(rest))


def _log_share(n: NDArray[np.float64]) -> NDArray[np.float64]:
    shares: NDArray[np.float64] = np.log((n + 1) / (n.sum(axis=0) + len(n)))
    return shares


def _stems(entry: Entry, length: int) -> set[str]:
    found = set(_of_pattern(entry.pattern, length))
    for example in entry.examples:
        found |= _of_text(example, length)
    return found


def _of_pattern(pattern: Pattern, length: int) -> Iterable[str]:
    for item in pattern.items:
        if isinstance(item, Word):
            yield from (stem(form.text, length) for form in item.forms)


def _of_text(text: str, length: int) -> set[str]:
    return {stem(word, length) for word in tokenise(text).words}
