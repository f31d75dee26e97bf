"""How far the hits of a source are of one piece: one entry, one paragraph, or unevenly spread paragraphs.

DP = 1/2 sum_p |s_p - v_p|, s_p the share of paragraph p in the tokens, v_p in the hits: 0 where hits follow
tokens, towards 1 where they crowd. DP_norm = DP / (1 - min s_p) has 1 as its maximum.

The sum needs N and Y, which are known after the last merge only. A paragraph without a hit adds just s_p, so
what has to be carried along is the multiset of (y_p, n_p) of those with one; then everything is in whole numbers.

References
----------
Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus
Linguistics, 13(4), 403-437.
Lijffijt, J., & Gries, S. Th. (2012). Correction to Stefan Th. Gries' "Dispersions and adjusted frequencies in
corpora". International Journal of Corpus Linguistics, 17(1), 147-149.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Dispersion(NamedTuple):
    """DP, and DP_norm, which is None where all tokens stand in one paragraph."""

    dp: float
    dp_norm: float | None


def dispersion(hit_paragraphs: Mapping[tuple[int, int], int], tokens: int, shortest: int) -> Dispersion:
    """Return Gries's deviation of proportions over the paragraphs of a source.

    Parameters
    ----------
    hit_paragraphs
        How many paragraphs hold (y hits, n tokens), for y > 0; at least one.
    tokens
        N, of all paragraphs.
    shortest
        Tokens of the shortest paragraph, with a hit or without.

    Examples
    --------
    >>> dispersion({(2, 50): 2}, 100, 50).dp  # two halves, half of the hits each
    0.0
    >>> dispersion({(3, 25): 1}, 100, 25)  # all hits in a quarter of the text
    Dispersion(dp=0.75, dp_norm=1.0)
    """
    hits = sum(y * many for (y, _), many in hit_paragraphs.items())
    # 2 N Y DP; an order of summing that mattered in the last bit would make two merges two results.
    twice = (tokens - covered(hit_paragraphs, 1)) * hits
    twice += sum(abs(n * hits - y * tokens) * many for (y, n), many in hit_paragraphs.items())
    dp = twice / (2 * tokens * hits)
    return Dispersion(dp, twice / (2 * hits * (tokens - shortest)) if shortest < tokens else None)


def covered(hit_paragraphs: Mapping[tuple[int, int], int], least: int) -> int:
    """Return the tokens of the paragraphs with `least` hits or more.

    Examples
    --------
    >>> covered({(1, 40): 2, (3, 60): 1}, 1), covered({(1, 40): 2, (3, 60): 1}, 2)
    (140, 60)
    """
    return sum(n * many for (y, n), many in hit_paragraphs.items() if y >= least)


def most_hits(hit_paragraphs: Mapping[tuple[int, int], int]) -> int:
    """Return the hits of the paragraph that has most."""
    return max((y for y, _ in hit_paragraphs), default=0)
