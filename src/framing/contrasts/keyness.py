"""Keyness of words: the log-likelihood ratio G2 (Dunning 1993), the log ratio (Hardie 2014), LRC (Evert 2022)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def log_likelihood(y_i: Floats, y_j: Floats, n_i: float, n_j: float, *, williams: bool = False) -> Floats:
    """Return G2 = 2 sum over the four cells of O ln(O/E), one value a word; never negative.

    All four cells (Dunning 1993), not the two of the web calculators, which leave out "not this word" and
    agree only for rare words. An empty cell adds 0: x ln x -> 0.

    Parameters
    ----------
    y_i, y_j
        Counts of the W words on either side.
    n_i, n_j
        Tokens of either side.
    williams
        Divide by Williams' (1976) q = 1 + (N/r_1 + N/r_2 - 1)(N/c_1 + N/c_2 - 1)/(6 N), r and c the margins
        of the table: G2 of small counts comes nearer its chi-square distribution. A word that neither side
        has stays 0.

    Examples
    --------
    >>> import numpy as np
    >>> log_likelihood(np.array([10.0]), np.array([10.0]), 100, 100).tolist()
    [0.0]
    """
    total = n_i + n_j
    word = y_i + y_j
    observed = np.stack([y_i, y_j, n_i - y_i, n_j - y_j])
    expected = np.stack([word * n_i, word * n_j, (total - word) * n_i, (total - word) * n_j]) / total
    parts = observed * np.log(np.where(observed > 0, observed, 1.0) / np.where(observed > 0, expected, 1.0))
    statistic: Floats = np.maximum(0.0, 2.0 * parts.sum(axis=0))
    if not williams:
        return statistic
    inside = (word > 0) & (word < total)
    safe = np.where(inside, word, total / 2)
    q = 1 + (total / safe + total / (total - safe) - 1) * (total / n_i + total / n_j - 1) / (6 * total)
    return np.where(inside, statistic / q, statistic)


def log_ratio(y_i: Floats, y_j: Floats, n_i: float, n_j: float) -> Floats:
    """Return log2 of the two relative frequencies; a word counts at least 1/2 on either side.

    At least, not only where a side lacks it: a weighted count may be 0.01, and a word found once would have a larger
    ratio than one never found.

    Examples
    --------
    >>> import numpy as np
    >>> log_ratio(np.array([8.0, 8.0, 8.0]), np.array([2.0, 0.01, 0.0]), 100, 100).tolist()
    [2.0, 4.0, 4.0]
    """
    return np.asarray(np.log2((np.maximum(y_i, 0.5) / n_i) / (np.maximum(y_j, 0.5) / n_j)))


def conservative_log_ratio(  # noqa: PLR0913 -- the table, the level, the family, the bursts
    y_i: Floats,
    y_j: Floats,
    n_i: float,
    n_j: float,
    *,
    level: float = 0.95,
    family: int = 1,
    phi: Floats | float = 1.0,
) -> Floats:
    """Return LRC, the bound of the log ratio's interval that lies nearer 0, and 0 where it spans 0.

    Given y_i + y_j, y_i is binomial with odds (p_i n_i)/(p_j n_j); the bounds are Clopper and Pearson's, at
    `level` for `family` words at once (Bonferroni), as odds times n_j/n_i and in base 2 (Evert 2022). One
    number for size and evidence: a word of one hit has 0, however large its ratio. A word that one side lacks
    needs no filling; its outer bound is infinite and not asked for.

    Parameters
    ----------
    phi
        Variance over mean of the words' counts. Hits that come in bursts carry less: y/phi of them.

    Examples
    --------
    >>> import numpy as np
    >>> conservative_log_ratio(np.array([40.0, 1.0]), np.array([5.0, 0.0]), 1000, 1000).round(2).tolist()
    [1.66, 0.0]
    """
    from scipy.special import betaincinv  # noqa: PLC0415 -- 0.1 s to import

    tail = (1 - level) / 2 / family
    own, other = y_i / phi, y_j / phi
    more = y_i * n_j > y_j * n_i
    # In the lower tail on either side: near 1 the upper one has no digits left.
    first, second = np.where(more, own, other), np.where(more, other, own)
    held = first > 0
    share = np.where(held, betaincinv(np.where(held, first, 1.0), second + 1.0, tail), 0.0)
    scale = np.where(more, n_j / n_i, n_i / n_j)
    bound = np.log2(np.where(held, scale * share / (1 - share), 1.0))
    return np.where(more, 1.0, -1.0) * np.maximum(bound, 0.0) + 0.0  # no -0.0
