"""Large corpora: terms found in a part of the articles and counted in all; too many terms: the frequent ones."""

from collections import Counter

import numpy as np
import pytest

from framing.contrasts.contrast import contrast_terms
from framing.contrasts.find_terms import find_terms
from framing.contrasts.gather import gather
from framing.contrasts.stream import read_tokens


def corpus(article, articles):
    text = [f"alpha beta . w{k % 7} gamma" for k in range(3)]
    return {"A": [article(*text[: 1 + k % 3]) for k in range(articles)], "B": [article(*text)] * 4}


@pytest.fixture(name="strewn")
def strewn_fixture(article):
    """Two sources of 900 one-paragraph articles of different lengths, words at random."""
    generator = np.random.default_rng(3)
    words = ["law", "court", "judge", "Rogun", "dam", "the", "_", "."]
    return {
        name: [
            article(" ".join([*generator.choice(words, int(generator.integers(5, 30))).tolist(), "law", "court"]))
            for _ in range(900)
        ]
        for name in "AB"
    }


def test_a_small_corpus_is_taken_whole(article):
    counts = gather(corpus(article, 30))
    assert counts.every == (1, 1)
    assert len(counts.part.layout.source) == 34


def test_a_large_source_gives_every_kth_article_with_all_its_paragraphs(article):
    counts = gather(corpus(article, 900), most=2)  # each source then has the least: 300 paragraphs
    part = counts.part
    per_source = np.bincount(part.layout.owner)
    assert counts.every == (6, 1)
    assert 250 <= per_source[0] <= 350
    assert per_source[1] == 12
    assert part.layout.source.tolist() == sorted(part.layout.source.tolist())
    lengths = np.bincount(part.layout.article)
    assert set(lengths[part.layout.source == 0].tolist()) == {1, 2, 3}
    assert part.matrix.shape[0] == len(part.layout.sizes) == len(part.layout.article)


def test_hits_are_counted_in_all_articles_whatever_part_the_terms_were_found_in(strewn):
    whole, part = gather(strewn), gather(strewn, most=2)
    assert (whole.every, part.every) == ((1, 1), (3, 3))
    assert whole.terms == part.terms
    assert (whole.hits != part.hits).nnz == 0
    for counts in (whole, part):
        assert counts.hits.toarray().tolist() == [plain_loops(strewn[name], counts.terms) for name in counts.names]


def plain_loops(articles, terms):
    """Count words and unbroken pairs of words that are no function words, token by token."""
    found = Counter()
    for one in articles:
        words = [one.words[token] if token >= 0 else "" for token in one.tokens.tolist()]
        found.update(words)
        found.update(
            f"{a} {b}" for a, b, mark in zip(words, words[1:], one.marks.tolist()[1:], strict=False) if not mark & 1
        )
    return [found[term] for term in terms]


def test_a_term_stands_where_its_hits_are(strewn):
    counts = gather(strewn, most=2)
    for term, at in counts.places(0, np.arange(len(counts.terms))).items():
        assert len(at) == counts.hits[0, term]
        assert at.tolist() == sorted(at.tolist())
        assert set(counts.tokens[0].word[at].tolist()) == {counts.last[term]}


def test_the_part_does_not_depend_on_the_order_of_the_articles(strewn):
    there = gather(strewn, most=2)
    back = gather({name: articles[::-1] for name, articles in reversed(strewn.items())}, most=2)
    assert there.terms == back.terms
    assert (there.part.matrix != back.part.matrix).nnz == 0


def test_a_contrast_says_in_what_part_its_terms_were_found(strewn, monkeypatch):
    assert {contrast.every for contrast in contrast_terms(strewn).values()} == {1}
    monkeypatch.setattr("framing.contrasts.gather.gather.__defaults__", (2,))
    assert {contrast.every for contrast in contrast_terms(strewn).values()} == {3}


def test_beyond_the_most_terms_the_rarest_go_and_ties_go_together(article):
    one = article("a1 . " * 9 + "b1 . " * 5 + "c1 . " * 5 + "d1 . " * 3)
    tokens = read_tokens([one])
    assert find_terms(tokens, one.words).names(one.words) == ["a1", "b1", "c1", "d1"]
    assert find_terms(tokens, one.words).least == 3
    for most, names, least in ((3, ["a1", "b1", "c1"], 4), (2, ["a1"], 6)):
        found = find_terms(tokens, one.words, most)
        assert (found.names(one.words), found.least) == (names, least)
