"""Coded passages of one article read as one document: who speaks in a block quote is known from the block before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.matching.matcher import Matcher
from framing.matching.paragraph_stance import Claim, paragraph_stance
from framing.model.article import Article
from framing.model.coded import CodedPassage
from framing.model.document import Document
from framing.model.hit import Stance
from framing.text.reading import read_article


class ReadTogether(NamedTuple):
    """The passages of an article, their document, and of each token the number of its passage."""

    passages: list[CodedPassage]
    document: Document
    passage_of: NDArray[np.int64]

    def voice(self, number: int) -> NDArray[np.uint8]:
        """Return the voices of a passage's tokens."""
        return self.document.voice[self.passage_of == number]

    def stances(self, matcher: Matcher, dimension: str) -> dict[int, Stance]:
        """Return the stance of each passage that holds a counted hit of `dimension`."""
        claims: dict[int, list[Claim]] = {}
        for hit in matcher.match(self.document).hits:
            if hit.counted and matcher.lexicon.entries[hit.entry].dimension == dimension:
                claim = Claim(int(self.document.sentence[hit.first]), hit.stance)
                claims.setdefault(int(self.passage_of[hit.first]), []).append(claim)
        found = {number: paragraph_stance(said) for number, said in claims.items()}
        return {number: stance for number, stance in found.items() if stance}


def read_together(passages: Iterable[CodedPassage]) -> Iterator[ReadTogether]:
    """Yield the articles of `passages`, which are in their order."""
    for article, group in groupby(passages, key=lambda passage: passage.article):
        rows = list(group)
        text = "\n\n".join(row.text for row in rows)
        document = read_article(Article(id=article, source=article, text=text), keep_boilerplate=True)
        begins = np.cumsum([0, *(len(row.text) + 2 for row in rows)])
        yield ReadTogether(rows, document, np.searchsorted(begins, document.start, side="right") - 1)
