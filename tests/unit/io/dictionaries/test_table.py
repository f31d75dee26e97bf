"""CSV by hand, and by a spreadsheet."""

import pytest

from framing.errors import LexiconError
from framing.io.dictionaries.table import read_csv, write_csv
from framing.model.dictionary import Dictionary, Term


def rows(text):
    return [(t.text, t.path, t.weight, t.note, t.line) for t in read_csv(text, "own.csv").terms]


def test_the_columns_in_any_order_and_only_two_needed():
    assert rows('dimension,pattern\nsky,"sun{,s}"\n') == [("sun{,s}", ("sky",), 1.0, "", 2)]
    with pytest.raises(LexiconError, match="3 fields, the header 2; put quotes"):
        rows("dimension,pattern\nsky,sun{,s}\n")
    assert rows("Note,weight,Pattern,Dimension,Subframe\nby day,0.5,sun,sky,calm\n") == [
        ("sun", ("sky", "calm"), 0.5, "by day", 2)
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_spreadsheet_s_delimiters(delimiter):
    text = f"pattern{delimiter}dimension{delimiter}weight\nsun{delimiter}sky{delimiter}2\n"
    assert rows(text) == [("sun", ("sky",), 2.0, "", 2)]


def test_a_note_over_two_lines_and_blank_rows():
    assert rows('pattern,dimension,note\n\nsun,sky,"a\nb"\n,,\nmoon,sky,\n') == [
        ("sun", ("sky",), 1.0, "a\nb", 3),
        ("moon", ("sky",), 1.0, "", 6),
    ]


def test_every_fault_of_a_file_at_once():
    text = "pattern,dimension,weight\nsun,sky,x\n,sky,1\nmoon,,1\nstar,sky,3\nice,sky,1,9\nhail,sky,nan\n"
    with pytest.raises(LexiconError) as raised:
        read_csv(text, "own.csv")
    assert [fault.where for fault in raised.value.faults] == [f"own.csv:{line}" for line in range(2, 8)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the table is empty"),
        (
            "pattern,dimensoin\nsun,sky\n",
            "own.csv:1: no column 'dimension'; the header is pattern,dimension,subframe,weight,note",
        ),
        ("pattern,pattern,dimension\nsun,sun,sky\n", "two columns are called 'pattern'"),
        ('pattern,dimension\n"sun,sky\n', "own.csv:2: not a valid row"),
    ],
)
def test_a_table_that_cannot_be_read(text, message):
    with pytest.raises(LexiconError) as raised:
        read_csv(text, "own.csv")
    assert message in str(raised.value)


def test_a_column_of_another_name_is_told():
    assert "the column 'colour' is not read" in str(read_csv("pattern,dimension,colour\nsun,sky,x\n", "o.csv").lost[0])


def test_no_cell_is_a_formula_and_all_come_back():
    notes = ["=1+1", "+1", "-1", "@x", "'=1", "'tis", "", "''", "a,b", 'say "so"', "a\nb", "'"]
    terms = tuple(Term(text="sun", path=("=sky", "-calm"), note=note, weight=0.25) for note in notes)
    text = write_csv(Dictionary(name="own", terms=terms, patterns=True))
    for line in text.splitlines():
        for cell in line.split(","):
            assert not cell.startswith(("=", "+", "-", "@", '"=', '"+', '"-', '"@'))
    again = read_csv(text, "own.csv")
    assert [term.note for term in again.terms] == notes
    assert {(term.path, term.weight) for term in again.terms} == {(("=sky", "-calm"), 0.25)}
