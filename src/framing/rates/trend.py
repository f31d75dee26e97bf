"""Tallies by source and period -> each series over time, and a test of whether it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from framing.errors import DataError
from framing.model.lexicon import Lexicon
from framing.model.periods import period_name
from framing.model.result import Estimate
from framing.model.settings import Settings
from framing.model.trend import PeriodRate, Series, Side
from framing.rates.interval import per_1000, rate_interval
from framing.rates.pairs import benjamini_hochberg
from framing.rates.pool import Levels, Pool, pool_constants
from framing.rates.tally import Tally
from framing.rates.trend_event import AFTER, BEFORE, event_change, halves
from framing.rates.trend_slope import slope_change

# From here on the interval of a slope is too narrow by a fifth and more.
_ALIKE = 0.3
_MOST_PERIODS = 10_000

#: Tallies by source and number of the period; by source, side of the event and number of the period.
Cells = Mapping[tuple[str, int], Tally]
Sides = Mapping[tuple[str, str, int], Tally]


class FinishedTrend(NamedTuple):
    """The parts of a TrendReport that the tallies decide."""

    series: tuple[Series, ...]
    notes: tuple[str, ...]
    constants: dict[str, dict[str, float | bool]]


def finish_trend(cells: Cells, sides: Sides, per: str, lexicon: Lexicon, settings: Settings) -> FinishedTrend:
    """Return every series with its test: of the event where `sides` has tallies, else of a slope over periods.

    Raises
    ------
    DataError
        If first and last period lie so far apart that one of their dates must be wrong.
    """
    numbers = _all_periods([number for _, number in cells], per)
    totals = _totals(sides)
    series: list[Series] = []
    constants: dict[str, dict[str, float | bool]] = {}
    for dimension in lexicon.dimensions:
        # Over source x period, not over sources: a trend must not pass for spread between articles.
        levels = {key: _levels(tally, dimension.id) for key, tally in sorted(cells.items())}
        pool = pool_constants([par for par, _ in levels.values()], [art for _, art in levels.values()])
        constants[dimension.id] = {"phi0": pool.phi0, "c0_squared": pool.c0_squared, "declared": pool.declared}
        by_source: dict[str, dict[int, Levels]] = {}
        for (source, number), both in levels.items():
            by_source.setdefault(source, {})[number] = both
        plain = [
            Series(
                source=source,
                dimension=dimension.id,
                periods=tuple(
                    _period(cells.get((source, number)), dimension.id, period_name(number, per), pool, settings.level)
                    for number in numbers
                ),
            )
            for source, periods in by_source.items()
        ]
        if sides:
            series += _with_event(plain, sides, totals, pool, settings.level)
        else:
            series += [_with_slope(one, by_source[one.source], pool, settings.level) for one in plain]
    return FinishedTrend(_with_q(series, settings.q), tuple(_notes(series, per, event=bool(sides))), constants)


def _all_periods(numbers: Sequence[int], per: str) -> range:
    found = range(min(numbers), max(numbers) + 1)
    if len(found) > _MOST_PERIODS:
        first, last = period_name(found[0], per), period_name(found[-1], per)
        raise DataError(
            f"{len(found):,} {per}s from {first} to {last}", hint="is a date wrong? else take longer periods"
        )
    return found


def _levels(tally: Tally, dimension: str) -> Levels:
    counts = tally.dimensions[dimension]
    return counts.paragraphs, counts.articles


def _period(tally: Tally | None, dimension: str, name: str, pool: Pool, level: float) -> PeriodRate:
    if tally is None:
        return PeriodRate(name, 0, 0, 0, None, "no article")
    par, art = _levels(tally, dimension)
    rate, label = _rate((par, art), pool, level)
    # Not art.units: an article without a word in the chosen voices is no unit, and is one article.
    return PeriodRate(name, tally.articles, par.n, par.y, rate, label)


def _rate(levels: Levels, pool: Pool, level: float) -> tuple[Estimate | None, str]:
    par, art = levels
    interval = rate_interval(par, art, pool, level)
    if interval.low is None or interval.high is None:
        return None, interval.label
    return Estimate(1000 * par.y / par.n, per_1000(interval.low), per_1000(interval.high)), interval.label


def _totals(sides: Sides) -> dict[tuple[str, str], Tally]:
    found: dict[tuple[str, str], Tally] = {}
    for (source, side, _), tally in sides.items():
        found[source, side] = found.get((source, side), Tally()) + tally
    return found


def _with_event(
    plain: Sequence[Series], sides: Sides, totals: Mapping[tuple[str, str], Tally], pool: Pool, level: float
) -> list[Series]:
    if not plain:
        return []
    dimension = plain[0].dimension
    periods: dict[tuple[str, str], list[Levels]] = {}
    for (source, side, _), tally in sorted(sides.items()):
        periods.setdefault((source, side), []).append(_levels(tally, dimension))
    tested = halves(periods)
    found = []
    for one in plain:
        change, why = event_change(one.source, tested, level)
        before, after = (_side(totals.get((one.source, side)), dimension, pool, level) for side in (BEFORE, AFTER))
        found.append(replace(one, before=before, after=after, change=change, untested=why))
    return found


def _side(tally: Tally | None, dimension: str, pool: Pool, level: float) -> Side:
    if tally is None:
        return Side(0, 0, 0, None)
    par, art = _levels(tally, dimension)
    return Side(tally.articles, par.n, par.y, _rate((par, art), pool, level)[0])


def _with_slope(one: Series, periods: Mapping[int, Levels], pool: Pool, level: float) -> Series:
    found = slope_change(periods, pool, level)
    return replace(one, change=found.change, untested=found.untested, neighbours=found.neighbours)


def _with_q(series: Sequence[Series], q: float) -> tuple[Series, ...]:
    """Turn the p-values that the changes carry in `q` into q-values over sources x dimensions."""
    values = iter(benjamini_hochberg([one.change.q for one in series if one.change]))
    found = []
    for one in series:
        if one.change is None:
            found.append(one)
        else:
            value = next(values)
            found.append(replace(one, change=one.change._replace(q=value, changed=value <= q)))
    return tuple(found)


def _notes(series: Sequence[Series], per: str, *, event: bool) -> list[str]:
    notes = []
    if any(not period.articles for one in series for period in one.periods):
        notes.append(f"a {per} without an article is a gap, not a rate of 0")
    alike = sorted({one.source for one in series if one.neighbours is not None and one.neighbours > _ALIKE})
    if alike:
        notes.append(
            f"neighbouring {per}s resemble each other, so the interval of the change is too narrow for: "
            + ", ".join(alike)
        )
    if event:
        lone = sorted({one.source for one in series for side in (one.before, one.after) if side and side.articles == 1})
        if lone:
            notes.append("one article on a side: that article is compared, not the source, of: " + ", ".join(lone))
        notes.append("before and after are two times: whatever else changed between them is not told apart")
    else:
        notes.append("a line in ln rate: a step, or a rise and fall, may pass for none; name its date with --event")
    notes.append("no change shown is not no change: the interval says how large a one cannot be ruled out")
    notes.append("a rate is not comparable across dimensions: their lexicons differ in size and in common words")
    return notes
