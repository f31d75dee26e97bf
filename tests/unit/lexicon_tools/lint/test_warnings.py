"""W21, W22, W23, W30, W31: for each a tiny lexicon that it finds fault with, and a neighbour that it lets pass."""

import pytest

import framing
from framing.lexicon_tools.word_types import word_types


def lint_two(files, one, other, more=""):
    paths = [files.write(one, more=more), files.write(other, name="e", more=more)]
    return framing.lint_lexicon(*paths)


CLASS = '[[class]]\nid = "land"\nwords = ["rome", "new zealand"]\n'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"pattern": "great game"}, {"pattern": "Great game"}),
        ({"pattern": "great game", "shared": True}, {"pattern": "great game"}),
        ({"pattern": "{great,grand} game"}, {"pattern": "{grand,great} game", "role": "support"}),
        ({"pattern": "<land> rises"}, {"pattern": "<land> rises"}),
        # The same pattern is told whatever it requires: whether that keeps the two apart, only the author knows.
        ({"pattern": "great game", "require": {"any": ["asia"]}}, {"pattern": "great game"}),
    ],
)
def test_w21_the_same_pattern_is_told_once(files, one, other):
    (fault,) = lint_two(files, one, other, CLASS)
    assert (fault.code, "is also in 'd' (on " in fault.message) == ("W21", True)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ({"pattern": "radical*"}, {"pattern": "radicalis{e,ed}"}),
        ({"pattern": "arrest{,s,ed} [3] critics"}, {"pattern": "arrested critics"}),
        ({"pattern": "<land> rises"}, {"pattern": "new zealand rises"}),
        ({"pattern": "great game{,s}"}, {"pattern": "great game", "require": {"any": ["asia"]}}),
    ],
)
def test_w21_a_wider_pattern_is_told_at_the_narrower(files, wide, narrow):
    (fault,) = lint_two(files, wide, narrow, CLASS)
    assert fault.code == "W21"
    assert fault.message.startswith(
        f"'{narrow['pattern']}' of 'e' is matched wherever it stands by '{wide['pattern']}' in"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"pattern": "great game", "shared": True}, {"pattern": "great game", "shared": True}),
        ({"pattern": "great game"}, {"pattern": "great game", "status": "retired"}),
        ({"pattern": "{great,grand} game"}, {"pattern": "{great,lost} game"}),
        ({"pattern": "game"}, {"pattern": "great game"}),
        ({"pattern": "great game{,s}", "require": {"any": ["asia"]}}, {"pattern": "great game"}),
        ({"pattern": "great game{,s}", "exclude": ["great game of"]}, {"pattern": "great game"}),
    ],
)
def test_w21_lets_others_pass(files, one, other):
    assert lint_two(files, one, other) == []


def test_w21_holds_in_one_file_too(files):
    more = '[[dimension]]\nid = "e"\ndefinition = "x"\nreferences = ["x"]\n'
    text = files.write({"pattern": "great game", "dimension": "d"}, more=more).read_text("utf-8")
    text = text.replace('subframe = "', 'dimension = "d"\nsubframe = "', 12)
    path = files.raw(text + files.entry({"pattern": "great game", "dimension": "e", "subframe": ""}))
    assert "W21" in [fault.code for fault in framing.lint_lexicon(path)]


@pytest.mark.parametrize(
    "entry",
    [
        {"pattern": "poli* reform"},
        {"pattern": "great {war*,game}"},
        {"pattern": "contr* reform"},
        {"pattern": "night sky", "require": {"any": ["contr*"]}},
        {"pattern": "night sky", "exclude": ["night sky con*"]},
        {"pattern": "<wide> sky"},
    ],
)
def test_w22_a_star_that_matches_much(files, entry):
    more = '[[class]]\nid = "wide"\nwords = ["dark", "con*"]\n' if "<wide>" in entry["pattern"] else ""
    assert files.codes(entry, more=more) == ["W22"]


@pytest.mark.parametrize(
    "entry",
    [
        {"pattern": "radical* reform"},
        {"pattern": "anti-a* reform"},  # five letters
        {"pattern": "great war"},
        {"pattern": "night sky", "require": {"any": ["warn*"]}},  # a short stem does no harm there
        {"pattern": "poli* reform", "status": "retired"},
    ],
)
def test_w22_lets_others_pass(files, entry):
    assert files.codes(entry) == []


def test_w22_shows_the_ten_most_frequent_types(files):
    (fault,) = files.lint({"pattern": "pol* reform"})
    head, _, shown = fault.evidence[0].partition(": ")
    assert head == "most frequent types (articles)"
    matching = [one for one in word_types() if one.word.startswith("pol")]
    frequent = sorted(matching, key=lambda one: -one.articles)[:10]
    assert sorted(shown.split(", ")) == sorted(f"{one.word} ({one.articles})" for one in frequent)
    assert f"takes {len(matching)} types" in fault.message


def test_w22_looks_at_masks(files):
    (fault,) = files.lint(more='[[mask]]\nid = "m"\npatterns = ["pol* office"]\n')
    assert (fault.code, "mask 'm'" in fault.message) == ("W22", True)


@pytest.mark.parametrize(
    "entry",
    [
        {"pattern": "*phobia"},
        {"pattern": "over and out"},
        {"pattern": "{up,down} [2] to"},
        {"pattern": "fog"},
        {"pattern": "{night,sky}"},
    ],
)
def test_w23_star_first_function_words_or_very_short(files, entry):
    assert files.codes(entry) == ["W23"]


@pytest.mark.parametrize(
    "entry",
    [
        {"pattern": "phobia*"},
        {"pattern": "over and gone"},
        {"pattern": "FOG", "case": "exact"},
        {"pattern": "fog horn"},
        {"pattern": "fogs"},
        {"pattern": "can n't yodel"},  # n't is the end of a word by itself
        {"pattern": "<it> to", "subframe": "two"},
    ],
)
def test_w23_lets_others_pass(files, entry):
    assert files.codes(entry, more='[[class]]\nid = "it"\nwords = ["it"]\n') == []


@pytest.mark.parametrize(
    ("keys", "lacking"),
    [({"note": ""}, "note"), ({"source": " "}, "source"), ({"note": "", "source": ""}, "note, source")],
)
def test_w30_papers_of_an_entry(files, keys, lacking):
    (fault,) = files.lint({"pattern": "night sky", **keys})
    assert (fault.code, fault.message) == ("W30", f"'night sky' lacks {lacking}")
    assert files.codes({"pattern": "night sky", "status": "retired", **keys}) == []


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("id = 'd'\ndefinition = 'x'", "id = 'd'", 6, "dimension 'd' lacks a definition"),
        ("references = ['x']", "references = []", 6, "dimension 'd' lacks references"),
        ("id = 'two'\ndefinition = 'x'", "id = 'two'", 13, "sub-frame 'two' lacks a definition"),
    ],
)
def test_w30_papers_of_a_dimension(files, before, after, line, message):
    path = files.raw(files.write().read_text("utf-8").replace(before, after))
    assert [(f.code, f.where, f.message) for f in framing.lint_lexicon(path)] == [("W30", f"{path}:{line}", message)]


def test_w30_few_sub_frames(files):
    text = files.write().read_text("utf-8").replace("[[dimension.subframe]]\nid = 'four'\ndefinition = 'x'\n", "")
    path = files.raw(text.replace('subframe = "four"', 'subframe = "three"'))
    (fault,) = framing.lint_lexicon(path)
    assert (fault.code, fault.message) == ("W30", "dimension 'd' has 3 sub-frames, fewer than 4")


def test_w31_a_sub_frame_that_holds_most(files):
    # The filling has twelve entries, three of them in "one".
    more = [{"pattern": f"night sky{letter}"} for letter in "abcdefg"]
    assert files.codes(*more[:6]) == []
    (fault,) = files.lint(*more)
    assert fault.message == "sub-frame 'one' holds 10 of the 19 entries of 'd'"
    assert files.codes(*more[:6], {**more[6], "status": "candidate"}) == []


def test_w31_a_sub_frame_with_next_to_nothing(files):
    text = files.write().read_text("utf-8")
    last = text.rindex("[[entry]]")
    path = files.raw(text[:last])
    (fault,) = framing.lint_lexicon(path)
    assert (fault.code, fault.message) == ("W31", "sub-frame 'four' has 2 active entries")
