"""The contrast of each source against the rest: TF-IDF, log-odds and log ratio side by side.

Terms are ranked by TF-IDF difference, shown only where enough paragraphs carry them, and each with the share
of resamples in which it stays among the leading ones. q is Benjamini-Hochberg over every term tested.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.keyness import log_ratio
from framing.contrasts.logodds import log_odds
from framing.contrasts.terms import ParagraphTerms
from framing.contrasts.tfidf import differences, source_means, weigh
from framing.model.result import Term, TermContrast

LEAST_COUNT = 3
LEAST_PARAGRAPHS = 2
RESAMPLES = 200
# A bigram that holds so much of a word's occurrences stands for the word: "debit sheet", not "debit".
ABSORBED = 0.8

Floats = NDArray[np.float64]


class _Counts(NamedTuple):
    terms: list[str]
    matrix: Any  # paragraphs x terms, csr
    source: NDArray[np.int64]
    sizes: Floats


def contrast_terms(
    paragraphs: Mapping[str, Sequence[ParagraphTerms]], *, top: int = 10, seed: int = 0
) -> dict[str, TermContrast]:
    """Return the leading terms of each source against the others, sources weighted equally.

    Parameters
    ----------
    paragraphs
        The paragraphs of each source.
    top
        How many terms a source shows.
    seed
        For the resampling of paragraphs behind `Term.selected`; the same seed gives the same bytes.
    """
    names = sorted(paragraphs)
    counts = _count(paragraphs, names)
    if counts is None or len(names) < 2:
        return {name: TermContrast("rest", (), 0) for name in names}
    weighted = weigh(counts.matrix)
    difference = differences(source_means(weighted, counts.source, counts.sizes, len(names)))
    by_source = np.stack([np.asarray(counts.matrix[counts.source == i].sum(axis=0)).ravel() for i in range(len(names))])
    selected = _selection_frequency(weighted, counts, len(names), top, seed)
    absorbed = _absorbed(counts)
    return {
        name: _one_source(i, counts.terms, difference, by_source.astype(float), selected, absorbed, top)
        for i, name in enumerate(names)
    }


def _count(paragraphs: Mapping[str, Sequence[ParagraphTerms]], names: Sequence[str]) -> _Counts | None:
    from scipy.sparse import csr_matrix  # noqa: PLC0415 -- 0.2 s to import

    # Articles reach us in any order; their paragraphs are sorted so that no sum of floats depends on it.
    rows = [
        (number, row)
        for number, name in enumerate(names)
        for row in sorted(paragraphs[name], key=lambda row: (row.tokens, sorted(row.terms.items())))
    ]
    total: dict[str, int] = {}
    spread: dict[str, int] = {}
    for _, row in rows:
        for term, count in row.terms.items():
            total[term] = total.get(term, 0) + count
            spread[term] = spread.get(term, 0) + 1
    terms = sorted(t for t, n in total.items() if n >= LEAST_COUNT and spread[t] >= LEAST_PARAGRAPHS)
    if not terms:
        return None
    index = {term: number for number, term in enumerate(terms)}
    data = [
        (position, index[term], count)
        for position, (_, row) in enumerate(rows)
        for term, count in row.terms.items()
        if term in index
    ]
    at, column, value = (np.array(part) for part in zip(*data, strict=True))
    matrix = csr_matrix((value.astype(float), (at, column)), shape=(len(rows), len(terms)))
    matrix.sort_indices()
    sizes = np.array([row.tokens for _, row in rows], dtype=float)
    return _Counts(terms, matrix, np.array([number for number, _ in rows]), sizes)


def _selection_frequency(weighted: Any, counts: _Counts, sources: int, top: int, seed: int) -> Floats:  # noqa: ANN401 -- a sparse matrix
    """Return how often each term is among its source's leading ones when paragraphs are drawn again."""
    generator = np.random.default_rng(seed)
    chosen = np.zeros((sources, len(counts.terms)))
    groups = [np.flatnonzero(counts.source == number) for number in range(sources)]
    for _ in range(RESAMPLES):
        times = np.zeros(len(counts.sizes))
        for group in groups:
            if len(group):
                times[group] = np.bincount(generator.integers(len(group), size=len(group)), minlength=len(group))
        drawn = differences(source_means(weighted, counts.source, counts.sizes * times, sources))
        for number in range(sources):
            leading = np.argpartition(-drawn[number], min(top, drawn.shape[1] - 1))[:top]
            chosen[number, leading[drawn[number, leading] > 0]] += 1
    return chosen / RESAMPLES


def _absorbed(counts: _Counts) -> frozenset[str]:
    totals = dict(zip(counts.terms, np.asarray(counts.matrix.sum(axis=0)).ravel().tolist(), strict=True))
    return frozenset(
        word
        for term, count in totals.items()
        if " " in term
        for word in term.split(" ")
        if word in totals and count >= ABSORBED * totals[word]
    )


def _one_source(  # noqa: PLR0913, PLR0917 -- the three statistics of one source, side by side
    i: int,
    terms: Sequence[str],
    difference: Floats,
    by_source: Floats,
    selected: Floats,
    absorbed: frozenset[str],
    top: int,
) -> TermContrast:
    own = by_source[i]
    totals = by_source.sum(axis=1)
    others = [j for j in range(len(by_source)) if j != i and totals[j] > 0]
    if not others or totals[i] == 0:
        return TermContrast("rest", (), 0)
    # The rest with its sources weighted equally, as many tokens as it really has.
    shares = np.stack([by_source[j] / totals[j] for j in others])
    rest = shares.mean(axis=0) * totals[others].sum()
    z = log_odds(own, rest, rest).z
    ratio = log_ratio(own, rest, float(totals[i]), float(totals[others].sum()))
    q = _q_values(z)
    order = sorted(range(len(terms)), key=lambda w: (-difference[i, w], terms[w]))
    shown = [w for w in order if own[w] >= LEAST_COUNT and difference[i, w] > 0 and terms[w] not in absorbed]
    return TermContrast(
        "rest",
        tuple(
            Term(
                term=terms[w],
                count=int(own[w]),
                tfidf_difference=float(difference[i, w]),
                z=float(z[w]),
                log_ratio=float(ratio[w]),
                q=q[w],
                selected=float(selected[i, w]),
            )
            for w in shown[:top]
        ),
        len(terms),
    )


def _q_values(z: Floats) -> list[float]:
    """Return Benjamini-Hochberg q-values of two-sided normal tests (Benjamini & Hochberg 1995)."""
    p = np.array([math.erfc(abs(value) / math.sqrt(2)) for value in z.tolist()])
    order = np.argsort(-p, kind="stable")
    ranks = len(p) - np.arange(len(p))
    q = np.minimum.accumulate(p[order] * len(p) / ranks)
    result = np.empty(len(p))
    result[order] = np.minimum(q, 1.0)
    return [float(value) for value in result]
