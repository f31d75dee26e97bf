"""Where a block begins and ends."""

from __future__ import annotations

import time

import pytest

from framing.text.blocks import split_blocks


def cut(text):
    return [text[start:end] for start, end in split_blocks(text)]


def test_blank_lines_and_lines_of_spaces_separate():
    assert cut("\n One two. \n  \n\nThree.\n") == ["One two.", "Three."]


def test_a_heading_glued_under_a_paragraph_is_its_own_block():
    text = "The ministry counted its losses and promised to publish them.\nCounting the Lost\n\nNobody did."
    assert cut(text)[1] == "Counting the Lost"


def test_hard_wrapped_text_keeps_its_line_breaks_inside():
    text = (
        "The ministry counted its losses in the spring and then\n"
        "promised to publish what it had found, but when summer\n"
        "came the promise had been forgotten by everyone in the\n"
        "Old Town, and nobody asked."
    )
    assert cut(text) == [text]


def test_one_paragraph_a_line_gives_one_block_a_line():
    text = "The ministry counted its losses in spring.\nIn summer it forgot.\nNobody asked in autumn."
    assert len(cut(text)) == 3


def test_hashes_stand_outside_their_heading():
    assert cut("## An Uneasy Peace\nIt held.") == ["An Uneasy Peace", "It held."]


def test_each_item_of_a_list_is_a_block():
    assert cut("He wants:\n- bread\n- peace\n2) land") == ["He wants:", "- bread", "- peace", "2) land"]


def test_front_matter_is_one_block():
    assert cut("---\ntitle: A\n\ndate: 1\n---\nText.") == ["---\ntitle: A\n\ndate: 1\n---", "Text."]


def test_a_rule_at_the_start_is_no_front_matter():
    assert cut("---\nText goes on.\n---")[0] == "---"


@pytest.mark.parametrize(
    "text",
    ["a" * 10**6, "\n" * 10**5, "Ab cd\n" * 50_000, "---\na: b\n" * 50_000],
    ids=["run", "blank", "short", "rules"],
)
def test_hostile_text_takes_linear_time(text):
    begin = time.perf_counter()
    split_blocks(text)
    assert time.perf_counter() - begin < 5
