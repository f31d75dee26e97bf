"""Section 3.7: of matches that overlap, which one counts."""

from itertools import permutations

from framing.matching.overlap import leftmost_longest, resolve_overlap, resolve_roles
from framing.matching.search import Span
from framing.model.lexicon import Entry
from framing.model.pattern import parse_pattern


def entry(pattern="x", dimension="d", **options):
    return Entry(pattern=parse_pattern(pattern), dimension=dimension, subframe="", **options)


def span(first, last, target=0):
    return Span(first, last, target, 0)


def test_masks_take_the_leftmost_then_the_longest():
    assert leftmost_longest([span(1, 3), span(0, 2), span(0, 1), span(3, 4)]) == [span(0, 2), span(3, 4)]


def test_nothing_overlaps_nothing():
    assert leftmost_longest([]) == []
    assert resolve_overlap([], []) == []


def test_leftmost_before_longest():
    assert resolve_overlap([span(1, 5), span(0, 2)], [entry()]) == [span(0, 2)]


def test_longest_before_weight():
    entries = [entry(weight=2.0), entry(weight=0.1)]
    assert resolve_overlap([span(0, 2, 0), span(0, 3, 1)], entries) == [span(0, 3, 1)]


def test_weight_before_file_order():
    entries = [entry(weight=0.5), entry(weight=1.5)]
    assert resolve_overlap([span(0, 2, 0), span(0, 2, 1)], entries) == [span(0, 2, 1)]


def test_file_order_last():
    assert resolve_overlap([span(0, 2, 1), span(0, 2, 0)], [entry(), entry()]) == [span(0, 2, 0)]


def test_dimensions_do_not_compete():
    entries = [entry(dimension="a"), entry(dimension="b")]
    assert resolve_overlap([span(0, 2, 0), span(1, 3, 1)], entries) == [span(0, 2, 0), span(1, 3, 1)]


def test_a_loser_does_not_hold_its_words():
    # 1-3 loses to 0-2; 2-4 is then free.
    assert resolve_overlap([span(0, 2), span(1, 3), span(2, 4)], [entry()]) == [span(0, 2), span(2, 4)]


def test_what_is_taken_stays_taken_in_its_dimension():
    entries = [entry(dimension="a"), entry(dimension="a"), entry(dimension="b")]
    taken = [span(1, 2, 0)]
    left = resolve_overlap([span(0, 3, 1), span(2, 3, 1), span(0, 3, 2)], entries, taken=taken)
    assert left == [span(0, 3, 2), span(2, 3, 1)]


def test_the_order_of_the_matches_changes_nothing():
    entries = [entry(), entry(weight=1.5), entry(dimension="e")]
    spans = [span(0, 2, 0), span(0, 2, 1), span(1, 4, 0), span(1, 4, 2), span(3, 4, 1)]
    assert len({tuple(resolve_overlap(order, entries)) for order in permutations(spans)}) == 1


def test_support_is_laid_over_what_the_hits_have_left():
    entries = [entry(role="support"), entry(), entry(role="support")]
    frames, supports = resolve_roles([span(0, 3, 0), span(2, 3, 1), span(0, 2, 2)], entries)
    assert frames == [span(2, 3, 1)]
    assert supports == [span(0, 2, 2)]
