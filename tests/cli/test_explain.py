"""framing-compare --explain as a user sees it, on the demonstration corpus."""

import json

import pytest
from click.testing import CliRunner

from framing.cli.compare import compare
from framing.report.schema import schema

A, B, D = "Posture Memo", "Longitude Seventy", "governance_critique"


def run(*arguments):
    return CliRunner().invoke(compare, ["--demo", "-q", *arguments])


@pytest.fixture(scope="module")
def page():
    return json.loads(run("-f", "json", "--explain", A, B, D).stdout)


def test_the_page_stands_behind_the_profile_within_80_columns():
    text = run("--explain", A, B, D, "--explain", A, B, "geopolitics").stdout
    assert max(map(len, text.splitlines())) <= 80
    profile, governance, geopolitics = text.split("\nWhy ")
    assert profile == run().stdout
    assert governance.startswith(f"{A} and {B} differ: Governance critique")
    assert "told apart" in governance
    assert "a tie." in " ".join(geopolitics.split())


def test_json_holds_what_the_schema_says(page):
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(page, schema())
    (why,) = page["explain"]
    rates = {source["source"]: source["dimensions"][D]["rate"] for source in page["sources"]}
    assert (why["rate_a"], why["rate_b"]) == pytest.approx((rates[A], rates[B]), rel=1e-5)
    assert {why["pair"]["a"], why["pair"]["b"]} == {A, B}


def test_entries_are_shown_by_the_words_that_were_hit(page):
    (why,) = page["explain"]
    assert all(part["words"] for part in why["parts"])
    hit = {part["entry"]: part["hits_a"] + part["hits_b"] for part in why["parts"]}
    profiles = {source["source"]: source["dimensions"][D]["hits"] for source in page["sources"]}
    assert sum(hit.values()) == profiles[A] + profiles[B]


def test_without_it_the_output_is_as_before():
    assert "explain" not in json.loads(run("-f", "json").stdout)


def test_html_has_the_page_escaped(tmp_path):
    run("--explain", A, B, D, "--html", str(tmp_path / "x.html"))
    html = (tmp_path / "x.html").read_text("utf-8")
    assert f"<pre>Why {A} and {B} differ" in html
    assert "[&lt;" in html


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Posture Mem", B, D), "did you mean 'Posture Memo'?"),
        ((A, B, "governance"), "no dimension 'governance'"),
        ((A, A, D), "compared with itself"),
    ],
)
def test_wrong_names_get_one_sentence(arguments, said):
    result = run("--explain", *arguments)
    assert result.exit_code == 1
    assert said in result.output


def test_other_formats_say_where_it_is():
    result = CliRunner().invoke(compare, ["--demo", "-f", "csv", "--explain", A, B, D])
    assert "what --explain says is in the table and json" in result.stderr
