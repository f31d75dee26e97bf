"""A few lines out of many, the same ones in whatever order they come."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from heapq import heappush, heappushpop


class Sample:
    """Keeps the `size` lines whose names have the smallest hashes: a random choice that needs no seed and no order.

    Examples
    --------
    >>> sample = Sample(2)
    >>> for name in "abc":
    ...     sample.offer(name, lambda name=name: f"line {name}")
    >>> again = Sample(2)
    >>> for name in "cab":
    ...     again.offer(name, lambda name=name: f"line {name}")
    >>> len(sample.lines), sample.lines == again.lines
    (2, True)
    """

    __slots__ = ("_heap", "_size")

    def __init__(self, size: int) -> None:
        self._size = size
        self._heap: list[tuple[int, str]] = []

    def offer(self, name: str, line: Callable[[], str]) -> None:
        """Take `line` if the hash of `name` is among the smallest so far; it is written only then."""
        rank = -int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())
        if len(self._heap) < self._size:
            heappush(self._heap, (rank, line()))
        elif rank > self._heap[0][0]:
            heappushpop(self._heap, (rank, line()))

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines held, in the order of their hashes."""
        return tuple(line for _, line in sorted(self._heap, reverse=True))
