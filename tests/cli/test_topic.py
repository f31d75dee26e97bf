"""framing-compare --topic: every door shows it, none breaks on hostile names."""

import csv
import io
import json
import re

import jsonschema
import pytest
from click.testing import CliRunner

import framing
from framing.cli.compare import compare
from framing.report.export import FORMATS
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


@pytest.mark.parametrize("format_", ["markdown", "latex"])
def test_papers_have_the_section(topic, format_):
    """The signature carries the topic: a page without the section would hide what it was made with."""
    page, plain = run("--demo", "--topic", topic, "-f", format_), run("--demo", "-f", format_)
    assert "Topic held constant: state (3 patterns, " in page
    assert "Topic held constant" not in plain
    table = json.loads(run("--demo", "--topic", topic, "-f", "json"))["topic"]["dimensions"]["geopolitics"]["sources"]
    cut = "&" if format_ == "latex" else "|"
    section = page[page.index("Topic held constant") :]
    rows = [[cell.strip(" \\|") for cell in line.strip("|").split(cut)] for line in section.splitlines() if cut in line]
    for source, facts in table.items():
        assert [source, f"{facts['mentions']}", f"{facts['hits']}"] in [row[:3] for row in rows]
    assert section.count("tabular}{lrrrrrr}" if format_ == "latex" else "| --- | ---: |") == 3


@pytest.mark.parametrize(("format_", "cut", "cells"), [("markdown", "|", 8), ("latex", "&", 6)])
def test_hostile_names_make_no_cell(topic, format_, cut, cells):
    text = next(iter(framing.demo_corpus())).text
    articles = [framing.Article(id=str(n), source=f"{HOSTILE}|&{n}", text=text) for n in range(2)]
    page = FORMATS[format_](framing.compare(articles, topic=framing.read_topic(topic)).comparison)
    rows = [line for line in page[page.index("Topic held constant") :].splitlines() if "=cmd" in line]
    rows = [line for line in rows if line.endswith(cut if format_ == "markdown" else r"\\")]
    assert len(rows) == 6
    for row in rows:
        assert len(re.findall(rf"(?<!\\){re.escape(cut)}", row)) == cells


def test_a_topic_that_nobody_mentions_is_one_line(tmp_path):
    path = tmp_path / "none.txt"
    path.write_text("zeppelin\n", "utf-8")
    page = run("--demo", "--topic", path)
    assert "(1 pattern, never mentioned in the chosen voices); in no article: zeppelin" in " ".join(page.split())
    assert "to the others" not in page
    for format_ in ("markdown", "latex"):
        text = run("--demo", "--topic", path, "-f", format_)
        assert "never mentioned" in text
        assert "per 100" not in text
    json_page = json.loads(run("--demo", "--topic", path, "-f", "json"))
    assert json_page["topic"]["mentions"] == 0
    jsonschema.validate(json_page, schema())


def test_sources_without_a_mention_are_marked(tmp_path):
    """Their rate held constant is that of a density of the topic at which they wrote nothing."""
    threat, calm = "The militia is a threat to national security.", "The market sold salt."
    about = [f"{threat} {calm} {calm}"] * 4 + [f"{calm} {calm} The gang is a threat to national security."] * 2
    texts = {"A": "\n\n".join(about), "B": "\n\n".join([*about[1:], calm]), "C": "\n\n".join([about[-1], calm] * 3)}
    records = "\n".join(json.dumps({"source": source, "text": text}) for source, text in texts.items())
    path = tmp_path / "militia.txt"
    path.write_text("militia\n", "utf-8")
    arguments = ["-", "-l", "securitisation", "--topic", str(path), "--keep-boilerplate"]
    page = CliRunner().invoke(compare, arguments, input=records).stdout
    section = page[page.index("Topic held constant") :]
    rows = {line[0]: line for line in section.splitlines() if line[:2] in ("A ", "B ", "C ")}
    assert rows["C"].endswith("*")
    assert not rows["A"].endswith("*")
    assert "Note: never mentioned by: C; held constant (*), their rate is extrapolated" in section
    assert re.search(r"C +0 +0 +- +- ", rows["C"])


def test_a_faulty_topic_is_one_clear_message(tmp_path):
    path = tmp_path / "bad.txt"
    path.write_text("fire\n{a,b\n", "utf-8")
    result = CliRunner().invoke(compare, ["--demo", "--topic", str(path)])
    assert result.exit_code == 1
    assert f"{path}:2: pattern" in result.stderr
    assert "Traceback" not in result.stderr
