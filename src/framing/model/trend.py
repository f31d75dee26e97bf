"""What a trend says: frozen facts, in the order and with the names of its output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from framing.model.result import CorpusSummary, Estimate, Signature

Kind = Literal["event", "slope"]


class PeriodRate(NamedTuple):
    """One source, one dimension, one period: hits per 1,000 tokens; None in a period without a token."""

    period: str
    articles: int
    tokens: int
    hits: int
    rate: Estimate | None
    interval_label: str = ""


class Side(NamedTuple):
    """All that was written before an event, or from it on."""

    articles: int
    tokens: int
    hits: int
    rate: Estimate | None


class Change(NamedTuple):
    """A test of change.

    Attributes
    ----------
    kind
        "event": the rate from the event on, over the rate before. "slope": what the rate multiplies by from one
        period to the next.
    ratio
        None where every hit stands in the last (or first) period, or on one side of the event: no finite one is
        large enough.
    low, high
        Interval; `high` None where it is without bound.
    q
        Benjamini-Hochberg, over sources x dimensions.
    changed
        Whether q is at most the declared rate. Otherwise no change is claimed; the interval says how large a one
        these texts cannot rule out.
    """

    kind: Kind
    ratio: float | None
    low: float
    high: float | None
    q: float
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One source in one dimension.

    Attributes
    ----------
    periods
        Every period from the corpus's first to its last, those without an article too.
    before, after
        With an event only.
    change
        None where there is nothing to test; `untested` then says why.
    neighbours
        Lag-1 correlation of the residuals of neighbouring periods around the slope; None with fewer than eight.
    """

    source: str
    dimension: str
    periods: tuple[PeriodRate, ...]
    before: Side | None = None
    after: Side | None = None
    change: Change | None = None
    untested: str = ""
    neighbours: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendReport:
    """The whole result: each source and dimension over time, and whether it changed.

    Attributes
    ----------
    per, event
        Length of a period; the date of the event, empty where none was given.
    constants
        Of the interval rule, by dimension.
    """

    signature: Signature
    corpus: CorpusSummary
    per: str
    event: str
    series: tuple[Series, ...]
    notes: tuple[str, ...]
    constants: Mapping[str, Mapping[str, float | bool]] = field(default_factory=dict)
    dimension_titles: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, key: tuple[str, str]) -> Series:
        """Return the series of (source, dimension); KeyError where there is none."""
        for series in self.series:
            if (series.source, series.dimension) == key:
                return series
        raise KeyError(key)
