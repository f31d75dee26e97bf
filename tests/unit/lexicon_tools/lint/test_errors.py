"""E10, E11, E12: entries that are there twice, can never match, or do not do what their examples say."""

import pytest

import framing
from framing.errors import LexiconError

MASK = '[[mask]]\nid = "m"\npatterns = ["stone mask{,s}", "wide [2] mask"]\n'
CLASS = (
    '[[class]]\nid = "c"\nwords = ["stone mask", "wide mask"]\n[[class]]\nid = "open"\nwords = ["stone mask", "sky"]\n'
)


def test_the_filling_of_these_tests_is_clean(files):
    assert files.lint() == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"pattern": "Great Game"}, {"pattern": "great game"}),
        ({"pattern": "{great,grand} game"}, {"pattern": "{grand,great} game"}),
        ({"pattern": "rebel’s war cry"}, {"pattern": "rebel's war cry"}),
        ({"pattern": "U.S. role", "case": "exact"}, {"pattern": "US role", "case": "exact"}),
        ({"pattern": "counter terror law", "compound": True}, {"pattern": "Counter Terror law", "compound": True}),
    ],
)
def test_e10_the_same_pattern_twice(files, one, other):
    assert files.codes(one, other) == ["E10"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"pattern": "great game"}, {"pattern": "great games"}),
        ({"pattern": "grand prize game"}, {"pattern": "grand , prize game"}),
        (
            {"pattern": "great game", "require": {"any": ["asia"]}},
            {"pattern": "great game", "require": {"any": ["empire"]}},
        ),
        ({"pattern": "great game"}, {"pattern": "great game", "status": "retired"}),
    ],
)
def test_e10_lets_others_pass(files, one, other):
    assert "E10" not in files.codes(one, other)


@pytest.mark.parametrize(
    "entry",
    [
        {"pattern": "stone mask"},
        {"pattern": "old stone masks"},
        {"pattern": "wide [2] mask"},  # the mask's gap is as wide
        {"pattern": "<c>"},
        {"pattern": "night sky", "exclude": ["night sky"]},
        {"pattern": "night sky", "exclude": ["night {sky,skies} [2] over", "night sky"]},
        {"pattern": "power night", "exclude": ["power night"]},  # "power-night" is left, but not as it is written
        {"pattern": "and/or"},
        {"pattern": "night sky", "exclude": ["and/or"]},
    ],
)
def test_e11_what_can_never_match(files, entry):
    assert files.codes(entry, more=MASK + CLASS) == ["E11"]


@pytest.mark.parametrize(
    "entry",
    [
        {"pattern": "stone masked ball"},
        {"pattern": "stone [1] masks"},  # "stone old masks" is none of the mask's
        {"pattern": "wide [3] mask"},
        {"pattern": "<open>"},
        {"pattern": "night sky", "exclude": ["night sky over"]},
        {"pattern": "night {sky,skies}", "exclude": ["night sky"]},
        {"pattern": "night sk*", "exclude": ["night sky"]},
        {"pattern": "stone mask", "status": "candidate"},
    ],
)
def test_e11_what_can(files, entry):
    assert "E11" not in files.codes(entry, more=MASK + CLASS)


def test_e11_asks_the_shipped_masks_too(files):
    # Linting says so; loading does not refuse, as a run may leave the shipped masks out.
    entry = {"pattern": "UN Security Council", "case": "exact"}
    (fault,) = files.lint(entry)
    assert (fault.code, "a mask takes its words first" in fault.message) == ("E11", True)
    framing.load_lexicon(files.write(entry), masks=False)


def test_what_lint_calls_an_error_is_not_loaded(files):
    with pytest.raises(LexiconError, match="can never match"):
        framing.load_lexicon(files.write({"pattern": "stone mask"}, more=MASK))


RULED = {"pattern": "night sk{y,ies}", "exclude": ["night sky show"], "require": {"any": ["fear*"], "within": 3}}


@pytest.mark.parametrize(
    ("examples", "counterexamples", "expected"),
    [
        (["They fear the night sky."], ["The night sky.", "They fear the night sky show."], []),
        (["The night sky."], [], ["E12"]),
        (["They fear the night sky show."], [], ["E12"]),
        ([], ["Fear of night skies."], ["E12"]),
    ],
)
def test_e12_examples_are_tried_with_all_rules(files, examples, counterexamples, expected):
    entry = {**RULED, "examples": examples, "counterexamples": counterexamples}
    assert files.codes(entry, more='[[mask]]\nid = "m"\npatterns = ["starry night sky"]\n') == expected


def test_e12_examples_are_tried_with_the_masks(files):
    entry = {"pattern": "night sky", "examples": ["A starry night sky."]}
    assert files.codes(entry) == []
    assert files.codes(entry, more='[[mask]]\nid = "m"\npatterns = ["starry night sky"]\n') == ["E12"]
