"""Block quotes and turns: which blocks are someone else's text."""

import time

import pytest

from framing.model.document import Block
from framing.text.block_quotes import find_block_quotes
from framing.text.turns import find_turns


def lay_out(paragraphs, kinds=None):
    blocks, text = [], ""
    for index, paragraph in enumerate(paragraphs):
        kind = (kinds or {}).get(index, "body")
        blocks.append(Block(len(text), len(text) + len(paragraph), kind))
        text += paragraph + "\n\n"
    return text, blocks


def found(*paragraphs, kinds=None):
    text, blocks = lay_out(paragraphs, kinds)
    return [text[start:end].strip() for start, end in find_block_quotes(text, blocks)]


def test_block_behind_a_colon_with_a_verb_of_speech_is_quoted():
    assert found("The mayor wrote on his page:", "We are lost.", "He left.") == ["We are lost."]


def test_colon_quotes_nothing_before_boilerplate_or_a_list_or_marks():
    assert found("The mayor wrote:", "Screenshot of the post", "It ended.", kinds={1: "boilerplate"}) == []
    assert found("The mayor wrote:", "1. Bread", "2. Salt") == []
    assert found("The mayor wrote:", "“We are lost.” He left.") == []
    assert found("Three things matter here:", "Bread matters most of all.") == []


def test_run_reaches_from_the_colon_to_the_citation():
    assert found(
        "Then came the flood:",
        "It rose.",
        "It fell.",
        "All was mud. (Mills, The Courier, May 3, 2011)",
        "So.",
    ) == ["It rose.", "It fell.", "All was mud."]


def test_run_is_no_longer_than_its_reach():
    paragraphs = ["Then came the flood:", *["It rose."] * 8, "Mud. (The Courier, May 3)"]
    assert found(*paragraphs) == ["Mud."]


def test_without_a_colon_a_citation_quotes_its_own_block():
    assert found("I saw it.", "It rose again.", "All was mud. (The Courier, May 3)") == ["All was mud."]


def test_without_a_colon_a_run_that_ends_in_speech_reaches_back_two_blocks():
    paragraphs = ["It was so.", "It rose.", "It fell.", "“Mud,” said one. (The Courier, May 3)"]
    assert found(*paragraphs) == ["It rose.", "It fell.", "“Mud,” said one."]
    assert found("It rose.", "I saw it fall.", paragraphs[-1]) == ["“Mud,” said one."]


def test_run_does_not_reach_over_the_one_before():
    text = "It rose. (The Courier, May 3)"
    assert found("Read this:", text, "“Mud.” (The Herald, May 4)") == ["It rose.", "“Mud.”"]


@pytest.mark.parametrize(
    "aside",
    [
        "(1999-2009)",
        "(estimates vary based on source)",
        "(Dana Mills)",
        "(Mills, 2011)",
        "(Paris, France)",
        "(NATO)",
        "(since May 2011)",
        "(particularly the embassy in Rome)",
    ],
)
def test_other_parentheses_are_no_citations(aside):
    assert found("It was so.", f"All was mud {aside}.") == []


@pytest.mark.parametrize(
    "citation",
    [
        "(Mills, The Courier, May 3, 2011)",
        "(The Courier, May 3)",
        "(Dana Mills and Ole Reed, The Courier, 3 May 2011)",
        "(Mills, Who Gains?, Open Press, September 2012).",
    ],
)
def test_citations_name_an_outlet_and_a_date(citation):
    assert found("It was so.", f"All was mud. {citation}") == ["All was mud."]


def test_marked_indented_and_signed_blocks_are_quoted():
    assert found("He left.", "> We are lost.", "So.") == ["> We are lost."]
    post = "We are lost — Dana Mills (@mills) May 3, 2011"
    assert found("He left.", post) == [post]
    text = "He left.\n\n    We are lost.\n\nSo it was.\n"
    blocks = [Block(0, 8, "body"), Block(14, 26, "body"), Block(28, 38, "body")]
    assert find_block_quotes(text, blocks) == [(14, 26)]


def test_turns_of_a_transcript_but_not_a_single_label():
    text, blocks = lay_out(["REED: Was it lost?", "MAYOR O'HARE: It was.", "They left."])
    assert [text[start:end] for start, end in find_turns(text, blocks)] == ["Was it lost?", "It was."]
    text, blocks = lay_out(["NOTE: All times are local.", "They left."])
    assert find_turns(text, blocks) == []


@pytest.mark.parametrize("piece", ["a:", "he said:", "He went (Mills, Post, May 3, 2011)", "(A" * 40])
def test_hostile_blocks_take_linear_time(piece):
    text, blocks = lay_out([piece] * 50_000)
    begin = time.perf_counter()
    find_block_quotes(text, blocks)
    find_turns(text, blocks)
    assert time.perf_counter() - begin < 5
