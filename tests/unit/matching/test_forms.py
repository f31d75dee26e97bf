"""Sections 3.2 and 3.4: what a token and a form are compared by."""

import pytest

from framing.matching.forms import MODES, key, token_keys


@pytest.mark.parametrize(
    ("word", "mode", "expected"),
    [
        ("War", "fold", "war"),
        ("War", "exact", "War"),
        ("War", "accents", "war"),
        ("Stra\u00dfe", "fold", "strasse"),
        ("Stra\u00dfe", "exact", "Stra\u00dfe"),
        ("R\u00e9gime", "fold", "r\u00e9gime"),
        ("R\u00e9gime", "accents", "regime"),
        ("don\u2019t", "fold", "don't"),
        ("don\u02bct", "exact", "don't"),
        ("don`t", "accents", "don't"),
        ("anti\u2010war", "fold", "anti-war"),
        ("anti\u2011war", "exact", "anti-war"),
        ("U.S.", "exact", "US"),
        ("U.S.", "fold", "u.s."),
        ("U.S.-backed", "exact", "US-backed"),
        ("e.g.", "exact", "eg"),
        ("3.5", "exact", "3.5"),
        ("10,000", "fold", "10,000"),
    ],
)
def test_key(word, mode, expected):
    assert key(word, mode) == expected


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("word", ["War", "U.S.", "Stra\u00dfe", "re\u0301gime", "\u0130stanbul", "o\u2019clock's"])
def test_a_key_is_its_own_key(word, mode):
    assert key(key(word, mode), mode) == key(word, mode)


@pytest.mark.parametrize(
    ("word", "mode", "expected"),
    [
        ("regime", "fold", ("regime",)),
        ("regime's", "fold", ("regime's", "regime")),
        ("Regime\u2019s", "fold", ("regime's", "regime")),
        ("REGIME'S", "fold", ("regime's", "regime")),
        ("NATO'S", "exact", ("NATO'S", "NATO")),
        ("U.S.'s", "exact", ("US's", "US")),
        ("don't", "fold", ("don't",)),
        ("we've", "fold", ("we've",)),
    ],
)
def test_token_keys(word, mode, expected):
    assert token_keys(word, mode) == expected
