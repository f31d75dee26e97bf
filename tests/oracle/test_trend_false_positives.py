"""The trend tests against simulated truth: how often do they see a change that is not there?

World and counts of benchmarks/trend.py, small: 300 replicates of one source a setting, tests at .05. Standard
error .013, so .05 passes up to .09; the bounds leave room for months that come in waves.
"""

import math
import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"
CALM, BURSTY, WAVES = (1.0, 0.0, 0.0), (1.5, 0.3, 0.0), (1.5, 0.3, 0.3)


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(FOLDER)
    yield import_module("trend")
    sys.modules.pop("trend", None)


@pytest.mark.parametrize("event", [False, True], ids=["slope", "event"])
@pytest.mark.parametrize(("world", "months"), [(CALM, 12), (BURSTY, 6), (BURSTY, 12), (WAVES, 12)])
def test_no_change_is_rarely_seen(bench, world, months, event):
    rng = np.random.default_rng(5)
    err, covered = bench.measure(rng, bench.Setting(*world, months, 2, 15), 300, event=event)
    assert err <= 0.09
    assert covered == pytest.approx(1 - err, abs=0.01)


def test_a_true_slope_is_covered_and_found(bench):
    rng = np.random.default_rng(6)
    slope = math.log(4) / 11
    found, covered = bench.measure(rng, bench.Setting(*BURSTY, 12, 4, 30), 200, slope=slope)
    assert covered >= 0.9
    assert found >= 0.8
