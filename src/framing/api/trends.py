"""Corpus -> TrendReport: read each article, tally it under its source and period, test for change."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from framing.api.comparing import readings
from framing.api.lexicons import load_lexicon
from framing.errors import CorpusError, DataError, Fault, SettingsError
from framing.model.article import Article, Corpus, Skipped
from framing.model.lexicon import Lexicon
from framing.model.periods import PERIODS, iso_date, period_number
from framing.model.result import CorpusSummary
from framing.model.settings import VOICES_OF, Settings
from framing.model.trend import TrendReport
from framing.rates.tally import Tally, tally
from framing.rates.trend import finish_trend
from framing.rates.trend_event import AFTER, BEFORE
from framing.signature import article_digest, sign
from framing.study import Study

ALL_SOURCES = "all sources"
_MOST_SHOWN = 20
_CURE = "write dates as 2015-06-14"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPlan:
    """What is counted together and what is tested.

    Attributes
    ----------
    per
        Length of a period: "year", "quarter", "month", "week" or "day".
    event
        A date, such as 2021-03-15 or 2021-03: the rate from it on is compared with the rate before. Empty: a
        linear trend is tested instead.
    pooled
        The whole corpus as one source.
    date_field
        The metadata field that holds an article's date.
    """

    per: str = "month"
    event: str = ""
    pooled: bool = False
    date_field: str = "date"

    def __post_init__(self) -> None:
        if self.per not in PERIODS:
            raise SettingsError(f"per is '{self.per}'", hint="one of: " + ", ".join(PERIODS))
        if self.event and not iso_date(self.event):
            raise SettingsError(f"event '{self.event}' is no date", hint="write it as 2021-03-15")


def trend(
    corpus: Corpus | Iterable[Article],
    *,
    plan: TrendPlan | None = None,
    lexicon: Lexicon | None = None,
    settings: Settings | None = None,
    on_error: Literal["fail", "skip"] = "fail",
    progress: Callable[[], None] | None = None,
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
    >>> records = [
    ...     {"source": "Town Hall", "date": f"2021-0{month}-10", "text": texts[month > 3]} for month in range(1, 7)
    ... ]
    >>> report = framing.trend(framing.from_records(records), plan=framing.TrendPlan(event="2021-04"))
    >>> series = report["Town Hall", "securitisation"]
    >>> series.before.hits, series.after.articles, series.change.ratio > 1
    (0, 3, True)
    """
    if not isinstance(corpus, Corpus):
        corpus = Corpus(articles=tuple(corpus))
    plan = plan or TrendPlan()
    study = Study(lexicon or load_lexicon(), settings or Settings())
    dated = _dated(corpus, plan, on_error)
    counts = _Counts()
    skipped = list(dated.skipped)
    for reading in readings(dated.articles, study, on_error, skipped):
        voices = VOICES_OF[study.settings.voice]
        one = tally(reading.document, reading.matches, study.lexicon, voices)
        counts.add(reading.article, one, iso_date(reading.article.metadata[plan.date_field]), plan)
        if progress:
            progress()
    if not counts.cells:
        raise DataError("no article with a date is left", hint=f"give '{plan.date_field}' as 2015-06-14")
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
            side = source, _side(date, iso_date(plan.event)), number
            self.sides[side] = self.sides.get(side, Tally()) + one
        self.digests.append(hashlib.sha256(f"{article_digest(article)}\0{date}".encode()).hexdigest())


def _side(date: str, event: str) -> str:
    """Return before or after; the day of the event is after, and empty is what a coarse date does not tell."""
    shared = min(len(date), len(event))
    if date[:shared] != event[:shared]:
        return BEFORE if date[:shared] < event[:shared] else AFTER
    return AFTER if len(date) >= len(event) else ""


@dataclass(slots=True)
class _Dated:
    articles: Corpus
    skipped: list[Skipped]


def _dated(corpus: Corpus, plan: TrendPlan, on_error: str) -> _Dated:
    """Return the articles that can be placed in time; the others are listed, or raised where a date is faulty."""
    kept, skipped, faults = [], [], []
    for article in corpus:
        where = article.where or article.id
        written = article.metadata.get(plan.date_field, "").strip()
        if not written:
            skipped.append(Skipped(where, f"no date in field '{plan.date_field}'"))
        elif period_number(date := iso_date(written), plan.per) is None:
            faults.append(Fault(f"{plan.date_field} '{written[:40]}' is no date with a {plan.per}", where, _CURE))
        elif plan.event and not _side(date, iso_date(plan.event)):
            skipped.append(Skipped(where, f"date {date} does not say whether it is before {plan.event}"))
        else:
            kept.append(article)
    if faults and on_error == "fail":
        more = [Fault(f"and {len(faults) - _MOST_SHOWN} more")] if len(faults) > _MOST_SHOWN else []
        hint = "mend them, or use --on-error skip"
        raise CorpusError(f"{len(faults)} faulty dates", hint=hint, faults=[*faults[:_MOST_SHOWN], *more])
    skipped += [Skipped(fault.where, fault.message) for fault in faults]
    return _Dated(replace(corpus, articles=tuple(kept)), skipped)


def _report(counts: _Counts, corpus: Corpus, plan: TrendPlan, study: Study) -> TrendReport:
    finished = finish_trend(counts.cells, counts.sides, plan.per, study.lexicon, study.settings)
    total = sum(counts.cells.values(), Tally())
    signature = sign(study.lexicon, study.settings, counts.digests)
    chosen = f"per={plan.per},event={iso_date(plan.event) or 'none'},pooled={'on' if plan.pooled else 'off'}"
    return TrendReport(
        signature=replace(signature, options=f"{signature.options},{chosen}"),
        corpus=CorpusSummary(
            sources=len({source for source, _ in counts.cells}),
            articles=total.articles,
            tokens=total.tokens,
            boilerplate_tokens=total.boilerplate_tokens,
            boilerplate=dict(sorted(total.boilerplate.items(), key=lambda item: (-item[1], item[0]))),
            masked_tokens=total.masked,
            skipped=corpus.skipped,
            notes=corpus.notes,
        ),
        per=plan.per,
        event=iso_date(plan.event),
        series=finished.series,
        notes=(*finished.notes, *study.lexicon.notes),
        constants=finished.constants,
        dimension_titles={dimension.id: dimension.title for dimension in study.lexicon.dimensions},
    )
