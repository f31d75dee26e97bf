"""Coding sheets on their way out and back, through a spreadsheet or two."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import DataError, SettingsError
from framing.io.sheets import read_sheets, write_sheet
from framing.model.sheet import SheetLine
from framing.model.spreadsheet import guard, unguard


def line(**rest):
    fields = {
        "id": "k1", "entry": "war*", "role": "frame", "subframe": "s", "dimension": "d", "fingerprint": "p1",
        "article": "a.txt", "start": 4, "end": 7, "voice": "own", "stance": "asserted", "before": "The",
        "hit": "war", "after": "is on.", "code": "", "note": "", "hits": 9, "corpus": "sha256:12",
    }  # fmt: skip
    return SheetLine(**fields | rest)


def rows_of(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def saved(path, rows, *, delimiter=",", encoding="utf-8-sig", columns=None):
    """Save as a spreadsheet would."""
    stream = io.StringIO()
    writer = csv.DictWriter(
        stream, columns or list(rows[0]), delimiter=delimiter, lineterminator="\r\n", extrasaction="ignore"
    )
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


def test_a_sheet_comes_back(tmp_path):
    path = tmp_path / "s.csv"
    write_sheet(path, [line(), line(id="k2", entry="=war", article="-1", code="1", note="+ sure")])
    first, second = read_sheets([path])[0].lines
    assert (first.id, first.entry, first.hits, first.code, first.where) == ("k1", "war*", 9, "", f"{path}:2")
    assert (second.entry, second.article, second.code, second.note) == ("=war", "-1", "1", "+ sure")


def test_excel_sees_utf_8(tmp_path):
    path = tmp_path / "s.csv"
    write_sheet(path, [line(before="“Zürich”")])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert rows_of(path)[0]["before"] == "“Zürich”"


def test_no_cell_is_a_formula(tmp_path):
    path = tmp_path / "s.csv"
    hostile = ["=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1"]
    write_sheet(path, [line(before=text, article=text, after=text, hit=text) for text in hostile])
    for row in rows_of(path):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝")) for cell in row.values())


@given(st.text(alphabet="'=+-@\t\r\n ab"))
def test_a_guarded_cell_reads_back(text):
    assert unguard(guard(text)) == text


@pytest.mark.parametrize(
    "how",
    [
        {"delimiter": ";"},
        {"delimiter": "\t"},
        {"encoding": "cp1252"},
        {"encoding": "utf-16"},
        {
            "columns": [
                "code",
                "note",
                "id",
                "entry",
                "subframe",
                "dimension",
                "fingerprint",
                "article",
                "hits",
                "corpus",
            ]
        },
    ],
    ids=str,
)
def test_as_spreadsheets_save_it(tmp_path, how):
    drawn = tmp_path / "s.csv"
    write_sheet(drawn, [line(), line(id="k2", article="café “x”.txt", hit="war;,\nwar")])
    rows = [row | {"code": code} for row, code in zip(rows_of(drawn), (" 1", "0.0"), strict=True)]
    back = read_sheets([saved(tmp_path / "back.csv", rows, **how)])[0].lines
    assert [(coded.id, coded.code, coded.article) for coded in back] == [
        ("k1", "1", "a.txt"),
        ("k2", "0", "café “x”.txt"),
    ]


def test_every_fault_has_its_line(tmp_path):
    path = tmp_path / "s.csv"
    write_sheet(path, [line(id=f"k{n}") for n in range(6)])
    rows = rows_of(path)
    rows[0]["code"] = "yes"
    rows[1]["id"] = " "
    rows[2]["hits"] = "9 hits"
    rows[3]["id"] = "k5"
    saved(path, rows)
    with pytest.raises(DataError) as caught:
        read_sheets([path])
    faults = [str(fault) for fault in caught.value.faults]
    assert [fault.partition(": ")[0] for fault in faults] == [f"{path}:{n}" for n in (2, 3, 4, 7)]
    assert "code 'yes'; write 1, 0 or ?" in faults[0]
    assert f"also on {path}:5" in faults[3]


def test_lines_are_counted_over_cells_of_two_lines(tmp_path):
    path = tmp_path / "s.csv"
    write_sheet(path, [line(hit="state\nof war"), line(id="k2")])
    rows = rows_of(path)
    rows[1]["code"] = "x"
    with pytest.raises(DataError, match=r"s\.csv:4: code 'x'"):
        read_sheets([saved(path, rows)])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "s.csv: the sheet is empty"),
        (b"a,b\n1,2\n", r"s.csv:1: no column id, entry.*framing lexicon sample"),
        (b"\x89PNG\x00\x01\x02\x03\x04\x05\x06\x07\x08" * 40, "is not a text file"),
        (b'id,entry,subframe,dimension,fingerprint,article,hits,corpus,code\n"k1', "s.csv:2: not a valid row"),
    ],
)
def test_what_is_no_sheet(tmp_path, content, message):
    path = tmp_path / "s.csv"
    path.write_bytes(content)
    with pytest.raises(DataError, match=message):
        read_sheets([path])


def test_a_sheet_that_is_not_there(tmp_path):
    with pytest.raises(DataError, match=r"nowhere\.csv"):
        read_sheets([tmp_path / "nowhere.csv"])


def test_one_sheet_is_not_two_coders(tmp_path):
    path = tmp_path / "s.csv"
    write_sheet(path, [line(code="1")])
    with pytest.raises(DataError, match="the same sheet twice"):
        read_sheets([path, tmp_path / "." / "s.csv"])


def test_many_faults_are_not_all_shown(tmp_path):
    path = tmp_path / "s.csv"
    write_sheet(path, [line(id=f"k{n}") for n in range(50)])
    with pytest.raises(DataError, match="50 faults") as caught:
        read_sheets([saved(path, [row | {"code": "2"} for row in rows_of(path)])])
    assert str(caught.value).splitlines()[-1].strip() == "and 30 more"


def test_a_sheet_is_never_written_over(tmp_path):
    path = tmp_path / "s.csv"
    path.write_text("a week's work", "utf-8")
    with pytest.raises(SettingsError, match="already"):
        write_sheet(path, [line()])
    assert path.read_text("utf-8") == "a week's work"
