"""Direct quotation: which spans are found."""

import time

import pytest

from framing.model.document import Block
from framing.text.quotes import UNCLOSED_TOKENS, find_quotes


def found(*paragraphs):
    blocks, text = [], ""
    for paragraph in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph), "body"))
        text += paragraph + "\n\n"
    return [text[quote.start : quote.end] for quote in find_quotes(text, blocks)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“We lost,” he said.", ["“We lost,”"]),
        ('"We lost," he said. "All of it."', ['"We lost,"', '"All of it."']),
        ("«We lost», he said.", ["«We lost»"]),
        ("„We lost“, he said.", ["„We lost“"]),
        ("''We lost,'' he said.", ["''We lost,''"]),
        ("``We lost,'' he said.", ["``We lost,''"]),
        ("He said ‘we lost it all’ and left.", ["‘we lost it all’"]),
        ("He said 'we lost it all' and left.", ["'we lost it all'"]),
        ("“He called it “a farce” and left,” she said.", ["“He called it “a farce” and left,”"]),
        ('"He called it "a farce" and left," she said.', ['"He called it "a farce" and left,"']),
        ('He said “we lost it all" and left.', ['“we lost it all"']),
    ],
)
def test_pairs_of_every_kind_are_found(text, quotes):
    assert found(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "The miners’ union and the drivers’ union met in the mayor’s house.",
        "The miners' union and the drivers' union met in the '90s.",
        "It was the summer of ’68 and the boys’ last.",
        'A man of 6\'2" with a board of 8" came in.',
        'A stray" mark.',
        "It was lost ”.",
    ],
)
def test_apostrophes_inches_and_stray_marks_open_nothing(text):
    assert found(text) == []


def test_possessive_inside_single_quotes_does_not_close_them():
    assert found("He wrote ‘the boys’ home is gone’ on the wall.") == ["‘the boys’ home is gone’"]


def test_single_quotes_do_not_swallow_sentences_for_an_apostrophe():
    assert found("They sang 'tis the season. Then the miners' union left.") == []


def test_single_quotes_of_several_sentences_close_behind_a_stop():
    assert found("'It is over. We must go,' he said.") == ["'It is over. We must go,'"]


def test_missing_closing_mark_costs_one_quotation_only():
    assert found("“Go. “Stay,” he said. “Run.”") == ["“Go. “Stay,”", "“Run.”"]


def test_paragraphs_reopened_and_closed_once_are_quoted_whole():
    first = "“It began in spring. " + "And it went on and on. " * 40
    assert found(first.strip(), "“Then it ended.”", "He left.") == [first.strip(), "“Then it ended.”"]


def test_quotation_closed_in_the_next_paragraph_without_being_reopened():
    assert found("She said: “It began in spring.", "It ended in autumn,” and left.") == [
        "“It began in spring.",
        "It ended in autumn,”",
    ]


def test_unclosed_quotation_runs_to_the_end_of_its_block_but_not_for_ever():
    text = '"' + "word " * 500
    (quote,) = found(text)
    assert len(quote.split()) == UNCLOSED_TOKENS


def test_unclosed_mark_behind_a_verb_or_colon_opens_and_elsewhere_is_ignored():
    assert found('The mayor said "we are lost') == ['"we are lost']
    assert found('The mayor: "we are lost') == ['"we are lost']
    assert found('The mayor and the "lost city of gold') == []


def test_mark_with_the_wrong_curl_at_the_start_of_a_paragraph_opens():
    assert found("”It is a shame that we lost.” She left.") == ["”It is a shame that we lost.”"]


def test_boilerplate_is_not_searched():
    text = '"Sign up now"'
    assert find_quotes(text, [Block(0, len(text), "boilerplate")]) == []


@pytest.mark.parametrize("piece", ['" ', '"a ', "“a ", "a” ", "'a ", "‘a. Bs’ ", "as’ "])
def test_hostile_marks_take_linear_time(piece):
    text = piece * 100_000
    begin = time.perf_counter()
    find_quotes(text, [Block(0, len(text), "body")])
    assert time.perf_counter() - begin < 5
