"""A trend as text: rounding and wording decided once."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from framing.model.trend import Change, PeriodRate, Series, TrendReport, rate_of
from framing.report.bounds import bounds, value
from framing.report.sparkline import bins, sparkline
from framing.report.times import times
from framing.report.wording import count

MOST_MARKS = 20
_MOST_LISTED = 12
_UNCLAIMED = {"insufficient_tokens": "too short", "dominated": "too uneven"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """One source in one dimension: its marks, two rates or one, the change and what it comes to."""

    source: str
    marks: str
    rates: tuple[str, ...]
    change: str
    verdict: str
    periods: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendView:
    """The page, as text without layout."""

    head: str
    left_out: tuple[str, ...]
    headings: tuple[str, ...]
    dimensions: tuple[tuple[str, tuple[SeriesView, ...]], ...]
    legend: str
    notes: tuple[str, ...]
    signature: str


def make_trend_view(report: TrendReport) -> TrendView:
    """Return the view: dimensions in the order of the lexicon, sources by name."""
    names = list(dict.fromkeys(series.dimension for series in report.series))
    dimensions = []
    for name in names:
        rows = [series for series in report.series if series.dimension == name]
        highest = max((rate for series in rows for rate in _marked(series)[0] if rate is not None), default=0.0)
        views = tuple(_series(series, highest) for series in rows)
        dimensions.append((report.dimension_titles.get(name, name), views))
    size = _marked(report.series[0])[1]
    rates = ("before", "after", "after/before") if report.event else ("rate", f"each {report.per}")
    return TrendView(
        head=_head(report),
        left_out=tuple(_left_out(report)),
        headings=(_span(report), *rates),
        dimensions=tuple(dimensions),
        legend=_legend(report, size),
        notes=report.notes,
        signature=report.signature.short,
    )


def _head(report: TrendReport) -> str:
    periods = report.series[0].periods
    parts = [
        count(report.corpus.sources, "source"),
        count(report.corpus.articles, "article"),
        count(report.corpus.tokens, "word token"),
        f"{periods[0].period} to {periods[-1].period} ({count(len(periods), report.per)})",
    ]
    if report.event:
        parts.append(f"event: {report.event}")
    return ", ".join(parts)


def _left_out(report: TrendReport) -> list[str]:
    skipped = report.corpus.skipped
    if not skipped:
        return []
    lines = [f"left out: {count(len(skipped), 'item')}"]
    lines += [f"  {item.where}: {item.why}" for item in skipped[:_MOST_LISTED]]
    if len(skipped) > _MOST_LISTED:
        lines.append(f"  and {len(skipped) - _MOST_LISTED} more; -f json lists them all")
    return lines


def _span(report: TrendReport) -> str:
    periods = report.series[0].periods
    return f"{periods[0].period}..{periods[-1].period}"


def _legend(report: TrendReport, size: int) -> str:
    each = f"one mark: {size} {report.per}s" if size > 1 else f"one mark: one {report.per}"
    legend = f"rates: hits per 1,000 tokens of the chosen voices; {each}, blank without an article. "
    if report.event:
        legend += "after/before: the rate from the event on over the rate before, and its interval. "
    else:
        legend += f"each {report.per}: what the rate multiplies by from one to the next, and its interval. "
    if any(series.change and series.change.ratio is None for series in report.series):
        # Where is named in the row: before or after the event, at the start or at the end.
        legend += "only: every hit stands there, so there is no estimate. "
    return legend + "rose, fell: told from no change, with the false discoveries among all rows held down (q)."


def _series(series: Series, highest: float) -> SeriesView:
    rates, _ = _marked(series)
    return SeriesView(
        source=series.source,
        marks=sparkline(rates, highest),
        rates=_rates(series),
        change=_change(series),
        verdict=_verdict(series.change),
        periods=tuple(
            (period.period, f"{period.articles:,}", f"{period.tokens:,}", f"{period.hits:,}", *_rate(period))
            for period in series.periods
        ),
    )


def _marked(series: Series) -> tuple[list[float | None], int]:
    """Return the rates that are drawn, periods put together where there are too many, and how many make one."""
    groups = bins(len(series.periods), MOST_MARKS)
    return [rate_of(series.periods[i] for i in group) for group in groups], len(groups[0])


def _rates(series: Series) -> tuple[str, ...]:
    if series.before is not None and series.after is not None:
        return tuple(value(side.hits, rate_of([side])) for side in (series.before, series.after))
    return (value(sum(period.hits for period in series.periods), rate_of(series.periods)),)


def _rate(period: PeriodRate) -> tuple[str, str]:
    # Of a period whose articles are dominated by one the rate stands without bounds, and the label says so.
    rate = period.rate
    bounded = rate is not None and rate.low is not None
    interval = bounds(period.hits, rate.low, rate.high) if rate and bounded else period.interval_label
    return value(period.hits, rate and rate.value), interval


def _change(series: Series) -> str:
    change = series.change
    if change is None:
        return series.untested
    slope = change.kind == "slope"
    ratio, low, high = _fine(change) if slope else map(times, (change.ratio, change.low, change.high))
    early, late = ("only at the start", "only at the end") if slope else ("only before", "only after")
    if change.high is None:
        return f"{late if change.ratio is None else ratio} (at least {low})"
    return f"{early} (at most {high})" if change.ratio is None else f"{ratio} ({low}–{high})"


def _fine(change: Change) -> Iterator[str]:
    """Yield estimate and bounds near 1 with the digits that tell: 1.04 a month is half as much again in a year.

    Of days they are the third or fourth ones: "1.00 (1.00 to 1.00)" says nothing.
    """
    numbers = (change.ratio, change.low, change.high)
    furthest = max((abs(math.log(number)) for number in numbers if number), default=1.0)
    digits = max(2, min(5, -math.floor(math.log10(furthest or 1.0))))
    yield from (times(n) if n is None or n >= 10 else f"{n:.{digits}f}" for n in numbers)


def _verdict(change: Change | None) -> str:
    if change is None:
        return ""
    if not change.changed:
        return _UNCLAIMED.get(change.reason, "no change shown")
    # By the estimate, not by the interval: at q = .10 one of 95 % may still hold 1. Without an estimate every hit
    # stands at one end, and the interval has no upper bound where that is the last.
    rose = change.high is None if change.ratio is None else change.ratio > 1
    word = "rose" if rose else "fell"
    return f"{word}, q = {change.q:.2f}" if change.q >= 0.005 else f"{word}, q < .01"
