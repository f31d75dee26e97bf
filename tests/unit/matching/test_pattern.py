"""Section 2 of the lexicon format: from the text of a pattern to its closed alternatives."""

import pytest

from framing.model.pattern import ClassRef, Form, Joint, PatternError, parse_pattern


def spellings(pattern):
    return [[form.text for form in item.forms] for item in parse_pattern(pattern).items]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("war", [["war"]]),
        ("corrupt{,ion,ly}", [["corrupt", "corruption", "corruptly"]]),
        ("re{al,}ign{,ed}", [["realign", "realigned", "reign", "reigned"]]),
        ("{great,major} power{,s}", [["great", "major"], ["power", "powers"]]),
        ("threat{,,s}", [["threat", "threats"]]),
        ("  state \t of\nemergency ", [["state"], ["of"], ["emergency"]]),
        ("Great Game", [["Great"], ["Game"]]),
        ("24 hours", [["24"], ["hours"]]),
        ("yes, minister", [["yes"], ["minister"]]),
    ],
)
def test_words_and_alternatives(pattern, expected):
    assert spellings(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "form"),
    [
        ("war*", Form("war", open_end=True)),
        ("*phobia", Form("phobia", open_start=True)),
        (r"peac\*", Form("peac*")),
        (r"\*peac", Form("*peac")),
        (r"\{x\}", Form("{x}")),
        (r"a\[b", Form("a[b")),
        (r"a\<b", Form("a<b")),
        ("n't", Form("n't", open_start=True)),
        ("N\u2019T", Form("N'T", open_start=True)),
        ("people\u2019s", Form("people's")),
        ("o\u02bcclock", Form("o'clock")),
        ("o`clock", Form("o'clock")),
        ("anti-corruption", Form("anti-corruption")),
        ("3.5", Form("3.5")),
    ],
)
def test_one_word(pattern, form):
    (word,) = parse_pattern(pattern).items
    assert word.forms == (form,)


def test_a_star_may_stand_in_one_alternative():
    (word,) = parse_pattern("milit{ia,ar*}").items
    assert word.forms == (Form("militia"), Form("militar", open_end=True))


@pytest.mark.parametrize(
    ("pattern", "joints"),
    [
        ("a b", (Joint(),)),
        ("a [2] b", (Joint(2),)),
        ("a [2] [3] b", (Joint(5),)),
        ("a [12] b c", (Joint(12), Joint())),
        ("a , b", (Joint(0, ","),)),
        ("a, b; c", (Joint(0, ","), Joint(0, ";"))),
        ("a \u2014 b", (Joint(0, "\u2014"),)),
        ("a [1] , b", (Joint(1, ","),)),
        ("a (b", (Joint(0, "("),)),
    ],
)
def test_joints(pattern, joints):
    assert parse_pattern(pattern).joints == joints


def test_commas_in_braces_are_no_punctuation():
    assert parse_pattern("{a,b} c").joints == (Joint(),)


def test_a_class_stands_for_an_item():
    pattern = parse_pattern("jail{,ed} [3] <critic>")
    assert pattern.items[1] == ClassRef("critic")
    assert pattern.joints == (Joint(3),)


def test_the_text_is_kept_as_written():
    assert str(parse_pattern("a  [2] B{,s}")) == "a  [2] B{,s}"


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "  ",
        "[2]",
        "[2] a",
        "a [2]",
        "a [0] b",
        "a[2] b",
        "a [x] b",
        "*war*",
        "w*r",
        "*",
        "{,}",
        "{a,b",
        "a}",
        "a{b{c,d}}",
        "{a b,c} d",
        "wom?n",
        "<critic",
        "<critic>s",
        "critic>",
        "< critic >",
        ", a",
        "a ,",
        "a (",
    ],
)
def test_what_cannot_be_read_is_refused(pattern):
    with pytest.raises(PatternError) as caught:
        parse_pattern(pattern)
    assert str(caught.value)


def test_runaway_braces_are_refused():
    with pytest.raises(PatternError, match="spellings"):
        parse_pattern("{a,b,c,d,e,f,g,h}" * 4)
