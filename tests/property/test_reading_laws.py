"""Laws of reading: what is written is read back, and no bytes end in a traceback."""

import contextlib
import csv
import io
import json
import string

from hypothesis import given
from hypothesis import strategies as st

from framing.errors import CorpusError
from framing.io.readers.encoding import decode
from framing.io.readers.found import Found, Place
from framing.io.readers.jsonl import read_json, read_jsonl
from framing.io.readers.table import read_table
from framing.io.readers.text import front_matter
from framing.model.periods import iso_date

# All but control characters, whose number tells a binary file, and halves of surrogate pairs.
signs = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t")
texts = st.text(signs)
words = texts.map(lambda text: f"w{text}")
rows = st.lists(st.tuples(words, words), min_size=1, max_size=6)


def lines_of(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_with(reader, name, text):
    found = Found()
    place = Place(path=name, name=name)
    raws = list(reader(text, place, {}, found))
    assert found.faults == []
    return [(raw.text, raw.metadata["source"]) for raw in raws]


class TestDecoding:
    @given(texts)
    def test_utf8_comes_back(self, text):
        assert decode(text.encode())[:2] == (lines_of(text), "utf-8")

    @given(texts, st.sampled_from(["utf-16", "utf-32"]))
    def test_what_has_a_mark_comes_back(self, text, encoding):
        assert decode(text.encode(encoding))[:2] == (lines_of(text), encoding)

    @given(st.text(string.printable + "éüñ£\u201c\u201d\u2018\u2019\u2013", min_size=1))
    def test_cp1252_is_read_as_open_reads_it(self, text):
        data = text.encode("cp1252")
        try:
            decoded = decode(data)
        except CorpusError:
            return
        if not decoded.note.startswith("read as utf-8"):
            file = io.TextIOWrapper(io.BytesIO(data), encoding=decoded.encoding, newline=None)
            assert decoded.text == file.read()

    @given(st.binary())
    def test_bytes_are_text_or_an_error(self, data):
        with contextlib.suppress(CorpusError):
            assert isinstance(decode(data).text, str)


class TestRecords:
    @given(rows, st.sampled_from(",;\t"))
    def test_tables(self, written, delimiter):
        file = io.StringIO(newline="")
        csv.writer(file, delimiter=delimiter).writerows([("text", "source"), *written])
        expected = [(lines_of(text), lines_of(source).strip()) for text, source in written]
        assert read_with(read_table, "a.csv", decode(file.getvalue().encode()).text) == expected

    @given(rows, st.booleans())
    def test_json_lines(self, written, ascii_only):
        objects = [{"text": text, "source": source} for text, source in written]
        text = "\n".join(json.dumps(item, ensure_ascii=ascii_only) for item in objects)
        assert read_with(read_jsonl, "a.jsonl", text) == [(text, source.strip()) for text, source in written]

    @given(rows, st.sampled_from([None, 0, 2]))
    def test_json_lists(self, written, indent):
        text = json.dumps([{"text": text, "source": source} for text, source in written], indent=indent)
        assert read_with(read_json, "a.json", text) == [(text, source.strip()) for text, source in written]

    @given(
        st.sampled_from([read_table, read_jsonl, read_json]),
        st.text(st.sampled_from('[]{}",:;\n\\ textsource1') | signs),
    )
    def test_any_text_gives_records_faults_or_an_error(self, reader, text):
        found = Found()
        try:
            list(reader(text, Place(path="a", name="a"), {}, found))
        except CorpusError as error:
            found.faults.extend(error.faults)
        assert all("\n" not in fault.where for fault in found.faults)


@given(st.dates())
def test_iso_dates_come_back(date):
    assert iso_date(date.isoformat()) == date.isoformat()


@given(texts)
def test_front_matter_ends_inside_the_text(text):
    end, _ = front_matter("---\na: b\n" + text)
    assert 0 <= end <= len(text) + 9
