"""WordStat .cat: a tree of tabs or of an editor's spaces, weights, and rules."""

import pytest

from framing.errors import LexiconError
from framing.io.dictionaries.wordstat import read_wordstat, write_wordstat
from framing.io.dictionaries.wordstat_rules import read_rule, write_rule
from framing.model.dictionary import Category, Dictionary, Near, Term

TREE = "SKY\n\tCALM\n\t\tBLUE_MOON (1)\n\t\tSun* (2)\n\tSTORM (AND HAIL)\n\t\tHail (1)\n\tMOON (1)\nSEA\n\tWAVE (1)\n"
EXPECTED = [
    ("blue moon", "SKY.CALM", 1.0),
    ("sun*", "SKY.CALM", 2.0),
    ("hail", "SKY.STORM (AND HAIL)", 1.0),
    ("moon", "SKY", 1.0),
    ("wave", "SEA", 1.0),
]


def terms(text):
    return [(term.text, ".".join(term.path), term.weight) for term in read_wordstat(text, "own.cat").terms]


@pytest.mark.parametrize("indent", ["\t", "    ", "  ", "        "])
def test_a_tree_of_tabs_or_spaces(indent):
    dictionary = read_wordstat(TREE.replace("\t", indent), "own.cat")
    assert [(term.text, ".".join(term.path), term.weight) for term in dictionary.terms] == EXPECTED
    assert dictionary.notes == (() if indent == "\t" else ("indented by spaces, not by tabs",))


def test_tabs_of_which_an_editor_turned_some_into_spaces():
    mixed = "\n".join(line.replace("\t", "    ") if n % 2 else line for n, line in enumerate(TREE.split("\n")))
    assert terms(mixed) == EXPECTED


def test_weights_of_nought_and_above_two_are_told():
    dictionary = read_wordstat("SKY\n\tSUN (0)\n\tMOON (7)\n\tSTAR (1,5)\n", "own.cat")
    assert [(term.text, term.weight) for term in dictionary.terms] == [("moon", 2.0), ("star", 1.5)]
    assert [str(fault) for fault in dictionary.lost] == [
        "own.cat:2: 'sun' is left out: its weight is 0",
        "own.cat:3: 'moon': weight 7 is read as 2; a weight is at most 2",
    ]


def test_a_word_at_the_margin_is_told():
    assert "stands in no category" in str(read_wordstat("SUN (1)\nSKY\n\tMOON (1)\n", "own.cat").lost[0])


def test_yoshikoder_is_named():
    with pytest.raises(LexiconError, match="Yoshikoder"):
        read_wordstat('<?xml version="1.0"?>\n<dictionary/>', "own.cat")


@pytest.mark.parametrize(
    ("rule", "head", "near"),
    [
        ("@A [SUN NEAR #CLOUDS /S]", "sun", Near(any=("#CLOUDS",))),
        ("@A [BLUE_MOON BEFORE RISE* /S 3]", "blue moon", Near(any=("rise*",), within=3, side="after")),
        ("@A [#STARS AFTER NIGHT /P2]", "#STARS", Near(any=("night",), within=2, unit="paragraph", side="before")),
    ],
)
def test_a_rule_with_one_operator(rule, head, near):
    assert read_rule(rule) == (head, near)
    assert read_rule(write_rule("A", head, near.any[0], near)) == (head, near)


@pytest.mark.parametrize(
    "rule",
    [
        "@A [SUN NOT NEAR CLOUD /S]",
        "@A [SUN NEAR CLOUD]",
        "@A [SUN NEAR CLOUD /C]",
        "@A [SUN NEAR CLOUD AND RAIN /S]",
        "@A [SUN NEAR /S]",
        "@A [NEAR CLOUD /S]",
        "@A [SUN /S]",
        "@A",
        "@A [SUN NEAR CLOUD /S 99999]",
        "@A [SUN NEAR CLOUD /S x]",
        "@A [SUN NEAR CLOUD /S 3 4]",
    ],
)
def test_a_rule_that_says_more_is_told_whole(rule):
    assert read_rule(rule) is None
    dictionary = read_wordstat(f"SKY\n\t{rule} (1)\n\tMOON (1)\n", "own.cat")
    assert [term.text for term in dictionary.terms] == ["moon"]
    assert rule in str(dictionary.lost[0])


def test_written_and_read_back():
    near = Near(any=("cloud*", "dark night"), within=8, side="before")
    dictionary = Dictionary(
        name="own",
        categories=(Category(path=("sky",)), Category(path=("sky", "calm"))),
        terms=(
            Term(text="blue moon", path=("sky", "calm"), weight=2.0),
            Term(text="sun", path=("sky", "calm"), near=near),
            Term(text="star*", path=("sky", "calm"), near=Near(any=("night",), unit="paragraph")),
        ),
    )
    text = write_wordstat(dictionary)
    assert "\t\tBLUE_MOON (2)\n" in text
    again = read_wordstat(text, "own.cat")
    assert [(t.text, t.path, t.weight, t.near) for t in again.terms] == [
        (t.text, t.path, t.weight, t.near) for t in dictionary.terms
    ]
    assert [category.path for category in again.categories] == [("sky",), ("sky", "calm")]


def test_a_word_that_looks_like_an_operator_comes_back():
    from framing.io.dictionaries.wordstat_rules import read_rule, write_rule
    from framing.model.dictionary import Near

    near = Near(any=("or",), within=4)
    assert read_rule(write_rule("R", "near", "or", near)) == ("near", near)
