"""Laws of the voices: whatever the text, one value a token, and nothing outside it counts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from framing.model.document import Block
from framing.text.tokens import tokenise
from framing.text.voice import mark_voice

PIECES = st.sampled_from(
    ["“", "”", '"', "'", "’", "‘", "«", "»", "''", "[", "]", "(", ")", ":", ", ", ". ", " ", "said", "Reed",
     "he", "that", "according", "to", "claims", "saying", "urged", "it fell", "May 3", "(The Courier, May 3)",
     "REED: ", "> ", "—"]
)  # fmt: skip
PARAGRAPHS = st.lists(st.lists(PIECES, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=6)


def read(paragraphs, kinds=None):
    blocks, text = [], ""
    for index, paragraph in enumerate(paragraphs):
        body = paragraph.strip() or "x"
        blocks.append(Block(len(text), len(text) + len(body), kinds[index] if kinds else "body"))
        text += body + "\n\n"
    tokens = tokenise(text)
    ends = np.array([block.end for block in blocks], dtype=np.int32)
    number = np.searchsorted(ends, tokens.start, side="right").astype(np.int32)
    live = np.array([blocks[index].kind != "boilerplate" for index in number.tolist()], dtype=bool)
    words = tuple(word for word, keep in zip(tokens.words, live, strict=True) if keep)
    voice = mark_voice(text, tuple(blocks), tokens.start[live], tokens.end[live], words, number[live])
    return words, voice


@given(PARAGRAPHS)
def test_one_known_value_a_token(paragraphs):
    words, voice = read(paragraphs)
    assert len(voice) == len(words)
    assert voice.dtype == np.uint8
    assert set(voice.tolist()) <= {0, 1, 2}


@given(PARAGRAPHS)
def test_reading_twice_gives_the_same(paragraphs):
    assert read(paragraphs)[1].tolist() == read(paragraphs)[1].tolist()


@given(PARAGRAPHS, st.data())
def test_boilerplate_has_no_voice(paragraphs, data):
    kinds = [data.draw(st.sampled_from(["body", "boilerplate"])) for _ in paragraphs]
    words, voice = read(paragraphs, kinds)
    assert len(words) == len(voice)


@given(st.lists(st.sampled_from(["tree", "river", "fell", "The", "old", ". ", ", "]), max_size=40).map(" ".join))
def test_text_without_marks_or_reporting_words_is_own(text):
    assert not read([text])[1].any()


@given(st.lists(st.sampled_from(["tree", "river", "fell", "old"]), min_size=4, max_size=40).map(" ".join))
def test_a_closed_quotation_is_quoted_whole(inside):
    _, voice = read([f"“{inside},” he said."])
    assert voice.tolist() == [2] * len(inside.split()) + [0, 0]
