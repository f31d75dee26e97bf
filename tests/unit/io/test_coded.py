"""Coded paragraphs, and what may be wrong with them."""

import json

import pytest

from framing.errors import DataError
from framing.io.coded import read_coded


@pytest.fixture
def write(tmp_path):
    def to_file(*rows):
        path = tmp_path / "c.jsonl"
        path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), "utf-8")
        return path

    return to_file


def test_paragraphs_with_their_codes(write):
    path = write(
        {"text": "War came.", "article": "a", "par": 1, "d": 1, "e": 0},
        "",
        {"text": "Accept cookies?", "article": "a", "par": 2, "boilerplate": 1},
        {"text": "Rain\u2028fell.", "article": "b", "d": False, "e": True, "boilerplate": 0},
    )
    found = read_coded([path], ["d", "e"])
    assert [(p.article, dict(p.labels), p.where) for p in found.passages] == [
        ("a", {"d": True, "e": False}, f"{path}:1"),
        ("b", {"d": False, "e": True}, f"{path}:4"),
    ]
    assert found.boilerplate == 1
    assert len(found.files[0]) == 64


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", r"c\.jsonl:2: not a JSON object"),
        ("[1]", r"c\.jsonl:2: not a JSON object"),
        ("[" * 100_000, r"c\.jsonl:2: not a JSON object"),
        ({"text": " ", "d": 1}, r"c\.jsonl:2: there is no text"),
        ({"text": "War.", "e": 1}, r"c\.jsonl:2: no code for 'd'"),
        ({"text": "War.", "d": "1"}, r"c\.jsonl:2: code '1' for 'd'; write \"d\": 0 or 1"),
        ({"text": "War.", "d": 0.5}, "code 0.5"),
        ({"text": "War.", "d": 2}, "code 2"),
        ({"text": "War.", "d": [1]}, "code \\[1\\]"),
    ],
)
def test_faults_have_their_line(write, row, message):
    with pytest.raises(DataError, match=message):
        read_coded([write({"text": "War.", "d": 1}, row)], ["d"])


def test_nothing_coded(write):
    with pytest.raises(DataError, match="no coded paragraph"):
        read_coded([write({"text": "x", "boilerplate": 1})], ["d"])
