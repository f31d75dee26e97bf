"""Files of other programs, against what their own documentation and plain text tools say of them."""

import re
from collections import Counter

import pytest

from framing.api.dictionaries import load_dictionary
from framing.api.lexicons import load_lexicon
from framing.errors import LexiconError
from framing.io.dictionaries.formats import format_of, read_dictionary


@pytest.fixture(scope="module")
def folder(shared):
    path = shared / "data" / "dictionaries"
    if not path.is_dir():
        pytest.skip("the third-party dictionaries are not here")
    return path


def count(path):
    return Counter(entry.dimension for entry in load_dictionary(path).entries)


def terms(path, **options):
    dictionary = read_dictionary(path, format_of(path), **options)
    return {(".".join(term.path), term.text) for term in dictionary.terms}


def test_the_lexicoder_sentiment_dictionary_has_the_entries_its_documentation_counts(folder):
    # quanteda, data_dictionary_LSD2015: "2,858 negative sentiment words and 1,709 positive sentiment words".
    lexicon = load_dictionary(folder / "LSD2015.lc3")
    assert count(folder / "LSD2015.lc3") == {"negative": 2858, "positive": 1709}
    assert lexicon.notes == ()


def test_the_regressive_imagery_dictionary_has_its_43_categories(folder):
    # Martindale's: 29 categories of primary process, 7 of secondary process, 7 of emotions.
    lexicon = load_dictionary(folder / "RID.cat")
    assert [(d.id, len(d.subframes)) for d in lexicon.dimensions] == [
        ("PRIMARY", 29),
        ("SECONDARY", 7),
        ("EMOTIONS", 7),
    ]


@pytest.mark.parametrize("name", ["RID.cat", "laver-garry.cat"])
def test_every_line_with_a_weight_is_a_term_or_is_told(folder, name):
    lines = (folder / name).read_text("utf-8").splitlines()
    leaves = sum(bool(re.search(r" \(\d\)$", line.rstrip())) for line in lines)
    dictionary = read_dictionary(folder / name, format_of(name))
    assert len(dictionary.terms) == leaves
    lexicon = load_dictionary(folder / name)
    told = len(re.findall(r"is left out", " ".join(lexicon.notes))) + sum(
        int(more) for note in lexicon.notes for more in re.findall(r"and (\d+) more", note)
    )
    empty = "categories without" in " ".join(lexicon.notes)
    assert leaves - len(lexicon.entries) <= told <= leaves - len(lexicon.entries) + empty


def test_the_moral_foundations_dictionary_term_by_term(folder):
    text = (folder / "moral_foundations_dictionary.dic").read_text("utf-8")
    _, header, body = re.split(r"^%.*$", text, flags=re.MULTILINE)
    names = dict(re.findall(r"(\d+)\s+(\w+)", header))
    expected = {(names[number], row[0]) for row in map(str.split, body.splitlines()) for number in row[1:]}
    assert terms(folder / "moral_foundations_dictionary.dic") == expected


A, B = "A_CATEGORY", "ANOTHER_CATEGORY"
MARY = {(A, "more"), (A, "lamb"), (A, "little"), (B, "had"), (B, "mary")}


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("mary.dic", set()),
        ("mary.cat", set()),
        ("mary.yml", set()),
        ("mary_doubleterm.dic", {(B, "little")}),
        ("mary_missingcat.dic", {(B, "little")}),
        ("mary_multipletabs.dic", {(B, "little")}),
        ("mary_zeropadding.dic", {(B, "little")}),
    ],
)
def test_one_small_dictionary_in_many_ways(folder, name, more):
    found = {(category.replace(" ", "_"), word) for category, word in terms(folder / name)}
    assert found == MARY | more


def test_a_lexicoder_file_without_stars(folder):
    found = {(category.replace(" ", "_"), word) for category, word in terms(folder / "mary.lc3", bare="whole")}
    assert found == MARY


def test_liwc_with_rules(folder):
    # quanteda's own test names these ten categories as the ones with a term.
    kept = {"verb", "past", "whatever", "family", "affect", "posemo", "cogmech", "tentat", "whatever2", "time"}
    assert {category for category, _ in terms(folder / "liwc_extracodes.dic")} == kept
    assert any(
        "<of>" in str(fault) for fault in read_dictionary(folder / "liwc_extracodes.dic", format_of("a.dic")).lost
    )


def test_liwc_as_a_tree(folder):
    paths = {term.path for term in read_dictionary(folder / "liwc_hierarchical.dic", format_of("a.dic")).terms}
    assert ("misc", "whatever") in paths
    assert ("else", "whatever2") in paths
    assert all(path[0] in {"verb", "misc", "past", "else"} for path in paths)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("euc-jp.cat", "euc_jp"),
        ("iso-8859-1.cat", "iso8859_1"),
        ("iso-8859-14.cat", "iso8859_14"),
        ("iso-8859-2.cat", "iso8859_2"),
        ("shift-jis.cat", "shift_jis"),
        ("windows-1252.cat", "cp1252"),
    ],
)
def test_encodings(folder, name, encoding):
    raw = (folder / name).read_bytes().decode(encoding)
    words = {line.strip().removesuffix(" (1)").lower() for line in raw.splitlines() if line.startswith("\t")}
    assert {word for _, word in terms(folder / name, encoding=encoding)} == words


def test_a_tree_that_another_reader_took_apart(folder):
    found = terms(folder / "issue-459.cat")
    assert ("SOUTH.ZA", "south africa") in found
    assert {category for category, _ in found} == {f"SOUTH.{code}" for code in ("BW", "LS", "NA", "SZ", "ZA")}


def test_xml_is_told_from_wordstat(folder):
    with pytest.raises(LexiconError, match="Yoshikoder"):
        load_lexicon(folder / "actually_ykd.cat")
