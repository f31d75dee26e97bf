"""The doors: formats, evidence, determinism, hostile names."""

import csv
import io
import json
import re
import subprocess
import sys
import time

import jsonschema
import pytest
from click.testing import CliRunner

import framing
from framing.cli.compare import compare
from framing.cli.group import group
from framing.report.schema import schema

HOSTILE = "=cmd|'/C calc'!A0 <script>alert(1)</script> \\input{x} | [red]x[/red] \x1b[31m\u202e"


def run(*arguments, command=compare, stdin=None):
    result = CliRunner().invoke(command, [str(a) for a in arguments], input=stdin)
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(scope="module")
def demo_json():
    return run("--demo", "-f", "json").stdout


def test_json_meets_the_published_schema(demo_json):
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(demo_json), schema())


def test_the_schema_command_prints_it():
    assert json.loads(run("schema", command=group).stdout) == schema()


def test_a_broken_output_would_not_meet_the_schema(demo_json):
    page = json.loads(demo_json)
    del page["sources"][0]["dimensions"]["securitisation"]["stance"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(page, schema())


def test_the_same_command_twice_gives_the_same_bytes(demo_json):
    assert run("--demo", "-f", "json").stdout == demo_json


def test_the_order_of_articles_changes_no_number():
    articles = list(framing.demo_corpus())
    forward = framing.compare(articles).to_json()
    assert framing.compare(articles[::-1]).to_json() == forward
    doubled = [framing.Article(id=f"{a.id}-{n}", source=f"s{n % 2}", text=a.text) for n, a in enumerate(articles)]
    assert framing.compare(doubled).to_json() == framing.compare(doubled[::-1]).to_json()


def test_evidence_opens_to_the_raw_text(tmp_path):
    out = tmp_path / "e.jsonl"
    run("--demo", "--evidence", out)
    raw = {article.id: article.text for article in framing.demo_corpus()}
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert len(rows) > 50
    assert all(raw[row["article"]][row["start"] : row["end"]] == row["text"] for row in rows)
    assert {row["voice"] for row in rows} == {"own", "attributed", "quoted"}


def test_hits_in_the_profile_are_the_rows_of_the_evidence(demo_json):
    result = framing.compare(framing.demo_corpus())
    for source in json.loads(demo_json)["sources"]:
        for name, facts in source["dimensions"].items():
            rows = [row for row in result.evidence(name, source=source["source"]) if row.counted]
            assert len(rows) == sum(voice["hits"] for voice in facts["voice"].values())
            assert facts["hits"] == sum(row.voice != "quoted" for row in rows)
            assert facts["hits"] == sum(facts["stance"][s] for s in ("asserted", "contested", "reported"))
            assert facts["hits"] == sum(sub["hits"] for sub in facts["subframes"].values())


def test_the_table_fits_80_columns_and_holds_no_escape_codes():
    text = run("--demo").stdout
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "\x1b" not in text


@pytest.mark.parametrize("format_", ["table", "json", "csv", "markdown", "latex"])
def test_hostile_names_are_shown_and_not_obeyed(tmp_path, format_):
    path = tmp_path / "x.jsonl"
    words = "The army warned of war and the threat to the nation grew. " * 20
    path.write_text("".join(json.dumps({"source": s, "text": words}) + "\n" for s in (HOSTILE, "B")), "utf-8")
    text = run(path, "-f", format_, "-q").stdout
    if format_ != "json":
        assert "\x1b" not in text
        assert "\u202e" not in text or format_ == "csv"
    if format_ == "csv":
        assert all(not row[0].startswith("=") for row in csv.reader(io.StringIO(text)))
    if format_ == "markdown":
        assert "<script>" not in text
        assert re.search(r"(?<!\\)\| *'", text) is None
    if format_ == "latex":
        assert "\\input{" not in text


def test_html_escapes(tmp_path):
    result = framing.compare([framing.Article(id="1", source=HOSTILE, text="The army warned of war.")])
    result.write_html(tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text("utf-8")
    assert "<script" not in page
    assert "http" not in page
    assert "&lt;script&gt;" in result._repr_html_()


def test_json_lines_on_stdin():
    text = '{"source": "A", "text": "The army warned of war."}\n{"source": "B", "text": "Peace came to the valley."}\n'
    page = json.loads(run("-", "-f", "json", "-q", stdin=text).stdout)
    assert [source["source"] for source in page["sources"]] == ["A", "B"]


def test_no_source_has_a_rate_where_nothing_could_match():
    quoted = '"The army warned of war, and the nation is in danger," the minister said.'
    articles = [framing.Article(id="q", source="Q", text=quoted), framing.Article(id="b", source="B", text="War came.")]
    settings = framing.Settings(voice="quoted")
    page = json.loads(framing.compare(articles, settings=settings).to_json())
    by_name = {source["source"]: source for source in page["sources"]}
    assert by_name["B"]["dimensions"]["securitisation"]["rate"] is None
    assert by_name["Q"]["dimensions"]["securitisation"]["rate"] is not None


def test_tools_of_the_group():
    assert "governance_critique@" in run("lexicon", "list", command=group).stdout
    assert "state of emergency" in run("lexicon", "show", "securitisation", command=group).stdout
    assert "[" in run("kwic", "Halimov", "--demo", "--limit", "3", command=group).stdout
    assert "runs" in run("doctor", command=group).stdout


@pytest.mark.parametrize(
    ("code", "forbidden"),
    [
        ("import framing", ["numpy", "sklearn", "nltk", "click"]),
        ("from framing.cli.compare import compare", ["numpy", "sklearn", "nltk", "rich"]),
        (
            # scikit-learn imports pandas by itself where it is installed; None makes it not to be found.
            "import sys; sys.modules['pandas'] = None; import framing as f; f.compare(f.demo_corpus()).to_json()",
            ["nltk", "altair"],
        ),
    ],
)
def test_what_a_start_does_not_import(code, forbidden):
    check = f"{code}; import sys; print([m for m in {forbidden!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_is_quick():
    best = min(_seconds([sys.executable, "-m", "framing.cli.compare", "--help"]) for _ in range(3))
    assert best < 0.5  # 0.15 s on the machine of the issue; CI machines are slower


def _seconds(command):
    began = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - began
