"""The composer: quotations, block quotes and indirect speech in one text."""

import time

import numpy as np
import pytest

from framing.model.document import ATTRIBUTED, QUOTED, Block
from framing.text.tokens import tokenise
from framing.text.voice import mark_voice


def read(*sentences):
    """Read sentences as one paragraph."""
    text = " ".join(sentences)
    tokens = tokenise(text)
    bounds = np.cumsum([0] + [len(sentence) + 1 for sentence in sentences])
    numbers = (np.searchsorted(bounds, tokens.start, side="right") - 1).astype(np.int32)
    block = Block(0, len(text), "body")
    return tokens.words, mark_voice(text, (block,), tokens.start, tokens.end, tokens.words, numbers)


def spoken(voice, *sentences):
    words, found = read(*sentences)
    return " ".join(word for word, one in zip(words, found, strict=True) if one == voice)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Officials said the bridge had fallen.", "the bridge had fallen"),
        ("Officials said that the bridge had fallen.", "that the bridge had fallen"),
        ("The bridge had fallen, officials said.", "The bridge had fallen"),
        ("The bridge had fallen, said the mayor.", "The bridge had fallen"),
        ("The bridge, Reed said, had fallen.", "The bridge had fallen"),
        ("The bridge had fallen, according to Reed.", "The bridge had fallen"),
        ("According to Reed, the bridge had fallen.", "the bridge had fallen"),
        ("Reed, who said the bridge had fallen, left.", "the bridge had fallen left"),
        ("Reed told reporters the bridge had fallen.", "the bridge had fallen"),
        ("Reed told the town council on Monday that it fell.", "that it fell"),
        ("Reed, a mason, said the bridge had fallen.", "the bridge had fallen"),
        ("Critics claim the bridge was never safe.", "the bridge was never safe"),
        ("The claim that the bridge fell spread.", "the bridge fell spread"),
        ("Reed left, saying the bridge had fallen.", "the bridge had fallen"),
        ("He added that it was old.", "that it was old"),
        ("They also warned it might fall.", "it might fall"),
        ("Reed announced the bridge would close.", "the bridge would close"),
        ("Reed urged them to close it.", "them to close it"),
        ("Reed warned of a flood.", "of a flood"),
        ("Reed said it fell, but the tower stands.", "it fell"),
        ("Reed described the vote as a sham.", "the vote as a sham"),
        ("Reed left, describing the vote as a sham.", "the vote as a sham"),
        ("Reed called the vote a sham.", "the vote a sham"),
        ("The town met on what Reed called sand.", "sand"),
        ("Reed wrote of a flood to come.", "of a flood to come"),
        ("Critics fear the bridge will fall.", "the bridge will fall"),
        ("A court ruled the bridge was unsafe.", "the bridge was unsafe"),
        ("Reed told the Courier the bridge had fallen.", "the bridge had fallen"),
        ("Reed warned the tower would follow.", "the tower would follow"),
    ],
)
def test_indirect_speech(sentence, content):
    assert spoken(ATTRIBUTED, sentence) == content


@pytest.mark.parametrize(
    "sentence",
    [
        "I argued that the bridge was old.",
        "We have long argued that the bridge was old.",
        "That said, the bridge was old.",
        "It is said that the bridge was old.",
        "Reed was told that the bridge was old.",
        "The bridge reportedly fell.",
        "The bridge was allegedly old.",
        "Figures suggest the bridge would fall.",
        "According to a poll, 53 percent want a bridge.",
        "Reed announced plans for a bridge.",
        "The group maintained camps by the river.",
        "The Islamic State took the bridge.",
        "His claims were many.",
        "It goes without saying that it fell.",
        # possessives and demonstratives make nouns of verbs
        "Reed's claims of a flood were many.",
        "Reed\u2019s tweets about the bridge were many.",
        "One of these calls for a bridge was heard.",
        # a relative clause is no report
        "Reed announced a plan which would save the bridge.",
        "Reed admitted two masons who had fled.",
        # a list of verbs, a name, a clause that is the subject
        "They came to teach, explain, and guide the masons.",
        "Then, Said Aziz crossed the bridge.",
        "What Reed said is known in the town.",
        # who is called, not what
        "Reed called the police.",
        "Reed described the bridge.",
        # a count with its source
        "According to the ministry, 23 bridges fell.",
        "23 bridges fell, according to the Institute for Bridges.",
    ],
)
def test_no_report(sentence):
    assert spoken(ATTRIBUTED, sentence) == ""


def test_two_sources_are_both_heard():
    text = "The bridge fell, Reed said, and Mills warned the tower would follow."
    assert spoken(ATTRIBUTED, text).endswith("the tower would follow")


def test_quotation_is_stronger_than_report():
    sentence = "Reed said it was “a shame for us all” and left."
    assert spoken(QUOTED, sentence) == "a shame for us all"
    assert spoken(ATTRIBUTED, sentence) == "it was and left"


def test_what_follows_a_quotation_is_no_report():
    assert spoken(ATTRIBUTED, "“It fell,” Reed told the few who had stayed to hear him.") == ""
    assert spoken(ATTRIBUTED, "“It fell,” said Reed, the mason of the town.") == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "The ‘crisis’ passed.",
        "The “old guard of” builders left.",
        "The play “The Fall of the Old House” was staged, he said.",
    ],
)
def test_scare_quotes_and_titles_are_own(sentence):
    assert spoken(QUOTED, sentence) == ""


def test_short_quotation_with_a_verb_of_speech_is_quoted():
    assert spoken(QUOTED, "Reed called it over and said “never again”.") == "never again"


def test_editorial_brackets_inside_a_quotation_are_own():
    assert spoken(QUOTED, "“They [the masons] are not to blame,” he said.") == "They are not to blame"


def test_no_tokens():
    assert read("...")[1].tolist() == []


def test_one_value_a_token_of_the_right_type():
    words, voice = read("“It fell,” he said.", "It did.")
    assert voice.dtype == np.uint8
    assert voice.tolist() == [QUOTED, QUOTED, 0, 0, 0, 0]
    assert len(words) == len(voice)


@pytest.mark.parametrize(
    "piece",
    [
        "he said, ",
        "said ",
        "according to poll 3 ",
        ", according to polls, 3 ",
        "claim that ",
        ", saying ",
        "[a ",
    ],
)
def test_hostile_sentences_take_linear_time(piece):
    text = piece * 50_000
    begin = time.perf_counter()
    read(text)
    assert time.perf_counter() - begin < 10
