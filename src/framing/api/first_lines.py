"""A few lines of each contrast term, for a page on which a term opens to where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, zip_longest

from framing.contrasts.lines import term_lines
from framing.model.article import Article, Corpus
from framing.model.evidence import EvidenceRow
from framing.model.result import Comparison
from framing.model.settings import VOICES_OF
from framing.signature import article_digest
from framing.study import Study

MOST = 3

Lines = Mapping[tuple[str, str], tuple[EvidenceRow, ...]]
# Of one source: term -> its lines, those of one article together.
_Held = dict[str, list[list[EvidenceRow]]]


def first_lines(comparison: Comparison, corpus: Corpus, study: Study, most: int = MOST) -> Lines:
    """Return up to `most` lines of each (source, term) of the comparison, whatever the order of the articles.

    They are of different articles, and only where fewer hold the term is there a second of one. Which articles is
    decided by the hash of their text: the first by name or date would show one author, or one week. They are read
    once more, one at a time, and no further than needed: a result does not hold them.
    """
    articles: dict[str, list[Article]] = {}
    for article in corpus:
        articles.setdefault(article.source, []).append(article)
    lines: dict[tuple[str, str], tuple[EvidenceRow, ...]] = {}
    for profile in comparison.sources:
        terms = [term.term for term in profile.contrast.terms]
        for term, held in _held(articles.get(profile.source, []), terms, study, most).items():
            shown = islice(_one_of_each_first(held), most)
            lines[profile.source, term] = tuple(sorted(shown, key=lambda row: (row.article, row.start)))
    return lines


def _held(articles: list[Article], terms: list[str], study: Study, most: int) -> _Held:
    voices = VOICES_OF[study.settings.voice]
    held: _Held = {}
    wanted = set(terms)
    for article in sorted(articles, key=lambda article: (article_digest(article), article.id)):
        if not wanted:
            break
        here: dict[str, list[EvidenceRow]] = {}
        for row in term_lines(study.document(article), voices, sorted(wanted)):
            rows = here.setdefault(row.entry, [])
            if len(rows) < most:
                rows.append(row)
        for term, rows in here.items():
            held.setdefault(term, []).append(rows)
        wanted -= {term for term in here if len(held[term]) == most}
    return held


def _one_of_each_first(held: list[list[EvidenceRow]]) -> Iterator[EvidenceRow]:
    for round_ in zip_longest(*held):
        yield from (row for row in round_ if row is not None)
