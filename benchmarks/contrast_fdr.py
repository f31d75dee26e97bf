"""The false discovery rate of contrast terms on bursty text, and what they find: the shipped code on made-up corpora.

    python benchmarks/contrast_fdr.py [--quick]

Paragraphs of 30 to 120 tokens; each term's hits negative-binomial with variance phi x mean, phi from 1 to 4 and
its own for every term; where sources have several articles, a gamma effect of each article on each term, whose
cv is 0, half, or the whole of what the row says. Families are sources: a term "raised" has 3 times the rate in
one source. Without one, any find is false. Columns: the burst test that decides `q`; log-odds z, as the paper
has it and with bursts; the TF-IDF difference against its permutation null.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.gather import gather
from framing.contrasts.logodds import ALPHA_0, log_odds_against, prior_size
from framing.contrasts.terms import BREAK, ArticleTerms
from framing.contrasts.tested import Prepared, check_source, prepare
from framing.contrasts.vocabulary import NOTHING
from framing.false_discovery import benjamini_hochberg

Q = 0.10
SEED = 20261125
STATISTICS = ("burst test (`q`)", "log-odds `z`", "`z_bursts`", "TF-IDF (`tfidf_q`)")
BURST_TEST, LOG_ODDS, _, TFIDF = STATISTICS

Floats = NDArray[np.float64]


class World(NamedTuple):
    """One kind of corpus: articles of each source, paragraphs of an article (fewest, most), cv of articles.

    `neighbours` is the cv of a gamma effect that runs of three paragraphs share: neighbours are alike.
    """

    name: str
    articles: tuple[int, ...]
    paragraphs: tuple[int, int]
    cv: float
    neighbours: float = 0.0
    terms: int = 300


WORLDS = (
    World("5 sources, 1 article", (1,) * 5, (12, 60), 0.0),
    World("2 sources, 1 article", (1,) * 2, (12, 60), 0.0),
    World("30 sources, 1 article", (1,) * 30, (6, 30), 0.0),
    World("8 sources, 3 articles, like", (3,) * 8, (6, 20), 0.0),
    World("8 sources, 3 articles", (3,) * 8, (6, 20), 0.6),
    World("6 sources, 10 articles", (10,) * 6, (4, 16), 0.3),
    World("6 sources, 10 articles, cv .6", (10,) * 6, (4, 16), 0.6),
    World("2 sources, 10 articles, cv .6", (10,) * 2, (4, 16), 0.6),
    World("4 sources, 40 articles, cv .6", (40,) * 4, (4, 16), 0.6),
    World("2 to 40 articles, cv .6", (2, 3, 5, 10, 20, 40), (4, 16), 0.6),
    World("5 sources, 1 article, alike .7", (1,) * 5, (12, 60), 0.0, 0.7),
    World("2 sources, 1 article, alike .7", (1,) * 2, (12, 60), 0.0, 0.7),
    World("6 sources, 10 articles, alike .7", (10,) * 6, (4, 16), 0.3, 0.7),
)


class Score(NamedTuple):
    """Of one statistic in one kind of corpus: mean false share of finds, and share of the raised terms found."""

    fdr: float
    power: float


def simulate(
    world: World, raised: float, generator: np.random.Generator
) -> tuple[dict[str, list[ArticleTerms]], Floats]:
    """Return the articles of each source, and the factor on each term's rate, sources x terms.

    Parameters
    ----------
    world
        The kind of corpus.
    raised
        Share of a source's terms with 3 times the rate; 0 for no difference at all.
    generator
        Seeded.
    """
    sources = len(world.articles)
    rate = np.exp(generator.uniform(np.log(0.0003), np.log(0.015), world.terms))
    phi = generator.choice([1.001, 1.5, 2.5, 4.0], world.terms)
    cv = generator.choice([0.0, world.cv / 2, world.cv], world.terms)
    factor = np.where(generator.random((sources, world.terms)) < raised, 3.0, 1.0)
    corpus: dict[str, list[ArticleTerms]] = {}
    for i, count in enumerate(world.articles):
        corpus[f"s{i:03}"] = [
            _article(rate * factor[i] * _effect(cv, generator), phi, world, generator) for _ in range(count)
        ]
    return corpus, factor


def _effect(cv: Floats, generator: np.random.Generator) -> Floats:
    on = np.maximum(cv, 1e-3)
    return np.where(cv > 0, generator.gamma(1 / on**2, on**2), 1.0)


def _article(rate: Floats, phi: Floats, world: World, generator: np.random.Generator) -> ArticleTerms:
    sizes = generator.integers(30, 121, generator.integers(world.paragraphs[0], world.paragraphs[1] + 1))
    run = _effect(np.full((len(sizes) // 3 + 1, world.terms), world.neighbours), generator)
    mean = sizes[:, None] * rate * np.repeat(run, 3, axis=0)[: len(sizes)]
    hits = generator.negative_binomial(mean / (phi - 1), 1 / phi)
    held = np.arange(world.terms)
    paragraphs = [np.repeat(held, row) for row in hits]
    # A burst may overrun its paragraph, which then is as long as its hits.
    sizes = np.maximum(sizes, [len(row) for row in paragraphs])
    tokens = [np.concatenate([row, np.full(n - len(row), NOTHING)]) for row, n in zip(paragraphs, sizes, strict=True)]
    flat = np.concatenate(tokens).astype(np.int32)
    return ArticleTerms(
        words=tuple(f"t{w:04}" for w in held),
        tokens=flat,
        marks=np.full(len(flat), BREAK, dtype=np.uint8),  # no phrases
        starts=np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int32),
        sizes=sizes.astype(np.int32),
    )


def q_values(i: int, prepared: Prepared) -> dict[str, Floats]:
    """Return q of every tested term of source i, by statistic."""
    from scipy.special import ndtr  # noqa: PLC0415 -- where it is needed

    found, on = check_source(i, prepared), prepared.tested
    if found is None:
        return {}
    own, other = found.own, found.other
    sides = own.y, other.y, own.n, other.n, prior_size(ALPHA_0, own.n, other.n)
    z = log_odds_against(*sides).z, log_odds_against(*sides, phi_i=found.phi_own, phi_j=found.phi_other).z
    plain, bursts = (benjamini_hochberg(ndtr(-each[on])) for each in z)
    return dict(zip(STATISTICS, (found.q[on], plain, bursts, found.tfidf_q[on]), strict=True))


def families(
    world: World, raised: float, times: int, seed: int = SEED
) -> Iterator[tuple[dict[str, Floats], NDArray[np.bool_]]]:
    """Yield, for each source of each made-up corpus, the q-values by statistic and which tested terms are raised."""
    generator = np.random.default_rng(seed)
    for _ in range(times):
        corpus, factor = simulate(world, raised, generator)
        counts = gather(corpus)
        if counts is None:
            continue
        prepared = prepare(counts)
        at = np.array([int(term[1:]) for term in counts.terms])[prepared.tested]
        for i in range(len(world.articles)):
            # Raised against the mean of the others: raised in all of them as well, it is no difference.
            yield q_values(i, prepared), factor[i, at] > np.delete(factor, i, axis=0)[:, at].mean(axis=0)


def measure(world: World, raised: float, times: int, seed: int = SEED) -> dict[str, Score]:
    """Return the false discovery rate at q = .10 and the power of each statistic in one kind of corpus."""
    false: dict[str, list[float]] = {name: [] for name in STATISTICS}
    found: dict[str, list[float]] = {name: [] for name in STATISTICS}
    for values, true in families(world, raised, times, seed):
        for name, q in values.items():
            called = q <= Q
            false[name].append(np.count_nonzero(called & ~true) / max(1, np.count_nonzero(called)))
            if true.any():
                found[name].append(np.count_nonzero(called & true) / np.count_nonzero(true))
    return {name: Score(float(np.mean(false[name])), float(np.mean(found[name] or [np.nan]))) for name in STATISTICS}


def main() -> None:
    """Print one row a kind of corpus, as docs/explanation/contrasts.md has them."""
    parser = argparse.ArgumentParser(description="False discovery rate of contrast terms")
    parser.add_argument("--quick", action="store_true", help="a tenth of the corpora")
    quick = parser.parse_args().quick
    print(f"FDR at q = {Q}: no term raised, 1 term in 10 raised 3-fold / power: share of these found\n")
    print(f"| corpus | {' | '.join(STATISTICS)} |\n|---|{'---|' * len(STATISTICS)}", flush=True)
    for world in WORLDS:
        times = max(3, round((30 if quick else 300) / len(world.articles)))
        nothing, some = measure(world, 0.0, times), measure(world, 0.1, times, SEED + 1)
        cells = (f"{nothing[s].fdr:.3f} {some[s].fdr:.3f} / {some[s].power:.2f}".replace("0.", ".") for s in STATISTICS)
        print(f"| {world.name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
