"""Every term of every source tested against what the source is contrasted with."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.burst_test import upper_tail
from framing.contrasts.bursts import Bursts, measure_bursts
from framing.contrasts.counts import Counts
from framing.contrasts.names import kinds
from framing.contrasts.null import Dealing, dealt_tail
from framing.contrasts.reference import Reference, Side
from framing.contrasts.selection import Resamples
from framing.contrasts.sparse import Matrix, dense_row
from framing.contrasts.tfidf import inverse_frequency, source_means, weigh
from framing.false_discovery import benjamini_hochberg

# No test below: so few hits cannot show a difference, and would only make the family longer.
TESTED_COUNT, TESTED_PARAGRAPHS = 5, 3

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Tested(NamedTuple):
    """One source against its reference: W values each."""

    own: Side
    other: Side
    phi_own: Floats
    phi_other: Floats
    q: Floats
    difference: Floats
    tfidf_z: Floats
    tfidf_q: Floats


class Prepared(NamedTuple):
    """What all sources share."""

    counts: Counts
    reference: Reference
    bursts: Bursts
    tested: Bools
    kinds: NDArray[np.int64]
    means: Matrix
    mean_total: Floats
    dealing: Dealing
    resamples: Resamples
    drawn_total: Floats
    against: str
    level: float


def prepare(counts: Counts, *, against: str = "rest", seed: int = 0, level: float = 0.95) -> Prepared:
    """Return what the contrasts of all sources share."""
    part = counts.part
    n = np.array([of_article.sum() for of_article in counts.sizes])
    d = np.array([(of_article**2).sum() for of_article in counts.sizes]) / np.where(n > 0, n, 1.0) ** 2
    one = counts.names.index(against) if against not in ("rest", "corpus") else against
    reference = Reference(counts.hits, n, d, one)
    weighted = weigh(part.matrix, inverse_frequency(part.matrix, part.layout))
    means = source_means(weighted, part.layout)
    resamples = Resamples(weighted, part.layout, seed)
    total = np.asarray(counts.hits.sum(axis=0)).ravel()
    spread = np.bincount(part.matrix.indices, minlength=len(total))
    return Prepared(
        counts=counts,
        reference=reference,
        bursts=measure_bursts(part.matrix, part.layout),
        tested=(total >= TESTED_COUNT) & (spread >= TESTED_PARAGRAPHS),
        kinds=kinds(part),
        means=means,
        mean_total=np.asarray(means.T @ reference.say).ravel(),
        dealing=Dealing(weighted, part.layout),
        resamples=resamples,
        drawn_total=resamples.weighted_totals(reference.say),
        against=against,
        level=level,
    )


def check_source(i: int, prepared: Prepared) -> Tested | None:
    """Return every term of source i tested against its reference; None where there is nothing to test."""
    reference, bursts, on = prepared.reference, prepared.bursts, prepared.tested
    own, other = reference.own(i), reference.other(i)
    if other is None or not own.n:
        return None
    expected = (own.y + other.y) / (own.n + other.n)
    phi_own = bursts.phi + bursts.c_squared * own.d * expected * own.n
    phi_other = bursts.phi + bursts.c_squared * other.d * expected * other.n
    p = upper_tail(own.y[on], other.y[on], own.n, other.n, phi_own[on], phi_other[on], bursts.nu[on])
    mean = dense_row(prepared.means, i)
    difference = mean - reference.without(i, mean, prepared.mean_total)
    deviation, skewness = prepared.dealing.moments(i, reference.weights(i))
    z = np.where(deviation > 0, difference / np.where(deviation > 0, deviation, 1.0), 0.0)
    dealt = dealt_tail(z[on], skewness[on])
    return Tested(own, other, phi_own, phi_other, _spread(p, on), difference, z, _spread(dealt, on))


def _spread(p: Floats, on: Bools) -> Floats:
    """Return q-values of the terms tested, and 1 for the others."""
    q = np.ones(len(on))
    q[on] = benjamini_hochberg(p)
    return q
