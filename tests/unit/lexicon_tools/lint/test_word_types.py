"""The bundled list of word types: how it is made, and that it is what its head says."""

import importlib.util
from importlib.resources import files
from pathlib import Path

import pytest

from framing.lexicon_tools.word_types import types_of, word_types
from framing.model.article import Article

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def builder():
    spec = importlib.util.spec_from_file_location("build_word_types", ROOT / "scripts" / "build_word_types.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_type_is_counted_once_an_article(builder):
    texts = [
        "The army's tanks; the ARMY, said 3 men of the U.S. in a low-key way.",
        "An army marched on its stomach all the way to the sea.",
    ]
    found, articles, digest = builder.count(Article(id=str(n), source="S", text=text) for n, text in enumerate(texts))
    assert (articles, len(digest)) == (2, 64)
    assert (found["army"], found["tanks"], found["the"]) == (2, 1, 2)
    assert not {"army's", "3", "u.s.", "low-key", "ARMY"} & set(found)


def test_the_list_is_sound():
    types = word_types()
    words = [one.word for one in types]
    assert words == sorted(set(words))
    assert all(word.isalpha() and word == word.casefold() for word in words)
    assert min(one.articles for one in types) == 5
    text = files("framing.lexicon_tools").joinpath("data", "word_types_en.txt").read_text("utf-8")
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(rows) == len(types)
    assert len(text) < 200_000  # a reference, not a dictionary


def test_types_of_a_stem_are_all_that_begin_so():
    for stem in ("terror", "pol", "Z", "xqz"):
        expected = {one for one in word_types() if one.word.startswith(stem.casefold())}
        found = types_of(stem)
        assert set(found) == expected
        assert [one.articles for one in found] == sorted((one.articles for one in found), reverse=True)
