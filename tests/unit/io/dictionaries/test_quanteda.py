"""quanteda YAML: a tree of keys, read without making objects of anything."""

import pytest

from framing.errors import LexiconError
from framing.io.dictionaries.quanteda import read_yaml, write_yaml
from framing.model.dictionary import Category, Dictionary, Term


def terms(text):
    return [(term.text, ".".join(term.path), term.line) for term in read_yaml(text, "own.yml").terms]


def test_lists_flow_lists_and_single_words():
    text = "sky: [sun, 'cloud*']\nsea:\n  - wave\n  - high tide\nice: hail"
    assert terms(text) == [
        ("sun", "sky", 1),
        ("cloud*", "sky", 1),
        ("wave", "sea", 3),
        ("high tide", "sea", 4),
        ("hail", "ice", 5),
    ]


def test_a_tree_and_its_values_beside_sub_keys():
    text = "sky:\n  calm:\n    - blue\n    - storm: [hail]\n  __: [sun]\n"
    assert [row[:2] for row in terms(text)] == [("blue", "sky.calm"), ("hail", "sky.calm.storm"), ("sun", "sky")]


@pytest.mark.parametrize("word", ["no", "yes", "off", "true", "null", "1.5", "2024-01-01", "0x1F"])
def test_a_word_stays_a_word(word):
    assert terms(f"sky: [{word}]") == [(word, "sky", 1)]


def test_masks_are_no_category():
    dictionary = read_yaml("_mask:\n  org: [Weather Office]\nsky: [sun]", "own.yml")
    assert dictionary.masks == {"org": ("Weather Office",)}
    assert [category.path for category in dictionary.categories] == [("sky",)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sky: !!python/object/apply:os.system ['true']", "own.yml:1: the tag"),
        ("sky: [!!int '1']", "own.yml:1: the tag"),
        ("a: &a [sun]\nb: [*a, *a]", "own.yml:2: a copy of 'a'"),
        ("a: [sun\nb: [", "own.yml:2: not valid YAML"),
        ("a: [[sun]]", "a list in a list"),
        ("? [a, b]\n: sun", "a key that is no word"),
        ("a: [sun]\n---\nb: [sun]", "own.yml:2: a second document"),
        ("- sun\n- moon", "no key at the top"),
        ("sun", "no key at the top"),
        ("", "no key at the top"),
        ("a: \x00", "not valid YAML"),
        ("\n".join("  " * depth + f"k{depth}:" for depth in range(40)), "a key more than 20 deep"),
    ],
)
def test_what_is_not_read(text, message):
    with pytest.raises(LexiconError) as raised:
        read_yaml(text, "own.yml")
    assert message in str(raised.value)


def test_copies_that_multiply_are_stopped_at_the_first():
    bomb = "a: &a [lol]\n" + "".join(f"b{n}: &b{n} [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n" for n in range(1000))
    with pytest.raises(LexiconError, match="a copy of"):
        read_yaml(bomb, "own.yml")


def test_written_words_are_read_back_whatever_they_are():
    words = ['say "so"', "a: b", "- c", "#d", "no", "é", "\u2028", "'", "{x}", "*", "&y", "\\"]
    dictionary = Dictionary(
        name="own",
        categories=(Category(path=("sky: x",)), Category(path=("sky: x", "c'alm"))),
        terms=tuple(Term(text=word, path=("sky: x", "c'alm")) for word in words),
        masks={"org": ("Weather Office",)},
    )
    again = read_yaml(write_yaml(dictionary), "own.yml")
    assert [term.text for term in again.terms] == [
        word if word != "\u2028" else "" for word in words if word != "\u2028"
    ]
    assert {term.path for term in again.terms} == {("sky: x", "c'alm")}
    assert again.masks == dictionary.masks
