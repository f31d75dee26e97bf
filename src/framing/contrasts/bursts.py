"""How far each term's hits come in bursts: within paragraphs (phi), and from article to article (c squared).

    Var(hits of a source) = phi E + c^2 D E^2        E expected hits, D = sum n_a^2 / N^2 over its articles

Letters as in `framing.rates.moments`: V = SS/(1 - D), SS the squared deviations of units from the source's own
rate, so that a difference between sources is not taken for a burst. Both are pooled over the sources, and a
term of few hits is drawn towards terms as frequent as itself (by octaves), as edgeR draws the dispersion of a
gene towards a trend (Robinson & Smyth 2007).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.null import blocks

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Trust in the other terms of the octave, in hits or in articles; and fewest hits that make an octave its own.
PRIOR = 10.0
FEWEST_IN_OCTAVE = 200.0
# phi 1 is independent words; just above, the beta-binomial is as good as binomial and has no division by 0.
LEAST_PHI = 1.01


class Bursts(NamedTuple):
    """phi (W, at least 1), c_squared (W, 0 to 4), and the degrees of freedom that c_squared rests on (W).

    Where every source is one article c cannot be told: it is 0, its degrees of freedom infinite, and a claim is
    one about these articles.
    """

    phi: Floats
    c_squared: Floats
    nu: Floats


class _Level(NamedTuple):
    """Units (paragraphs or articles) x terms, with what the sums over the units of each source need."""

    matrix: Any
    group: Ints
    n: Floats  # S: tokens
    nn: Floats  # S: sum of squared unit sizes
    units: Ints
    y: Any  # S x W, csr
    yn: Any  # S x W, csr: sum of hits times unit size

    @property
    def correction(self) -> Floats:
        """1/(1 - D) of sources with several units, else 0."""
        usable = (self.units > 1) & (self.nn < self.n**2)
        d = np.where(usable, self.nn, 0.0) / np.where(usable, self.n, 1.0) ** 2
        return np.where(usable, 1 / (1 - d), 0.0)

    def squares(self, weight: Floats) -> Floats:
        """Return sum over sources of weight_s SS_s, one a term: SS = sum y^2 - 2 r sum y n + r^2 sum n^2."""
        row = np.repeat(weight[self.group], np.diff(self.matrix.indptr))
        first = np.bincount(self.matrix.indices, weights=row * self.matrix.data**2, minlength=self.matrix.shape[1])
        n = np.where(self.n > 0, self.n, 1.0)
        cross = _columns(self.y.multiply(self.yn).tocsr(), weight / n)
        return first - 2 * cross + _columns(self.y.multiply(self.y).tocsr(), weight * self.nn / n**2)


def measure_bursts(matrix: Any, sizes: Floats, article: Ints, source: Ints, sources: int) -> Bursts:  # noqa: ANN401 -- a sparse matrix
    """Return the bursts of each term.

    Parameters
    ----------
    matrix
        P paragraphs x W terms, csr.
    sizes
        P: tokens.
    article
        P: number of each paragraph's article.
    source
        A: number of each article's source.
    sources
        How many sources.
    """
    articles = len(source)
    par = _level(matrix, sizes, source[article], sources)
    v_p = par.squares(par.correction)
    hits = _columns(par.y, (par.units > 1).astype(float))
    octave = np.floor(np.log2(np.maximum(np.asarray(matrix.sum(axis=0)).ravel(), 1))).astype(np.int64)
    free = np.minimum(hits, np.maximum(np.bincount(source, minlength=sources) - 1, 0).sum())
    c_squared = np.zeros(len(hits))
    if several := bool(free.any()):
        art = _level(
            sum_rows(matrix, article, articles),
            np.bincount(article, sizes, articles).astype(np.float64),
            source,
            sources,
        )
        excess, leverage, within = _between(par, art)
        c_squared = np.clip(_moderate(excess, leverage, octave, hits, free), 0.0, 4.0)
        v_p -= c_squared * within
    phi = _moderate(v_p, hits, octave, hits, hits)
    if not several:  # where there are several, c holds what neighbours share
        phi *= _alike(matrix, sizes, article, source, par, octave)
    phi = np.maximum(LEAST_PHI, phi)
    return Bursts(phi, c_squared, PRIOR + free if several else np.full(len(hits), np.inf))


def _alike(
    matrix: Any,  # noqa: ANN401
    sizes: Floats,
    article: Ints,
    source: Ints,
    par: _Level,
    octave: Ints,
) -> Floats:
    """Return how much larger bursts are over runs of three paragraphs than over paragraphs: 1 to 2, by octave.

    Neighbouring paragraphs resemble each other, and paragraphs alone do not show it. Runs are too few to tell it
    for each term by itself.
    """
    run = blocks(article, source)
    count = int(run[-1]) + 1
    owner = source[article[np.unique(run, return_index=True)[1]]]
    runs = _level(sum_rows(matrix, run, count), np.bincount(run, sizes, count).astype(np.float64), owner, len(par.n))
    on = (runs.units > 1).astype(float)
    over_runs, over_paragraphs = runs.squares(runs.correction), par.squares(par.correction * on)
    hits = _columns(par.y, on)
    return np.clip(_of_octave(over_runs, over_paragraphs, octave, hits), 1.0, 2.0)


def _between(par: _Level, art: _Level) -> tuple[Floats, Floats, Floats]:
    """Return per term the parts of c^2 = sum(V_A - V_P)/sum l2 (S_A - S), and what c^2 adds to V_P."""
    on = (art.units > 1).astype(float)
    excess = art.squares(art.correction * on) - par.squares(par.correction * on)
    n2 = np.where(art.n > 0, art.n, 1.0) ** 2
    # S: what an article effect adds to V_P; l2 = (y^2 - V_A)/N^2, the rate squared less its own error.
    expected = par.nn * (n2 - art.nn) * par.correction / n2
    squared = art.y.multiply(art.y).tocsr()

    def l2(weight: Floats) -> Floats:
        return _columns(squared, weight / n2) - art.squares(art.correction * weight / n2)

    return excess, l2(on * (art.nn - expected)), np.maximum(l2(on * expected), 0.0)


def _moderate(top: Floats, bottom: Floats, octave: Ints, hits: Floats, trust: Floats) -> Floats:
    """Return top/bottom of each term, drawn towards the ratio of its octave: `trust` against PRIOR."""
    prior = _of_octave(top, bottom, octave, hits)
    own = np.where(bottom > 0, top / np.where(bottom > 0, bottom, 1.0), prior)
    moderated: Floats = (PRIOR * prior + trust * own) / (PRIOR + trust)
    return moderated


def _of_octave(top: Floats, bottom: Floats, octave: Ints, hits: Floats) -> Floats:
    """Return the ratio of sums of each term's octave; of all terms where the octave has few hits."""
    count = octave.max() + 1
    total = np.bincount(octave, hits, count)
    tops, bottoms = np.bincount(octave, top, count), np.bincount(octave, bottom, count)
    overall = top.sum() / bottom.sum() if bottom.sum() > 0 else 0.0
    known = (total >= FEWEST_IN_OCTAVE) & (bottoms > 0)
    ratio: Floats = np.where(known, tops / np.where(known, bottoms, 1.0), overall)[octave]
    return ratio


def _level(matrix: Any, sizes: Floats, group: Ints, sources: int) -> _Level:  # noqa: ANN401
    return _Level(
        matrix,
        group,
        np.bincount(group, sizes, sources).astype(np.float64),
        np.bincount(group, sizes**2, sources).astype(np.float64),
        np.bincount(group, minlength=sources),
        sum_rows(matrix, group, sources),
        sum_rows(matrix, group, sources, sizes),
    )


def sum_rows(matrix: Any, group: Ints, groups: int, weight: Floats | None = None) -> Any:  # noqa: ANN401
    """Return the sums of the rows of each group, groups x W."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 -- 0.2 s to import

    values = np.ones(len(group)) if weight is None else weight
    chooser = csr_matrix((values, (group, np.arange(len(group)))), shape=(groups, len(group)))
    summed = chooser @ matrix
    summed.sort_indices()  # a sum of floats must not depend on how the product was laid out
    return summed


def _columns(matrix: Any, weight: Floats) -> Floats:  # noqa: ANN401
    """Return sum over rows of weight_row times row, one a column."""
    row = np.repeat(weight, np.diff(matrix.indptr))
    return np.bincount(matrix.indices, weights=row * matrix.data, minlength=matrix.shape[1]).astype(np.float64)
