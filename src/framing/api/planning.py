"""Corpus -> Plan: what rate ratios could be told, before any source's rate is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

from framing.api.lexicons import load_lexicon
from framing.api.readings import OnError, Progress, as_corpus, tallies
from framing.errors import DataError, SettingsError
from framing.model.article import Article, Corpus
from framing.model.lexicon import Dimension, Lexicon
from framing.model.plan import Needed, Plan, PlanDimension, PlanPair, PlanSource
from framing.model.settings import VOICES_OF, Settings
from framing.rates.plan import articles_needed, detectable_ratio, tokens_of_one_needed
from framing.rates.pool import Pool, pool_constants
from framing.rates.tally import Tally, total
from framing.signature import article_digest, sign
from framing.study import Study

# With more sources, each is set against the one of median size only: 40 of them have 780 pairs in each dimension.
MOST_SOURCES = 20


class PlanSettings(NamedTuple):
    """What is planned for.

    Attributes
    ----------
    power
        Probability of telling the ratio, .8 by custom.
    base_rate
        Hits per 1,000 tokens to plan with; None takes that of the whole corpus.
    ratio
        If given, how much text this rate ratio needs.
    article_words, paragraph_words
        The articles that are counted then.
    """

    power: float = 0.8
    base_rate: float | None = None
    ratio: float | None = None
    article_words: int = 800
    paragraph_words: int = 60


def plan(
    corpus: Corpus | Iterable[Article] | None = None,
    *,
    plan: PlanSettings | None = None,
    lexicon: Lexicon | None = None,
    settings: Settings | None = None,
    on_error: OnError = "fail",
    progress: Progress | None = None,
) -> Plan:
    """Return the rate ratios that a corpus could tell, by pair and dimension, or the text that a ratio needs.

    To be asked before any result is read: no source's own rate is in the answer.

    Parameters
    ----------
    corpus
        The articles; None where only the text for a ratio is asked, which then needs a base rate.
    plan
        Power, base rate, and the ratio if one is asked for.
    lexicon
        From `load_lexicon`; by default the three shipped dimensions.
    settings
        Voices, level and false discovery rate of the comparison that is planned.
    on_error
        "fail" raises at the first article without words; "skip" leaves it out and notes it.
    progress
        Called after each article.

    Raises
    ------
    SettingsError
        If there is neither a corpus nor a base rate, or a value is out of range.
    DataError
        If an article holds no words (and `on_error` is "fail"), or none is left.

    Examples
    --------
    >>> import framing
    >>> found = framing.plan(framing.demo_corpus())
    >>> len(found.pairs), found.pairs[0].adjusted > found.pairs[0].ratio > 1
    (30, True)
    """
    choice = plan or PlanSettings()
    _check(choice, corpus is None)
    study = Study(lexicon or load_lexicon(), settings or Settings())
    return _plan(_Read() if corpus is None else _read(as_corpus(corpus), study, on_error, progress), choice, study)


class _Read(NamedTuple):
    """What the articles come to: a tally by source, their digests, and what was left out."""

    tallies: Mapping[str, Tally] = MappingProxyType({})
    digests: Sequence[str] = ()
    notes: tuple[str, ...] = ()


def _plan(read: _Read, choice: PlanSettings, study: Study) -> Plan:
    tallies, settings = read.tallies, study.settings
    dimensions = [_dimension(dimension, tallies, choice) for dimension in study.lexicon.dimensions]
    size = {name: sum(one.voice_tokens[v] for v in VOICES_OF[settings.voice]) for name, one in tallies.items()}
    names = sorted(tallies, key=lambda name: (-size[name], name))
    typical = names[len(names) // 2] if len(names) > MOST_SOURCES else ""
    tests = len(names) * (len(names) - 1) // 2 * len(dimensions)
    unplanned = (f"no hit in '{found.title}': give a base rate" for found, _ in dimensions if found.base_rate is None)
    return Plan(
        power=choice.power,
        level=settings.level,
        q=settings.q,
        tests=tests,
        dimensions=tuple(found for found, _ in dimensions),
        sources=tuple(PlanSource(name, tallies[name].articles, size[name]) for name in names),
        typical=typical,
        pairs=() if choice.ratio else tuple(_pairs(names, typical, tallies, dimensions, choice, settings, tests)),
        needed=tuple(_needed(dimensions, choice, settings)),
        notes=(*read.notes, *unplanned),
        signature=sign(study.lexicon, settings, read.digests).short if tallies else "",
    )


def _check(choice: PlanSettings, alone: bool) -> None:  # noqa: FBT001 -- one caller
    if alone and not choice.ratio:
        raise SettingsError("nothing to plan", hint="give a corpus, or a ratio with a base rate")
    if alone and choice.base_rate is None:
        raise SettingsError("no base rate", hint="give one, as hits per 1,000 words (10 is usual), or a corpus")
    if choice.ratio is not None and not choice.ratio > 1:
        raise SettingsError(f"a rate ratio of {choice.ratio}", hint="it is above 1, as 2 for twice the rate")
    if choice.base_rate is not None and not choice.base_rate > 0:
        raise SettingsError(f"a base rate of {choice.base_rate}", hint="hits per 1,000 words, above 0; 10 is usual")
    if not 0 < choice.power < 1:
        raise SettingsError(f"power is {choice.power}", hint="it lies between 0 and 1; .8 is usual")
    if not 1 <= choice.paragraph_words <= choice.article_words:
        raise SettingsError(
            f"articles of {choice.article_words} words in paragraphs of {choice.paragraph_words}",
            hint="an article has one paragraph or more",
        )


def _read(corpus: Corpus, study: Study, on_error: OnError, progress: Progress | None) -> _Read:
    found: dict[str, list[Tally]] = {}
    digests = []
    skipped = list(corpus.skipped)
    for article, one in tallies(corpus, study, on_error, skipped, progress):
        found.setdefault(article.source, []).append(one)
        digests.append(article_digest(article))
    if not found:
        raise DataError("no article is left to plan with", hint="see what was skipped, and why")
    notes = [one.line for one in skipped]
    if len(found) == 1:
        notes.append("one source only: there is no pair to plan for")
    return _Read({source: total(parts) for source, parts in found.items()}, digests, tuple(notes))


def _dimension(dimension: Dimension, tallies: Mapping[str, Tally], choice: PlanSettings) -> tuple[PlanDimension, Pool]:
    levels = [one.dimensions[dimension.id].levels for one in tallies.values()]
    pool = pool_constants(levels)
    hits, tokens = sum(par.y for par, _ in levels), sum(par.n for par, _ in levels)
    rate = choice.base_rate if choice.base_rate is not None else 1000 * hits / tokens if hits else None
    given = choice.base_rate is not None
    found = PlanDimension(dimension.id, dimension.title, rate, given, pool.phi0, pool.c0_squared, pool.rho0)
    return found, pool


def _pairs(  # noqa: PLR0913, PLR0917 -- the parts of one plan
    names: list[str],
    typical: str,
    tallies: Mapping[str, Tally],
    dimensions: list[tuple[PlanDimension, Pool]],
    choice: PlanSettings,
    settings: Settings,
    tests: int,
) -> Iterable[PlanPair]:
    """Yield every pair, or those with the typical source; the larger source first, which says nothing of rates."""
    for a, b in combinations(names, 2):
        if typical and typical not in (a, b):
            continue
        for found, pool in dimensions:
            ratios: list[float | None] = [None, None]
            if found.base_rate is not None:
                sides = tallies[a].dimensions[found.dimension].levels, tallies[b].dimensions[found.dimension].levels
                ratios = [
                    detectable_ratio(found.base_rate / 1000, *sides, pool, power=choice.power, level=level)
                    # As the only find of its family, a pair needs p <= q / tests (Benjamini & Hochberg 1995).
                    for level in (settings.level, 1 - min(settings.q / tests, 1 - settings.level))
                ]
            yield PlanPair(a, b, found.dimension, *ratios)


def _needed(dimensions: list[tuple[PlanDimension, Pool]], choice: PlanSettings, settings: Settings) -> Iterable[Needed]:
    if not choice.ratio:
        return
    per = choice.paragraph_words
    paragraphs = max(1, round(choice.article_words / per))
    for found, pool in dimensions:
        if found.base_rate is None:
            yield Needed(found.dimension, choice.ratio, None, None)
            continue
        rate, how = found.base_rate / 1000, {"power": choice.power, "level": settings.level}
        yield Needed(
            found.dimension,
            choice.ratio,
            articles_needed(choice.ratio, rate, pool, paragraphs=paragraphs, tokens=per, **how),
            tokens_of_one_needed(choice.ratio, rate, pool, tokens=per, **how),
        )
