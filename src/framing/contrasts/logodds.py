"""Weighted log-odds with an informative Dirichlet prior: Monroe, Colaresi & Quinn 2008, section 3.5.

Letters and equation numbers follow the paper: y_w counts of word w, n totals, alpha_w the prior's counts;
i the source, j the rest.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# The prior's size in tokens: how many words must speak before a source's own counts outweigh the background.
ALPHA_0 = 500.0


class LogOdds(NamedTuple):
    """delta: log-odds difference (natural log, above 0 = more in i); z: delta over its standard error."""

    delta: Floats
    z: Floats


def log_odds(y_i: Floats, y_j: Floats, background: Floats, alpha_0: float | None = None) -> LogOdds:
    """Return the log-odds of each word in i against j, with their z-scores.

    Parameters
    ----------
    y_i, y_j
        Counts of the W words in the source and in the rest; whole or weighted.
    background
        Counts of the W words in the text the prior is drawn from. Not the source's own words: the same
        tokens as data and as prior would count twice.
    alpha_0
        Size of the prior in tokens; by default 500, or the smaller side's total where that is less.

    Notes
    -----
    z takes words as independent; they come in bursts, so a |z| of 2 is less than it seems. Ranks by z, and
    reads nothing of the size of the effect: see `framing.contrasts.keyness`.

    Examples
    --------
    >>> import numpy as np
    >>> result = log_odds(np.array([10.0, 90.0]), np.array([2.0, 98.0]), np.array([12.0, 188.0]))
    >>> bool(result.delta[0] > 0 > result.delta[1])
    True
    """
    n_i, n_j = y_i.sum(), y_j.sum()
    if alpha_0 is None:
        alpha_0 = min(ALPHA_0, n_i, n_j)
    # A word the background never shows still needs a little mass, else its log-odds are infinite.
    mass = background + 0.01
    alpha = alpha_0 * mass / mass.sum()
    odds_i = (y_i + alpha) / (n_i + alpha_0 - y_i - alpha)
    odds_j = (y_j + alpha) / (n_j + alpha_0 - y_j - alpha)
    delta = np.log(odds_i) - np.log(odds_j)  # eqn 16
    variance = 1.0 / (y_i + alpha) + 1.0 / (y_j + alpha)  # eqn 20
    return LogOdds(delta, delta / np.sqrt(variance))  # eqn 22
