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


def small(folder, *, twice):
    """Return what the YAML of the small dictionary says, by regular expression; with its last first word in both."""
    lists = re.findall(r"(.+): \[(.+)\]", (folder / "mary.yml").read_text("utf-8"))
    (first, words), (second, others) = [(name.replace(" ", "_"), line.split(", ")) for name, line in lists]
    pairs = {(first, word) for word in words} | {(second, word) for word in others}
    return pairs | ({(second, words[-1])} if twice else set())


@pytest.mark.parametrize(
    ("name", "twice"),
    [
        ("mary.dic", False),
        ("mary.cat", False),
        ("mary.yml", False),
        ("mary_doubleterm.dic", True),
        ("mary_missingcat.dic", True),
        ("mary_multipletabs.dic", True),
        ("mary_zeropadding.dic", True),
    ],
)
def test_one_small_dictionary_in_many_ways(folder, name, twice):
    found = {(category.replace(" ", "_"), word) for category, word in terms(folder / name)}
    assert found == small(folder, twice=twice)


def test_a_lexicoder_file_without_stars(folder):
    found = {(category.replace(" ", "_"), word) for category, word in terms(folder / "mary.lc3", bare="whole")}
    assert found == small(folder, twice=False)


@pytest.mark.parametrize("name", ["liwc_extracodes.dic", "liwc_hierarchical.dic"])
def test_liwc_with_rules(folder, name):
    _, header, body = re.split(r"^%$", (folder / name).read_text("utf-8"), flags=re.MULTILINE)
    names = {number: label.strip() for number, label in re.findall(r"(\d+)[ \t]+(\S.*)", header)}
    rows = [line.split("\t", 1) for line in body.splitlines() if line.strip()]
    expected = {
        (names[number], word)
        for word, rest in rows
        if "<of>" not in rest
        for number in re.sub(r"\(.*?\)\S+", "", rest).split()
        if number in names
    }
    dictionary = read_dictionary(folder / name, format_of(name))
    found = {(part, term.text) for term in dictionary.terms for part in term.path}
    # Of a tree, the headings above a term's own category count as well, whether its line names them or not.
    assert expected <= found
    assert {(term.path[-1], term.text) for term in dictionary.terms} <= expected
    rules = [line for line in body.splitlines() if "<of>" in line]
    assert len([fault for fault in dictionary.lost if "<of>" in str(fault)]) == len(rules) == 1


def test_a_tree_by_its_tabs(folder):
    above = {}
    expected = set()
    for line in (folder / "issue-459.cat").read_text("utf-8").splitlines():
        depth = len(line) - len(line.lstrip("\t"))
        above[depth] = line.strip()
        if line.endswith("(1)"):
            path = ".".join(above[level] for level in range(depth))
            expected.add((path, line.strip().removesuffix(" (1)").lower()))
    assert terms(folder / "issue-459.cat") == expected
    assert len(expected) > 10


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


def test_xml_is_told_from_wordstat(folder):
    with pytest.raises(LexiconError, match="Yoshikoder"):
        load_lexicon(folder / "actually_ykd.cat")
