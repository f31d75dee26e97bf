"""A simulated world whose rates are known: bursty words, articles that differ, paragraphs that resemble each other.

A source has m articles; an article has paragraphs of 30 to 120 tokens, and an effect on its rate from a gamma
distribution with mean 1 and coefficient of variation cv. The hits of a paragraph are negative-binomial with
variance phi times mean. That is the same as bursts of log-series size that fall at random, and the same as Poisson
hits round a mean (phi - 1) X, with X gamma of shape k = mean/(phi - 1). With rho > 0 the X of neighbouring
paragraphs are correlated: X' = X Beta(s, k - s) + Gamma(k' - s), s = rho sqrt(k k'), keeps every X gamma and gives
them the lag-one correlation rho, lag two rho^2, and so on (the thinned gamma process in Wolpert 2021, Lecture notes
on stationary gamma processes, arXiv:2106.00087).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.rates.moments import Moments
from framing.rates.neighbours import spread_of_sums

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


class Kind(NamedTuple):
    """How bursty a source is: variance over mean of a paragraph, spread of articles, likeness of neighbours."""

    phi: float
    cv: float
    rho: float = 0.0


class Shape(NamedTuple):
    """How long a source is: articles, and paragraphs an article, evenly spread or log-normal (sd 1, median 20)."""

    articles: int
    fewest: int = 6
    most: int = 60
    heavy: bool = False

    @property
    def mean_tokens(self) -> float:
        """Tokens of a source of even lengths, on average."""
        return self.articles * (self.fewest + self.most) / 2 * 75


class Source(NamedTuple):
    """What the library sees of a source, and what is true of it, in hits per token."""

    par: Moments
    art: Moments
    rate: float
    own: float


# Paragraphs held at once: 6,000 sources of 300 articles would take gigabytes.
AT_ONCE = 3_000_000


def sources(
    rng: np.random.Generator, shape: Shape, kind: Kind, hits: float, number: int, *, same_rate: bool = False
) -> list[Source]:
    """Draw sources, each of another length, with `hits` expected in each.

    With `same_rate`, all have the rate that gives `hits` to a source of mean length: longer ones expect more.
    """
    step = max(1, AT_ONCE // (shape.articles * (400 if shape.heavy else shape.most)))
    found: list[Source] = []
    for start in range(0, number, step):
        found += _some(rng, shape, kind, hits, min(step, number - start), same_rate=same_rate)
    return found


def _some(
    rng: np.random.Generator, shape: Shape, kind: Kind, hits: float, number: int, *, same_rate: bool
) -> list[Source]:
    n = _tokens(rng, shape, number)
    long = n.sum(axis=2)
    total = long.sum(axis=1)
    rate = np.full(number, hits / shape.mean_tokens) if same_rate else hits / total
    effect = rng.gamma(1 / kind.cv**2, kind.cv**2, long.shape) if kind.cv else np.ones(long.shape)
    mean = (rate[:, None] * effect)[:, :, None] * n
    y = _neighbouring(rng, mean, kind) if kind.rho else _independent(rng, mean, kind.phi)
    own = rate * (effect * long).sum(axis=1) / total
    levels = zip(_paragraphs(y, n), _articles(y.sum(axis=2), long), strict=True)
    return [Source(*both, *truth) for both, *truth in zip(levels, rate.tolist(), own.tolist(), strict=True)]


def _tokens(rng: np.random.Generator, shape: Shape, number: int) -> Counts:
    """Tokens by source, article and paragraph; 0 past the end of an article."""
    size = (number, shape.articles)
    if shape.heavy:
        paragraphs = np.clip(np.exp(rng.normal(3, 1, size)).astype(np.int64), 4, 400)
    else:
        paragraphs = rng.integers(shape.fewest, shape.most + 1, size)
    n = rng.integers(30, 121, (*size, int(paragraphs.max())))
    return n * (np.arange(n.shape[2]) < paragraphs[:, :, None])


def _independent(rng: np.random.Generator, mean: Floats, phi: float) -> Counts:
    along = np.cumsum(mean)
    burst = (phi - 1) / np.log(phi) if phi > 1 else 1.0
    where = np.searchsorted(along, rng.random(rng.poisson(along[-1] / burst)) * along[-1], "right")
    size = rng.logseries(1 - 1 / phi, len(where)) if phi > 1 else np.ones(len(where))
    # u * total can round up to the total, which is past the last paragraph.
    y = np.bincount(np.minimum(where, mean.size - 1), size, mean.size)
    return y.astype(np.int64).reshape(mean.shape)


def _neighbouring(rng: np.random.Generator, mean: Floats, kind: Kind) -> Counts:
    k = mean / (kind.phi - 1)
    x = np.zeros_like(k)
    x[:, :, 0] = rng.gamma(k[:, :, 0])
    for p in range(1, k.shape[2]):
        before, now = k[:, :, p - 1], k[:, :, p]
        inside = now > 0
        a, b = before[inside], now[inside]
        # 30 beside 120 tokens: s is at most half of the larger k, and below the smaller up to rho = .5.
        s = np.minimum(kind.rho * np.sqrt(a * b), 0.999 * np.minimum(a, b))
        x[:, :, p][inside] = x[:, :, p - 1][inside] * rng.beta(s, a - s) + rng.gamma(b - s)
    return rng.poisson((kind.phi - 1) * x)


def _paragraphs(y: Counts, n: Counts) -> list[Moments]:
    y1, n1 = y[:, :, 1:], n[:, :, 1:]
    y0, n0 = y[:, :, :-1], n[:, :, :-1]
    excess, shared = spread_of_sums(
        np.count_nonzero(n, axis=2),
        y.sum(axis=2),
        n.sum(axis=2),
        (_sum(y, y), _sum(y, n), _sum(n, n)),
        (_sum(y0, y1), _sum(y0, n1) + _sum(n0, y1), _sum(n0, n1)),
    )
    flat = (len(y), -1)
    return _moments(y.reshape(flat), n.reshape(flat), excess.sum(axis=1), shared.sum(axis=1))


def _sum(a: Counts, b: Counts) -> Counts:
    products: Counts = np.einsum("...p,...p", a, b)  # no array of the products is made
    return products


def _articles(y: Counts, n: Counts) -> list[Moments]:
    nothing = np.zeros(len(y), dtype=np.int64)
    return _moments(y, n, nothing, nothing)


def _moments(y: Counts, n: Counts, excess: Counts, shared: Counts) -> list[Moments]:
    # The sums of Moments.of for a whole array: a call of it for each of a million sources takes minutes.
    columns = (
        np.count_nonzero(n, axis=1),
        y.sum(axis=1),
        n.sum(axis=1),
        _sum(y, y),
        _sum(y, n),
        _sum(n, n),
        y.max(axis=1),
        excess,
        shared,
    )
    return [Moments(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]
