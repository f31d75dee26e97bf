"""The null corpus is what its datasheet says: sixty texts of eight kinds, short, different, and read whole."""

import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

import framing

NULL = Path(__file__).parents[1] / "data" / "null"
KINDS = ["business", "consumer", "culture", "legal", "recipe", "science", "sport", "weather"]
TEXTS = {path.name: path.read_text("utf-8") for path in sorted(NULL.glob("*.txt"))}
WORDS = {name: len(text.split()) for name, text in TEXTS.items()}
RUN = 8  # words: "rights and freedoms of others" is no copy, eight words in a row are


def by_kind():
    kinds = defaultdict(list)
    for name in TEXTS:
        kinds[name.partition("_")[0]].append(name)
    return kinds


def test_sixty_texts_of_eight_kinds():
    kinds = by_kind()
    assert len(TEXTS) == 60
    assert sorted(kinds) == KINDS
    assert min(len(names) for names in kinds.values()) >= 7
    assert all(re.fullmatch(r"[a-z]+_\d\d\.txt", name) for name in TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_length(name):
    assert 100 <= WORDS[name] <= 300


def test_no_text_repeats_another():
    runs = {}
    for name, text in TEXTS.items():
        words = re.findall(r"\w+", text.lower())
        runs[name] = {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    shared = {(a, b): runs[a] & runs[b] for a, b in combinations(runs, 2) if runs[a] & runs[b]}
    assert shared == {}


def test_the_corpus_reader_takes_the_texts_and_leaves_the_datasheet():
    assert sorted(article.id for article in framing.read_corpus(NULL)) == sorted(TEXTS)


def test_every_text_is_read_almost_whole():
    """A text set aside as page furniture, as terms of service may be, would be a null result of nothing."""
    scores = framing.score_many(TEXTS.values())
    read = {name: score.tokens / WORDS[name] for name, score in zip(TEXTS, scores, strict=True)}
    assert min(read.values()) >= 0.9, read


def test_the_datasheet_counts_right():
    datasheet = (NULL / "README.md").read_text("utf-8")
    rows = {kind: [WORDS[name] for name in names] for kind, names in by_kind().items()}
    for label, counts in [*((f"`{kind}`", counts) for kind, counts in rows.items()), ("all", list(WORDS.values()))]:
        assert f"| {label} | {len(counts)} | {sum(counts):,} | {min(counts)} | {max(counts)} |" in datasheet
