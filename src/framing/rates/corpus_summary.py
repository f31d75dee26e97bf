"""What went into a result and what was left out."""

from __future__ import annotations

from framing.model.article import Corpus
from framing.model.result import CorpusSummary
from framing.rates.tally import Tally


def corpus_summary(sources: int, whole: Tally, corpus: Corpus) -> CorpusSummary:
    """Return the facts of a corpus: `whole` is the tally of all its articles, `corpus` says what was skipped."""
    return CorpusSummary(
        sources=sources,
        articles=whole.articles,
        tokens=whole.tokens,
        boilerplate_tokens=whole.boilerplate_tokens,
        boilerplate=dict(sorted(whole.boilerplate.items(), key=lambda item: (-item[1], item[0]))),
        masked_tokens=whole.masked,
        skipped=corpus.skipped,
        notes=corpus.notes,
    )
