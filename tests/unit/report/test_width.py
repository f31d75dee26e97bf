"""Text by the width of a terminal; where letters are one column wide, as the standard library wraps it."""

import textwrap
import unicodedata

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


@given(st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Mn"]))
def test_a_width_is_that_of_the_unicode_standard(character):
    wide = unicodedata.east_asian_width(character) in {"W", "F"}
    expected = 0 if unicodedata.category(character) == "Mn" else 2 if wide else 1
    assert columns(character) == expected
