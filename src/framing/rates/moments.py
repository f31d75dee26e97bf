"""Integer sums over units (paragraphs or articles) that merge by addition: all that the intervals need.

Letters follow the design note on intervals: y hits, n tokens, per unit; r = y/N the rate; D, SS, V, phi
as defined at the properties.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.errors import DataError
from framing.rates.neighbours import neighbour_spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Moments:
    """Sums of one source and one dimension over its units (paragraphs, or whole articles).

    All fields are Python integers, which do not wrap: 100 million tokens squared, times a thousand
    units, is past 2^63. `__add__` is therefore exactly associative and commutative, and any split of
    a corpus over workers gives the same bytes.

    Attributes
    ----------
    units
        Units with at least one token: P for paragraphs, m for articles.
    y, n
        Hits, and running tokens.
    yy, yn, nn
        Sums over units of y^2, y n and n^2.
    max_y
        Most hits in one unit; None where it was not recorded (unknown plus known is unknown).
    excess, shared
        Sums over articles: what bursts add to the variance of paragraphs, and what neighbouring ones
        share of it, in thousandths (`framing.rates.neighbours`); 0 where their order is not known.

    Examples
    --------
    >>> paragraphs = Moments.of([2, 0, 1], [40, 60, 100])
    >>> paragraphs
    Moments(units=3, y=3, n=200, yy=5, yn=180, nn=15200, max_y=2, excess=0, shared=0)
    >>> paragraphs + Moments.of([4], [50]) == Moments.of([2, 0, 1, 4], [40, 60, 100, 50])
    True
    >>> paragraphs.rate, paragraphs.D
    (0.015, 0.38)
    """

    units: int
    y: int
    n: int
    yy: int
    yn: int
    nn: int
    max_y: int | None = None
    excess: int = 0
    shared: int = 0

    @classmethod
    def zero(cls) -> Moments:
        """Return the sums over no unit: the neutral element of `+`, and the start for `sum`."""
        return cls(0, 0, 0, 0, 0, 0, 0)

    @classmethod
    def of(cls, y: ArrayLike, n: ArrayLike) -> Moments:
        """Return the sums over units, given their hits `y` and their tokens `n`.

        Units without a token are dropped: they have no rate, and would only raise the unit count.

        Raises
        ------
        DataError
            Where the arrays differ in length, are not whole numbers, hold a negative number, or
            count a hit in a unit without a token.
        """
        hits, tokens = _integers(y, "hits"), _integers(n, "tokens")
        if hits.shape != tokens.shape or hits.ndim != 1:
            raise DataError(f"hits and tokens are not two rows of one length: {hits.shape}, {tokens.shape}")
        if np.any(hits[tokens == 0] > 0):
            raise DataError("hits in a unit without a token")
        ys: list[int] = hits[tokens > 0].tolist()
        ns: list[int] = tokens[tokens > 0].tolist()
        # Python integers, not numpy's dot: int64 wraps silently at 2^63.
        return cls(
            units=len(ns),
            y=sum(ys),
            n=sum(ns),
            yy=sum(a * a for a in ys),
            yn=sum(a * b for a, b in zip(ys, ns, strict=True)),
            nn=sum(b * b for b in ns),
            max_y=max(ys, default=0),
        )

    @classmethod
    def of_article(cls, y: ArrayLike, n: ArrayLike) -> Moments:
        """Return the sums over the paragraphs of one article in reading order, neighbours included.

        Raises
        ------
        DataError
            As for `of`.

        Examples
        --------
        >>> Moments.of_article([3, 3, 0, 0], [50, 50, 50, 50])
        Moments(units=4, y=6, n=200, yy=18, yn=300, nn=10000, max_y=3, excess=4500, shared=4500)
        """
        sums = cls.of(y, n)
        spoken = np.asarray(n) > 0
        spread = neighbour_spread(np.asarray(y)[spoken].tolist(), np.asarray(n)[spoken].tolist())
        return replace(sums, excess=spread.excess, shared=spread.shared)

    def __add__(self, other: Moments) -> Moments:
        return Moments.total([self, other])

    @classmethod
    def total(cls, parts: Sequence[Moments]) -> Moments:
        """Return the sum of `parts`, in one pass: 80,000 articles are too many to add two at a time."""
        most = [part.max_y for part in parts]
        sums = {
            each.name: sum(getattr(part, each.name) for part in parts) for each in fields(cls) if each.name != "max_y"
        }
        return cls(**sums, max_y=None if None in most else max((y for y in most if y is not None), default=0))

    def as_one_unit(self) -> Moments:
        """Return the sums with all units taken as one: the paragraphs of an article as that article."""
        if self.n == 0:
            return Moments.zero()
        return Moments(1, self.y, self.n, self.y**2, self.y * self.n, self.n**2, self.y)

    @property
    def rate(self) -> float | None:
        """Return r = y/N, hits per token; None without a token."""
        return self.y / self.n if self.n else None

    @property
    def D(self) -> float | None:  # noqa: N802, the letter of the design note
        """Return sum n^2 / N^2, in (0, 1]; 1/D is the effective number of units. None without a token."""
        return self.nn / self.n**2 if self.n else None

    @property
    def SS(self) -> float | None:  # noqa: N802, the letter of the design note
        """Return sum (y_u - r n_u)^2 = sum y^2 - 2 r sum y n + r^2 sum n^2; None without a token."""
        return self._squares() / self.n**2 if self.n else None

    @property
    def V(self) -> float | None:  # noqa: N802, the letter of the design note
        """Return the variance of y, SS/(1 - D): unbiased where a unit's variance grows with n.

        None with fewer than two units, which show no spread.
        """
        return self._squares() / (self.n**2 - self.nn) if self.units > 1 else None

    @property
    def phi(self) -> float | None:
        """Return V/y, the overdispersion: 1 for independent words. None without a hit or a second unit."""
        return self._squares() / (self.y * (self.n**2 - self.nn)) if self.units > 1 and self.y else None

    def _squares(self) -> int:
        # N^2 SS in whole numbers. In floats the three terms cancel: for a rate that is the same in
        # every unit they left 1e-12 or -1e-12, and the root of the latter is an error.
        return self.yy * self.n**2 - 2 * self.y * self.n * self.yn + self.y**2 * self.nn


def merge_short(y: ArrayLike, n: ArrayLike, shortest: int = 15) -> tuple[Integers, Integers]:
    """Merge units of fewer than `shortest` tokens with the following one, the last with the previous.

    A one-line paragraph of three tokens with one hit has a rate of 333 per 1,000; as a unit of its own
    it would speak of layout, not of bursts.

    Parameters
    ----------
    y
        Hits, one row a unit; further axes (say, dimensions) are kept.
    n
        Tokens, one a unit, in reading order.
    shortest
        Tokens a unit needs to stand alone. If all together have fewer, one unit comes back.

    Returns
    -------
    y, n
        The same sums over fewer units.

    Raises
    ------
    DataError
        Where `y` and `n` differ in length, are not whole numbers, or are negative.

    Examples
    --------
    >>> y, n = merge_short([1, 0, 2, 1], [3, 40, 50, 4])
    >>> y.tolist(), n.tolist()
    ([1, 3], [43, 54])
    """
    hits, tokens = _integers(y, "hits"), _integers(n, "tokens")
    if tokens.ndim != 1 or hits.shape[:1] != tokens.shape:
        raise DataError(f"hits and tokens are not of one length: {hits.shape}, {tokens.shape}")
    starts, start, waiting = [], 0, 0
    for i, size in enumerate(tokens.tolist()):
        waiting += size
        if waiting >= shortest:
            starts.append(start)
            start, waiting = i + 1, 0
    if not starts and len(tokens):
        starts = [0]
    # The last group runs to the end, so a short tail joins the unit before it.
    if not starts:
        return hits, tokens
    return np.add.reduceat(hits, starts, axis=0), np.add.reduceat(tokens, starts)


def _integers(values: ArrayLike, what: str) -> Integers:
    array = np.asarray(values)
    if array.size == 0:
        return array.astype(np.int64)
    if array.dtype.kind not in "iu":
        raise DataError(f"{what} are not whole numbers but {array.dtype}")
    if array.min() < 0:
        raise DataError(f"negative number of {what}")
    return array if array.dtype == np.uint64 else array.astype(np.int64)
