"""q-values against scipy and the example of Benjamini and Hochberg, and their laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from framing.errors import DataError
from framing.false_discovery import benjamini_hochberg

# Many of a family of terms have a p of 1, which goes a way of its own.
FAMILIES = st.lists(st.one_of(st.floats(0, 1), st.just(1.0), st.sampled_from([0.01, 0.02])), max_size=40)


@given(FAMILIES.filter(len))
def test_q_values_are_those_of_scipy(p):
    assert benjamini_hochberg(p).tolist() == pytest.approx(stats.false_discovery_control(p).tolist())


def test_q_values_of_benjamini_and_hochberg_1995():
    # The fifteen p-values of the example in their section 3: at q = .05 the four smallest are selected.
    p = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.0]  # fmt: skip # noqa: E501
    assert (benjamini_hochberg(p) <= 0.05).tolist() == [True] * 4 + [False] * 11


@given(FAMILIES)
def test_they_keep_the_order_of_the_p_values_and_never_fall_below_them(p):
    q = benjamini_hochberg(p).tolist()
    assert all(a <= b <= 1 for a, b in zip(p, q, strict=True))
    assert [b for _, b in sorted(zip(p, q, strict=True))] == sorted(q)


@given(FAMILIES, st.randoms())
def test_the_order_of_the_family_does_not_matter(p, random):
    shuffled = list(p)
    random.shuffle(shuffled)
    assert np.sort(benjamini_hochberg(shuffled)).tolist() == np.sort(benjamini_hochberg(p)).tolist()


def test_no_family_no_q():
    assert benjamini_hochberg([]).tolist() == []


@pytest.mark.parametrize("p", [-0.1, 1.1, float("nan")])
def test_a_p_value_is_a_probability(p):
    with pytest.raises(DataError, match="between 0 and 1"):
        benjamini_hochberg([0.5, p])
