"""Large corpora: a part of the articles for what a part tells, the frequent terms where there are too many."""

import numpy as np

from framing.contrasts.gather import gather
from framing.contrasts.sample import sample
from framing.contrasts.stream import find_terms, read_tokens


def corpus(article, articles):
    text = [f"alpha beta . w{k % 7} gamma" for k in range(3)]
    return {"A": [article(*text[: 1 + k % 3]) for k in range(articles)], "B": [article(*text)] * 4}


def test_a_small_corpus_is_taken_whole(article):
    counts = gather(corpus(article, 30))
    whole = sample(counts)
    assert whole.matrix is counts.matrix
    assert whole.article is counts.article


def test_a_large_source_gives_every_kth_article_with_all_its_paragraphs(article):
    counts = gather(corpus(article, 900))
    part = sample(counts, most=2)  # each source then has the least: 300 paragraphs
    per_source = np.bincount(part.paragraph_source)
    assert 250 <= per_source[0] <= 350
    assert per_source[1] == 12
    assert part.source.tolist() == sorted(part.source.tolist())
    lengths = np.bincount(part.article)
    assert set(lengths[part.source == 0].tolist()) == {1, 2, 3}
    assert part.matrix.shape[0] == len(part.sizes) == len(part.article)


def test_beyond_the_most_terms_the_rarest_go_and_ties_go_together(article):
    tokens = read_tokens([article("a1 . " * 9 + "b1 . " * 5 + "c1 . " * 5 + "d1 . " * 3)])
    assert find_terms(tokens).names == ["a1", "b1", "c1", "d1"]
    assert find_terms(tokens).least == 3
    assert (find_terms(tokens, 3).names, find_terms(tokens, 3).least) == (["a1", "b1", "c1"], 4)
    assert (find_terms(tokens, 2).names, find_terms(tokens, 2).least) == (["a1"], 6)
