"""How far each term's hits come in bursts: within paragraphs (phi), and from article to article (c squared).

    Var(hits of a source) = phi E + c^2 D E^2        E expected hits, D = sum n_a^2 / N^2 over its articles

Letters as in `framing.rates.moments`: V = SS/(1 - D), SS the squared deviations of units from the source's own
rate, so that a difference between sources is not taken for a burst. Both are pooled over the sources, and a
term of few hits is drawn towards terms as frequent as itself (by octaves), as edgeR draws the dispersion of a
gene towards a trend (Robinson & Smyth 2007).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.layout import Layout
from framing.contrasts.sparse import Matrix, sum_columns, sum_rows

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


class _Level:
    """The hits of units (paragraphs, runs or articles) and of their sources, with what sums of squares need.

    Attributes
    ----------
    units, n, nn
        S: units of each source, their tokens, and the sum of their squared tokens.
    y
        S x W, csr: hits.
    correction
        S: 1/(1 - D) of sources with several units, else 0.
    """

    def __init__(self, matrix: Matrix, sizes: Floats, source: Ints, sources: int) -> None:
        self._matrix, self._source = matrix, source
        self.units = np.bincount(source, minlength=sources)
        self.n, self.nn = np.bincount(source, sizes, sources), np.bincount(source, sizes**2, sources)
        self.y = sum_rows(matrix, source, sources)
        usable = (self.units > 1) & (self.nn < self.n**2)
        d = np.where(usable, self.nn, 0.0) / np.where(usable, self.n, 1.0) ** 2
        self.correction = np.where(usable, 1 / (1 - d), 0.0)
        # SS = sum y^2 - 2 r sum y n + r^2 sum n^2 with r = y/n: what stands behind sum y^2, hits by hits.
        r = self.y.data / np.repeat(self.n, np.diff(self.y.indptr))
        self._rest = r * (
            r * np.repeat(self.nn, np.diff(self.y.indptr)) - 2 * sum_rows(matrix, source, sources, sizes).data
        )

    def squares(self, weight: Floats) -> Floats:
        """Return sum over sources of weight_s SS_s, one a term."""
        of_units = sum_columns(self._matrix, weight[self._source], self._matrix.data**2)
        return of_units + sum_columns(self.y, weight, self._rest)


def measure_bursts(matrix: Matrix, layout: Layout) -> Bursts:
    """Return the bursts of each term.

    Parameters
    ----------
    matrix
        P paragraphs x W terms, csr.
    layout
        Of the paragraphs.
    """
    par = _Level(matrix, layout.sizes, layout.owner, layout.sources)
    v_p = par.squares(par.correction)
    hits = sum_columns(par.y, (par.units > 1).astype(float))
    octave = np.floor(np.log2(np.maximum(sum_columns(par.y, np.ones(layout.sources)), 1))).astype(np.int64)
    articles = np.bincount(layout.source, minlength=layout.sources)
    free = np.minimum(hits, np.maximum(articles - 1, 0).sum())
    if not free.any():  # one article a source
        phi = _moderate(v_p, hits, octave, hits, hits) * _alike(matrix, layout, par, octave)
        return Bursts(np.maximum(LEAST_PHI, phi), np.zeros(len(hits)), np.full(len(hits), np.inf))
    excess, leverage, within = _between(par, _of_blocks(matrix, layout, layout.article))
    c_squared = np.clip(_moderate(excess, leverage, octave, hits, free), 0.0, 4.0)
    phi = _moderate(v_p - c_squared * within, hits, octave, hits, hits)  # c holds what neighbours share
    return Bursts(np.maximum(LEAST_PHI, phi), c_squared, PRIOR + free)


def _of_blocks(matrix: Matrix, layout: Layout, block: Ints) -> _Level:
    sizes, source = layout.of_blocks(block)
    return _Level(sum_rows(matrix, block, len(sizes)), sizes, source, layout.sources)


def _alike(matrix: Matrix, layout: Layout, par: _Level, octave: Ints) -> Floats:
    """Return how much larger bursts are over runs of three paragraphs than over paragraphs: 1 to 2, by octave.

    Neighbouring paragraphs resemble each other, and paragraphs alone do not show it. Runs are too few to tell it
    for each term by itself.
    """
    runs = _of_blocks(matrix, layout, layout.blocks())
    on = (runs.units > 1).astype(float)
    over_runs, over_paragraphs = runs.squares(runs.correction), par.squares(par.correction * on)
    return np.clip(_of_octave(over_runs, over_paragraphs, octave, sum_columns(par.y, on)), 1.0, 2.0)


def _between(par: _Level, art: _Level) -> tuple[Floats, Floats, Floats]:
    """Return per term the parts of c^2 = sum(V_A - V_P)/sum l2 (S_A - S), and what c^2 adds to V_P."""
    on = (art.units > 1).astype(float)
    excess = art.squares(art.correction * on) - par.squares(par.correction * on)
    n2 = np.where(art.n > 0, art.n, 1.0) ** 2
    # S: what an article effect adds to V_P; l2 = (y^2 - V_A)/N^2, the rate squared less its own error.
    expected = par.nn * (n2 - art.nn) * par.correction / n2

    def l2(weight: Floats) -> Floats:
        return sum_columns(art.y, weight / n2, art.y.data**2) - art.squares(art.correction * weight / n2)

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
