"""The topic held constant, as text: rounding and wording decided once for terminal and HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.model.result import Comparison
from framing.model.topic_report import Leakage, Ratio, TopicDimension, TopicRate, TopicReport, TopicWord
from framing.report.bounds import bounds, value
from framing.report.terms_view import short_pattern
from framing.report.times import times
from framing.report.wording import count

_MOST_NAMED = 6

HEADINGS = ("source", "mentions", "hits", "per 100", "interval", "to the others", "held constant")
LEGEND = (
    "per 100: hits in the sentences that mention the topic, per 100 mentions. to the others: the rate over the "
    "geometric mean of the other sources' rates (log_ratio is over their arithmetic mean, so the two may differ). "
    "held constant: the same, at the same density of the topic. In brackets: intervals."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicDimensionView:
    """One dimension: a row of cells a source in the order of `HEADINGS`, and what is said below."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """The section, as text without layout; without a dimension where `head` says all: the topic is never mentioned."""

    head: str
    dimensions: tuple[TopicDimensionView, ...]
    notes: tuple[str, ...]


def make_topic_view(comparison: Comparison) -> TopicView | None:
    """Return the view; None where no topic was given."""
    report = comparison.topic
    if report is None:
        return None
    return TopicView(
        head=_head(report),
        dimensions=tuple(
            TopicDimensionView(
                title=comparison.dimension_titles.get(name, name),
                rows=tuple(_row(source, facts) for source, facts in found.sources.items()),
                lines=tuple(_lines(found)),
            )
            for name, found in report.dimensions.items()
            if report.mentions
        ),
        notes=report.notes,
    )


def _head(report: TopicReport) -> str:
    head = f"Topic held constant: {report.name} ({count(report.patterns, 'pattern')}, "
    said = count(report.mentions, "mention") if report.mentions else "never mentioned"
    head += f"{said} in the chosen voices)"
    if report.unmatched:
        head += f"; in no article: {_listed(report.unmatched)}"
    return head


def _row(source: str, facts: TopicRate) -> tuple[str, ...]:
    rate = facts.rate
    return (
        source,
        f"{facts.mentions:,}",
        f"{facts.hits:,}",
        value(facts.hits, rate.value if rate else None),
        bounds(facts.hits, rate.low, rate.high) if rate else "-",
        _ratio(facts.ratio),
        # The note on who never mentions the topic says what the star means.
        _ratio(facts.held) + ("*" if facts.held and not facts.mentions else ""),
    )


def _ratio(ratio: Ratio | None) -> str:
    return "-" if ratio is None else f"{times(ratio.value)} ({times(ratio.low)}–{times(ratio.high)})"


def _lines(found: TopicDimension) -> list[str]:
    lines = []
    if found.slope:
        between = f"{times(found.slope.low)}–{times(found.slope.high)}"
        lines.append(f"one mention more in 100 words goes with {times(found.slope.value)} times the rate ({between})")
    if found.left_out:
        lines.append("no hit, so no ratio: " + ", ".join(found.left_out))
    lines.append(_leakage(found.leakage))
    if found.words is None:
        lines.append("too few sources to tell words of the topic from words of a frame")
    else:
        lines += _words(found.words)
    return lines


def _words(words: tuple[TopicWord, ...]) -> Iterator[str]:
    for alike, said in (
        (True, "used alike, each source between half and twice the rate of the rest, so no evidence of a difference: "),
        (False, "not shown to differ between the sources, for likeness or for want of hits: "),
    ):
        named = [f"{short_pattern(word.entry)} ({count(word.hits, 'hit')})" for word in words if word.alike == alike]
        if named:
            yield said + _listed(named)


def _leakage(found: Leakage) -> str:
    if not found.removed:
        return f"leakage: none of {count(found.hits, 'hit')} overlaps a word of the topic"
    line = f"leakage: without the {found.removed} of {count(found.hits, 'hit')} that overlap the topic, "
    line += "too few sources to rank" if found.rank_correlation is None else _order(found.rank_correlation)
    if not found.claimed:
        return f"{line}; no pair was told apart"
    lost = [f"{a} over {b}" for a, b in found.vanished]
    lost += [f"{a} over {b} (now the other way round)" for a, b in found.reversed]
    if not lost:
        return f"{line}; told apart as before: all of {count(found.claimed, 'pair')}"
    return f"{line}; no longer told apart, of {count(found.claimed, 'pair')}: {_listed(lost)}"


def _order(correlation: float) -> str:
    return f"the order of the sources correlates {correlation:.2f} with that of the table above"


def _listed(names: tuple[str, ...] | list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
