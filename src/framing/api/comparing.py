"""Corpus -> Result: read each article, count, merge, finish."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.api.lexicons import load_lexicon
from framing.api.readings import OnError, Progress, as_corpus, readings
from framing.api.result import Result
from framing.contrasts.contrast import check_against
from framing.contrasts.vocabulary import Vocabulary
from framing.matching.concordance import evidence_rows
from framing.model.article import Article, Corpus, Skipped
from framing.model.classifier import FrameModel
from framing.model.evidence import EvidenceRow
from framing.model.lexicon import Lexicon
from framing.model.settings import Settings
from framing.study import Record, Study

if TYPE_CHECKING:  # its import takes a second, which a run without it need not pay
    from framing.api.classifier import FrameClassifier

Sink = Callable[[Iterable[EvidenceRow]], None]


def compare(  # noqa: PLR0913 -- all but the corpus by keyword
    corpus: Corpus | Iterable[Article],
    *,
    lexicon: Lexicon | None = None,
    settings: Settings | None = None,
    classifier: FrameModel | FrameClassifier | None = None,
    topic: Lexicon | None = None,
    on_error: OnError = "fail",
    evidence_to: Sink | None = None,
    progress: Progress | None = None,
) -> Result:
    """Return how the sources of `corpus` frame what they write about.

    Parameters
    ----------
    corpus
        The articles, from `read_corpus`, `from_records` or `from_frame`.
    lexicon
        From `load_lexicon`; by default the three shipped dimensions.
    settings
        Whose voice the rates follow, level of the intervals, and the like.
    classifier
        From `load_classifier` or a trained `FrameClassifier`: a second opinion, in fields of its own.
    topic
        From `read_topic`: words that say what a text is about, to be held constant. Adds `Comparison.topic`.
    on_error
        "fail" raises at the first article without words; "skip" leaves it out and lists it.
    evidence_to
        Called once an article with its rows of evidence, in order; so evidence of any size is never held.
    progress
        Called after each article.

    Raises
    ------
    DataError
        If an article holds no words (and `on_error` is "fail"), or none is left.
    SettingsError
        If the classifier was trained with another lexicon, or there is no source to set the terms against.

    Examples
    --------
    >>> import framing
    >>> result = framing.compare(framing.demo_corpus())
    >>> len(result.sources)
    5
    """
    corpus, chosen = as_corpus(corpus), settings or Settings()
    check_against(chosen.against, corpus.sources)
    study = Study(lexicon or load_lexicon(), chosen, _model(classifier), topic)
    return _compare(corpus, study, on_error, evidence_to, progress)


def _model(classifier: FrameModel | FrameClassifier | None) -> FrameModel | None:
    return classifier if classifier is None or isinstance(classifier, FrameModel) else classifier.model_


def _compare(
    corpus: Corpus, study: Study, on_error: OnError, evidence_to: Sink | None, progress: Progress | None
) -> Result:
    applier, topic_words, vocabulary = study.applier(), study.topic_matcher(), Vocabulary()
    skipped: list[Skipped] = []
    records: list[Record] = []
    for reading in readings(corpus, study, on_error, skipped, progress):
        records.append(study.count(reading, applier, topic_words, vocabulary))
        if evidence_to:
            evidence_to(evidence_rows(reading.document, reading.matches.hits, study.lexicon))
    corpus = replace(corpus, skipped=(*corpus.skipped, *skipped))
    return Result(study.finish(records, corpus), corpus, study)
