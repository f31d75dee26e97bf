"""Names of sources in a column too narrow for them: cut, and still told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from framing.report.escape import plain
from framing.report.width import columns, cut, head, tail


def short_names(names: Iterable[str], width: int) -> dict[str, str]:
    """Return each name in at most `width` columns: cut at the end, or in the middle where ends tell them apart.

    "Harbour Board | 2021-Q1" and "Harbour Board | 2021-Q2" are one name when both are cut at the end.

    Examples
    --------
    >>> list(short_names(["The Moscow Times", "Harbour Board | 2021-Q1", "Harbour Board | 2021-Q2"], 15).values())
    ['The Moscow Tim…', 'Harbour…2021-Q1', 'Harbour…2021-Q2']
    """
    every = list(dict.fromkeys(names))
    ends = {name: cut(plain(name), width) for name in every}
    often = Counter(ends.values())
    return {name: end if often[end] == 1 else _middle(plain(name), width) for name, end in ends.items()}


def _middle(name: str, width: int) -> str:
    behind = (width - 1) // 2
    return name if columns(name) <= width else head(name, width - 1 - behind) + "…" + tail(name, behind)
