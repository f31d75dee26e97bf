"""Which terms may be shown for a source, and all that is said of those that are."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.counts import Counts
from framing.contrasts.find_terms import LEAST_COUNT
from framing.contrasts.gather import LEAST_PARAGRAPHS
from framing.contrasts.keyness import conservative_log_ratio, log_likelihood, log_ratio
from framing.contrasts.logodds import ALPHA_0, ALPHA_GRID, log_odds_against, prior_size
from framing.contrasts.names import KINDS
from framing.contrasts.reference import DUST
from framing.contrasts.stock import flags
from framing.contrasts.tested import Prepared, Tested
from framing.model.term import Term

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# A phrase that holds so much of a word's occurrences stands for the word: "debit sheet", not "debit".
ABSORBED = 0.8
# With so many articles a term is asked to be in three of them (text dispersion: Egbert & Biber 2019).
MANY_ARTICLES, LEAST_ARTICLES = 20, 3
# Below, a term is flagged: text drawn again would often not show it.
SELECTED = 0.7


def eligible(i: int, counts: Counts, tested: Tested) -> Ints:
    """Return the terms of source i that are frequent and spread enough and stand out, the most first.

    They do by their TF-IDF and by their rate: in short paragraphs a term has a higher TF-IDF at the same rate.
    """
    own, other, difference = tested.own, tested.other, tested.difference
    rows = counts.part.matrix[counts.part.layout.paragraphs_of(i)]
    spread = np.bincount(rows.indices, minlength=len(own.y))
    fit = np.flatnonzero((own.y >= LEAST_COUNT) & (spread >= LEAST_PARAGRAPHS) & (difference > 0))
    fit = fit[log_ratio(own.y[fit], other.y[fit], own.n, other.n) > DUST]
    return fit[np.lexsort((fit, -difference[fit]))]


def widespread(i: int, terms: Ints, counts: Counts, places: Mapping[int, Ints]) -> Ints:
    """Return `terms` without those of fewer than three articles, where source i has twenty."""
    tokens = counts.tokens[i]
    if len(tokens.articles) < MANY_ARTICLES:
        return terms
    held = [tokens.articles_with(places[term]) >= LEAST_ARTICLES for term in terms.tolist()]
    return terms[np.array(held, dtype=np.bool_)]


def unabsorbed(terms: Ints, counts: Counts, own: Floats) -> Ints:
    """Return `terms` without the words that stand in the source for a phrase among them."""
    place = {counts.terms[term]: term for term in terms.tolist()}
    absorbed = {
        place[word]
        for phrase, term in place.items()
        if " " in phrase
        for word in phrase.split(" ")
        if word in place and own[term] >= ABSORBED * own[place[word]]
    }
    return np.array([term for term in terms.tolist() if term not in absorbed], dtype=np.int64)


def describe(
    i: int,
    places: Mapping[int, Ints],
    prepared: Prepared,
    tested: Tested,
    selected: Mapping[int, float],
    q: float,
) -> tuple[Term, ...]:
    """Return the terms shown, with every statistic of each; `places`: where in its tokens each of them ends."""
    counts, own, other = prepared.counts, tested.own, tested.other
    shown, tokens = np.array(list(places), dtype=np.int64), counts.tokens[i]
    y, against, phi = own.y[shown], other.y[shown], tested.phi_own[shown]
    z, z_bursts, by_prior = _log_odds(shown, tested)
    ratio = log_ratio(y, against, own.n, other.n)
    low = conservative_log_ratio(
        y, against, own.n, other.n, level=prepared.level, family=max(int(prepared.tested.sum()), 1), phi=phi
    )
    g2 = log_likelihood(y, against, own.n, other.n, williams=True)
    terms = []
    for k, w in enumerate(shown.tolist()):
        at = places[w]
        marks = flags(tokens, at, counts.terms[w].count(" ") + 1)
        marks += ("low_selection",) if selected[w] < SELECTED else ()
        terms.append(
            Term(
                term=counts.terms[w],
                count=int(y[k]),
                tfidf_difference=float(tested.difference[w]),
                z=float(z[k]),
                log_ratio=float(ratio[k]),
                q=float(tested.q[w]),
                selected=selected[w],
                apart=bool(prepared.tested[w] and tested.q[w] <= q),
                kind=KINDS[prepared.kinds[w]],
                tested=bool(prepared.tested[w]),
                paragraphs=tokens.paragraphs_with(at),
                articles=tokens.articles_with(at),
                z_bursts=float(z_bursts[k]),
                z_by_prior={size: float(each[k]) for size, each in by_prior.items()},
                phi=float(phi[k]),
                g2=float(g2[k]),
                log_ratio_low=float(low[k]),
                tfidf_z=float(tested.tfidf_z[w]),
                tfidf_q=float(tested.tfidf_q[w]),
                flags=marks,
            )
        )
    return tuple(terms)


def _log_odds(shown: Ints, tested: Tested) -> tuple[Floats, Floats, dict[str, Floats]]:
    """Return z, z with bursts, and z with bursts by the size of the prior, which the shorter side may have cut."""
    own, other = tested.own, tested.other

    def z(size: float, phi_i: Floats | float = 1.0, phi_j: Floats | float = 1.0) -> Floats:
        return log_odds_against(own.y[shown], other.y[shown], own.n, other.n, size, phi_i=phi_i, phi_j=phi_j).z

    usual, *sizes = (prior_size(alpha_0, own.n, other.n) for alpha_0 in (ALPHA_0, *ALPHA_GRID))
    by_size = {size: z(size, tested.phi_own[shown], tested.phi_other[shown]) for size in sizes}
    return z(usual), by_size[usual], {f"{size:.0f}": each for size, each in by_size.items()}
