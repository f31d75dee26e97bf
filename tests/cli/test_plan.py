"""framing plan as a user sees it."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from framing.cli.group import group


def run(*arguments):
    return CliRunner().invoke(group, ["plan", *arguments])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("plan")
    words = "The gang is a threat to national security. Talks went on in the town hall all day long. "
    for source, times in (("=North", 40), ("South Bank", 20), ("West", 10)):
        (place / source).mkdir()
        (place / source / "a.txt").write_text("\n\n".join(f"Day {day}. {words * 4}" for day in range(times)), "utf-8")
    return str(place)


def test_every_pair_in_every_dimension_and_no_rate_of_a_source(folder):
    page = json.loads(run(folder, "-f", "json").stdout)
    assert page["kind"] == "plan"
    assert len(page["pairs"]) == 3 * 3
    assert {"rate", "hits"}.isdisjoint(page["sources"][0])
    ratios = {(p["a"], p["b"]): p["ratio"] for p in page["pairs"] if p["dimension"] == "securitisation"}
    assert 1 < ratios["=North", "South Bank"] < ratios["South Bank", "West"]


def test_the_table_keeps_to_80_columns_and_says_that_rates_are_not_shown(folder):
    page = run(folder).stdout
    assert max(map(len, page.splitlines())) <= 80
    assert "Whose rate is higher is not shown here." in " ".join(page.split())


def test_dimensions_without_a_hit_have_no_ratio_and_a_note(folder):
    page = json.loads(run(folder, "-f", "json").stdout)
    silent = [one for one in page["dimensions"] if one["base_rate"] is None]
    assert silent
    assert {p["ratio"] for p in page["pairs"] if p["dimension"] == silent[0]["dimension"]} == {None}
    assert any(silent[0]["title"] in note for note in page["notes"])


def test_a_spreadsheet_obeys_no_name(folder):
    rows = list(csv.DictReader(io.StringIO(run(folder, "-f", "csv").stdout)))
    assert len(rows) == 9
    assert not any(row["a"].startswith("=") for row in rows)


def test_text_for_a_ratio_needs_no_corpus():
    few, many = (
        json.loads(run("--ratio", ratio, "--base-rate", "10", "-f", "json").stdout)["needed"][0] for ratio in ("3", "2")
    )
    assert few["articles"] < many["articles"]
    assert few["tokens_of_one"] < many["tokens_of_one"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "no articles given"),
        (("--ratio", "2"), 1, "no base rate"),
        (("--ratio", "1", "--base-rate", "10"), 1, "a rate ratio of 1"),
        (("--ratio", "2", "--base-rate", "0"), 1, "a base rate of 0"),
        (("--ratio", "2", "--base-rate", "10", "--power", "1"), 1, "power is 1"),
        (("--ratio", "2", "--base-rate", "10", "--article-words", "0"), 1, "articles of 0 words"),
    ],
)
def test_bad_choices_get_one_sentence(arguments, code, said):
    result = run(*arguments)
    assert result.exit_code == code
    assert said in result.output
    assert "Traceback" not in result.output


def test_one_source_has_nothing_to_plan(tmp_path):
    (tmp_path / "a.txt").write_text("The gang is a threat to national security. " * 20, "utf-8")
    page = json.loads(run(str(tmp_path), "-f", "json").stdout)
    assert page["pairs"] == []
    assert "one source only: there is no pair to plan for" in page["notes"]
