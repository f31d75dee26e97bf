"""TF-IDF against scikit-learn; its permutation null against permutations drawn one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer

from framing.contrasts.layout import Layout
from framing.contrasts.null import Dealing, dealt_tail
from framing.contrasts.pearson import type_iii_tail
from framing.contrasts.reference import Reference
from framing.contrasts.tfidf import inverse_frequency, source_means, weigh

SOURCE = np.repeat([0, 1, 2], 5)


def layout(source, sizes=None):
    """A paragraph an article."""
    sizes = np.ones(len(source)) if sizes is None else sizes
    return Layout(sizes, np.arange(len(source)), np.asarray(source), int(source[-1]) + 1)


def counts(seed=3, terms=6):
    return np.random.default_rng(seed).poisson(0.8, (15, terms)).astype(float)


def test_with_as_many_paragraphs_each_it_is_scikit_learns():
    table = csr_matrix(counts())
    idf = inverse_frequency(table, layout(SOURCE))
    oracle = TfidfTransformer(sublinear_tf=True).fit(table)
    assert np.allclose(idf, oracle.idf_)
    assert np.allclose(weigh(table, idf).toarray(), oracle.transform(table).toarray())


def test_a_long_source_does_not_decide_what_is_common():
    # The word is in every paragraph of a source of 9 and in none of a source of 1: df is half of 10, not 9.
    table = csr_matrix(np.array([[1.0, 1.0]] * 9 + [[0.0, 1.0]]))
    idf = inverse_frequency(table, layout([0] * 9 + [1]))
    assert idf[0] == pytest.approx(np.log(11 / 6) + 1)


def test_means_by_plain_loops():
    table, sizes = counts(), np.random.default_rng(1).integers(15, 90, 15).astype(float)
    means = source_means(csr_matrix(table), layout(SOURCE, sizes)).toarray()
    for i in range(3):
        assert np.allclose(means[i], np.average(table[i == SOURCE], axis=0, weights=sizes[i == SOURCE]))


def test_the_reference_by_plain_loops():
    y = np.array([[6.0, 0.0, 3.0], [2.0, 4.0, 0.0], [0.0, 1.0, 0.0]])
    n, d = np.array([1000.0, 500.0, 100.0]), np.array([0.5, 1.0, 1.0])
    rest = Reference(csr_matrix(y), n, d, "rest").other(0)
    # The last source has a quarter of a say (100 of 400 tokens): weights 0.8 and 0.2.
    rate = 0.8 * y[1] / 500 + 0.2 * y[2] / 100
    size = 1 / (0.8**2 / 500 + 0.2**2 / 100)
    assert rest.n == pytest.approx(size)
    assert np.allclose(rest.y, rate * size)
    assert rest.y[2] == 0.0
    assert rest.d == pytest.approx(0.8**2 + 0.2**2)
    corpus = Reference(csr_matrix(y), n, d, "corpus").other(0)
    assert corpus.n == pytest.approx(600)
    assert np.allclose(corpus.y, y[1] + y[2])
    named = Reference(csr_matrix(y), n, d, 1)
    assert np.allclose(named.other(0).y, y[1])
    assert named.other(0).n == pytest.approx(500)
    assert named.other(1) is None


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5000)), min_size=2, max_size=9),
    st.sampled_from(["rest", "corpus"]),
)
def test_what_the_others_do_not_have_is_0_and_what_all_have_alike_is_ones_own(rows, against):
    # Oracle: whole numbers. The total less one's own is neither to the last bit.
    hits, n = (np.array(column) for column in zip(*rows, strict=True))
    y = csr_matrix(np.stack([hits, n * 3, n * (np.arange(len(n)) == 0)], axis=1).astype(float))
    reference = Reference(y, n.astype(float), np.ones(len(n)), against)
    for i in range(len(n)):
        other = reference.other(i)
        assert (other.y[0] == 0) == (np.delete(hits, i).sum() == 0)
        assert other.y[1] == 3 * other.n
        assert (other.y[2] == 0) == (i == 0)


def test_its_moments_are_those_of_drawn_permutations():
    # Oracle: every block's label drawn anew, 40,000 times.
    table = counts(7, 4)
    sizes = np.random.default_rng(1).integers(15, 90, 15).astype(float)
    block = np.arange(15) // 3 * 2 + (np.arange(15) % 3 == 2)  # ten blocks of one or two paragraphs
    owner = np.array([0, 0, 1, 1, 1, 2, 2, 2, 2, 2])
    source = owner[block]
    weights = np.array([0.0, 0.5, 0.5])
    n = np.bincount(source, sizes, 3)
    c = np.array([1 / n[0], -0.5 / n[1], -0.5 / n[2]])[owner]
    sums = np.zeros((10, 4))
    np.add.at(sums, block, sizes[:, None] * table)
    excess = sums - np.bincount(block, sizes)[:, None] * sums.sum(axis=0) / sizes.sum()
    generator = np.random.default_rng(4)
    drawn = np.stack([generator.permutation(c) @ excess for _ in range(40_000)])
    deviation, skewness = Dealing(csr_matrix(table), Layout(sizes, block, owner, 3)).moments(0, weights)
    assert np.allclose(deviation, drawn.std(axis=0), rtol=0.02)
    assert np.allclose(skewness, stats.skew(drawn, axis=0), atol=0.06)


@pytest.mark.parametrize("skewness", [-1.5, -0.2, 0.0, 0.4, 2.0])
def test_the_tail_is_scipys_pearson_type_iii(skewness):
    z = np.array([-1.2, 0.3, 1.0, 1.7, 2.6, 4.0])
    oracle = stats.pearson3.sf(z, skewness)
    assert np.allclose(type_iii_tail(z, np.full(6, skewness)), oracle, rtol=1e-6, atol=1e-12)
    assert np.allclose(dealt_tail(z, np.full(6, skewness)), [1, 1, *oracle[2:]], rtol=1e-6, atol=1e-12)
