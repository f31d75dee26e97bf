"""Which articles of a trend can be placed in time, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace

from framing.errors import CorpusError, Fault, SettingsError
from framing.model.article import Corpus, Skipped
from framing.model.periods import PERIODS, iso_date, period_number
from framing.rates.trend_event import AFTER, BEFORE

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


def side_of(date: str, event: str) -> str:
    """Return before or after; the day of the event is after, and empty is what a coarse date does not tell."""
    shared = min(len(date), len(event))
    if date[:shared] != event[:shared]:
        return BEFORE if date[:shared] < event[:shared] else AFTER
    return AFTER if len(date) >= len(event) else ""


def placed(corpus: Corpus, plan: TrendPlan, on_error: str) -> tuple[Corpus, list[Skipped]]:
    """Return the articles that can be placed in time, and the others with the reason.

    Raises
    ------
    CorpusError
        With every date that cannot be read, where `on_error` is "fail".
    """
    kept, skipped, faults = [], [], []
    for article in corpus:
        where = article.where or article.id
        written = article.metadata.get(plan.date_field, "").strip()
        if not written:
            skipped.append(Skipped(where, f"no date in field '{plan.date_field}'"))
        elif period_number(date := iso_date(written), plan.per) is None:
            faults.append(Fault(f"{plan.date_field} '{written[:40]}' is no date with a {plan.per}", where, _CURE))
        elif plan.event and not side_of(date, iso_date(plan.event)):
            skipped.append(Skipped(where, f"date {date} does not say whether it is before {plan.event}"))
        else:
            kept.append(article)
    if faults and on_error == "fail":
        more = [Fault(f"and {len(faults) - _MOST_SHOWN} more")] if len(faults) > _MOST_SHOWN else []
        hint = "mend them, or use --on-error skip"
        raise CorpusError(f"{len(faults)} faulty dates", hint=hint, faults=[*faults[:_MOST_SHOWN], *more])
    skipped += [Skipped(fault.where, fault.message) for fault in faults]
    return replace(corpus, articles=tuple(kept)), skipped
