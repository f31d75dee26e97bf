"""From coded lines to precision: an entry's verdict, and the precision of a group of entries."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from framing.model.validation import Share, Verdict
from framing.rates.wilson import wilson_interval

#: Fewer decided lines than this allow no verdict.
FEWEST_LINES = 5
#: Kept where the interval lies above: more right than wrong, for all that can be known.
KEEP_FROM = 0.5
#: Dropped where the interval lies below: at best three wrong lines in ten.
DROP_BELOW = 0.7


class Judged(NamedTuple):
    """A decided line: its article, and whether it expresses the sub-frame."""

    article: str
    right: bool


class Stratum(NamedTuple):
    """An entry's decided lines, and the hits in the corpus that they stand for."""

    hits: int
    lines: Sequence[Judged]


def share(right: float, decided: float, level: float) -> Share:
    """Return right / decided with Wilson's interval; empty where nothing was decided."""
    if not decided:
        return Share()
    return Share(right / decided, *wilson_interval(right, decided, level))


def verdict_on(precision: Share, decided: int) -> Verdict:
    """Return what is to be done with an entry.

    keep where the interval's lower bound is at least .5; else drop where its upper bound is below .7; else
    rewrite. With thirty lines: keep from 21 right, drop up to 16, rewrite in between. 'Drop' allows for a thorough
    rewriting, which makes another entry, with other lines.

    Examples
    --------
    >>> [verdict_on(share(right, 30, 0.95), 30) for right in (21, 20, 17, 16)]
    ['keep', 'rewrite', 'rewrite', 'drop']
    """
    if decided < FEWEST_LINES or precision.low is None or precision.high is None:
        return "too few"
    if precision.low >= KEEP_FROM:
        return "keep"
    return "drop" if precision.high < DROP_BELOW else "rewrite"


def weighted_precision(strata: Sequence[Stratum], level: float = 0.95) -> Share:
    """Return the share of right hits in a group of entries, with an interval clustered by article.

    Entries are strata of the hits: P = sum_e W_e p_e with W_e the entry's share of the group's hits. Lines of
    one article are alike, whichever entry drew them, so the variance is summed by article a:
    z_a = sum over lines i in a of (W_e / n_e) sqrt(n_e / (n_e - 1)) (y_i - p_e), V = sum_a z_a^2; with one line
    an article this is the textbook variance of a stratified proportion (Cochran 1977, 5.3). The interval is
    Wilson's at the effective size P(1 - P) / V (Kott 2017; Franco et al. 2019), at most Kish's
    1 / sum_e (W_e^2 / n_e): where every line of every entry is right V is 0, and says nothing of the next line.

    Examples
    --------
    >>> lines = [Judged(str(n), n > 0) for n in range(10)]
    >>> [round(value, 2) for value in weighted_precision([Stratum(90, lines), Stratum(10, lines[1:])])]
    [0.91, 0.61, 0.98]
    """
    held = [stratum for stratum in strata if stratum.lines]
    hits = sum(stratum.hits for stratum in held)
    if not hits:
        return Share()
    value = kish = 0.0
    by_article: defaultdict[str, float] = defaultdict(float)
    for stratum in held:
        n = len(stratum.lines)
        weight = stratum.hits / hits
        p = sum(line.right for line in stratum.lines) / n
        value += weight * p
        kish += weight**2 / n
        scale = weight / n * math.sqrt(n / (n - 1)) if n > 1 else 0.0
        for line in stratum.lines:
            by_article[line.article] += scale * (line.right - p)
    value = min(value, 1.0)  # ninths that add up to 1.0000000000000002
    variance = sum(z * z for z in by_article.values())
    size = 1 / kish
    if variance > 0:
        size = min(size, value * (1 - value) / variance)
    return Share(value, *wilson_interval(value * size, size, level))
