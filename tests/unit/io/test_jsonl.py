"""JSON lines, and lists."""

import gzip
import io

import pytest

from framing.io.corpus import read_corpus

ONE = '{"text": "Some words", "source": "Post", "id": 0, "tags": ["a", "b"], "geo": {"x": 1}, "n": null}'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", ONE),
        ("a.ndjson", f"\n{ONE}\r\n\r\n"),
        ("a.jsonl.gz", gzip.compress(ONE.encode())),
        ("a.json", f"[{ONE}]"),
        ("a.json", f"{ONE}"),
        ("a.json", "\ufeff[\n" + ONE + "\n]\n"),
        ("a.jsonl", ONE.encode("utf-16")),
    ],
)
def test_one_object(read, name, content):
    article = read({name: content}).articles[0]
    assert (article.id, article.text, article.source) == ("0", "Some words", "Post")
    assert dict(article.metadata) == {"id": "0", "source": "Post", "tags": "a, b"}


def test_standard_input():
    corpus = read_corpus(["-"], stdin=io.BytesIO(b'{"body": "a"}\n{"body": "b"}'))
    assert [(article.id, article.where, article.source) for article in corpus] == [
        ("stdin.jsonl#1", "<stdin>:1", "stdin"),
        ("stdin.jsonl#2", "<stdin>:2", "stdin"),
    ]


def test_lines_end_at_line_feeds_only(read):
    corpus = read({"a.jsonl": '{"text": "a\u2028b\u0085c"}\n{"text": "d"}'})
    assert [(article.text, article.id) for article in corpus] == [("a\u2028b\u0085c", "a.jsonl#1"), ("d", "a.jsonl#2")]


def test_half_a_surrogate_pair_keeps_the_offsets(read):
    corpus = read({"a.jsonl": r'{"text": "a\ud83db \ud83d\ude00"}'})
    assert corpus.articles[0].text == "a\ufffdb 😀"
    assert corpus.notes[0].endswith("a.jsonl:1: half a surrogate pair read as U+FFFD")


def test_items_of_a_list_know_their_lines(read):
    corpus = read({"a.json": '[\n{"text":\n"a"},\n\n{"text": "b"}, {"text": "c"}]'})
    assert [(article.id, article.where.rpartition(":")[2]) for article in corpus] == [
        ("a.json#1", "2"),
        ("a.json#2", "5"),
        ("a.json#3", "5"),
    ]


GZIP = "a.jsonl.gz: is not a whole gzip file; pack or fetch it again"
SOURCE = "a.jsonl:2: there is no source in 'source'; fill it, or use --source-from"
LINE = "write one object a line"
BELOW = "nothing below it is read; write a list of objects"
OBJECT = 'write {"text": "...", "source": "..."}'


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jsonl", ONE + '\n\n{"text": "x",}',
         "a.jsonl:3: not valid JSON: Expecting property name enclosed in double quotes at column 14; " + LINE),
        ("a.jsonl", "[" * 100_000, f"a.jsonl:1: not valid JSON: nested too deep; {LINE}"),
        ("a.jsonl", '{"n": ' + "9" * 5000 + "}", f"a.jsonl:1: not valid JSON: a number is too long; {LINE}"),
        ("a.jsonl", ONE + "\n[1]", f"a.jsonl:2: not an object but a list; {OBJECT}"),
        ("a.jsonl", ONE + "\n17", f"a.jsonl:2: not an object but a number; {OBJECT}"),
        ("a.jsonl", '{"a": 1, "b": 2}',
         "a.jsonl: no key holds the text; the keys are: a, b; name it with --text-field NAME"),
        ("a.jsonl", ONE + '\n{"text": 5, "source": "A"}',
         "a.jsonl:2: there is no text in 'text'; fill it, or use --on-error skip"),
        ("a.jsonl", ONE + '\n{"text": "a"}', SOURCE),
        ("a.json", "[]", f"a.json: the list is empty; {OBJECT}"),
        ("a.json", f"[{ONE},\n{ONE[:20]}",
         f"a.json:2: not valid JSON: Unterminated string starting at at column 10; {BELOW}"),
        ("a.json", f"[{ONE}\n{ONE}]", f"a.json:2: not valid JSON: Expecting ',' delimiter at column 1; {BELOW}"),
        ("a.json", '{"status": 1,\n"articles": []}',
         "a.json: no key holds the text; the keys are: status, articles; name it with --text-field NAME"),
        ("a.json", '{\n"text": x\n}', "a.json:2: not valid JSON: Expecting value at column 9"),
        ("a.jsonl.gz", gzip.compress(ONE.encode())[:-9], GZIP),
        ("a.jsonl.gz", b"\x1f\x8b\x08" + b"\0" * 7 + b"\xff" * 40,
         GZIP),
        ("a.jsonl.gz", ONE, GZIP),
    ],
)  # fmt: skip
def test_complaints(complaint, name, content, message):
    assert complaint({name: content}) == message
