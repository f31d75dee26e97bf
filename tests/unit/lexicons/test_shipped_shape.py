"""The house rule of the shipped dimensions, stricter than lint's W31."""

from collections import Counter

import pytest

import framing


@pytest.mark.parametrize("name", framing.lexicon_names())
def test_a_dimension_has_250_to_400_entries_none_of_its_sub_frames_few_or_most(name):
    lexicon = framing.load_lexicon(name)
    (dimension,) = lexicon.dimensions
    active = [entry for entry in lexicon.entries if entry.status == "active"]
    counts = Counter({subframe.id: 0 for subframe in dimension.subframes})
    counts.update(entry.subframe for entry in active)
    assert 250 <= len(active) <= 400
    assert {sub: n for sub, n in counts.items() if not 15 <= n <= 0.4 * len(active)} == {}
