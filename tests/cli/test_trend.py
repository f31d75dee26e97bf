"""framing trend, and framing-compare --by with dates."""

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from framing.cli.compare import compare
from framing.cli.group import group
from framing.model.trend import Change
from framing.report.schema import trend_schema

DATA = Path(__file__).parents[1] / "data"
# A side of the planted releases has 280 words.
ENOUGH = ("--min-tokens", "200")
RELEASES = [str(DATA / "releases"), "-l", str(DATA / "releases.toml")]


def run(*arguments, command=group, code=0, stdin=None):
    result = CliRunner().invoke(command, [str(a) for a in arguments], input=stdin)
    assert result.exit_code == code, result.output
    return result


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--event", "2021-03-15"),
        ("--periods",),
        ("--per", "week"),
        ("--per", "day", "--event", "2021-03-15"),
        ("--pooled",),
        ("--level", ".999999"),
        ("--level", ".999999", "--event", "2021-03-15"),
    ],
)
def test_the_table_stays_within_80_columns(options):
    page = run("trend", *RELEASES, *options).stdout
    assert max(map(len, page.splitlines())) <= 80
    assert "2 sources" in page or "--pooled" in options


def test_the_table_says_who_changed():
    lines = run("trend", *RELEASES, *ENOUGH, "--event", "2021-03-15").stdout.splitlines()
    assert any(line.startswith("Ministry") and "rose, q = " in line for line in lines)
    assert any(line.startswith("Harbour Board") and line.endswith("no change shown") for line in lines)


def test_too_short_is_said_and_why():
    page = run("trend", *RELEASES, "--event", "2021-03-15").stdout
    assert any(line.startswith("Ministry") and line.endswith("too short") for line in page.splitlines())
    assert "fewer than 400 tokens of the chosen voices on a side of the event" in " ".join(page.split())


def test_what_is_too_long_for_a_line_goes_on_below():
    """Cut at 80 columns, the verdict of a change with wide bounds read "no change sh"."""
    lines = [
        json.dumps({"source": f"The Daily Record of Town {name}", "date": f"2021-{month:02}-01", "text": words})
        for name in "AB"
        for month in range(1, 13)
        for words in ["danger at the quay" if month > 6 and name == "A" else "the boats came home with fish"]
    ]
    args = ("trend", "-", "-l", DATA / "releases.toml", "--min-tokens", "0", "--event", "2021-07")
    page = run(*args, "--level", ".99999", stdin="\n".join(lines)).stdout
    assert max(map(len, page.splitlines())) <= 80
    assert re.search(r"only after \(at least \d\.\d+\)\s+rose, q = 0\.\d\d\n", page)


def test_without_an_estimate_the_row_says_where_the_hits_are():
    texts = ["danger at the quay"] * 3 + ["the boats came home with fish"] * 9
    lines = [json.dumps({"source": "A", "date": f"2021-{n:02}-01", "text": text}) for n, text in enumerate(texts, 1)]
    lines[1] = lines[2] = lines[11].replace("2021-12", "2021-02")
    args = ("trend", "-", "-l", DATA / "releases.toml", "--min-tokens", "0")
    page = run(*args, stdin="\n".join(lines)).stdout
    assert re.search(r"only at the start \(at most \d\.\d+\)", page)
    assert "every hit stands there, so there is no estimate" in " ".join(page.split())
    assert "?" not in page


def test_json_and_csv_agree():
    page = json.loads(run("trend", *RELEASES, "--event", "2021-03-15", "-f", "json").stdout)
    assert (page["schema"], page["kind"], page["event"]) == (1, "trend", "2021-03-15")
    rows = list(csv.DictReader(io.StringIO(run("trend", *RELEASES, "--event", "2021-03-15", "-f", "csv").stdout)))
    assert len(rows) == sum(len(series["periods"]) for series in page["series"]) == 12
    for series in page["series"]:
        own = [row for row in rows if row["source"] == series["source"]]
        assert [int(row["hits"]) for row in own] == [period["hits"] for period in series["periods"]]
        assert {float(row["change"]) for row in own} == {series["change"]["ratio"]}
        assert {row["changed"] for row in own} == {str(series["change"]["changed"]).lower()}
        assert {row["reason"] for row in own} == {series["change"]["reason"]}


@pytest.mark.parametrize("options", [(), ("--event", "2021-03-15"), ("--event", "2031"), ("--pooled",)])
def test_json_meets_the_published_schema(options):
    jsonschema.Draft202012Validator.check_schema(trend_schema())
    page = json.loads(run("trend", *RELEASES, *options, "-f", "json").stdout)
    jsonschema.validate(page, trend_schema())
    del page["series"][0]["periods"][0]["hits"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(page, trend_schema())


def test_the_schema_command_prints_it():
    assert json.loads(run("schema", "--trend").stdout) == trend_schema()


def test_undated_and_hostile_articles():
    evil = "=cmd() <b>\x1b[31m"
    lines = "\n".join(
        json.dumps(
            {"source": evil, "id": str(n), "text": "danger at the quay", **({"date": f"2021-0{n}-01"} if n < 5 else {})}
        )
        for n in range(1, 8)
    )
    args = ("trend", "-", "-l", DATA / "releases.toml")
    page = run(*args, stdin=lines).stdout
    assert "left out: 3 items" in page
    assert "<stdin>:5: no date in field 'date'" in page
    assert "\x1b" not in page
    cells = list(csv.reader(io.StringIO(run(*args, "-f", "csv", stdin=lines).stdout)))[1]
    assert cells[0].startswith("'=")


def test_faults_are_one_clear_message():
    line = json.dumps({"source": "a", "text": "danger at the quay", "date": "yesterday"})
    result = run("trend", "-", stdin=line, code=1)
    assert "date 'yesterday' is no date with a month; write dates as 2015-06-14" in result.stderr
    assert "is no date" in run("trend", *RELEASES, "--event", "spring", code=1).stderr
    assert "periods are made by --per" in run("trend", *RELEASES, "--by", "date:month", code=2).stderr


def test_compare_by_month_points_to_the_trend():
    result = run(*RELEASES, "--by", "date:month", command=compare)
    assert "framing trend --per month" in result.stderr
    page = json.loads(run(*RELEASES, "--by", "date:month", "-f", "json", command=compare).stdout)
    assert [source["source"] for source in page["sources"]] == [f"2021-0{month}" for month in range(1, 7)]


def test_compare_by_source_and_quarter():
    page = json.loads(run(*RELEASES, "--by", "source,date:quarter", "-f", "json", command=compare).stdout)
    hits = {source["source"]: source["dimensions"]["danger"]["hits"] for source in page["sources"]}
    assert hits == {
        "Harbour Board | 2021-Q1": 5,
        "Harbour Board | 2021-Q2": 3,
        "Ministry of Works | 2021-Q1": 8,
        "Ministry of Works | 2021-Q2": 12,
    }


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change("event", 3.0, 0.97, 9.0, 0.08, changed=True), "rose, q = 0.08"),
        (Change("event", 0.3, 0.1, 1.02, 0.08, changed=True), "fell, q = 0.08"),
        (Change("slope", None, 1.2, None, 0.001, changed=True), "rose, q < .01"),
        (Change("slope", None, 0.0, 0.7, 0.001, changed=True), "fell, q < .01"),
        (Change("event", 1.1, 0.2, 4.6, 0.9, changed=False, reason="not_told_apart"), "no change shown"),
        (Change("event", 9.1, 2.2, 99.6, 0.01, changed=False, reason="insufficient_tokens"), "too short"),
        (Change("event", 9.1, 2.2, 99.6, 0.01, changed=False, reason="dominated"), "too uneven"),
    ],
)
def test_which_way_it_went(change, words):
    """At q = .10 a change may be told whose interval of .95 holds 1: the estimate says which way."""
    from framing.report.trend_view import _verdict

    assert _verdict(change) == words
