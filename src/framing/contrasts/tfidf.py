"""TF-IDF contrast: mean TF-IDF of a term in one source less the mean of the other sources' means.

A display and a means of discovery; claims go through the burst test. The documents are paragraphs, not
articles: with five articles document frequency takes five values and says nothing. The idf is fitted once, on
the whole corpus, so it is fixed under the null hypothesis that sources do not differ.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.layout import Layout
from framing.contrasts.sparse import Matrix, sum_columns, sum_rows

Floats = NDArray[np.float64]


def inverse_frequency(counts: Matrix, layout: Layout) -> Floats:
    """Return idf = ln((1 + N)/(1 + df)) + 1 of each term, df counted with the sources balanced.

    df is N times the mean over sources of the share of a source's paragraphs that hold the term: else the
    words of the longest source would count as common words. With as many paragraphs in every source it is the
    usual df, and the idf scikit-learn's.

    Parameters
    ----------
    counts
        N paragraphs x W terms, csr.
    layout
        Of the paragraphs. A source without one has no say.
    """
    paragraphs, owner = counts.shape[0], layout.owner
    each = np.bincount(owner)
    share = 1.0 / (each[owner] * np.count_nonzero(each))
    df = paragraphs * sum_columns(counts, share, np.ones(counts.nnz))
    idf: Floats = np.log((1 + paragraphs) / (1 + df)) + 1
    return idf


def weigh(counts: Matrix, idf: Floats) -> Matrix:
    """Return the TF-IDF of a paragraphs x terms count matrix: tf = 1 + ln(count), times idf, L2 rows.

    The rule of scikit-learn's TfidfTransformer(sublinear_tf=True), whose import costs a second.
    """
    weighted = counts.copy()
    weighted.data = (1 + np.log(weighted.data)) * idf[weighted.indices]
    row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    length = np.sqrt(np.bincount(row, weights=weighted.data**2, minlength=counts.shape[0]))
    weighted.data /= length[row]
    return weighted


def source_means(weighted: Matrix, layout: Layout) -> Matrix:
    """Return each source's mean TF-IDF, sources x terms, csr: paragraphs count by their tokens."""
    owner = layout.owner
    return sum_rows(weighted, owner, layout.sources, layout.sizes / np.bincount(owner, layout.sizes)[owner])
