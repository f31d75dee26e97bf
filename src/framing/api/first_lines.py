"""The first lines of each contrast term, for a page on which a term opens to where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from framing.contrasts.lines import term_lines
from framing.model.article import Corpus
from framing.model.evidence import EvidenceRow
from framing.model.result import Comparison
from framing.model.settings import VOICES_OF
from framing.study import Study

MOST = 3

Lines = Mapping[tuple[str, str], tuple[EvidenceRow, ...]]


def first_lines(comparison: Comparison, corpus: Corpus, study: Study, most: int = MOST) -> Lines:
    """Return up to `most` lines of each (source, term) of the comparison.

    The articles are read once more, one at a time, and no further than needed: a result does not hold them.
    """
    found: dict[tuple[str, str], tuple[EvidenceRow, ...]] = {}
    wanted = {profile.source: {term.term for term in profile.contrast.terms} for profile in comparison.sources}
    voices = VOICES_OF[study.settings.voice]
    for article in corpus:
        open_terms = wanted.get(article.source)
        if not open_terms:
            continue
        for row in term_lines(study.document(article), voices, sorted(open_terms)):
            held = found.get((article.source, row.entry), ())
            if len(held) < most:
                found[article.source, row.entry] = (*held, row)
        open_terms -= {term for term in open_terms if len(found.get((article.source, term), ())) == most}
    return found
