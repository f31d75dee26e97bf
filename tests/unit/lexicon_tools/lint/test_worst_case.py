"""The strings lint tries: few, and those that other patterns have least hold of."""

import pytest

from framing.lexicon_tools.bench import Bench
from framing.lexicon_tools.lines import Line, document_of
from framing.matching.matcher import Matcher
from framing.model.document import COMMA, SEMICOLON
from framing.model.lexicon import Dimension, Entry, Lexicon, WordClass
from framing.model.pattern import parse_pattern


def entry(pattern, **options):
    return Entry(pattern=parse_pattern(pattern), dimension="d", subframe="", scope="f", **options)


def lines(*entries, classes=None):
    """Return the strings of the first entry, beside the others."""
    held = {
        ("f", name): WordClass(id=name, words=tuple(map(parse_pattern, words)), scope="f")
        for name, words in (classes or {}).items()
    }
    lexicon = Lexicon(files=(), dimensions=(Dimension(id="d", title="D"),), entries=entries, classes=held)
    return [tried.line for tried in Bench(Matcher(lexicon)).tried(0)]


def words(found):
    return [str(line) for line in found]


def test_alternatives_that_no_other_pattern_tells_apart_are_one():
    assert words(lines(entry("{great,major,rising} power{,s}"))) == ["great power"]
    assert words(lines(entry("{great,major} power{,s}"), entry("major role"))) == ["great power"]


def test_alternatives_that_others_tell_apart_are_all_tried():
    found = lines(entry("{great,major,rising} power"), entry("great role"), entry("major role"), entry("rising role"))
    assert words(found) == ["great power", "major power", "rising power"]


def test_a_star_is_a_word_that_only_its_own_stem_matches():
    (line,) = lines(entry("radical*"), entry("radicali*"), entry("radicals"))
    assert line.words[0].startswith("radical")
    assert not line.words[0].startswith("radicali")
    assert line.words[0] != "radicals"


def test_gaps_are_filled_to_the_last_place_with_a_word_no_pattern_knows():
    (line,) = lines(entry("arrest [3] critics"), entry("x*"), entry("xqz"))
    first, *between, last = line.words
    assert (first, last, len(between), len(set(between))) == ("arrest", "critics", 3, 1)
    assert not between[0].startswith("x")


def test_two_hundred_words_of_a_class_are_one_where_patterns_name_the_class_only():
    land = [f"land{letter}{other}" for letter in "abcdefghij" for other in "abcdefghij"]
    assert len(lines(entry("<land> [2] <land>"), entry("of <land>"), classes={"land": land})) == 1
    # One of them in another pattern, and one in another class: three kinds, of which the plain one is the worst.
    classes = {"land": land, "empire": ["landaa"]}
    assert len(lines(entry("<land>"), entry("landbb rises"), entry("<empire> falls"), classes=classes)) == 1
    assert words(lines(entry("<land>"), classes={"land": ["rome", "new zealand", "troy"]})) == ["rome", "new zealand"]


def test_capitals_are_odd_only_where_some_pattern_tells_them_apart():
    assert lines(entry("war"))[0].words == ("war",)
    spelt = {line.words[0] for line in lines(entry("war"), entry("War", exact_case=True))}
    assert spelt
    assert all(word.casefold() == "war" and word not in ("war", "War") for word in spelt)


def test_an_initialism_is_tried_with_stops_where_case_counts():
    found = lines(entry("US", exact_case=True), entry("us"))
    assert [line.words for line in found] == [("U.S.",)]
    assert [line.words for line in lines(entry("US", exact_case=True))] == [("US",)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("yes , minister", [(0, COMMA)]),
        ("yes ,; minister", [(0, COMMA | SEMICOLON)]),
        ("yes [1] ,; minister", [(0, 0, COMMA), (0, 0, SEMICOLON)]),
    ],
)
def test_punctuation_stands_before_its_word(pattern, expected):
    assert [line.breaks for line in lines(entry(pattern))] == expected


def test_only_active_entries_are_tried():
    assert lines(entry("war", status="retired")) == []


def test_lines_are_sentences_of_their_own():
    document = document_of([Line(("grave",), (0,)), Line(("threat", "now"), (0, 0))])
    matcher = Matcher(
        Lexicon(files=(), dimensions=(Dimension(id="d", title="D"),), entries=(entry("grave [2] threat"),))
    )
    assert matcher.candidates(document)[1] == []
    assert document.raw[document.start[1] : document.end[2]] == "threat now"
