"""Lexicoder .lc3: flat categories, and what the end of a line says."""

import pytest

from framing.io.dictionaries.lexicoder import read_lexicoder, write_lexicoder
from framing.model.dictionary import Category, Dictionary, Term


def terms(text, bare="auto"):
    return [(term.text, ".".join(term.path), term.line) for term in read_lexicoder(text, "own.lc3", bare).terms]


def test_with_a_star_anywhere_the_stars_decide():
    assert terms("+sky\nsun\ncloud*\nblue moon \n+sea\nwave") == [
        ("sun", "sky", 2),
        ("cloud*", "sky", 3),
        ("blue moon", "sky", 4),
        ("wave", "sea", 6),
    ]


def test_without_one_a_space_behind_the_word_does():
    assert terms("+sky\n sun \n cloud\n") == [("sun", "sky", 2), ("cloud*", "sky", 3)]
    assert read_lexicoder("+sky\n sun \n cloud\n", "own.lc3").notes == (
        "no star in the file, so 1 patterns without a space behind them are read as beginnings of words",
    )
    assert read_lexicoder("+sky\nsun \ncloud \n", "own.lc3").notes == ()


@pytest.mark.parametrize(("bare", "expected"), [("whole", "cloud"), ("prefix", "cloud*")])
def test_the_caller_may_say_what_a_bare_word_is(bare, expected):
    assert terms("+sky\ncloud", bare) == [(expected, "sky", 2)]


def test_colours_and_dots_in_names():
    paths = [term.path for term in read_lexicoder("+sky#AA00ff\nsun*\n+sky.calm\nblue", "own.lc3").terms]
    assert paths == [("sky",), ("sky", "calm")]


def test_a_word_above_all_categories_is_told():
    dictionary = read_lexicoder("sun*\n+sky\nmoon", "own.lc3")
    assert dictionary.terms[0].path == ("own",)
    assert [str(fault) for fault in dictionary.lost] == [
        "own.lc3:1: 'sun*' stands in no category; it is read into 'own'"
    ]


def test_written_so_that_both_kinds_of_reader_agree():
    dictionary = Dictionary(
        name="own",
        categories=(Category(path=("sky",)), Category(path=("sky", "calm"))),
        terms=(Term(text="cloud*", path=("sky", "calm")), Term(text="sun", path=("sky", "calm"))),
    )
    text = write_lexicoder(dictionary)
    assert text == "+sky.calm\ncloud*\nsun \n"
    for bare in ("auto", "whole", "prefix"):
        assert [row[0] for row in terms(text, bare)] == ["cloud*", "sun"]
