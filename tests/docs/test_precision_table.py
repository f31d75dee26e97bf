"""The precision table of the validity page is what the shipped records hold, and README's figures are the page's."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

import framing

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "validity.md").read_text("utf-8")


@pytest.mark.parametrize("name", framing.lexicon_names())
def test_the_table_is_of_the_record(name):
    record = json.loads((ROOT / "lexicons" / "en" / "validation" / f"{name}.json").read_text("utf-8"))
    frames = [entry for entry in record["entries"] if entry["role"] == "frame"]
    verdicts = Counter(entry["verdict"] for entry in frames)
    group = next(group for group in record["groups"] if not group["subframe"])
    right = "{value:.2f} [{low:.2f}, {high:.2f}]".format(**group["precision"]).replace("0.", ".")
    cells = [name, len(frames), f"{group['decided']:,}", right, *(verdicts[v] for v in ("keep", "rewrite", "drop"))]
    assert "| " + " | ".join(map(str, cells)) + " |" in PAGE


@pytest.mark.parametrize("name", framing.lexicon_names())
def test_the_agreement_is_that_of_the_record(name):
    found = json.loads((ROOT / "lexicons" / "en" / "validation" / f"{name}.json").read_text("utf-8"))["agreement"]
    values = found["alpha"], found["by_code"]["1"], found["by_code"]["0"]
    shares = [f"{value:.2f}".replace("0.", ".") for value in values]
    assert f"| {name} | {found['lines']} | " + " | ".join(shares) + " |" in PAGE


@pytest.mark.parametrize("name", framing.lexicon_names())
def test_the_record_is_of_the_shipped_lexicon(name):
    record = json.loads((ROOT / "lexicons" / "en" / "validation" / f"{name}.json").read_text("utf-8"))
    assert record["lexicon"].split(",")[0] == framing.load_lexicon(name).files[0].signature


def test_the_readme_has_the_figures_of_the_page():
    readme = (ROOT / "README.md").read_text("utf-8")
    told = re.search(r"F1 of (\S+) / (\S+) / (\S+) for securitisation", readme).groups()
    rows = re.findall(r"^\| news_dev \(300\) \|.*$", PAGE, re.MULTILINE)
    assert [row.split("|")[6].split()[0].lstrip("0") for row in rows] == list(told)
