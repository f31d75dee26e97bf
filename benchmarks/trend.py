"""How often the trend tests err, and how often their intervals cover, on bursty text of known slope.

    python benchmarks/trend.py [--replicates 150]      two and a half minutes

Paragraphs are negative-binomial (variance `phi` times mean), articles have gamma effects (coefficient of
variation `cv`), and so do whole months (`shock`): news comes in waves, and the articles of a month share one.
Each replicate is one source and one dimension: no other lends it a constant.
"""

from __future__ import annotations

import argparse
import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.model.lexicon import Dimension, Lexicon
from framing.model.settings import Settings
from framing.model.trend import Change
from framing.rates.moments import Moments
from framing.rates.tally import DimensionTally, Tally
from framing.rates.trend import finish_trend
from framing.rates.trend_event import AFTER, BEFORE

LEXICON = Lexicon(files=(), dimensions=(Dimension(id="d", title="D"),))


class Setting(NamedTuple):
    """A world, and how much of it there is: months, articles a month, hits expected in a month."""

    phi: float
    cv: float
    shock: float
    months: int
    articles: int
    hits: int


WORLDS = [(1.0, 0.0, 0.0), (1.5, 0.3, 0.0), (2.5, 0.6, 0.0), (1.5, 0.3, 0.3), (2.5, 0.6, 0.5)]
SETTINGS = [
    Setting(*world, months, articles, hits)
    for world in WORLDS
    for months in (4, 6, 12, 24)
    for articles in (1, 4)
    for hits in (8, 30)
]


def effects(rng: np.random.Generator, cv: float, size: int) -> NDArray[np.float64]:
    """Return gamma effects of mean 1."""
    return rng.gamma(1 / cv**2, cv**2, size) if cv else np.ones(size)


def article(rng: np.random.Generator, rate: float, phi: float) -> Tally:
    """Return the tally of one article of 4 to 20 paragraphs."""
    n = rng.integers(30, 121, rng.integers(4, 21))
    mean = rate * n
    y = rng.negative_binomial(mean / (phi - 1), 1 / phi) if phi > 1 else rng.poisson(mean)
    par = Moments.of(y, n)
    counts = DimensionTally(paragraphs=par, articles=par.as_one_unit())
    return Tally(articles=1, voice_tokens=(int(n.sum()), 0, 0), dimensions={"d": counts})


def change(rng: np.random.Generator, setting: Setting, slope: float, *, event: bool) -> Change | None:
    """Return the tested change of one simulated source; None where it was not tested."""
    cells: dict[tuple[str, int], Tally] = {}
    sides: dict[tuple[str, str, int], Tally] = {}
    for month, wave in enumerate(effects(rng, setting.shock, setting.months).tolist()):
        rate = setting.hits / (setting.articles * 12 * 75) * wave
        rate *= math.exp(slope * (month - (setting.months - 1) / 2))
        both = sum((article(rng, rate * e, setting.phi) for e in effects(rng, setting.cv, setting.articles)), Tally())
        cells["a", month] = both
        if event:
            sides["a", BEFORE if month < setting.months // 2 else AFTER, month] = both
    return finish_trend(cells, sides, "month", LEXICON, Settings(q=0.05)).series[0].change


def measure(
    rng: np.random.Generator, setting: Setting, replicates: int, *, slope: float = 0.0, event: bool = False
) -> tuple[float, float]:
    """Return the share of replicates said to change at .05, and the share whose interval covers the truth."""
    found = [change(rng, setting, slope, event=event) for _ in range(replicates)]
    tested = [one for one in found if one]
    truth = math.exp(slope)
    covered = [one.low <= truth <= (math.inf if one.high is None else one.high) for one in tested]
    return sum(one.changed for one in tested) / len(tested), sum(covered) / len(tested)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--replicates", type=int, default=150)
    replicates = parser.parse_args().replicates
    rng = np.random.default_rng(20210315)
    print("phi  cv   shock | months articles hits | slope: err, covers 0, covers a trebling | event: err, covers 1")
    for setting in SETTINGS:
        err, none = measure(rng, setting, replicates)
        _, trebled = measure(rng, setting, replicates, slope=math.log(3) / (setting.months - 1))
        wrong, one = measure(rng, setting, replicates, event=True)
        head = "  ".join(f"{value:.1f}" for value in setting[:3])
        sizes = f"{setting.months:6} {setting.articles:8} {setting.hits:4}"
        print(f"{head}    | {sizes} | {err:10.3f} {none:9.3f} {trebled:18.3f} | {wrong:10.3f} {one:9.3f}", flush=True)


if __name__ == "__main__":
    main()
