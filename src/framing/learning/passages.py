"""Coded passages as the classifier reads them, each as one paragraph, and who stands beside whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from framing.learning.beside import near
from framing.learning.columns import Columns
from framing.learning.words import stem
from framing.matching.matcher import Matcher
from framing.model.article import Article
from framing.model.coded import CodedPassage
from framing.model.document import Block, Document
from framing.text.reading import read_article


class Read(NamedTuple):
    """Passages, read: columns of lexicon evidence, stems, number of words."""

    columns: NDArray[np.float64]
    stems: tuple[tuple[str, ...], ...]
    words: NDArray[np.int64]


def read_passages(passages: Sequence[CodedPassage], matcher: Matcher, length: int) -> Read:
    """Return what the classifier sees of each passage."""
    columns = Columns(matcher.lexicon)
    rows = np.zeros((len(passages), len(columns.names)))
    stems: list[tuple[str, ...]] = []
    cut: dict[str, str] = {}
    for number, passage in enumerate(passages):
        document = one_paragraph(passage.text)
        rows[number] = columns.of(document, matcher.match(document))[0]
        stems.append(tuple(cut.setdefault(word, stem(word, length)) for word in document.words))
    return Read(rows, tuple(stems), np.array([len(own) for own in stems], dtype=np.int64))


def one_paragraph(text: str) -> Document:
    """Return the text as a document of one paragraph, with nothing set aside: the coder has decided what it is."""
    document = read_article(Article(id="passage", source="passage", text=text), keep_boilerplate=True)
    whole = Block(0, len(document.text), "body", paragraph=0)
    return replace(document, paragraph=np.zeros_like(document.paragraph), blocks=(whole,))


def around(articles: Sequence[str], positions: Sequence[float]) -> csr_array:
    """Return the matrix that takes each passage to the weighted mean of those near it in its article.

    Examples
    --------
    >>> around(["a", "a", "b"], [2, 1, 1]).toarray().tolist()
    [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    """
    rows_of: dict[str, list[int]] = {}
    for row in sorted(range(len(articles)), key=lambda row: positions[row]):
        rows_of.setdefault(articles[row], []).append(row)
    cells = [
        (row, rows[other], weight)
        for rows in rows_of.values()
        for place, row in enumerate(rows)
        for other, weight in near(place, len(rows)).items()
    ]
    rows, columns, weights = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array(coo_array((weights, (rows, columns)), shape=(len(articles), len(articles)), dtype=np.float64))
