"""One document after the other into the sums that the corpus rules ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from framing.contrasts.stop_words import STOP_WORDS
from framing.lexicon_tools.lint.corpus.measured import EntrySums, InSource, Measured, SourceSums
from framing.matching.concordance import around
from framing.matching.fates import Fate, fates
from framing.matching.matcher import Matcher
from framing.model.document import Document
from framing.model.lexicon import Lexicon


class Measure:
    """Lays a lexicon over documents, each seen once and let go.

    Parameters
    ----------
    linted
        What is linted.
    whole
        The same with the masks and cues that a run would add; what is linted comes first.
    """

    def __init__(self, linted: Lexicon, whole: Lexicon) -> None:
        self._matcher = Matcher(whole)
        self.measured = Measured(whole, len(linted.entries), len(linted.masks))

    def add(self, document: Document) -> None:
        """Count one article."""
        measured = self.measured
        if not len(document):
            measured.wordless += 1
            return
        source = measured.sources.setdefault(document.source, SourceSums())
        source.articles += 1
        source.tokens += len(document)
        source.squares += len(document) ** 2
        measured.paragraphs += len(np.unique(document.paragraph))
        found = fates(self._matcher, document)
        for fate in found:
            self._add_fate(fate, document)
        self._add_article([fate for fate in found if fate.end in ("hit", "support")], document)

    def _add_fate(self, fate: Fate, document: Document) -> None:
        sums = self.measured.sums[fate.entry]
        sums.ends[fate.end] += 1
        if fate.end == "taken":
            sums.takers.update(fate.by)
        elif fate.end == "masked":
            self.measured.by_mask.update(fate.by)
        sample = {"hit": sums.kept, "support": sums.kept, "masked": sums.removed, "excluded": sums.removed}
        if fate.end in sample:
            name = f"{document.article}\0{fate.first}"
            sample[fate.end].offer(name, lambda: line_of(document, fate.first, fate.last))
        if fate.end in ("hit", "support"):
            _add_capitals(sums, document, fate.first, fate.last)

    def _add_article(self, counted: Sequence[Fate], document: Document) -> None:
        length = len(document)
        paragraphs = Counter(entry for entry, _ in {(f.entry, int(document.paragraph[f.first])) for f in counted})
        for entry, y in Counter(fate.entry for fate in counted).items():
            sums = self.measured.sums[entry]
            sums.paragraphs += paragraphs[entry]
            # Of two articles with as many the smaller id: their order must change nothing.
            if y > sums.most or (y == sums.most and document.article < sums.most_article):
                sums.most, sums.most_article = y, document.article
            here = sums.by_source.setdefault(document.source, InSource())
            here.y += y
            here.yy += y * y
            here.yn += y * length


def line_of(document: Document, first: int, last: int) -> str:
    """Return the tokens first to last with what stands around them, on one line behind the source's name."""
    start, end = document.normalised.raw_span(int(document.start[first]), int(document.end[last - 1]))
    before, after = around(document.raw, start, end)
    line = f"{before}[{document.raw[start:end]}]{after}"
    return f"{document.source}: " + " ".join(line.split())


def _add_capitals(sums: EntrySums, document: Document, first: int, last: int) -> None:
    """Note whether a match is written with capitals, where these are not the place's: headings, sentence openings."""
    if document.heading[first]:
        return
    opens = first == 0 or document.sentence[first] != document.sentence[first - 1]
    words = document.words[first + opens : last]
    telling = [word for word in words if word[0].isalpha() and word.casefold() not in STOP_WORDS]
    if telling:
        sums.judged += 1
        # "US-led" names nobody, though it begins with a capital: every part of a joined word is asked.
        sums.capital += all(part[:1].isupper() for word in telling for part in word.split("-"))
