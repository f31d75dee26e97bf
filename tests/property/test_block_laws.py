"""Laws of blocks: order, cover, numbering, and what marking the kept text again may drop."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from framing.text.blocks import split_blocks
from framing.text.boilerplate import mark_blocks
from framing.text.furniture.duplicates import DUPLICATE

LONG = (
    "The ministry counted its losses in the spring, and then it promised to publish them all in the summer, "
    "which came and went without a word from anyone who knew."
)
PIECES = st.sampled_from(
    [
        LONG,
        "Nobody asked.",
        "An Uneasy Peace",
        "By Jo Doe",
        "May 31",
        "ADVERTISEMENT",
        "Read more: The lost list",
        "We use cookies on our website to serve you.",
        "Cookie List",
        "and so it went on",
        "- bread",
        "1. Very little",
        "Jo Doe is a fellow of the Institute.",
        "Photo by Jo Doe",
        "***",
        "# A Heading",
    ]
)
PAGES = st.lists(PIECES, max_size=12, unique=True).map("\n\n".join)
TEXTS = st.one_of(st.text(alphabet="aB .\n#-*1:\u201c/@", max_size=200), PAGES)


@given(TEXTS)
def test_blocks_are_ordered_disjoint_and_cover_all_but_hashes(text):
    position = 0
    for start, end in split_blocks(text):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip(" \t\n#")
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip(" \t\n#")


@given(TEXTS, st.booleans())
def test_paragraphs_count_up_from_zero_and_boilerplate_has_none(text, keep):
    seen = -1
    for block in mark_blocks(text, keep_boilerplate=keep):
        assert (block.kind == "boilerplate") == bool(block.reason) == (block.paragraph == -1)
        if block.paragraph >= 0:
            assert block.paragraph in {seen, seen + 1}
            seen = block.paragraph


@given(TEXTS)
def test_marking_changes_no_span(text):
    assert [(b.start, b.end) for b in mark_blocks(text)] == split_blocks(text)


@given(PAGES)
def test_keeping_everything_drops_nothing(text):
    assert all(block.kind != "boilerplate" for block in mark_blocks(text, keep_boilerplate=True))


@settings(max_examples=200)
@given(PAGES)
def test_marking_what_was_kept_drops_only_duplicates(text):
    """Holds for pages of one line a block with no block twice: dropping an echo may bare a new edge."""
    kept = "\n\n".join(text[b.start : b.end] for b in mark_blocks(text) if b.kind != "boilerplate")
    assert {b.reason for b in mark_blocks(kept)} <= {"", DUPLICATE}


BODY = "The ministry said on Monday that the harbour would close for a week of repairs"


@given(st.lists(st.sampled_from([BODY + " in spring.", BODY + " in autumn."]), min_size=1, max_size=6))
def test_of_equal_paragraphs_one_stays(paragraphs):
    text = "\n\n".join(paragraphs)
    kept = [text[b.start : b.end] for b in mark_blocks(text) if b.kind != "boilerplate"]
    assert sorted(kept) == sorted(set(paragraphs))
