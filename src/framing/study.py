"""The whole way of the data on one page: map (one article) -> merge (by source) -> finish (a Comparison)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.contrasts.contrast import contrast_terms
from framing.contrasts.terms import ArticleTerms, paragraph_terms
from framing.errors import DataError
from framing.learning.apply import Applier
from framing.learning.counts import LearnedCounts, by_source, count
from framing.learning.fits import check_fits, fingerprint
from framing.learning.opinion import note, with_opinion
from framing.matching.matcher import Matcher, Matches
from framing.model.article import Article, Corpus
from framing.model.classifier import FrameModel
from framing.model.document import Document
from framing.model.lexicon import Lexicon
from framing.model.result import Comparison, CorpusSummary
from framing.model.settings import VOICES_OF, Settings
from framing.rates.profiles import finish_profiles
from framing.rates.tally import Tally, tally
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


@dataclass(frozen=True, slots=True)
class Study:
    """A lexicon and settings, and a trained classifier if there is one, ready to be laid over articles."""

    lexicon: Lexicon
    settings: Settings = field(default_factory=Settings)
    classifier: FrameModel | None = None

    def matcher(self) -> Matcher:
        """Return a fresh matcher; it learns the words of a run, so one run keeps one."""
        return Matcher(self.lexicon, masks=self.settings.masks)

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

    def count(self, reading: Reading, applier: Applier | None = None) -> Record:
        """Map, second half: what the article adds to its source."""
        article, document, matches = reading
        voices = VOICES_OF[self.settings.voice]
        return Record(
            source=article.source,
            digest=article_digest(article),
            tally=tally(document, matches, self.lexicon, voices),
            terms=paragraph_terms(document, voices),
            learned=count(applier, document, matches) if applier else {},
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
        total = sum(tallies.values(), Tally())
        return Comparison(
            signature=sign(
                self.lexicon,
                self.settings,
                [record.digest for record in records],
                classifier=fingerprint(self.classifier) if self.classifier else "",
            ),
            corpus=CorpusSummary(
                sources=len(tallies),
                articles=total.articles,
                tokens=total.tokens,
                boilerplate_tokens=total.boilerplate_tokens,
                boilerplate=dict(sorted(total.boilerplate.items(), key=lambda item: (-item[1], item[0]))),
                masked_tokens=total.masked,
                skipped=corpus.skipped,
                notes=corpus.notes,
            ),
            sources=finished.sources,
            pairs=finished.pairs,
            notes=(*finished.notes, *self.lexicon.notes, *([note(self.classifier)] if self.classifier else [])),
            constants=finished.constants,
            dimension_titles={dimension.id: dimension.title for dimension in self.lexicon.dimensions},
        )


def merge(records: Iterable[Record]) -> dict[str, Tally]:
    """Return the tally of each source, sources sorted by name."""
    tallies: dict[str, Tally] = {}
    for record in records:
        tallies[record.source] = tallies.get(record.source, Tally()) + record.tally
    return dict(sorted(tallies.items()))
