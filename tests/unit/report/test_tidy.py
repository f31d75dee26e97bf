"""One list of columns, for CSV and for frames; a name comes back from its cell."""

import csv
import io
import sys
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st

import framing
from framing.model.spreadsheet import unguard
from framing.report.csv_page import to_csv
from framing.report.escape import csv_cell, plain

TEXT = "The army warned of war, and the nation is in danger. " * 60
NAMES = ("-2+3", "'=1", "Post")


@pytest.fixture(scope="module", name="result")
def result_fixture():
    return framing.compare([framing.Article(id=name, source=name, text=TEXT + name) for name in NAMES])


def test_frames_hold_what_the_csv_holds(result, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", types.SimpleNamespace(DataFrame=list))
    frame = result.to_frame()
    rows = list(csv.DictReader(io.StringIO(to_csv(result.comparison))))
    assert len(frame) == len(rows) > 0
    for row, cells in zip(frame, rows, strict=True):
        assert list(row) == list(cells)
        for name, value in row.items():
            if isinstance(value, str):
                assert unguard(cells[name]) == value
            elif value is None:
                assert cells[name] == ""
            else:
                assert float(cells[name]) == pytest.approx(value, rel=1e-5)


def test_hits_over_the_tokens_beside_them_are_the_rate(result):
    for row in csv.DictReader(io.StringIO(to_csv(result.comparison))):
        assert 1000 * int(row["hits"]) / int(row["spoken_tokens"]) == pytest.approx(float(row["rate"]), rel=1e-5)


def test_pandas_takes_it(result):
    pandas = pytest.importorskip("pandas")
    frame = result.to_frame()
    assert isinstance(frame, pandas.DataFrame)
    assert {"log_ratio", "q", "rank_best", "breadth", "spoken_tokens"} <= set(frame.columns)


@given(st.text("'=+-@ab\t ", max_size=8))
def test_a_name_comes_back_from_its_cell(name):
    cell = csv_cell(name)
    assert not cell.startswith(("=", "+", "-", "@"))
    if plain(name) == name:
        assert unguard(cell) == name
