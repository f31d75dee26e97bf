"""Word shift of a rate difference: which entries make one source's rate differ from another's.

r = sum over entries of 1000 y_w / n, so r_a - r_b = sum over entries of 1000 (y_w,a/n_a - y_w,b/n_b): exactly
additive, and so are its sums by sub-frame. Tokens outside the lexicon have the score 0 and add nothing (the general
form of Gallagher et al. 2021, with a reference score of 0; its second term, for scores that differ between the two
texts, is 0: an entry has one weight, whoever uses it). Shares of the words *with* a score only would
take apart another number: the mean score of lexicon words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from framing.errors import DataError
from framing.model.hit import STANCES
from framing.model.lexicon import Dimension, Lexicon
from framing.model.pairs import Pair
from framing.model.settings import VOICES_OF, Settings
from framing.model.shift import HitWords, Shift, StanceShift, SubframeShift, WordShift
from framing.rates.sufficiency import spoken_tokens
from framing.rates.tally import Tally
from framing.rates.voice_split import voice_split


def word_shift(  # noqa: PLR0913 -- what is compared, then by keyword what it is of
    a: tuple[str, Tally],
    b: tuple[str, Tally],
    dimension: Dimension,
    *,
    lexicon: Lexicon,
    settings: Settings,
    words: Mapping[int, HitWords] | None = None,
    pair: Pair | None = None,
) -> WordShift:
    """Return the parts of the rate of `a` less that of `b`; positive = more in `a`.

    Parameters
    ----------
    a, b
        Name and tally of the two sources.
    dimension
        Which.
    lexicon, settings
        Those that the tallies were made with.
    words
        Forms that were hit, by the entry's position in the lexicon.
    pair
        The test of the two, to be shown beside.

    Raises
    ------
    DataError
        If either has no token in the chosen voices.
    """
    voices, sizes = VOICES_OF[settings.voice], _sizes((a, b), settings)
    counts_a, counts_b = (_by_entry(tally, dimension.id, voices) for _, tally in (a, b))
    parts = _parts(counts_a, counts_b, sizes, lexicon, words or {})
    return WordShift(
        a=a[0],
        b=b[0],
        dimension=dimension.id,
        title=dimension.title,
        rate_a=1000 * counts_a.total() / sizes[0],
        rate_b=1000 * counts_b.total() / sizes[1],
        difference=_part(counts_a.total(), counts_b.total(), sizes),
        parts=parts,
        subframes=tuple(_subframes(dimension, parts, sizes)),
        voices=voice_split(a[1], b[1], dimension.id),
        pair=pair,
        # A pair with a hit was tested; of those too many to be listed, every order that is claimed still is.
        verdict="untested" if not parts else "apart" if pair and not pair.tie else "tie",
        stances=tuple(_stances(a[1], b[1], dimension.id, voices, sizes)),
        weighted_difference=sum(part.weighted for part in parts),
    )


def _sizes(sources: Sequence[tuple[str, Tally]], settings: Settings) -> list[int]:
    sizes = [spoken_tokens(tally, settings) for _, tally in sources]
    for (name, _), size in zip(sources, sizes, strict=True):
        if not size:
            raise DataError(f"'{name}' has no token in the chosen voices")
    return sizes


def _parts(
    counts_a: Counter[int],
    counts_b: Counter[int],
    sizes: Sequence[int],
    lexicon: Lexicon,
    words: Mapping[int, HitWords],
) -> tuple[Shift, ...]:
    """Return the part of each entry with a hit, the largest first."""
    parts = []
    for number in {*counts_a, *counts_b}:
        entry, forms = lexicon.entries[number], words.get(number, HitWords())
        difference = _part(counts_a[number], counts_b[number], sizes)
        parts.append(
            Shift(
                entry=entry.name,
                subframe=entry.subframe,
                hits_a=counts_a[number],
                hits_b=counts_b[number],
                difference=difference,
                words=forms.both,
                weighted=entry.weight * difference,
                words_a=forms.a,
                words_b=forms.b,
            )
        )
    return tuple(sorted(parts, key=lambda part: (-abs(part.difference), part.entry)))


def _part(hits_a: int, hits_b: int, sizes: Sequence[int]) -> float:
    # One division of whole numbers: swapped sources give the negative to the last bit, equal rates 0.
    return 1000 * (hits_a * sizes[1] - hits_b * sizes[0]) / (sizes[0] * sizes[1])


def _by_entry(tally: Tally, dimension: str, voices: frozenset[int]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for cell, hits in tally.dimensions[dimension].cells.items():
        if cell.voice in voices:
            counts[cell.entry] += hits
    return counts


def _subframes(dimension: Dimension, parts: Sequence[Shift], sizes: Sequence[int]) -> list[SubframeShift]:
    found = []
    for name in (subframe.id for subframe in dimension.subframes):
        of = [part for part in parts if part.subframe == name]
        hits_a, hits_b = sum(part.hits_a for part in of), sum(part.hits_b for part in of)
        found.append(SubframeShift(name, hits_a, hits_b, _part(hits_a, hits_b, sizes)))
    return found


def _stances(a: Tally, b: Tally, dimension: str, voices: frozenset[int], sizes: Sequence[int]) -> Iterator[StanceShift]:
    for stance in STANCES:
        hits_a, hits_b = (
            sum(
                n
                for cell, n in one.dimensions[dimension].cells.items()
                if cell.voice in voices and cell.stance == stance
            )
            for one in (a, b)
        )
        if hits_a or hits_b:
            yield StanceShift(stance, hits_a, hits_b, _part(hits_a, hits_b, sizes))
