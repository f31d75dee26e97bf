"""The whole way of the data on one page: map (one article) -> merge (by source) -> finish (a Comparison)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.contrasts.contrast import contrast_terms
from framing.contrasts.terms import ArticleTerms, paragraph_terms
from framing.contrasts.vocabulary import Vocabulary
from framing.errors import DataError
from framing.learning.apply import Applier
from framing.learning.counts import LearnedCounts, by_source, count
from framing.learning.fits import check_fits, fingerprint
from framing.learning.opinion import note, with_opinion
from framing.matching.matcher import Matcher, Matches
from framing.matching.mentions import find_mentions
from framing.model.article import Article, Corpus
from framing.model.classifier import FrameModel
from framing.model.document import Document
from framing.model.lexicon import Lexicon
from framing.model.pairs import Pair
from framing.model.result import Comparison
from framing.model.settings import VOICES_OF, Settings
from framing.model.topic_report import TopicReport
from framing.rates.corpus_summary import corpus_summary
from framing.rates.profiles import finish_profiles, orders_of
from framing.rates.tally import Tally, tally, total
from framing.rates.topic import Compared, TopicArticle, finish_topic, merge_topics
from framing.rates.topic_leakage import without_topic
from framing.rates.topic_tally import TopicRecord, topic_tally
from framing.signature import article_digest, sign
from framing.text.reading import read_article


class Reading(NamedTuple):
    """One article, read and matched: what evidence and concordances are taken from."""

    article: Article
    document: Document
    matches: Matches


class Record(NamedTuple):
    """What one article comes to: all that the merge needs, and nothing of its size."""

    source: str
    digest: str
    tally: Tally
    terms: ArticleTerms
    learned: Mapping[str, LearnedCounts]
    topic: TopicRecord | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """A lexicon and settings, a trained classifier and a topic if there are any, ready to be laid over articles."""

    lexicon: Lexicon
    settings: Settings = field(default_factory=Settings)
    classifier: FrameModel | None = None
    topic: Lexicon | None = None

    def matcher(self) -> Matcher:
        """Return a fresh matcher; it learns the words of a run, so one run keeps one."""
        return Matcher(self.lexicon, masks=self.settings.masks)

    def topic_matcher(self) -> Matcher | None:
        """Return a fresh matcher of the topic's words, None where there is no topic."""
        return Matcher(self.topic) if self.topic else None

    def applier(self) -> Applier | None:
        """Return a fresh applier of the classifier, None where there is no classifier.

        Raises
        ------
        SettingsError
            If the classifier was trained with another lexicon, or on text read otherwise.
        """
        if self.classifier is None:
            return None
        check_fits(self.classifier, self.lexicon, masks=self.settings.masks)
        return Applier(self.classifier, self.lexicon)

    def document(self, article: Article) -> Document:
        """Return the article read, not yet matched."""
        return read_article(article, keep_boilerplate=self.settings.keep_boilerplate)

    def read(self, article: Article, matcher: Matcher) -> Reading:
        """Map, first half: one article, alone.

        Raises
        ------
        DataError
            If the article holds no word.
        """
        document = self.document(article)
        if not len(document):
            held = "no word" if not document.boilerplate_tokens else "no word outside boilerplate"
            where = article.where or article.id
            raise DataError(f"the article holds {held}", where=where, hint="leave it out, or use --on-error skip")
        return Reading(article, document, matcher.match(document))

    def count(
        self,
        reading: Reading,
        applier: Applier | None = None,
        topic: Matcher | None = None,
        vocabulary: Vocabulary | None = None,
    ) -> Record:
        """Map, second half: what the article adds to its source. One run keeps one `vocabulary`, for speed alone."""
        article, document, matches = reading
        voices = VOICES_OF[self.settings.voice]
        mentions = find_mentions(topic, document) if topic else None
        return Record(
            source=article.source,
            digest=article_digest(article),
            tally=tally(document, matches, self.lexicon, voices),
            terms=paragraph_terms(document, voices, mentions.mask if mentions else None, vocabulary),
            learned=count(applier, document, matches) if applier else {},
            topic=topic_tally(document, matches, mentions, self.lexicon, voices) if mentions else None,
        )

    def finish(self, records: Sequence[Record], corpus: Corpus) -> Comparison:
        """Merge the records by source and say what they show. The order of the records changes nothing."""
        if not records:
            raise DataError("no article is left to compare", hint="see what was skipped, and why")
        tallies = merge(records)
        articles: dict[str, list[ArticleTerms]] = {}
        for record in records:
            articles.setdefault(record.source, []).append(record.terms)
        terms = contrast_terms(
            articles,
            top=self.settings.top,
            seed=self.settings.seed,
            against=self.settings.against,
            level=self.settings.level,
            q=self.settings.q,
        )
        finished = finish_profiles(tallies, terms, self.lexicon, self.settings)
        if self.classifier:
            learned = by_source((record.source, record.learned) for record in records)
            finished = finished._replace(sources=with_opinion(finished.sources, learned))
        return Comparison(
            signature=sign(
                self.lexicon,
                self.settings,
                [record.digest for record in records],
                classifier=fingerprint(self.classifier) if self.classifier else "",
                topic=self.topic.signature if self.topic else "",
            ),
            corpus=corpus_summary(len(tallies), total(list(tallies.values())), corpus),
            sources=finished.sources,
            pairs=finished.pairs,
            notes=(*finished.notes, *self.lexicon.notes, *([note(self.classifier)] if self.classifier else [])),
            constants=finished.constants,
            families=finished.families,
            pair_counts=finished.pair_counts,
            dimension_titles={dimension.id: dimension.title for dimension in self.lexicon.dimensions},
            topic=self._topic(records, tallies, finished.pairs),
            top=self.settings.top,
        )

    def _topic(
        self, records: Sequence[Record], tallies: Mapping[str, Tally], pairs: Sequence[Pair]
    ) -> TopicReport | None:
        if self.topic is None:
            return None
        articles = [TopicArticle(r.source, r.digest, r.topic) for r in records if r.topic is not None]
        clean = without_topic(tallies, merge_topics(articles))
        # The leakage test claims a pair by the very rule that the result does.
        again = Compared(clean, orders_of(clean, self.lexicon, self.settings).pairs)
        return finish_topic(articles, Compared(tallies, pairs), again, self.lexicon, self.topic, self.settings)


def merge(records: Iterable[Record]) -> dict[str, Tally]:
    """Return the tally of each source, sources sorted by name."""
    tallies: dict[str, list[Tally]] = {}
    for record in records:
        tallies.setdefault(record.source, []).append(record.tally)
    return {source: total(tallies[source]) for source in sorted(tallies)}
