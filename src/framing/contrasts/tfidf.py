"""TF-IDF contrast: mean TF-IDF of a term in one source less the mean of the other sources' means.

A display and a means of discovery; claims go through the burst test. The documents are paragraphs, not
articles: with five articles document frequency takes five values and says nothing. The idf is fitted once, on
the whole corpus, so it is fixed under the null hypothesis that sources do not differ.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Matrix = Any  # scipy.sparse.csr_matrix; the annotation must not import scipy


def inverse_frequency(counts: Matrix, source: Ints, sources: int) -> Floats:
    """Return idf = ln((1 + N)/(1 + df)) + 1 of each term, df counted with the sources balanced.

    df is N times the mean over sources of the share of a source's paragraphs that hold the term: else the
    words of the longest source would count as common words. With as many paragraphs in every source it is the
    usual df, and the idf scikit-learn's.

    Parameters
    ----------
    counts
        N paragraphs x W terms, csr.
    source
        N: number of each paragraph's source.
    sources
        How many there are; one without a paragraph has no say.
    """
    paragraphs = counts.shape[0]
    each = np.bincount(source, minlength=sources)
    share = 1.0 / (each[source] * np.count_nonzero(each))
    weight = np.repeat(share, np.diff(counts.indptr))
    df = paragraphs * np.bincount(counts.indices, weights=weight, minlength=counts.shape[1])
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


def source_means(weighted: Matrix, source: Ints, sizes: Floats, sources: int) -> Matrix:
    """Return each source's mean TF-IDF, sources x terms, csr: paragraphs count by their tokens.

    Parameters
    ----------
    weighted
        Paragraphs x terms.
    source
        Number of each paragraph's source.
    sizes
        Tokens of each paragraph.
    sources
        How many sources there are.
    """
    from scipy.sparse import csr_matrix  # noqa: PLC0415 -- 0.2 s to import

    totals = np.bincount(source, weights=sizes, minlength=sources)
    share = sizes / np.where(totals > 0, totals, 1.0)[source]
    chooser = csr_matrix((share, (source, np.arange(len(source)))), shape=(sources, len(source)))
    return chooser @ weighted
