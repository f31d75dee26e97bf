"""Entries that the sources use alike: words of the topic that the dictionary took for a frame.

Two things are kept apart. *Alike*: each source's rate of the entry lies, by an interval, within half and twice that
of the rest, and covers it. *Not shown to differ*: the intervals all cover the rate of the rest, which wide ones do,
too; so it was of entries with a dozen hits a source whatever their rates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from framing.model.topic_report import TopicWord
from framing.rates.compared import expected_spread
from framing.rates.pairs import Sides, pair_tests
from framing.rates.pool import Levels, Pool

Floats = NDArray[np.float64]

SHARE = 0.8
FEWEST_SOURCES = 5
# With fewer hits a source no interval of an entry could tell anything.
LEAST_HITS = 3
# A ratio within 1/2 and 2 counts as alike.
ALIKE = 2.0


def topic_words(
    entries: Mapping[str, Counter[str]], levels: Mapping[str, Levels], pool: Pool, level: float
) -> tuple[TopicWord, ...] | None:
    """Return the entries that no source is shown to use otherwise, the most frequent first; None with few sources.

    Each source is held against the others together by the pair rule. An entry's hits are too few to have an
    overdispersion of their own: it is what the corpus leads to expect of so many hits in these articles.

    Parameters
    ----------
    entries
        Hits by entry, for each source.
    levels
        Moments over paragraphs and articles of the dimension, for each source: their layout counts, not their hits.
    pool
        Constants of the dimension.
    level
        Probability that all intervals of one entry cover together, as far as Bonferroni's bound goes.

    Examples
    --------
    >>> from framing.rates.moments import Moments
    >>> from framing.rates.pool import DECLARED
    >>> text = Moments.of([0] * 40, [100] * 40)
    >>> used = {name: Counter(war=90, raid=9, menace=90 if name == "a" else 9) for name in "abcde"}
    >>> for word in topic_words(used, dict.fromkeys("abcde", (text, text.as_one_unit())), DECLARED, 0.95):
    ...     print(word)
    TopicWord(entry='war', sources=5, hits=450, alike=True)
    TopicWord(entry='raid', sources=5, hits=45, alike=False)
    """
    names = [name for name, (par, _) in levels.items() if par.n]
    if len(names) < FEWEST_SOURCES:
        return None
    total: Counter[str] = sum((entries[name] for name in names), Counter())
    found = []
    for entry, hits in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        used = [entries[name][entry] for name in names]
        users = sum(number > 0 for number in used)
        if users < SHARE * len(names) or hits < LEAST_HITS * len(names):
            continue
        low, high = _ratios(used, [levels[name] for name in names], pool, 1 - (1 - level) / len(names))
        if np.all((low <= 1) & (high >= 1)):
            found.append(TopicWord(entry, users, hits, alike=bool(np.all((low >= 1 / ALIKE) & (high <= ALIKE)))))
    return tuple(found)


def _ratios(used: list[int], levels: list[Levels], pool: Pool, level: float) -> tuple[Floats, Floats]:
    """Return the bounds of each source's rate over that of the others' text read as one.

    The rest are these sources: Var(Y_rest) is the sum of their variances, degrees of freedom after Welch.
    """
    y, n = np.array(used, dtype=float), np.array([par.n for par, _ in levels], dtype=float)
    spread = [expected_spread(par, art, pool, hits)[:2] for hits, (par, art) in zip(used, levels, strict=True)]
    phi, nu = np.array(spread).T
    variance, square = phi * y, (phi * y) ** 2 / nu
    rest = variance.sum() - variance
    sides = Sides(
        y=np.append(y, y.sum() - y),
        n=np.append(n, n.sum() - n),
        phi=np.append(phi, rest / (y.sum() - y)),
        nu=np.append(nu, rest**2 / (square.sum() - square)),
    )
    own = np.arange(len(used))
    tests = pair_tests(sides, own, own + len(used), level)
    return tests.low, tests.high
