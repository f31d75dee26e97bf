"""framing-compare --topic: every door shows it, none breaks on hostile names."""

import csv
import io
import json

import jsonschema
import pytest
from click.testing import CliRunner

import framing
from framing.cli.compare import compare
from framing.report.schema import schema

HOSTILE = "=cmd|'/C calc'!A0 <script>alert(1)</script> \x1b[31m\u202e"


@pytest.fixture
def topic(tmp_path):
    path = tmp_path / "state.txt"
    path.write_text("# who\ngovernment{,s}\nminister*\nzeppelin\n", "utf-8")
    return path


def run(*arguments):
    result = CliRunner().invoke(compare, [str(a) for a in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_table_has_the_section_within_80_columns(topic):
    page = run("--demo", "--topic", topic)
    assert max(map(len, page.splitlines())) <= 80
    assert "Topic held constant: state (3 patterns, " in page
    assert "in no article: zeppelin" in " ".join(page.split())
    assert page.index("Topic held constant") > page.index("Geopolitics")
    assert "Topic" not in run("--demo")


def test_json_meets_the_schema_and_adds_one_key(topic):
    with_, without = json.loads(run("--demo", "--topic", topic, "-f", "json")), json.loads(run("--demo", "-f", "json"))
    jsonschema.validate(with_, schema())
    assert set(with_) - set(without) == {"topic"}
    assert set(with_["signature"]) - set(without["signature"]) == {"topic"}
    assert sum(s["mentions"] for s in with_["topic"]["dimensions"]["geopolitics"]["sources"].values()) > 0


def test_a_broken_section_would_not_meet_the_schema(topic):
    page = json.loads(run("--demo", "--topic", topic, "-f", "json"))
    del page["topic"]["dimensions"]["geopolitics"]["leakage"]["removed"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(page, schema())


def test_csv_adds_columns_at_the_end_and_agrees_with_json(topic):
    rows = list(csv.DictReader(io.StringIO(run("--demo", "--topic", topic, "-f", "csv"))))
    plain = list(csv.reader(io.StringIO(run("--demo", "-f", "csv"))))
    assert [list(row.values())[: len(plain[0])] for row in rows] == plain[1:]
    page = json.loads(run("--demo", "--topic", topic, "-f", "json"))["topic"]
    for row in rows:
        facts = page["dimensions"][row["dimension"]]["sources"][row["source"]]
        if row["subframe"]:
            assert row["topic_mentions"] == row["held_high"] == ""
        else:
            assert int(row["topic_mentions"]) == facts["mentions"]
            assert (row["topic_rate"] == "") == (facts["rate"] is None)
            if facts["held"]:
                assert float(row["held_ratio"]) == facts["held"]["value"]


def test_html_has_the_section_and_nothing_that_runs(topic, tmp_path):
    text = next(iter(framing.demo_corpus())).text
    articles = [framing.Article(id=str(n), source=f"{HOSTILE}{n}", text=text) for n in range(2)]
    result = framing.compare(articles, topic=framing.read_topic(topic))
    result.write_html(tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "Topic held constant: state" in page
    assert "<script" not in page


def test_a_faulty_topic_is_one_clear_message(tmp_path):
    path = tmp_path / "bad.txt"
    path.write_text("fire\n{a,b\n", "utf-8")
    result = CliRunner().invoke(compare, ["--demo", "--topic", str(path)])
    assert result.exit_code == 1
    assert f"{path}:2: pattern" in result.stderr
    assert "Traceback" not in result.stderr
