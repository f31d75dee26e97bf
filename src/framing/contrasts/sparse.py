"""Sums of the rows and columns of csr matrices."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Matrix = Any  # scipy.sparse.csr_matrix; the annotation must not import scipy


def sum_rows(matrix: Matrix, group: Ints, groups: int, weight: Floats | None = None) -> Matrix:
    """Return the weighted sums of the rows of each group, groups x W. Where entries stand depends on no weight."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 -- 0.2 s to import

    values = np.ones(len(group)) if weight is None else weight
    return csr_matrix((values, (group, np.arange(len(group)))), shape=(groups, len(group))) @ matrix


def sum_columns(matrix: Matrix, weight: Floats, data: Floats | None = None) -> Floats:
    """Return the sum over rows of weight_row times row, one a column; `data` stands in for the matrix's own."""
    row = np.repeat(weight, np.diff(matrix.indptr))
    values = row * (matrix.data if data is None else data)
    return np.bincount(matrix.indices, weights=values, minlength=matrix.shape[1]).astype(np.float64)


def dense_row(matrix: Matrix, i: int) -> Floats:
    """Return row i as an array."""
    row = np.zeros(matrix.shape[1])
    within = slice(matrix.indptr[i], matrix.indptr[i + 1])
    row[matrix.indices[within]] = matrix.data[within]
    return row
