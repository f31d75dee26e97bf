"""Corpus -> Result: read each article, count, merge, finish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from framing.api.lexicons import load_lexicon
from framing.api.result import Result
from framing.contrasts.contrast import check_against
from framing.contrasts.vocabulary import Vocabulary
from framing.errors import DataError
from framing.matching.concordance import evidence_rows
from framing.model.article import Article, Corpus, Skipped
from framing.model.classifier import FrameModel
from framing.model.evidence import EvidenceRow
from framing.model.lexicon import Lexicon
from framing.model.settings import Settings
from framing.study import Reading, Record, Study

if TYPE_CHECKING:  # its import takes a second, which a run without it need not pay
    from framing.api.classifier import FrameClassifier

OnError = Literal["fail", "skip"]
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
    progress: Callable[[], None] | None = None,
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
    if not isinstance(corpus, Corpus):
        corpus = Corpus(articles=tuple(corpus))
    check_against((settings or Settings()).against, corpus.sources)
    model = classifier if classifier is None or isinstance(classifier, FrameModel) else classifier.model_
    study = Study(lexicon or load_lexicon(), settings or Settings(), model, topic)
    applier, topic_words, vocabulary = study.applier(), study.topic_matcher(), Vocabulary()
    skipped: list[Skipped] = []
    records: list[Record] = []
    for reading in readings(corpus, study, on_error, skipped):
        records.append(study.count(reading, applier, topic_words, vocabulary))
        if evidence_to:
            evidence_to(evidence_rows(reading.document, reading.matches.hits, study.lexicon))
        if progress:
            progress()
    corpus = replace(corpus, skipped=(*corpus.skipped, *skipped))
    return Result(study.finish(records, corpus), corpus, study)


def readings(corpus: Corpus, study: Study, on_error: OnError, skipped: list[Skipped]) -> Iterator[Reading]:
    """Yield each article read and matched; one without words raises, or is skipped and noted in `skipped`."""
    matcher = study.matcher()
    for article in corpus:
        try:
            yield study.read(article, matcher)
        except DataError as error:
            if on_error == "fail":
                raise
            skipped.append(Skipped(error.where, error.message))
