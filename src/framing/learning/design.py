"""Coded passages as a matrix: lexicon columns, the lexicon's vocabulary, TF-IDF of terms; neighbours added.

Row = own features + share x weighted mean of the neighbours' features: one coefficient says what a word
counts, wherever it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array, hstack

from framing.learning.passages import Read
from framing.learning.vocabulary import VOCABULARY_SCALE, Vocabulary
from framing.learning.words import terms
from framing.model.classifier import Recipe

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Features(NamedTuple):
    """The matrix that a fold sees, and the terms and their idf that the fold's passages chose.

    `matrix` has one row for every passage, of the fold or not: columns, sub-frames of the vocabulary, terms.
    """

    matrix: csr_array
    terms: NDArray[np.int64]
    idf: Floats


@dataclass(frozen=True, slots=True)
class Design:
    """Everything about the passages that no code and no fold decides.

    Attributes
    ----------
    columns, vocabulary
        Passages x columns, passages x sub-frames.
    terms
        Each term that occurs in `recipe.least` passages or more, sorted.
    counts
        Passages x terms.
    beside
        From `passages.around`.
    """

    columns: Floats
    vocabulary: Floats
    terms: tuple[str, ...]
    counts: csr_array
    beside: csr_array
    recipe: Recipe

    def features(self, seen: Bools) -> Features:
        """Return the features with terms and idf taken from the passages `seen` only.

        TF-IDF is (1 + ln count) x (ln((1 + N) / (1 + df)) + 1), each passage scaled to length 1: scikit-learn's
        ``TfidfVectorizer(sublinear_tf=True)``.
        """
        occurs = csr_array((np.ones(self.counts.nnz), self.counts.indices, self.counts.indptr), self.counts.shape)
        frequency = np.asarray(occurs[seen].sum(axis=0))
        chosen = np.flatnonzero(frequency >= self.recipe.least)
        idf: Floats = np.log((1 + seen.sum()) / (1 + frequency[chosen])) + 1
        tf = self.counts[:, chosen]
        tf.data = 1 + np.log(tf.data)
        weighted = csr_array(tf * idf)
        norm = np.sqrt(np.asarray((weighted * weighted).sum(axis=1)))
        scaled = diags_array(1 / np.where(norm > 0, norm, 1)) @ weighted
        own = hstack([csr_array(self.columns), csr_array(self.vocabulary), scaled], format="csr")
        return Features(csr_array(own + self.recipe.neighbours * (self.beside @ own)), chosen, idf)


def make_design(read: Read, vocabulary: Vocabulary, beside: csr_array, recipe: Recipe) -> Design:
    """Return the design of passages that have been read."""
    held = [Counter(terms(own, recipe.longest)) for own in read.stems]
    frequency = Counter(term for counter in held for term in counter)
    chosen = tuple(sorted(term for term, number in frequency.items() if number >= recipe.least))
    place = {term: number for number, term in enumerate(chosen)}
    indices: list[int] = []
    data: list[float] = []
    starts = [0]
    for counter in held:
        known = sorted((place[term], number) for term, number in counter.items() if term in place)
        indices += [column for column, _ in known]
        data += [float(number) for _, number in known]
        starts.append(len(indices))
    counts = csr_array((np.array(data), np.array(indices, dtype=np.int64), np.array(starts)), (len(held), len(chosen)))
    return Design(read.columns, _kinship(read.stems, read.words, vocabulary), chosen, counts, beside, recipe)


def _kinship(stems: Sequence[Sequence[str]], words: NDArray[np.int64], vocabulary: Vocabulary) -> Floats:
    """Return, by passage and sub-frame, the sum of log-odds over its distinct stems, over the root of its length."""
    place = {word: number for number, word in enumerate(vocabulary.stems)}
    found = np.zeros((len(stems), vocabulary.table.shape[1]))
    for row, own in enumerate(stems):
        known = sorted({place[word] for word in own if word in place})
        found[row] = vocabulary.table[known].sum(axis=0)
    scaled: Floats = VOCABULARY_SCALE * found / np.sqrt(np.maximum(words, 1))[:, None]
    return scaled
