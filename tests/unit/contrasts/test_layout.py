"""Blocks and units of paragraphs, against plain loops."""

from itertools import groupby

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from framing.contrasts.layout import Layout
from framing.contrasts.selection import ARTICLES_AS_UNITS, MOST_UNITS, _units

# Paragraphs of each article, article by article, source by source; a source may have none.
SOURCES = st.lists(st.lists(st.integers(1, 140), max_size=13), min_size=1, max_size=5).filter(any)


def laid(sources):
    paragraphs = [n for articles in sources for n in articles]
    return Layout(
        np.arange(1.0, sum(paragraphs) + 1),
        np.repeat(np.arange(len(paragraphs)), paragraphs),
        np.repeat(np.arange(len(sources)), [len(articles) for articles in sources]),
        len(sources),
    )


def test_blocks_are_articles_where_sources_have_several():
    assert laid([[4, 2], [1, 1]]).blocks().tolist() == [0, 0, 0, 0, 1, 1, 2, 3]
    assert laid([[4], [2], [1], [1]]).blocks().tolist() == [0, 0, 0, 1, 2, 2, 3, 4]


@given(SOURCES)
def test_sources_are_found_and_blocks_summed(sources):
    layout = laid(sources)
    for i in range(layout.sources):
        assert np.arange(len(layout.article))[layout.paragraphs_of(i)].tolist() == [
            p for p, owner in enumerate(layout.owner.tolist()) if owner == i
        ]
    for block in (layout.article, layout.blocks()):
        tokens, owner = layout.of_blocks(block)
        members = [list(group) for _, group in groupby(range(len(block)), key=block.tolist().__getitem__)]
        assert tokens.tolist() == [layout.sizes[group].sum() for group in members]
        assert owner.tolist() == [layout.owner[group[0]] for group in members]


@given(SOURCES)
def test_units_are_paragraphs_or_articles_and_at_most_a_hundred_runs_of_them(sources):
    layout, expected, number = laid(sources), [], 0
    for articles in sources:
        whole = len(articles) >= ARTICLES_AS_UNITS
        members = articles if whole else [1] * sum(articles)
        runs = min(len(members), MOST_UNITS)
        expected += [number + k * runs // len(members) for k, n in enumerate(members) for _ in range(n)]
        number += runs
    assert _units(layout).tolist() == expected
