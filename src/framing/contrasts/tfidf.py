"""TF-IDF contrast: mean TF-IDF of a term in one source less the mean of the other sources' means.

A display and a means of discovery; claims go through the log-odds. The documents are paragraphs, not
articles: with five articles document frequency takes five values and says nothing.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Matrix = Any  # scipy.sparse.csr_matrix; the annotation must not import scipy


def weigh(counts: Matrix) -> Matrix:
    """Return the TF-IDF of a paragraphs x terms count matrix: sublinear tf, smooth idf, L2 rows.

    tf = 1 + ln(count); idf = ln((1 + N)/(1 + df)) + 1 (scikit-learn's TfidfTransformer).
    """
    from sklearn.feature_extraction.text import TfidfTransformer  # noqa: PLC0415 -- 1 s to import

    return TfidfTransformer(sublinear_tf=True, smooth_idf=True, norm="l2").fit_transform(counts)


def source_means(weighted: Matrix, source: NDArray[np.int64], sizes: Floats, sources: int) -> Floats:
    """Return each source's mean TF-IDF, sources x terms: paragraphs count by their tokens.

    Parameters
    ----------
    weighted
        Paragraphs x terms.
    source
        Number of each paragraph's source.
    sizes
        Tokens of each paragraph, or tokens times how often a resample drew it.
    """
    from scipy.sparse import csr_matrix  # noqa: PLC0415 -- 0.2 s to import

    totals = np.bincount(source, weights=sizes, minlength=sources)
    share = sizes / np.where(totals > 0, totals, 1.0)[source]
    chooser = csr_matrix((share, (source, np.arange(len(source)))), shape=(sources, len(source)))
    return np.asarray((chooser @ weighted).todense())


def differences(means: Floats) -> Floats:
    """Return D = own mean less the unweighted mean of the other sources' means; sources x terms.

    Examples
    --------
    >>> import numpy as np
    >>> differences(np.array([[0.4], [0.1], [0.1]])).ravel().round(3).tolist()
    [0.3, -0.15, -0.15]
    """
    count = len(means)
    if count < 2:
        return means
    others = (means.sum(axis=0, keepdims=True) - means) / (count - 1)
    apart: Floats = means - others
    return apart
