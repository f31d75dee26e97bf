"""The word lists behind the voices."""

import subprocess
import sys

import pytest

from framing.text.cues import CLAUSE, EITHER, NONE, NOUN, SPEECH, find_cues
from framing.text.word_lists import load_words

NAMES = (
    "appeal_verbs",
    "block_quote_openers",
    "clause_verbs",
    "evidence",
    "sources",
    "speech_either",
    "speech_nouns",
    "speech_participles",
    "speech_verbs",
)
VERBS = tuple(name for name in NAMES if name.startswith(("speech", "clause", "appeal")))


@pytest.mark.parametrize("name", NAMES)
def test_lists_hold_single_words_in_lower_case(name):
    words = load_words(name)
    assert words
    assert all(word == word.casefold() and len(word.split()) == 1 for word in words)


@pytest.mark.parametrize("name", VERBS)
def test_no_reporting_word_stands_in_two_lists(name):
    for other in set(VERBS) - {name}:
        assert not load_words(name) & load_words(other)


def test_cues_are_found_in_any_case_but_names_are_not_nouns():
    words = ("said", "Said", "SAID", "State", "announced", "report", "Report", "allegation", "tree")
    kinds = [SPEECH, SPEECH, SPEECH, NONE, CLAUSE, EITHER, NONE, NOUN, NONE]
    assert find_cues(words).tolist() == kinds


def test_nothing_is_read_at_import():
    code = (
        "import framing.text.voice, framing.text.word_lists as w, framing.text.cues as c;"
        "assert w.load_words.cache_info().currsize == 0 == c._table.cache_info().currsize"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
