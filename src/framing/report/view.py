"""What is shown, in which order and how rounded: decided once, so that two outputs cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass

from framing.model.result import Comparison, DimensionProfile, SourceProfile
from framing.report.bounds import bounds, value
from framing.report.legend import constants_line, legend
from framing.report.pairs_view import differences, ranks, ties
from framing.report.terms_view import SourceView, any_terms, source_views
from framing.report.wording import count

BAR_WIDTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One source in one dimension, as text; `tokens` and `hits` are of the chosen voices, as `rate` is."""

    source: str
    tokens: str
    hits: str
    rate: str
    interval: str
    bar: int
    direction: str
    quoted: str
    coverage: str
    learned: str
    breadth: str
    marks: str
    short: bool
    articles_only: str
    shrunk: str
    with_a_hit: str
    rarefied: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionView:
    """One dimension: its title, a row a source, and which pairs differ; `directed` ... `several` say what is shown.

    `several`: a source has more than one article; `at_hits`: how many hits `Row.rarefied` is brought to, or "".
    """

    id: str
    title: str
    directed: bool
    learned: bool
    several: bool
    at_hits: str
    rows: tuple[Row, ...]
    differences: tuple[str, ...]
    ties: str
    ranks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The whole page, as text without layout."""

    head: str
    left_out: tuple[str, ...]
    dimensions: tuple[DimensionView, ...]
    sources: tuple[SourceView, ...]
    any_terms: bool
    notes: tuple[str, ...]
    signature: str
    legend: str
    constants: str


def make_view(comparison: Comparison, top: int = 5, *, where_articles: str = "") -> View:
    """Return the view: sources in the order of the comparison (by name), at most `top` entries and terms each.

    `where_articles` completes the legend: where a reader of this page finds the interval of the articles alone.
    """
    return View(
        head=_head(comparison),
        left_out=tuple(_left_out(comparison)),
        dimensions=tuple(_dimension(comparison, name) for name in _names(comparison)),
        sources=source_views(comparison, top),
        any_terms=any_terms(comparison, top),
        notes=comparison.notes,
        signature=comparison.signature.short,
        legend=legend(comparison, articles=where_articles),
        constants=constants_line(comparison),
    )


def _names(comparison: Comparison) -> list[str]:
    return list(comparison.sources[0].dimensions)


def _head(comparison: Comparison) -> str:
    corpus = comparison.corpus
    return ", ".join(
        (
            count(corpus.sources, "source"),
            count(corpus.articles, "article"),
            count(corpus.tokens, "word token"),
        )
    )


def _left_out(comparison: Comparison) -> list[str]:
    corpus = comparison.corpus
    lines = []
    if corpus.boilerplate_tokens:
        reasons = ", ".join(f"{reason} {number}" for reason, number in list(corpus.boilerplate.items())[:5])
        tokens = f"{corpus.boilerplate_tokens:,} tokens, {corpus.boilerplate_share:.0%}"
        lines.append(f"set aside as boilerplate: {tokens} (blocks: {reasons})")
    lines += [item.line for item in corpus.skipped]
    return lines


def _dimension(comparison: Comparison, name: str) -> DimensionView:
    profiles = [(profile, profile.dimensions[name]) for profile in comparison.sources]
    highest = max((facts.rate.value for _, facts in profiles if facts.rate), default=0.0)
    directed = any(facts.stance.contested for _, facts in profiles)
    return DimensionView(
        id=name,
        title=comparison.dimension_titles.get(name, name),
        directed=directed,
        learned=any(facts.classifier for _, facts in profiles),
        several=any(profile.articles > 1 for profile, _ in profiles),
        at_hits=next((str(f.breadth.at_hits) for _, f in profiles if f.breadth.at_hits is not None), ""),
        rows=tuple(_row(profile, facts, highest) for profile, facts in profiles),
        differences=differences(comparison, name),
        ties=ties(comparison, name),
        ranks=ranks(comparison, name),
    )


def _row(profile: SourceProfile, facts: DimensionProfile, highest: float) -> Row:
    rate = facts.rate.value if facts.rate else None
    quoted = facts.voice["quoted"].rate
    short = "insufficient_tokens" in profile.flags
    rarefied = facts.breadth.rarefied
    return Row(
        source=profile.source,
        tokens=f"{profile.spoken_tokens:,}",
        hits=f"{facts.hits:,}",
        rate=value(facts.hits, rate),
        interval="-" if facts.rate is None else bounds(facts.hits, facts.rate.low, facts.rate.high),
        bar=round(BAR_WIDTH * rate / highest) if rate and highest else 0,
        direction=_direction(facts),
        quoted="-" if quoted is None else f"{quoted:.1f}",
        coverage="-" if facts.coverage is None else f"{facts.coverage:.0%}",
        learned=_learned(facts),
        breadth=f"{facts.breadth.hit}/{facts.breadth.of}",
        marks=", ".join((["too short"] if short else []) + [flag.replace("_", " ") for flag in facts.flags]),
        short=short,
        articles_only=bounds(facts.hits, facts.articles_low, facts.articles_high) if profile.articles > 1 else "-",
        shrunk="-" if facts.shrunk is None else f"{facts.shrunk:.1f}",
        with_a_hit="-" if facts.hit_coverage is None else f"{facts.hit_coverage.one:.0%}",
        rarefied="-" if rarefied is None else f"{rarefied:.1f}",
    )


def _learned(facts: DimensionProfile) -> str:
    if facts.classifier is None or facts.classifier.coverage is None:
        return "-"
    return f"{facts.classifier.coverage:.0%}"


def _direction(facts: DimensionProfile) -> str:
    """Return the net rate with its sign, and hits asserted / contested / reported."""
    stance = facts.stance
    if stance.net_rate is None:
        return "-"
    return f"{stance.net_rate:+.1f} ({stance.asserted}/{stance.contested}/{stance.reported})"
