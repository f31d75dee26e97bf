"""How often the trend test errs, and how often its interval covers, on bursty text of known slope.

    python benchmarks/trend.py [--replicates 400]

Paragraphs are negative-binomial (variance `phi` times mean), articles have gamma effects (coefficient of
variation `cv`), and so do whole months (`shock`): news comes in waves, and the articles of a month share one.
Each replicate is one source and one dimension: no other lends it a constant.
"""

import argparse
import math

import numpy as np

from framing.model.lexicon import Dimension, Lexicon
from framing.model.settings import Settings
from framing.rates.moments import Moments
from framing.rates.tally import DimensionTally, Tally
from framing.rates.trend import AFTER, BEFORE, finish_trend

LEXICON = Lexicon(files=(), dimensions=(Dimension(id="d", title="D"),))
WORLDS = [(1.0, 0.0, 0.0), (1.5, 0.3, 0.0), (2.5, 0.6, 0.0), (1.5, 0.3, 0.3), (2.5, 0.6, 0.5)]
MONTHS, ARTICLES, PER_MONTH = (4, 6, 12, 24), (1, 4), (8, 30)


def gamma(rng, cv, size):
    return rng.gamma(1 / cv**2, cv**2, size) if cv else np.ones(size)


def article(rng, rate, phi):
    """Return the tally of one article of 4 to 20 paragraphs."""
    n = rng.integers(30, 121, rng.integers(4, 21))
    mean = rate * n
    y = rng.negative_binomial(mean / (phi - 1), 1 / phi) if phi > 1 else rng.poisson(mean)
    par = Moments.of(y, n)
    counts = DimensionTally(paragraphs=par, articles=par.as_one_unit())
    return Tally(articles=1, voice_tokens=(int(n.sum()), 0, 0), dimensions={"d": counts})


def change(rng, world, months, articles, hits, slope=0.0, *, event=False):  # noqa: PLR0913, PLR0917 -- the world, spelt out
    """Return the tested change of one simulated source; None where it was not tested."""
    phi, cv, shock = world
    cells, sides = {}, {}
    waves = gamma(rng, shock, months)
    for month in range(months):
        rate = hits / (articles * 12 * 75) * math.exp(slope * (month - (months - 1) / 2)) * waves[month]
        for effect in gamma(rng, cv, articles):
            one = article(rng, rate * effect, phi)
            cells["a", month] = cells.get(("a", month), Tally()) + one
            if event:
                side = "a", BEFORE if month < months // 2 else AFTER, month
                sides[side] = sides.get(side, Tally()) + one
    return finish_trend(cells, sides, "month", LEXICON, Settings(q=0.05)).series[0].change


def measure(rng, *setting, replicates, slope=0.0, event=False):
    """Return the share of replicates said to change, and the share whose interval covers the true ratio."""
    found = [change(rng, *setting, slope, event=event) for _ in range(replicates)]
    tested = [one for one in found if one]
    truth = math.exp(slope)
    covered = [one.low <= truth <= (math.inf if one.high is None else one.high) for one in tested]
    return sum(one.changed for one in tested) / len(tested), sum(covered) / len(tested)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--replicates", type=int, default=400)
    replicates = parser.parse_args().replicates
    rng = np.random.default_rng(20210315)
    print("phi  cv   shock | months articles hits | slope: err, covers 0, covers a trebling | event: err, covers 1")
    for world in WORLDS:
        for months in MONTHS:
            for articles in ARTICLES:
                for hits in PER_MONTH:
                    setting = (world, months, articles, hits)
                    err, none = measure(rng, *setting, replicates=replicates)
                    _, trebled = measure(rng, *setting, replicates=replicates, slope=math.log(3) / (months - 1))
                    wrong, one = measure(rng, *setting, replicates=replicates, event=True)
                    head = "  ".join(f"{value:.1f}" for value in world)
                    print(
                        f"{head}    | {months:6} {articles:8} {hits:4} | "
                        f"{err:10.3f} {none:9.3f} {trebled:18.3f} | {wrong:10.3f} {one:9.3f}",
                        flush=True,
                    )


if __name__ == "__main__":
    main()
