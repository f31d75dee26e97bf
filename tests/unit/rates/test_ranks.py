import pytest

from framing.errors import DataError
from framing.rates.ranks import rank_probabilities, rank_range


def test_none_and_one():
    assert rank_probabilities([], [], []) == []
    assert rank_probabilities([-4.0], [0.3], [5.0]) == [[1.0]]


def test_far_apart_is_certain():
    table = rank_probabilities([0.0, 50.0, -50.0], [0.1, 0.2, 0.3], [30.0, 30.0, 30.0])
    assert [row.index(max(row)) for row in table] == [1, 0, 2]
    assert min(max(row) for row in table) > 1 - 1e-9


def test_the_same_twice():
    args = [-4.0, -3.5, -4.2], [0.2, 0.4, 1.1], [3.0, 7.5, 60.0]
    assert rank_probabilities(*args) == rank_probabilities(*args)


@pytest.mark.parametrize(
    "args",
    [
        ([0.0], [1.0, 1.0], [3.0]),
        ([0.0], [0.0], [3.0]),
        ([0.0], [1.0], [-1.0]),
        ([float("-inf")], [1.0], [3.0]),
        ([0.0], [float("nan")], [3.0]),
    ],
)
def test_what_is_no_distribution_is_refused(args):
    with pytest.raises(DataError):
        rank_probabilities(*args)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([], None),
        ([1.0], (1, 1)),
        ([0.97, 0.02, 0.01], (1, 2)),
        ([0.02, 0.96, 0.02], (2, 2)),
        ([0.2, 0.2, 0.2, 0.2, 0.2], (1, 5)),
        ([0.0, 0.0, 1.0], (3, 3)),
    ],
)
def test_the_range_leaves_out_at_most_one_fortieth_on_either_side(row, expected):
    assert rank_range(row) == expected
