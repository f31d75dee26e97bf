"""The statistics of the contrast side by side: which terms set each source apart from the others.

Terms are ranked by TF-IDF difference, words, names and topic words apart; what may be claimed of one is its q,
by the burst test over every term tested.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.display import describe, eligible, unabsorbed, widespread
from framing.contrasts.gather import gather
from framing.contrasts.names import KINDS
from framing.contrasts.selection import leading_share
from framing.contrasts.terms import ArticleTerms
from framing.contrasts.tested import Prepared, Tested, check_source, prepare
from framing.errors import SettingsError, did_you_mean
from framing.model.term import TermContrast

Ints = NDArray[np.int64]


def contrast_terms(
    articles: Mapping[str, Sequence[ArticleTerms]],
    *,
    top: int = 10,
    seed: int = 0,
    against: str = "rest",
    level: float = 0.95,
    q: float = 0.10,
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
    q
        False discovery rate at which a term is said to set its source apart.

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
    return {name: contrast_source(i, prepared, top, q) for i, name in enumerate(names)}


def check_against(against: str, names: Sequence[str]) -> None:
    """Raise SettingsError unless `against` is "rest", "corpus" or one of the sources."""
    if against not in ("rest", "corpus", *names):
        raise SettingsError(
            f"no source '{against}' to contrast with",
            hint=f"rest, corpus, or the name of a source: {did_you_mean(against, names)}",
        )


def contrast_source(i: int, prepared: Prepared, top: int, q: float) -> TermContrast:
    """Return the leading terms of the i-th source."""
    tested = check_source(i, prepared)
    number, least = int(np.count_nonzero(prepared.tested)), prepared.counts.least
    every = prepared.counts.every[i]
    if tested is None:
        return TermContrast(prepared.against, (), 0)
    lists, places = _candidates(i, prepared, tested, 3 * top + 10)
    terms = np.concatenate(lists).astype(np.int64)
    if not len(terms):
        return TermContrast(prepared.against, (), number, least, every)
    own = prepared.resamples.means(i, terms)
    apart = own - prepared.reference.without(i, own, prepared.drawn_total[:, terms])
    bounds = np.cumsum([0, *(len(members) for members in lists)])
    ranks = [np.arange(start, end) for start, end in pairwise(bounds.tolist())]
    selected = dict(zip(terms.tolist(), leading_share(apart, ranks, top).tolist(), strict=True))
    shown = {term: places[term] for members in lists for term in members[:top].tolist()}
    described = describe(i, shown, prepared, tested, selected, q)
    return TermContrast(prepared.against, described, number, least, every)


def _candidates(i: int, prepared: Prepared, tested: Tested, most: int) -> tuple[list[Ints], dict[int, Ints]]:
    """Return the terms that may be shown, of each kind, those that stand out most first, and where they stand."""
    fit = eligible(i, prepared.counts, tested)
    # A word and its phrase stand close together, so a few times the room holds both.
    near = np.concatenate([fit[prepared.kinds[fit] == number][: 4 * most] for number in range(len(KINDS))])
    places = prepared.counts.places(i, near)
    left = unabsorbed(widespread(i, near, prepared.counts, places), prepared.counts, tested.own.y)
    return [left[prepared.kinds[left] == number][:most] for number in range(len(KINDS))], places
