"""Weighted log-odds with an informative Dirichlet prior: Monroe, Colaresi & Quinn 2008, section 3.5.

Letters and equation numbers follow the paper: y_w counts of word w, n totals, alpha_w the prior's counts;
i the source, j what it is set against.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# The prior's size in tokens: how many words must speak before a source's own counts outweigh the background.
ALPHA_0 = 500.0
# With other sizes, to see whether a term hangs on that choice.
ALPHA_GRID = (100.0, 500.0, 2000.0)


class LogOdds(NamedTuple):
    """delta: log-odds difference (natural log, above 0 = more in i); z: delta over its standard error."""

    delta: Floats
    z: Floats


def informative_prior(background: Floats, tokens: float, alpha_0: float = ALPHA_0) -> Floats:
    """Return alpha_w = alpha_0 times the share of word w in a background text.

    Parameters
    ----------
    background
        Counts of the W words in it. Not the source's own words: the same tokens as data and as prior would
        count twice.
    tokens
        All tokens of the background, other words too.
    alpha_0
        Size of the whole prior in tokens; the part that is not in `alpha_w` is the other words'.

    Notes
    -----
    A word that the background lacks counts one half there, else its log-odds are infinite.
    """
    alpha: Floats = alpha_0 * np.maximum(background, 0.5) / tokens
    return alpha


def log_odds(  # noqa: PLR0913 -- two sides, the prior, the bursts
    y_i: Floats,
    y_j: Floats,
    n_i: float,
    n_j: float,
    alpha: Floats,
    alpha_0: float,
    *,
    phi_i: Floats | float = 1.0,
    phi_j: Floats | float = 1.0,
) -> LogOdds:
    """Return the log-odds of each word in i against j, with their z-scores.

    Parameters
    ----------
    y_i, y_j
        Counts of the W words on either side; whole or weighted.
    n_i, n_j
        All tokens of either side.
    alpha, alpha_0
        The prior's counts of the W words, and its size.
    phi_i, phi_j
        Variance over mean of each word's count. With 1 the z is the paper's, which takes tokens as
        independent; they come in bursts, and z is too large by about the root of phi.

    Notes
    -----
    z ranks; it says nothing of the size of the effect (see `framing.contrasts.keyness`). And it is blind on one
    side: a word that j lacks has a standard error of about 1/sqrt(alpha_w), so a small z however often i has it.
    Where a word is all that a side says, the odds are taken against half a token of other words on the larger side,
    and as much less on the smaller one: a vocabulary of one word has log-odds of 0.

    Examples
    --------
    >>> import numpy as np
    >>> alpha = informative_prior(np.array([12.0, 188.0]), 200.0, 20.0)
    >>> result = log_odds(np.array([10.0, 90.0]), np.array([2.0, 98.0]), 100.0, 100.0, alpha, 20.0)
    >>> bool(result.delta[0] > 0 > result.delta[1])
    True
    """
    size_i, size_j = n_i + alpha_0, n_j + alpha_0
    least = 0.5 / max(size_i, size_j)
    odds_i = (y_i + alpha) / np.maximum(size_i - y_i - alpha, least * size_i)
    odds_j = (y_j + alpha) / np.maximum(size_j - y_j - alpha, least * size_j)
    delta = np.log(odds_i) - np.log(odds_j)  # eqn 16
    variance = phi_i / (y_i + alpha) + phi_j / (y_j + alpha)  # eqn 20, where phi is 1
    return LogOdds(delta, delta / np.sqrt(variance))  # eqn 22


def prior_size(alpha_0: float, n_i: float, n_j: float) -> float:
    """Return the size of the prior that is used where `alpha_0` is asked for: no larger than either side.

    A prior of 2,000 tokens would drown a source of 300.
    """
    return min(alpha_0, n_i, n_j)


def log_odds_against(  # noqa: PLR0913 -- two sides, the prior, the bursts
    y_i: Floats,
    y_j: Floats,
    n_i: float,
    n_j: float,
    size: float,
    *,
    phi_i: Floats | float = 1.0,
    phi_j: Floats | float = 1.0,
) -> LogOdds:
    """Return `log_odds` with a prior of `size` tokens that has the shares of j: what i is set against."""
    return log_odds(y_i, y_j, n_i, n_j, informative_prior(y_j, n_j, size), size, phi_i=phi_i, phi_j=phi_j)
