"""Context for coders: enough words, on one line, and never a megabyte of them."""

from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon_tools.context import one_line, words_after, words_before

WORDS = [f"w{n}" for n in range(200)]
TEXT = " ".join(WORDS)


def test_so_many_words_on_either_side():
    start = TEXT.index("w100")
    assert words_before(TEXT, start, 30).split() == WORDS[70:100]
    assert words_after(TEXT, start + 4, 30).split() == WORDS[101:131]


def test_at_the_ends_of_a_text_there_are_fewer():
    assert words_before(TEXT, TEXT.index("w2 "), 30) == "w0 w1"
    assert words_after(TEXT, TEXT.index(" w198"), 30) == "w198 w199"


def test_a_dash_is_no_word():
    text = "one - two - three - hit - four - five"
    assert words_before(text, text.index("hit"), 2) == "two - three -"
    assert words_after(text, text.index(" - four"), 2) == "- four - five"


def test_a_text_without_spaces_is_cut():
    text = "x" * 100_000 + " hit " + "y" * 100_000
    start = text.index("hit")
    assert len(words_before(text, start, 30)) < 1000
    assert len(words_after(text, start + 3, 30)) < 1000


def test_a_word_that_the_cut_goes_through_is_left_out():
    text = "z" * 3000 + " left hit right " + "z" * 3000
    start = text.index("hit")
    assert words_before(text, start, 30) == "left"
    assert words_after(text, start + 3, 30) == "right"


@given(st.text())
def test_one_line_is_one_line(text):
    shown = one_line(text)
    assert len(shown.splitlines()) <= 1
    assert all(sign.isprintable() for sign in shown)


def test_a_soft_hyphen_goes_without_a_trace():
    assert one_line("emer\u00adgency\u00a0rule\n \n by\u2028decree") == "emergency rule ¶ by decree"
