"""How often the trend tests err, and how often their intervals cover, on bursty text of known slope.

    python benchmarks/trend.py [--replicates 150]      five minutes on one core

Each setting as it is done, then the lowest and highest figure of each world, as rows of docs/explanation/trends.md.

Paragraphs are negative-binomial (variance `phi` times mean), articles have gamma effects (coefficient of
variation `cv`), and so do whole months (`shock`): news comes in waves, and the articles of a month share one.
Each replicate is one source and one dimension: no other lends it a constant.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.model.lexicon import Dimension, Lexicon
from framing.model.settings import Settings
from framing.model.trend import Change
from framing.rates.moments import Moments
from framing.rates.pairs import pair_test
from framing.rates.pool import DECLARED
from framing.rates.tally import DimensionTally, Tally
from framing.rates.trend import finish_trend
from framing.rates.trend_event import AFTER, BEFORE

LEXICON = Lexicon(files=(), dimensions=(Dimension(id="d", title="D"),))


class Setting(NamedTuple):
    """A world, and how much of it there is: months, articles a month, hits expected in a month of mean length.

    `lengths` is the standard deviation of the logarithm of an article's length; 0: 4 to 20 paragraphs.
    """

    phi: float
    cv: float
    shock: float
    months: int
    articles: int
    hits: int
    lengths: float = 0.0


WORLDS = [
    *((1.0, 0.0, 0.0, 0.0), (1.5, 0.3, 0.0, 0.0), (2.5, 0.6, 0.0, 0.0), (1.5, 0.3, 0.3, 0.0), (2.5, 0.6, 0.5, 0.0)),
    (1.5, 0.3, 0.3, 1.0),
]
SETTINGS = [
    Setting(*world[:3], months, articles, hits, world[3])
    for world in WORLDS
    for months in (4, 6, 12, 24)
    for articles in (1, 4)
    for hits in (8, 30)
]


def effects(rng: np.random.Generator, cv: float, size: int) -> NDArray[np.float64]:
    """Return gamma effects of mean 1."""
    return rng.gamma(1 / cv**2, cv**2, size) if cv else np.ones(size)


def article(rng: np.random.Generator, rate: float, phi: float, lengths: float) -> Tally:
    """Return the tally of one article."""
    paragraphs = max(1, round(12 * math.exp(lengths * rng.normal()))) if lengths else rng.integers(4, 21)
    n = rng.integers(30, 121, paragraphs)
    mean = rate * n
    y = rng.negative_binomial(mean / (phi - 1), 1 / phi) if phi > 1 else rng.poisson(mean)
    par = Moments.of_article(y, n)
    counts = DimensionTally(paragraphs=par, articles=par.as_one_unit())
    return Tally(articles=1, voice_tokens=(int(n.sum()), 0, 0), dimensions={"d": counts})


def months_of(rng: np.random.Generator, setting: Setting, slope: float) -> list[Tally]:
    """Return the tally of each month of one simulated source."""
    found = []
    for month, wave in enumerate(effects(rng, setting.shock, setting.months).tolist()):
        rate = setting.hits / (setting.articles * 12 * 75) * wave
        rate *= math.exp(slope * (month - (setting.months - 1) / 2))
        each = effects(rng, setting.cv, setting.articles)
        found.append(sum((article(rng, rate * e, setting.phi, setting.lengths) for e in each), Tally()))
    return found


def change(rng: np.random.Generator, setting: Setting, slope: float, *, event: bool) -> Change | None:
    """Return the tested change of one simulated source; None where it was not tested."""
    months = months_of(rng, setting, slope)
    cells = {("a", number): tally for number, tally in enumerate(months)}
    sides = {("a", AFTER if n >= len(months) // 2 else BEFORE, n): tally for n, tally in enumerate(months)}
    return (
        finish_trend(cells, sides if event else {}, "month", LEXICON, Settings(q=0.05, min_tokens=0)).series[0].change
    )


def over_articles(rng: np.random.Generator, setting: Setting, replicates: int) -> float:
    """Return the share said to change at .05 when articles are the units of the test of an event, not months."""
    found = []
    for _ in range(replicates):
        months = [tally.dimensions["d"] for tally in months_of(rng, setting, 0.0)]
        half = len(months) // 2
        before, after = sum(months[:half], DimensionTally()), sum(months[half:], DimensionTally())
        found.append(pair_test((after.paragraphs, after.articles), (before.paragraphs, before.articles), DECLARED))
    tested = [one for one in found if one]
    return sum(one.p_value < 0.05 for one in tested) / len(tested)


def measure(
    rng: np.random.Generator, setting: Setting, replicates: int, *, slope: float = 0.0, event: bool = False
) -> tuple[float, float]:
    """Return the share of replicates said to change at .05, and the share whose interval covers the truth."""
    found = [change(rng, setting, slope, event=event) for _ in range(replicates)]
    tested = [one for one in found if one]
    truth = math.exp(slope)
    covered = [one.low <= truth <= (math.inf if one.high is None else one.high) for one in tested]
    return sum(one.changed for one in tested) / len(tested), sum(covered) / len(tested)


class Figures(NamedTuple):
    """Shares of the replicates of one setting.

    Said to change, covering no slope and covering a trebling, by the slope; said to change and covering 1 at the
    event; and said to change there with articles as units.
    """

    slope: float
    none: float
    trebled: float
    event: float
    one: float
    articles: float


def figures(rng: np.random.Generator, setting: Setting, replicates: int) -> Figures:
    """Measure one setting."""
    err, none = measure(rng, setting, replicates)
    _, trebled = measure(rng, setting, replicates, slope=math.log(3) / (setting.months - 1))
    wrong, one = measure(rng, setting, replicates, event=True)
    return Figures(err, none, trebled, wrong, one, over_articles(rng, setting, replicates))


def summary(found: Mapping[Setting, Figures]) -> list[str]:
    """Return the rows of the page: lowest and highest of each world, and what articles as units came to."""
    lines = []
    for world in WORLDS:
        own = [figures for setting, figures in found.items() if (*setting[:3], setting.lengths) == world]
        cells = (between(getattr(one, name) for one in own) for name in ("slope", "trebled", "event"))
        parts = zip(("bursts", "articles", "months", "lengths"), world, strict=True)
        named = ", ".join(f"{what} {of}" for what, of in parts)
        lines.append(f"| {named} | {' | '.join(cells)} |")
    waves = [figures for setting, figures in found.items() if setting.shock and setting.articles > 1]
    articles = between(one.articles for one in waves)
    lines += [
        "",
        f"months of four articles in waves: articles as units {articles}, months {between(one.event for one in waves)}",
    ]
    return lines


def between(values: Iterable[float]) -> str:
    """Return the lowest and the highest share with two decimals."""
    shares = list(values)
    return f"{min(shares):.2f}-{max(shares):.2f}"


def main() -> None:
    """Print the table of all settings, and the summary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--replicates", type=int, default=150)
    replicates = parser.parse_args().replicates
    rng = np.random.default_rng(20210315)
    print(
        "phi  cv   shock lengths | months articles hits | slope: err, covers 0, covers a trebling "
        "| event: err, covers 1, err over articles"
    )
    found = {}
    for setting in SETTINGS:
        one = found[setting] = figures(rng, setting, replicates)
        head = "  ".join(f"{value:.1f}" for value in (*setting[:3], setting.lengths))
        sizes = f"{setting.months:6} {setting.articles:8} {setting.hits:4}"
        slope = f"{one.slope:10.3f} {one.none:9.3f} {one.trebled:18.3f}"
        print(f"{head}    | {sizes} | {slope} | {one.event:10.3f} {one.one:9.3f} {one.articles:18.3f}", flush=True)
    print("", *summary(found), sep="\n")


if __name__ == "__main__":
    main()
