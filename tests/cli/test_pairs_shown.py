"""What the doors say of pairs, families and ranks."""

import csv
import io
import json

import jsonschema
from click.testing import CliRunner

from framing.cli.compare import compare
from framing.report import pairs_view
from framing.report.schema import schema


def run(*arguments):
    result = CliRunner().invoke(compare, ["--demo", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_families_and_counts_say_what_was_tested():
    page = json.loads(run("-f", "json"))
    assert {family["name"]: family["tests"] for family in page["families"]} == {"sources": 15, "pairs": 30}
    for dimension, counts in page["pair_counts"].items():
        pairs = [pair for pair in page["pairs"] if pair["dimension"] == dimension]
        assert counts["tested"] + counts["untested"] == 10  # five sources
        assert counts["listed"] == counts["tested"] == len(pairs)
        assert counts["told_apart"] == sum(not pair["tie"] for pair in pairs)
        assert all((pair["reason"] == "") == (not pair["tie"]) for pair in pairs)


def test_short_sources_are_ties_in_every_format():
    page = json.loads(run("--min-tokens", "5000", "-f", "json"))
    jsonschema.validate(page, schema())
    assert {pair["reason"] for pair in page["pairs"]} == {"insufficient_tokens"}
    assert all(pair["tie"] for pair in page["pairs"])
    table = run("--min-tokens", "5000")
    assert "with a source of too few tokens" in " ".join(table.split())
    assert " over " not in table.split("Note:")[0].split("rate: hits")[0]


def test_one_article_a_source_says_what_it_describes():
    text = " ".join(run().split())
    assert "describes these articles; n = 1 article per source, no inference to the outlet" in text
    assert "same paragraph-level rate process" in text


def test_both_references_and_the_range_of_ranks_are_in_the_csv():
    rows = [row for row in csv.DictReader(io.StringIO(run("-f", "csv"))) if not row["subframe"]]
    for row in rows:
        for name in ("log_ratio", "log_ratio_pooled"):
            # Without a hit the ratio is bounded from above alone.
            low, value = (float(row[f"{name}{end}"] or "-inf") for end in ("_low", ""))
            assert (value == float("-inf")) == (row["hits"] == "0")
            assert low < value or row["hits"] == "0"
            assert value < float(row[f"{name}_high"])
        assert 1 <= int(row["rank_best"]) <= int(row["rank_worst"]) <= 5


def test_what_is_not_named_is_counted(monkeypatch):
    monkeypatch.setattr(pairs_view, "MOST_PAIRS", 0)
    monkeypatch.setattr(pairs_view, "MOST_RANKED", 1)
    text = " ".join(run().split())
    assert "and 1 more order is claimed: the JSON has it" in text
    assert "and 1 more source in the JSON" in text
    assert max(len(line) for line in run().splitlines()) <= 80
