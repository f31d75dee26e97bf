"""Corpus -> TrendReport: read each article, tally it under its source and period, test for change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from framing.api.lexicons import load_lexicon
from framing.api.readings import OnError, Progress, as_corpus, tallies
from framing.api.trend_dates import TrendPlan, placed, side_of
from framing.errors import DataError
from framing.model.article import Article, Corpus
from framing.model.lexicon import Lexicon
from framing.model.periods import iso_date, period_number
from framing.model.settings import Settings
from framing.model.trend import TrendReport
from framing.rates.corpus_summary import corpus_summary
from framing.rates.tally import Tally, total
from framing.rates.trend import finish_trend
from framing.signature import article_digest, sign
from framing.study import Study

ALL_SOURCES = "all sources"


def trend(
    corpus: Corpus | Iterable[Article],
    *,
    plan: TrendPlan | None = None,
    lexicon: Lexicon | None = None,
    settings: Settings | None = None,
    on_error: OnError = "fail",
    progress: Progress | None = None,
) -> TrendReport:
    """Return how each source's framing moves over time, and whether it changed.

    Articles without a date are left out and listed in ``corpus.skipped``.

    Parameters
    ----------
    corpus
        The articles; each one's date stands in its metadata.
    plan
        Periods and event; by default months and a linear trend.
    lexicon
        From `load_lexicon`; by default the three shipped dimensions.
    settings
        Whose voice the rates follow, level of the intervals, false discovery rate.
    on_error
        "fail" raises at dates that cannot be read and at articles without words; "skip" lists them.
    progress
        Called after each article.

    Raises
    ------
    CorpusError
        With every date that cannot be read (and `on_error` is "fail").
    DataError
        If no article with a date is left, or one holds no words (and `on_error` is "fail").

    Examples
    --------
    >>> import framing
    >>> texts = ["Calm talks went on in the town hall.", "The gang is a threat to national security."]
    >>> records = [{"source": "Town Hall", "date": f"2021-0{m}-10", "text": texts[m > 3]} for m in range(1, 7)]
    >>> report = framing.trend(framing.from_records(records), plan=framing.TrendPlan(event="2021-04"))
    >>> series = report["Town Hall", "securitisation"]
    >>> series.before.hits, series.after.hits, series.change.reason
    (0, 3, 'insufficient_tokens')
    """
    corpus, plan = as_corpus(corpus), plan or TrendPlan()
    study = Study(lexicon or load_lexicon(), settings or Settings())
    kept, skipped = placed(corpus, plan, on_error)
    counts = _count(tallies(kept, study, on_error, skipped, progress), plan)
    return _report(counts, replace(corpus, skipped=(*corpus.skipped, *skipped)), plan, study)


@dataclass(slots=True)
class _Counts:
    """Tallies so far; integers, so that neither order nor split of the articles changes a byte."""

    cells: dict[tuple[str, int], Tally] = field(default_factory=dict)
    sides: dict[tuple[str, str, int], Tally] = field(default_factory=dict)
    digests: list[str] = field(default_factory=list)

    def add(self, article: Article, one: Tally, date: str, plan: TrendPlan) -> None:
        source = ALL_SOURCES if plan.pooled else article.source
        number = period_number(date, plan.per)
        if number is None:
            raise DataError(f"no {plan.per} in the date {date}", where=article.where)
        self.cells[source, number] = self.cells.get((source, number), Tally()) + one
        if plan.event:
            side = source, side_of(date, iso_date(plan.event)), number
            self.sides[side] = self.sides.get(side, Tally()) + one
        self.digests.append(hashlib.sha256(f"{article_digest(article)}\0{date}".encode()).hexdigest())


def _count(articles: Iterable[tuple[Article, Tally]], plan: TrendPlan) -> _Counts:
    counts = _Counts()
    for article, one in articles:
        counts.add(article, one, iso_date(article.metadata[plan.date_field]), plan)
    if not counts.cells:
        raise DataError("no article with a date is left", hint=f"give '{plan.date_field}' as 2015-06-14")
    return counts


def _report(counts: _Counts, corpus: Corpus, plan: TrendPlan, study: Study) -> TrendReport:
    finished = finish_trend(counts.cells, counts.sides, plan.per, study.lexicon, study.settings)
    signature = sign(study.lexicon, study.settings, counts.digests)
    chosen = f"per={plan.per},event={iso_date(plan.event) or 'none'},pooled={'on' if plan.pooled else 'off'}"
    return TrendReport(
        signature=replace(signature, options=f"{signature.options},{chosen}"),
        corpus=corpus_summary(len({source for source, _ in counts.cells}), total(list(counts.cells.values())), corpus),
        per=plan.per,
        event=iso_date(plan.event),
        series=finished.series,
        notes=(*finished.notes, *study.lexicon.notes),
        constants=finished.constants,
        dimension_titles={dimension.id: dimension.title for dimension in study.lexicon.dimensions},
    )
