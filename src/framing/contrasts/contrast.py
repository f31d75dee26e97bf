"""The statistics of the contrast side by side: which terms set each source apart from the others.

Terms are ranked by TF-IDF difference, words, names and topic words apart; what may be claimed of one is its q,
by the burst test over every term tested.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.burst_test import benjamini_hochberg, upper_tail
from framing.contrasts.bursts import Bursts, measure_bursts, sum_rows
from framing.contrasts.display import describe, eligible
from framing.contrasts.gather import Counts, gather
from framing.contrasts.names import Kind, kinds
from framing.contrasts.null import Dealing, blocks
from framing.contrasts.reference import Reference, Side
from framing.contrasts.selection import Resamples, leading_share
from framing.contrasts.terms import ArticleTerms
from framing.contrasts.tfidf import inverse_frequency, source_means, weigh
from framing.errors import SettingsError, did_you_mean
from framing.model.result import TermContrast

# No test below: so few hits cannot show a difference, and would only make the family longer.
TESTED_COUNT, TESTED_PARAGRAPHS = 5, 3
KINDS: tuple[Kind, ...] = ("word", "name", "topic")

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
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
    kinds: tuple[Kind, ...]
    means: Floats
    mean_total: Floats
    dealing: Dealing
    resamples: Resamples
    drawn_total: Floats
    against: str
    level: float


def contrast_terms(
    articles: Mapping[str, Sequence[ArticleTerms]],
    *,
    top: int = 10,
    seed: int = 0,
    against: str = "rest",
    level: float = 0.95,
) -> dict[str, TermContrast]:
    """Return the leading terms of each source against what it is contrasted with.

    Parameters
    ----------
    articles
        The articles of each source, in any order.
    top
        How many words, names and topic words a source shows.
    seed
        For the resampling behind `Term.selected`; the same seed gives the same bytes.
    against
        "rest": the other sources, weighted equally; "corpus": the other sources, every token alike; or the name
        of one source.
    level
        Of the interval behind `Term.log_ratio_low`.

    Raises
    ------
    SettingsError
        If `against` names no source.
    """
    names = sorted(articles)
    check_against(against, names)
    counts = gather(articles)
    if counts is None or len(names) < 2:
        return {name: TermContrast(against, (), 0) for name in names}
    prepared = prepare(counts, against=against, seed=seed, level=level)
    return {name: _one_source(i, prepared, top) for i, name in enumerate(names)}


def check_against(against: str, names: Sequence[str]) -> None:
    """Raise SettingsError unless `against` is "rest", "corpus" or one of the sources."""
    if against not in ("rest", "corpus", *names):
        raise SettingsError(
            f"no source '{against}' to contrast with",
            hint=f"rest, corpus, or the name of a source: {did_you_mean(against, names)}",
        )


def prepare(counts: Counts, *, against: str = "rest", seed: int = 0, level: float = 0.95) -> Prepared:
    """Return what the contrasts of all sources share."""
    sources, owner = len(counts.names), counts.paragraph_source
    n = np.bincount(owner, counts.sizes, sources)
    of_article = np.bincount(counts.article, counts.sizes, len(counts.source))
    d = np.bincount(counts.source, of_article**2, sources) / np.where(n > 0, n, 1.0) ** 2
    one = counts.names.index(against) if against not in ("rest", "corpus") else against
    reference = Reference(sum_rows(counts.matrix, owner, sources), n, d, one)
    weighted = weigh(counts.matrix, inverse_frequency(counts.matrix, owner, sources))
    means = source_means(weighted, owner, counts.sizes, sources)
    resamples = Resamples(weighted, counts.sizes, counts.article, counts.source, seed)
    total = np.asarray(counts.matrix.sum(axis=0)).ravel()
    spread = np.bincount(counts.matrix.indices, minlength=len(total))
    return Prepared(
        counts=counts,
        reference=reference,
        bursts=measure_bursts(counts.matrix, counts.sizes, counts.article, counts.source, sources),
        tested=(total >= TESTED_COUNT) & (spread >= TESTED_PARAGRAPHS),
        kinds=kinds(counts),
        means=means,
        mean_total=reference.say @ means,
        dealing=Dealing(weighted, counts.sizes, blocks(counts.article, counts.source), owner, sources),
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
    p = upper_tail(own.y[on], other.y[on], own.n, other.n, phi_own[on], phi_other[on])
    difference = prepared.means[i] - reference.without(i, prepared.means[i], prepared.mean_total)
    deviation = prepared.dealing.deviation(i, reference.weights(i))
    z = np.where(deviation > 0, difference / np.where(deviation > 0, deviation, 1.0), 0.0)
    return Tested(own, other, phi_own, phi_other, _spread(p, on), difference, z, _spread(_above(z[on]), on))


def _spread(p: Floats, on: Bools) -> Floats:
    """Return q-values of the terms tested, and 1 for the others."""
    q = np.ones(len(on))
    q[on] = benjamini_hochberg(p)
    return q


def _above(z: Floats) -> Floats:
    from scipy.special import ndtr  # noqa: PLC0415 -- 0.1 s to import

    above: Floats = ndtr(-z)
    return above


def _one_source(i: int, prepared: Prepared, top: int) -> TermContrast:
    tested = check_source(i, prepared)
    number = int(np.count_nonzero(prepared.tested))
    if tested is None:
        return TermContrast(prepared.against, (), 0)
    lists = _candidates(i, prepared, tested, 3 * top + 10)
    terms = np.concatenate(lists).astype(np.int64)
    if not len(terms):
        return TermContrast(prepared.against, (), number)
    own = prepared.resamples.means(i, terms)
    apart = own - prepared.reference.without(i, own, prepared.drawn_total[:, terms])
    bounds = np.cumsum([0, *(len(members) for members in lists)])
    places = [np.arange(start, end) for start, end in zip(bounds[:-1], bounds[1:], strict=True)]
    selected = dict(zip(terms.tolist(), leading_share(apart, places, top).tolist(), strict=True))
    shown = np.concatenate([members[:top] for members in lists]).astype(np.int64)
    return TermContrast(prepared.against, describe(i, shown, prepared, tested, selected), number)


def _candidates(i: int, prepared: Prepared, tested: Tested, most: int) -> list[Ints]:
    """Return the terms that may be shown, of each kind, those that stand out most first."""
    counts = prepared.counts
    fit = eligible(i, counts, tested.own.y, tested.difference)
    order = fit[np.lexsort((fit, -tested.difference[fit]))]
    kind = np.array([KINDS.index(prepared.kinds[term]) for term in order.tolist()], dtype=np.int64)
    return [order[kind == number][:most] for number in range(len(KINDS))]
