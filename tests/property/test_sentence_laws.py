"""Sentence spans divide a paragraph: in order, trimmed, nothing lost, nothing twice."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from framing.text.sentences import sentence_spans

# Pieces on which a rule may trip, more often than random characters would bring them together.
PIECES = [
    *'..??!! \n,)"(\u2019\u201d\u201c\u2026;:-',
    "Mr",
    "U.S",
    "the",
    "The",
    "Smith",
    "b",
    "C",
    "5",
    "3.5",
    "--",
    ". ",
]
paragraphs = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=40)


@given(paragraphs)
def test_every_character_but_white_space_lies_in_exactly_one_span(text):
    inside = "".join(text[start:end] for start, end in sentence_spans(text))
    assert "".join(inside.split()) == "".join(text.split())


@given(paragraphs)
def test_spans_are_ordered_disjoint_and_not_empty(text):
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(paragraphs)
def test_spans_are_trimmed(text):
    assert all(text[start:end] == text[start:end].strip() for start, end in sentence_spans(text))


@given(paragraphs, st.text(" \n", max_size=3), st.text(" \n", max_size=3))
def test_white_space_around_a_paragraph_only_shifts_it(text, before, after):
    text = text.strip()
    shifted = [(start + len(before), end + len(before)) for start, end in sentence_spans(text)]
    assert sentence_spans(before + text + after) == shifted


@given(paragraphs)
def test_the_same_text_is_always_cut_the_same_way(text):
    # The verdicts are remembered: a second answer comes from the cache.
    assert sentence_spans(text) == sentence_spans(text)
