"""The fingerprint follows what an entry matches, and nothing else."""

import pytest

from framing.lexicon_tools.fingerprint import fingerprints
from framing.model.lexicon import Require
from framing.model.pattern import parse_pattern
from framing.model.spelling import with_both_spellings

CLASSES = {"state": ["russia{,n}", "china"]}


def require(*patterns, **rest):
    return Require(any=tuple(map(parse_pattern, patterns)), **rest)


BASE = {"exclude": ["arms race car"], "require": require("<state>", "nato", within=5, distinct=2)}


@pytest.fixture
def of(make_entry, make_lexicon):
    def print_of(pattern="arms {race,races} [2] <state>", classes=None, **rest):
        return fingerprints(make_lexicon(make_entry(pattern, **BASE | rest), classes=classes or CLASSES))[0]

    return print_of


@pytest.mark.parametrize(
    "change",
    [
        {"pattern": "arms {race,races,racing} [2] <state>"},
        {"pattern": "arms {race,races} [3] <state>"},
        {"pattern": "arms {race,races} , <state>"},
        {"pattern": "arms {race*,races} [2] <state>"},
        {"pattern": "<state> {race,races} [2] arms"},
        {"exclude": []},
        {"require": None},
        {"require": require("<state>", within=5, distinct=2)},
        {"require": require("<state>", "nato", within=6, distinct=2)},
        {"require": require("<state>", "nato", within=5)},
        {"require": require("<state>", "nato", within=5, distinct=2, side="after")},
        {"require": require("<state>", "nato", within=5, distinct=2, unit="paragraph")},
        {"exact_case": True},
        {"fold_accents": True},
        {"compound": True},
        {"classes": {"state": ["russia{,n}", "china", "france"]}},
    ],
    ids=str,
)
def test_what_decides_a_match_is_in_it(of, change):
    assert of(**change) != of()


@pytest.mark.parametrize(
    "change",
    [
        {"pattern": "Arms {races,race} [2]   <state>"},
        {"require": require("nato", "<state>", within=5, distinct=2)},
        {"note": "why", "source": "where", "weight": 0.5, "role": "support", "where": "x.toml:9"},
        {"examples": ("An arms race with China.",)},
        {"subframe": "t"},
        {"classes": {"state": ["china", "Russia{n,}"], "other": ["word"]}},
    ],
    ids=str,
)
def test_what_changes_no_match_is_not(of, change):
    assert of(**change) == of()


def test_a_class_counts_by_its_words_and_not_by_its_name(of):
    renamed = {"pattern": "arms {race,races} [2] <power>", "classes": {"power": CLASSES["state"]}}
    rule = require("<power>", "nato", within=5, distinct=2)
    assert of(**renamed, require=rule) == of()


def test_both_spellings_are_more_than_one(make_entry, make_lexicon):
    one = make_entry("defence pact")
    both = make_entry("defence pact")
    both = type(both)(pattern=with_both_spellings(one.pattern), dimension="d", subframe="s")
    first, second = fingerprints(make_lexicon(one, both))
    assert first != second


def test_no_spreadsheet_takes_one_for_a_number(of):
    assert of()[0] == "p"
    assert len(of()) == 13
