"""What a source is set against: the rest of the sources, all other tokens, or one source."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.sparse import Matrix, dense_row

Floats = NDArray[np.float64]

# A source below this has a say by its share of it: one of twenty tokens must not be a tenth of "the rest".
FULL_SAY = 400.0
# Means that are equal come out this much apart at most, in parts of what they were taken from: sums of floats.
DUST = 1e-12


class Side(NamedTuple):
    """One side of a contrast: W counts, its tokens, and D = sum of squared shares of its articles.

    A mean of rates with weights w carries the information of n = 1/sum(w^2/n_s) tokens, not of all it was
    taken from; `y` is the mean rate times that n, so not a whole number.
    """

    y: Floats
    n: float
    d: float


class Reference:
    """The counts of all sources, ready to say for each what stands against it.

    Parameters
    ----------
    y
        Hits, S sources x W terms, csr.
    n
        S: tokens.
    d
        S: sum of squared shares of each source's articles in its tokens.
    against
        "rest": the others, weighted equally; "corpus": the others, every token alike; else the position of
        one source.

    Attributes
    ----------
    say
        S: weight of each source in a reference that leaves none out.
    """

    def __init__(self, y: Matrix, n: Floats, d: Floats, against: str | int) -> None:
        self._y, self._n, self._d = y, n, d
        if isinstance(against, int):
            self.say = np.zeros(len(n))
            self.say[against] = 1.0
        else:
            self.say = np.minimum(1.0, n / FULL_SAY) if against == "rest" else n.astype(np.float64)
        self._rates = np.asarray(y.T @ (self.say / np.where(n > 0, n, 1.0))).ravel()

    def own(self, i: int) -> Side:
        """Return source i itself."""
        return Side(dense_row(self._y, i), float(self._n[i]), float(self._d[i]))

    def other(self, i: int) -> Side | None:
        """Return what stands against source i; None where nothing does."""
        weight = self.weights(i)
        on = (weight > 0) & (self._n > 0)
        if not on.any():
            return None
        n = float(1 / (weight[on] ** 2 / self._n[on]).sum())
        own = self.own(i)
        rate = self.without(i, own.y / max(own.n, 1.0), self._rates)
        return Side(rate * n, n, float((weight**2 * self._d).sum()))

    def weights(self, i: int) -> Floats:
        """Return the share of each source in what stands against source i; all 0 where nothing does."""
        weight = self.say.copy()
        weight[i] = 0.0
        total = weight.sum()
        return weight / total if total > 0 else weight

    def without(self, i: int, own: Floats, total: Floats) -> Floats:
        """Return the weighted mean over all but source i, of anything whose `say`-weighted total is known.

        Own taken from the total leaves a trace of rounding, and a word that no other source has would be in them,
        or one that all use alike would set a source apart. What is within rounding of 0 is 0, of own is own.

        Parameters
        ----------
        i
            The source.
        own
            What it has, at least 0.
        total
            Sum over the sources of `say` times what they have.
        """
        rest = self.say.sum() - self.say[i]
        mean: Floats = (total - self.say[i] * own) / rest
        trace = total * (DUST / rest)
        mean[mean <= trace] = 0.0
        return np.where(np.abs(mean - own) <= trace, own, mean)
