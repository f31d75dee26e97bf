"""Coded passages: read in the order of their articles, every fault told with its line."""

import json

import pytest

from framing.errors import DataError
from framing.io.coded import read_coded


def write(folder, *rows):
    path = folder / "coded.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    return path


def test_order_and_what_is_left_out(tmp_path):
    path = write(
        tmp_path,
        {"article": "b", "par": 2, "text": "two", "d": 1, "voice": "q", "stance": "-"},
        {"note": "no text"},
        {"article": "a", "par": 9, "text": "caption", "d": 0, "boilerplate": 1},
        "",
        {"article": "b", "par": 1, "text": "one", "d": 0, "stance": "c"},
    )
    one, two = read_coded(path, ["d"])
    assert (one.text, one.labels, one.stance, one.voice) == ("one", {"d": False}, "c", "")
    assert (two.text, two.labels, two.stance, two.voice) == ("two", {"d": True}, "", "q")
    assert two.where == f"{path}:1"


def test_every_fault_has_its_line(tmp_path):
    path = write(
        tmp_path,
        {"article": "a", "par": 1, "text": "x"},
        "{",
        "[1]",
        {"article": "a", "par": "x", "text": "x", "d": 2},
        {"text": 5, "d": 1},
    )
    with pytest.raises(DataError) as caught:
        read_coded(path, ["d"])
    places = [(fault.where.rpartition(":")[2], fault.message) for fault in caught.value.faults]
    assert places == [
        ("1", "'d' is None"),
        ("2", "not valid JSON"),
        ("3", "not an object"),
        ("4", "'d' is 2"),
        ("4", "'par' is 'x'"),
        ("5", "'text' is not a text"),
    ]


@pytest.mark.parametrize("content", [b"", b"\n\n", b'{"boilerplate": 1, "text": "x"}'])
def test_nothing_coded(tmp_path, content):
    path = tmp_path / "coded.jsonl"
    path.write_bytes(content)
    with pytest.raises(DataError, match="no coded passage"):
        read_coded(path, ["d"])


def test_not_utf8_and_not_there(tmp_path):
    path = tmp_path / "coded.jsonl"
    path.write_bytes(b'{"text": "\xff"}')
    with pytest.raises(DataError, match="not UTF-8"):
        read_coded(path, [])
    with pytest.raises(DataError, match="cannot read"):
        read_coded(tmp_path / "none.jsonl", [])
