"""Tables written as TOML are the tables read back, by the standard library's own reader."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from framing.io.lexicon_toml import lexicon_toml

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
keys = st.text(st.sampled_from("abc_-"), min_size=1, max_size=5)
scalars = words | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False, allow_infinity=False)
values = scalars | st.lists(words, max_size=3) | st.dictionaries(keys, scalars, max_size=3)
rows = st.dictionaries(keys, values, max_size=4)


@given(st.dictionaries(keys, st.lists(rows, min_size=1, max_size=3), max_size=3), rows, st.lists(words, max_size=3))
def test_tables_come_back(tables, header, comments):
    raw = {"lexicon": header, **{f"t{name}": value for name, value in tables.items()}}
    assert tomllib.loads(lexicon_toml(raw, comments)) == raw


def test_sub_frames_are_tables_of_their_dimension():
    raw = {"dimension": [{"id": "a", "subframe": [{"id": "b"}, {"id": "c"}]}, {"id": "d"}], "entry": [{"pattern": "x"}]}
    text = lexicon_toml(raw)
    assert tomllib.loads(text) == raw
    assert text.count("[[dimension.subframe]]") == 2
