"""Word shift and voice decomposition: worked by hand, and against loops that know nothing of tallies."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import DataError
from framing.model.lexicon import Dimension, Entry, Lexicon, Provenance, Subframe
from framing.model.pattern import parse_pattern
from framing.model.settings import Settings
from framing.rates.shift import word_shift
from framing.rates.tally import Cell, DimensionTally, Tally
from framing.rates.voice_split import voice_split

DIMENSION = Dimension(id="d", title="D", subframes=(Subframe(id="s"), Subframe(id="t")))
LEXICON = Lexicon(
    files=(Provenance(name="test", version="1", sha256="0" * 64),),
    dimensions=(DIMENSION,),
    entries=tuple(
        Entry(pattern=parse_pattern(word), dimension="d", subframe=sub)
        for word, sub in (("corrupt", "s"), ("repress", "t"), ("exile", "t"), ("graft", "s"))
    ),
)
ALL = Settings(voice="all")


def tally(voice_tokens, hits):
    """Return a tally of hits {(entry, voice): number} in so many tokens of each voice."""
    cells = Counter({Cell(entry, voice, "asserted", hedged=False): n for (entry, voice), n in hits.items() if n})
    return Tally(articles=1, voice_tokens=voice_tokens, dimensions={"d": DimensionTally(cells=cells)})


def shift(a, b, settings=ALL):
    return word_shift(("a", a), ("b", b), DIMENSION, lexicon=LEXICON, settings=settings)


HITS = st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 2)), st.integers(0, 40))
TALLIES = st.builds(tally, st.tuples(st.integers(1, 5000), st.integers(0, 3000), st.integers(0, 3000)), HITS).map(
    lambda one: one if _sound(one) else tally((1000, 1000, 1000), {(0, 0): 1})
)


def _sound(one):
    # A voice without tokens has no hits.
    return all(one.voice_tokens[cell.voice] for cell in one.dimensions["d"].cells)


def test_by_hand():
    """Two rates of 8 that are made of different words: docs/explanation/why-two-differ.md."""
    found = shift(tally((1000, 0, 0), {(0, 0): 6, (1, 0): 2}), tally((500, 0, 0), {(0, 0): 1, (1, 0): 3}))
    assert (found.rate_a, found.rate_b, found.difference) == (8, 8, 0)
    assert {part.entry: part.difference for part in found.parts} == {"corrupt": 4, "repress": -4}
    assert {part.subframe: part.difference for part in found.subframes} == {"s": 4, "t": -4}


def test_voices_by_hand():
    """a quotes half of its 1,000 words, b a tenth; both speak alike within a voice, and quotations are fiercer."""
    a = tally((500, 0, 500), {(0, 0): 5, (1, 2): 20})
    b = tally((900, 0, 100), {(0, 0): 9, (1, 2): 4})
    found = voice_split(a, b, "d")
    assert (found.rate_a, found.rate_b) == (25, 13)
    # own: (.5 - .9) x 10 = -4; quoted: (.5 - .1) x 40 = 16
    assert (found.from_shares, found.from_rates) == pytest.approx((12, 0))
    b = tally((500, 0, 500), {(0, 0): 10, (1, 2): 20})
    found = voice_split(a, b, "d")
    assert (found.from_shares, found.from_rates) == pytest.approx((0, -5))


def test_a_voice_that_one_lacks_differs_in_share_alone():
    found = voice_split(tally((600, 0, 400), {(0, 2): 8}), tally((1000, 0, 0), {(0, 0): 2}), "d")
    quoted = found.voices[2]
    assert (quoted.rate_a, quoted.rate_b) == (20, None)
    assert (quoted.from_share, quoted.from_rate) == pytest.approx((8, 0))


def test_quoting_more_and_speaking_differently_at_once():
    """docs/explanation/why-two-differ.md, by hand."""
    found = voice_split(tally((400, 0, 100), {(0, 0): 6, (1, 2): 5}), tally((250, 0, 0), {(0, 0): 3}), "d")
    assert (found.rate_a, found.rate_b, found.difference) == (22, 12, 10)
    assert [part.from_share for part in found.voices] == pytest.approx([-2.7, 0, 10])
    assert [part.from_rate for part in found.voices] == pytest.approx([2.7, 0, 0])
    assert (found.voices[1].rate_a, found.voices[1].rate_b) == (None, None)


def test_weights_and_stances_by_hand():
    # weights .5 and 2: 6 - 2 = 4 counts half, 2 - 6 = -4 twice. Two equal rates, and with weights b has more.
    entries = tuple(
        replace(entry, weight=weight) for entry, weight in zip(LEXICON.entries, (0.5, 2, 1, 1), strict=True)
    )
    cells = [
        Counter(
            {
                Cell(0, 0, "asserted", hedged=False): 4,
                Cell(0, 0, "contested", hedged=True): 2,
                Cell(1, 0, "asserted", hedged=False): 2,
            }
        ),
        Counter({Cell(0, 0, "contested", hedged=False): 1, Cell(1, 0, "asserted", hedged=False): 3}),
    ]
    a, b = (
        Tally(articles=1, voice_tokens=(words, 0, 0), dimensions={"d": DimensionTally(cells=counts)})
        for words, counts in zip((1000, 500), cells, strict=True)
    )
    found = word_shift(("a", a), ("b", b), DIMENSION, lexicon=replace(LEXICON, entries=entries), settings=ALL)
    assert {part.entry: part.weighted for part in found.parts} == {"corrupt": 2, "repress": -8}
    assert (found.difference, found.weighted_difference) == (0, -6)
    assert {part.stance: part.difference for part in found.stances} == {"asserted": 0, "contested": 0}
    assert [(part.hits_a, part.hits_b) for part in found.stances] == [(6, 3), (2, 1)]


def test_words_outside_the_chosen_voices_do_not_count():
    a, b = tally((1000, 0, 1000), {(0, 0): 3, (0, 2): 50}), tally((1000, 0, 0), {(0, 0): 1})
    assert shift(a, b, Settings(voice="own")).difference == 2


def test_a_source_without_words_is_refused():
    with pytest.raises(DataError, match="'b' has no token in the chosen voices"):
        shift(tally((0, 0, 100), {}), tally((100, 0, 0), {}), Settings(voice="quoted"))
    with pytest.raises(DataError, match="no token in any voice"):
        voice_split(tally((0, 0, 0), {}), tally((100, 0, 0), {}), "d")


@given(TALLIES, TALLIES)
def test_the_bars_sum_to_the_difference(a, b):
    found = shift(a, b)
    assert sum(part.difference for part in found.parts) == pytest.approx(found.difference, abs=1e-9)
    assert sum(part.difference for part in found.subframes) == pytest.approx(found.difference, abs=1e-9)
    for sub in found.subframes:
        entries = [part for part in found.parts if part.subframe == sub.subframe]
        assert sum(part.difference for part in entries) == pytest.approx(sub.difference, abs=1e-9)


@given(TALLIES, TALLIES)
def test_the_voices_sum_to_the_difference_of_all_that_is_said(a, b):
    found = voice_split(a, b, "d")
    assert found.from_shares + found.from_rates == pytest.approx(found.difference, abs=1e-9)
    # An independent loop: rates over all tokens, whatever voice.
    rates = [1000 * sum(one.dimensions["d"].cells.values()) / sum(one.voice_tokens) for one in (a, b)]
    assert (found.rate_a, found.rate_b) == pytest.approx(rates)


@given(TALLIES, TALLIES)
def test_swapped_sources_give_the_negative_to_the_last_bit(a, b):
    one, other = shift(a, b), shift(b, a)
    assert other.difference == -one.difference
    there, back = ({part.entry: part.difference for part in found.parts} for found in (one, other))
    assert {name: -value for name, value in back.items()} == there
    assert [-part.difference for part in other.subframes] == [part.difference for part in one.subframes]
    assert (-other.voices.from_shares, -other.voices.from_rates) == (one.voices.from_shares, one.voices.from_rates)


@given(TALLIES)
def test_like_sources_differ_in_nothing(a):
    found = shift(a, a + a)
    assert found.difference == 0
    assert not any(part.difference for part in (*found.parts, *found.subframes))
    assert (found.voices.from_shares, found.voices.from_rates) == (0, 0)
