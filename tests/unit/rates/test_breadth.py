import pytest

from framing.errors import DataError
from framing.rates.breadth import Breadth, breadth, rarefied


@pytest.mark.parametrize(
    ("hits", "expected"),
    [
        ([], Breadth(0, 0, 0.0)),
        ([0, 0], Breadth(0, 2, 0.0)),
        ([7], Breadth(1, 1, 0.0)),
        ([7, 0, 0], Breadth(1, 3, 0.0)),
    ],
)
def test_edges_of_breadth(hits, expected):
    assert breadth(hits) == expected


def test_equal_shares_are_even_and_never_more_than_even():
    for many in range(2, 60):
        assert 1 - 1e-12 < breadth([5] * many).evenness <= 1.0


def test_edges_of_rarefaction():
    assert rarefied([3, 2], 0) == 0.0
    assert rarefied([3, 2], 5) == 2.0
    assert rarefied([3, 2], 6) is None
    assert rarefied([], 0) == 0.0


def test_faults():
    with pytest.raises(DataError, match="negative"):
        breadth([1, -1])
    with pytest.raises(DataError, match="cannot be drawn"):
        rarefied([1], -1)
