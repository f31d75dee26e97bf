"""The voices against coded texts, which stay outside the project."""

import importlib.util
import json
import os
from pathlib import Path

import numpy as np
import pytest

from framing.model.article import Article
from framing.model.document import QUOTED
from framing.text.reading import read_article

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("FRAMING_SHARED", ROOT.parent / "shared"))
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no coded texts in {SHARED}")


@pytest.fixture(scope="module")
def measure():
    spec = importlib.util.spec_from_file_location("measure_voice", ROOT / "scripts" / "measure_voice.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(name):
    return [json.loads(line) for line in (SHARED / name).read_text("utf-8").splitlines() if line]


def test_attributions_by_words(measure):
    counts, _ = measure.attribution_scores(records("data/attribution_dev.jsonl"))
    assert counts["direct_found"] >= 0.95 * counts["direct_gold"]
    assert counts["quoted_right"] >= 0.95 * counts["quoted"]
    assert counts["all_found"] >= 0.55 * counts["all_gold"]
    assert counts["marked_right"] >= 0.85 * counts["marked"]


@pytest.mark.parametrize(("name", "agreement"), [("seeds", 0.85), ("news_dev", 0.75), ("news_train", 0.80)])
def test_paragraphs_are_called_as_the_coders_do(measure, name, agreement):
    calls = list(measure.paragraph_calls(records(f"gold/{name}.jsonl")))
    assert np.mean([record["voice"] == call for record, call in calls]) >= agreement


def shares(prefix):
    """Return the share of QUOTED tokens by the line a block starts at."""
    (path,) = (SHARED / "seeds").glob(f"{prefix}_*.txt")
    document = read_article(Article(id=prefix, source=prefix, text=path.read_text("utf-8")))
    found = {}
    for block in document.blocks:
        first, last = np.searchsorted(document.start, [block.start, block.end])
        if last > first:
            line = document.text.count("\n", 0, block.start) + 1
            found[line] = float(np.mean(document.voice[first:last] == QUOTED))
    return found


def test_own_article_has_no_quotation():
    assert not any(shares("001").values())


def test_block_quotes_without_marks_or_citation():
    found = shares("002")
    assert all(found[line] > 0.8 for line in (29, 35, 41, 47))


def test_runs_closed_by_a_citation_and_parentheses_that_close_none():
    found = shares("004")
    runs = (
        29,
        57,
        65,
        67,
        69,
        93,
        95,
        99,
        103,
        105,
        115,
        117,
        119,
        121,
        127,
        131,
        145,
        149,
        153,
        155,
        157,
        159,
    )
    assert all(found[line] > 0.7 for line in (*runs, 163, 169))
    assert {line for line, share in found.items() if share > 0.5} <= {*runs, 163, 169}
