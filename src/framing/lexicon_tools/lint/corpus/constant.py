"""W42: an entry of the topic, not of a frame: in most sources, and at one rate in all of them."""

from __future__ import annotations

from collections.abc import Iterator

from framing.errors import Fault
from framing.lexicon_tools.lint.corpus.measured import EntrySums, InSource, Measured
from framing.rates.moments import Moments
from framing.rates.pairs import pair_test
from framing.rates.pool import pool_constants

_MOST_SOURCES = 0.80
_ALPHA = 0.05
#: Fewer hits a source cannot show a difference, and would make everything rare look constant.
_FEWEST_A_SOURCE = 3


def constant_faults(measured: Measured) -> Iterator[Fault]:
    """Yield W42 where no source's rate differs from that of all others together.

    The test is that of a pair of sources (`framing.rates.pairs`) with articles as units, at a level that holds for all
    sources together (Bonferroni): at 5 % each, of 100 sources five would differ by chance. With one source there is
    nothing to compare.
    """
    count = len(measured.sources)
    if count < 2:
        return
    for entry, sums in measured.linted():
        found = len(sums.by_source)
        if found < _MOST_SOURCES * count or sums.counts < _FEWEST_A_SOURCE * count:
            continue
        if not _differs(sums, measured):
            message = f"'{entry.pattern}' ({entry.dimension}) is in {found} of {count} sources, and no rate differs"
            hint = "a word of the topic is no evidence of a frame: read the lines; a name belongs in a mask"
            yield Fault(message, entry.where, hint, "W42", sums.kept.lines)


def _differs(sums: EntrySums, measured: Measured) -> bool:
    moments = [_moments(source, sums, measured) for source in sorted(measured.sources)]
    pool = pool_constants((own, own) for own in moments)
    whole = sum(moments, Moments.zero())
    for own in moments:
        rest = _without(whole, own)
        test = pair_test((own, own), (rest, rest), pool)
        if test is not None and test.p_value < _ALPHA / len(moments):
            return True
    return False


def _without(whole: Moments, own: Moments) -> Moments:
    return Moments(
        whole.units - own.units,
        whole.y - own.y,
        whole.n - own.n,
        whole.yy - own.yy,
        whole.yn - own.yn,
        whole.nn - own.nn,
    )


def _moments(source: str, sums: EntrySums, measured: Measured) -> Moments:
    size = measured.sources[source]
    own = sums.by_source.get(source, InSource())
    return Moments(units=size.articles, y=own.y, n=size.tokens, yy=own.yy, yn=own.yn, nn=size.squares)
