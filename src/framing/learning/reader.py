"""A model's features of a document, paragraph by paragraph, fast enough for a whole corpus.

The same numbers as `design` makes of coded passages, by arrays: a word is cut and looked up once a run, and a
term of two words is found by the number of its first word and that of its second.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.learning.columns import Columns
from framing.learning.vocabulary import VOCABULARY_SCALE
from framing.learning.words import stem
from framing.matching.matcher import Matches
from framing.matching.presence import paragraph_words
from framing.model.classifier import FrameModel
from framing.model.document import Document
from framing.model.lexicon import Lexicon

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Entries(NamedTuple):
    """The cells of a sparse matrix that are not 0: paragraph, column and value of each."""

    paragraph: Ints
    column: Ints
    value: Floats


class Seen(NamedTuple):
    """What the model sees of each paragraph: lexicon columns, stems of the vocabulary, terms; its words."""

    columns: Floats
    vocabulary: Entries
    terms: Entries
    words: Ints


class Reader:
    """Lays a model over documents; it learns the words of a run, so one run keeps one."""

    def __init__(self, model: FrameModel, lexicon: Lexicon) -> None:
        self._model = model
        self._columns = Columns(lexicon)
        split = [term.split(" ") for term in model.terms]
        known = sorted({word for words in split for word in words} | set(model.stems))
        self._number = {word: number for number, word in enumerate(known)}
        self._of_word: dict[str, int] = {}
        self._vocabulary = self._lookup(model.stems)
        self._levels = self._index(split)

    def _lookup(self, stems: tuple[str, ...]) -> Ints:
        """Return the column of each known stem, -1 where it has none."""
        found = np.full(len(self._number) + 1, -1, dtype=np.int64)  # the last is for words that the model lacks
        found[[self._number[word] for word in stems]] = np.arange(len(stems))
        return found

    def _index(self, split: list[list[str]]) -> list[tuple[Ints, Ints]]:
        """Return, for runs of 1, 2, ... words, the sorted keys of the runs that begin a term, and their columns.

        The key of a run is (rank of the run without its last word) x stems + number of the last word.
        """
        levels: list[tuple[Ints, Ints]] = []
        rank: dict[tuple[int, ...], int] = {(): 0}
        column = {tuple(self._number[word] for word in words): place for place, words in enumerate(split)}
        for length in range(1, self._model.recipe.longest + 1):
            runs = sorted({run[:length] for run in column if len(run) >= length}, key=lambda run: (rank[run[:-1]], run))
            keys = [rank[run[:-1]] * (len(self._number) + 1) + run[-1] for run in runs]
            rank |= {run: place for place, run in enumerate(runs)}
            levels.append((np.array(keys, dtype=np.int64), np.array([column.get(run, -1) for run in runs], np.int64)))
        return levels

    def read(self, document: Document, matches: Matches) -> Seen:
        """Return the features of each paragraph of `document`."""
        words = paragraph_words(document)
        numbers = self._numbers(document.words)
        paragraph = document.paragraph.astype(np.int64)
        return Seen(
            columns=self._columns.of(document, matches),
            vocabulary=self._kinship(numbers, paragraph, words),
            terms=self._tfidf(numbers, paragraph, len(words)),
            words=words,
        )

    def _numbers(self, words: tuple[str, ...]) -> Ints:
        known, length = self._of_word, self._model.recipe.stem
        for word in set(words):
            if word not in known:
                known[word] = self._number.get(stem(word, length), len(self._number))
        return np.array([known[word] for word in words], dtype=np.int64)

    def _kinship(self, numbers: Ints, paragraph: Ints, words: Ints) -> Entries:
        column = self._vocabulary[numbers]
        held = column >= 0
        width = max(1, len(self._model.stems))
        cells = np.unique(paragraph[held] * width + column[held])
        where, what = np.divmod(cells, width)
        return Entries(where, what, VOCABULARY_SCALE / np.sqrt(words[where]))

    def _tfidf(self, numbers: Ints, paragraph: Ints, paragraphs: int) -> Entries:
        width = max(1, len(self._model.terms))
        cells, count = np.unique(self._occurrences(numbers, paragraph), return_counts=True)
        where, what = np.divmod(cells, width)
        value = (1 + np.log(count)) * self._model.idf[what]
        norm = np.sqrt(np.bincount(where, weights=value * value, minlength=paragraphs))
        return Entries(where, what, value / norm[where])

    def _occurrences(self, numbers: Ints, paragraph: Ints) -> Ints:
        """Return paragraph x terms + term of each occurrence of a term."""
        width, found = max(1, len(self._model.terms)), []
        rank = np.zeros(len(numbers), dtype=np.int64)
        start = np.arange(len(numbers))
        for length, (keys, columns) in enumerate(self._levels):
            # A run goes on where its last word stands in the paragraph of its first.
            inside = start + length < len(numbers)
            start, rank = start[inside], rank[inside]
            same = paragraph[start] == paragraph[start + length]
            start, rank = start[same], rank[same]
            wanted = rank * (len(self._number) + 1) + numbers[start + length]
            place = np.searchsorted(keys, wanted)
            hit = place < len(keys)
            hit[hit] = keys[place[hit]] == wanted[hit]
            start, rank = start[hit], place[hit]
            term = columns[rank]
            found.append((paragraph[start] * width + term)[term >= 0])
        return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
