"""The stance of paragraphs against coded texts, which stay outside the project.

The bars are yardsticks that need no reading of threat talk: the most frequent code for all, and the voice alone.
The development set has too few paragraphs with a hit to hold a bar; its figures stand in the documentation.
"""

import importlib.util
import os
import sys
from pathlib import Path

import pytest
from sklearn.metrics import accuracy_score, f1_score

import framing
from framing.matching.matcher import Matcher

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("FRAMING_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="module")
def stance():
    sys.path.insert(0, str(ROOT / "benchmarks"))  # it borrows from its neighbour, figures.py
    spec = importlib.util.spec_from_file_location("benchmark_stance", ROOT / "benchmarks" / "stance.py")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))
    return module


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no coded texts in {SHARED}")
@pytest.mark.parametrize("name", ["news_train", "seeds"])
def test_better_than_the_yardsticks(stance, name):
    rows, _ = stance.judge(SHARED / "gold" / f"{name}.jsonl", Matcher(framing.load_lexicon("securitisation")))
    assert len(rows) >= 40
    coded, found, voice = ([getattr(row, what) for row in rows] for what in ("coded", "found", "by_voice"))
    majority = [max("acr", key=coded.count)] * len(rows)
    for yardstick in (majority, voice):
        assert stance.accuracy(coded, found) > stance.accuracy(coded, yardstick)
        assert stance.macro_f1(coded, found) > stance.macro_f1(coded, yardstick)


@pytest.mark.parametrize(
    ("coded", "found"),
    [("aacrr", "acrrr"), ("aarr", "aaar"), ("ac", "ca"), ("aaa", "aaa"), ("acrrrcaa", "acrrarca")],
)
def test_the_measures_are_those_of_scikit_learn(stance, coded, found):
    present = [code for code in "acr" if code in coded + found]
    expected = f1_score(list(coded), list(found), labels=present, average="macro", zero_division=0)
    assert stance.macro_f1(coded, found) == pytest.approx(expected)
    assert stance.accuracy(coded, found) == pytest.approx(accuracy_score(list(coded), list(found)))
