from hypothesis import given
from hypothesis import strategies as st

from framing.report.names import short_names

NAMES = st.lists(st.text("abc |-12", min_size=1, max_size=30), max_size=8)


@given(NAMES, st.integers(3, 20))
def test_no_name_is_wider_than_its_column(names, width):
    assert all(len(short) <= width for short in short_names(names, width).values())


@given(NAMES)
def test_what_fits_stays_as_it_is(names):
    assert all(short == name for name, short in short_names(names, 30).items())


def test_names_that_differ_at_their_end_are_told_apart():
    names = [f"The Daily Chronicle of the Harbour, quarter {n}" for n in range(1, 5)]
    assert len(set(short_names(names, 16).values())) == 4
