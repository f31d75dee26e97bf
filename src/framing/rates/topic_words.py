"""Entries that the sources use alike: words of the topic that the dictionary took for a frame.

An entry is flagged where at least four in five sources use it and no source's rate of it differs from that of
the rest, by rule R2's interval at a level that makes all of them cover together.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from framing.model.topic_report import TopicWord
from framing.rates.pool import Pool
from framing.rates.quantiles import z_two_sided

SHARE = 0.8
FEWEST_SOURCES = 5
# With fewer hits a source, an entry is alike everywhere because nothing can be seen, not because it is.
LEAST_HITS = 3


def topic_words(
    entries: Mapping[str, Counter[str]], tokens: Mapping[str, int], pool: Pool, level: float
) -> tuple[TopicWord, ...] | None:
    """Return the flagged entries of one dimension, the most frequent first; None with too few sources to say.

    Parameters
    ----------
    entries
        Hits by entry, for each source.
    tokens
        Tokens of each source.
    pool
        Constants of the dimension: phi0 stands for the bursts of every entry.
    level
        Probability that all intervals of one entry cover together, as far as Bonferroni's bound goes.

    Examples
    --------
    >>> from framing.rates.pool import DECLARED
    >>> used = {name: Counter(war=9, menace=30 if name == "a" else 1) for name in "abcde"}
    >>> topic_words(used, dict.fromkeys("abcde", 1000), DECLARED, 0.95)
    (TopicWord(entry='war', sources=5, hits=45),)
    """
    names = [name for name, n in tokens.items() if n]
    if len(names) < FEWEST_SOURCES:
        return None
    total: Counter[str] = sum((entries[name] for name in names), Counter())
    z = z_two_sided(1 - (1 - level) / len(names))
    found = []
    for entry, hits in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        users = sum(entries[name][entry] > 0 for name in names)
        if users < SHARE * len(names) or hits < LEAST_HITS * len(names):
            continue
        n = sum(tokens[name] for name in names)
        if all(_like_the_rest(entries[name][entry], hits, tokens[name] / n, pool.phi0, z) for name in names):
            found.append(TopicWord(entry, users, hits))
    return tuple(found)


def _like_the_rest(y: int, hits: int, p0: float, phi: float, z: float) -> bool:
    # T = (y - Y p0)/sqrt(Y p0 (1 - p0) phi), which is within z where the Wilson interval of the ratio covers 1.
    return abs(y - hits * p0) <= z * math.sqrt(hits * p0 * (1 - p0) * phi)
