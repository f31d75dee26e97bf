"""What neighbours lend, and that coded passages and whole articles agree about it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from framing.lexicon_tools.weighing.design import design
from framing.matching.matcher import Matcher
from framing.matching.presence import evidence, lend
from framing.model.article import Article
from framing.model.coded import CodedPassage
from framing.text.reading import read_article

TOML = """
[lexicon]
name = "t"
version = "1"
language = "en"
licence = "CC0-1.0"
[presence]
threshold = 0.6
neighbours = 0.4
[[dimension]]
id = "d"
[[entry]]
pattern = "alpha"
dimension = "d"
[[entry]]
pattern = "beta"
dimension = "d"
role = "support"
weight = 0.3
"""

evidences = arrays.arrays(np.float64, st.integers(0, 12), elements=st.floats(0, 5))


@given(evidences, st.floats(0, 1))
def test_lending_adds_the_share_of_the_mean_of_the_neighbours(own, share):
    lent = lend(own, share)
    for place, value in enumerate(own):
        beside = [own[p] for p in (place - 1, place + 1) if 0 <= p < len(own)]
        assert lent[place] == pytest.approx(value + share * (sum(beside) / len(beside) if beside else 0.0))


@pytest.fixture
def lexicon(tmp_path):
    from framing.io.lexicons import read_lexicon

    path = tmp_path / "t.toml"
    path.write_text(TOML, "utf-8")
    lexicon, faults = read_lexicon(path)
    assert not faults
    return lexicon


TEXTS = ["There is alpha in it.", "Nothing is here.", "Some beta and beta again.", "The end came."]


def test_an_article_and_its_coded_passages_agree(lexicon):
    matcher = Matcher(lexicon)
    passages = [CodedPassage(article="a", position=n, text=text) for n, text in enumerate(TEXTS)]
    coded = design(passages, matcher)
    document = read_article(Article(id="a", source="s", text="\n\n".join(TEXTS)), keep_boilerplate=True)
    whole = evidence(document, matcher.match(document), lexicon)["d"]
    weights = np.array([entry.weight for entry in lexicon.entries])
    assert whole.tolist() == pytest.approx(coded.evidence(weights, 0.4).tolist())
    # alpha carries the first; the second gets .4 x the mean of 1 and .3; the fourth .4 x .3
    assert whole.tolist() == pytest.approx([1.0, 0.26, 0.3, 0.12])


def test_another_article_lends_nothing(lexicon):
    passages = [CodedPassage(article=name, position=0, text=text) for name, text in zip("abcd", TEXTS, strict=True)]
    assert not design(passages, Matcher(lexicon)).around.nnz
