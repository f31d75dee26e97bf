"""Tallies by source and period -> each series over time, and a test of whether it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from framing.errors import DataError
from framing.model.lexicon import Lexicon
from framing.model.periods import period_name
from framing.model.settings import Settings
from framing.model.trend import PeriodRate, Series, Side
from framing.rates.orders import NOT_TOLD_APART, SURE
from framing.rates.pool import Levels, Pool, pool_constants
from framing.rates.rate_facts import estimate
from framing.rates.sufficiency import TOO_SHORT, adjusted_apart, insufficient
from framing.rates.tally import Tally, total
from framing.rates.trend_event import AFTER, BEFORE, event_change, halves
from framing.rates.trend_notes import trend_notes
from framing.rates.trend_slope import slope_change

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
    totals = _totals(sides or cells)
    short = {key[0] for key, tally in totals.items() if insufficient(tally, settings)}
    series: list[Series] = []
    constants: dict[str, dict[str, float | bool]] = {}
    for dimension in lexicon.dimensions:
        # Over source x period, not over sources: a trend must not pass for spread between articles.
        levels = {key: tally.dimensions[dimension.id].levels for key, tally in sorted(cells.items())}
        pool = pool_constants(levels.values())
        constants[dimension.id] = pool.shown()
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
    claimed = _claimed([_marked(one) if one.source in short else one for one in series], settings.q)
    return FinishedTrend(claimed, tuple(trend_notes(claimed, per, settings, event=bool(sides))), constants)


def _all_periods(numbers: Sequence[int], per: str) -> range:
    found = range(min(numbers), max(numbers) + 1)
    if len(found) > _MOST_PERIODS:
        first, last = period_name(found[0], per), period_name(found[-1], per)
        raise DataError(
            f"{len(found):,} {per}s from {first} to {last}", hint="is a date wrong? else take longer periods"
        )
    return found


def _period(tally: Tally | None, dimension: str, name: str, pool: Pool, level: float) -> PeriodRate:
    if tally is None:
        return PeriodRate(name, 0, 0, 0, None, "no article")
    par, art = tally.dimensions[dimension].levels
    rate, label = estimate((par, art), pool, level)
    # Not art.units: an article without a word in the chosen voices is no unit, and is one article.
    return PeriodRate(name, tally.articles, par.n, par.y, rate, label)


def _totals(parts: Cells | Sides) -> dict[tuple[str, ...], Tally]:
    """Return the tallies with their periods put together: by source, and side where there is one."""
    found: dict[tuple[str, ...], list[Tally]] = {}
    for key, tally in parts.items():
        found.setdefault(key[:-1], []).append(tally)
    return {whose: total(tallies) for whose, tallies in found.items()}


def _with_event(
    plain: Sequence[Series], sides: Sides, totals: Mapping[tuple[str, ...], Tally], pool: Pool, level: float
) -> list[Series]:
    if not plain:
        return []
    dimension = plain[0].dimension
    periods: dict[tuple[str, str], list[Levels]] = {}
    for (source, side, _), tally in sorted(sides.items()):
        periods.setdefault((source, side), []).append(tally.dimensions[dimension].levels)
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
    par, art = tally.dimensions[dimension].levels
    return Side(tally.articles, par.n, par.y, estimate((par, art), pool, level)[0])


def _with_slope(one: Series, periods: Mapping[int, Levels], pool: Pool, level: float) -> Series:
    found = slope_change(periods, pool, level)
    return replace(one, change=found.change, untested=found.untested, neighbours=found.neighbours)


def _marked(one: Series) -> Series:
    return replace(one, change=one.change._replace(reason=TOO_SHORT)) if one.change else one


def _claimed(series: Sequence[Series], q: float) -> tuple[Series, ...]:
    """Turn the p-values that the changes carry in `q` into q-values, and claim the changes that are sure enough.

    As with pairs of sources: where no change may be claimed, as a side is too short or dominated, the tests are
    a family of their own and cost the others no power; and a larger `q` does not loosen what is sure.
    """
    tested = [(i, one, one.change) for i, one in enumerate(series) if one.change]
    values = adjusted_apart([change.q for _, _, change in tested], ["barred" * bool(c.reason) for _, _, c in tested])
    found = list(series)
    for (i, one, change), value in zip(tested, values.tolist(), strict=True):
        changed = not change.reason and value <= q and 1 - value / 2 >= SURE
        reason = change.reason or ("" if changed else NOT_TOLD_APART)
        found[i] = replace(one, change=change._replace(q=value, changed=changed, reason=reason))
    return tuple(found)
