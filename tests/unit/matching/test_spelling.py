"""Section 3.9: British and American spellings, by a fixed table."""

import pytest

from framing.model.spelling import both_spellings

PAIRS = [
    ("destabilise", "destabilize"),
    ("destabilised", "destabilized"),
    ("destabilising", "destabilizing"),
    ("destabilisation", "destabilization"),
    ("militarise", "militarize"),
    ("radicalisation", "radicalization"),
    ("organisation", "organization"),
    ("mobilises", "mobilizes"),
    ("paralysed", "paralyzed"),
    ("defence", "defense"),
    ("offence", "offense"),
    ("neighbour", "neighbor"),
    ("neighbours", "neighbors"),
    ("neighbouring", "neighboring"),
    ("labour", "labor"),
    ("colour", "color"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("programme", "program"),
    ("travelled", "traveled"),
    ("signalling", "signaling"),
    ("sceptical", "skeptical"),
]


@pytest.mark.parametrize(("british", "american"), PAIRS)
def test_each_finds_the_other(british, american):
    assert set(both_spellings(british)) == {british, american}
    assert set(both_spellings(american)) == {british, american}


@pytest.mark.parametrize(
    "word",
    "wise rise promise exercise surprise comprise four our hour sour power her water rebel war size prize".split(),
)
def test_words_of_one_spelling_stay(word):
    assert both_spellings(word) == (word,)


@pytest.mark.parametrize("word", [word for pair in PAIRS for word in pair])
def test_the_word_itself_comes_first_and_the_way_back_is_the_same(word):
    first, other = both_spellings(word)
    assert first == word
    assert both_spellings(other) == (other, word)
