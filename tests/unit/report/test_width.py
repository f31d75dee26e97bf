"""Text by the width of a terminal; where letters are one column wide, as the standard library wraps it."""

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.report.width import columns, cut, left, right, tail, to_ascii, wrap

LETTERS = st.text("ab 日報e\u0301ｱ한…", max_size=60)


@given(st.text("abc d", min_size=1, max_size=80), st.integers(5, 30))
def test_plain_text_is_wrapped_as_textwrap_does(text, width):
    text = " ".join(text.split())
    expected = textwrap.wrap(text, width, subsequent_indent="  ", break_on_hyphens=False, break_long_words=True)
    if all(len(word) <= width - 2 for word in text.split()):  # textwrap fills a line up with part of a long word
        assert wrap(text, width, "  ").splitlines() == expected


@given(LETTERS, st.integers(4, 30))
def test_nothing_is_wider_than_its_room_and_no_letter_is_lost(text, width):
    lines = wrap(text, width, "  ").splitlines()
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(LETTERS, st.integers(2, 30))
def test_cells_have_the_width_asked_for(text, width):
    short = cut(text, width)
    assert columns(short) <= width
    assert columns(left(short, width)) == columns(right(short, width)) == width
    assert columns(tail(text, width)) <= width
    assert text.endswith(tail(text, width))


@given(LETTERS)
def test_ascii_keeps_the_columns(text):
    assert to_ascii(text).isascii()
    assert columns(to_ascii(text)) == columns(text)


@pytest.mark.parametrize(
    ("text", "wide"),
    [("A", 1), ("é", 1), ("e\u0301", 1), ("日", 2), ("ｱ", 1), ("한", 2), ("Ａ", 2), ("…", 1), ("\u200b", 0), ("א", 1)],
)
def test_the_width_of_letters_by_the_charts_of_unicode(text, wide):
    assert columns(text) == wide


def test_a_word_of_any_length_is_wrapped_in_a_moment():
    word, before = "é" * 200_000, time.perf_counter()
    assert len(wrap(word, 80).splitlines()) == 2500
    assert time.perf_counter() - before < 5  # 30 s where all that is left is measured for each line


def test_an_end_has_no_accent_without_its_letter():
    assert tail("e\u0301x", 1) == "x"
    assert tail("ae\u0301bc", 3) == "e\u0301bc"
