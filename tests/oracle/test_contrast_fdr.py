"""The false discovery rate of contrast terms: the simulated truth of benchmarks/contrast_fdr.py is the oracle."""

import importlib.util
from pathlib import Path

import pytest

PATH = Path(__file__).parents[2] / "benchmarks" / "contrast_fdr.py"


@pytest.fixture(scope="module", name="fdr")
def fdr_fixture():
    spec = importlib.util.spec_from_file_location("contrast_fdr", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# 40 families or so: the standard error of a rate of .10 is .05, and a fault of the kind that was found on the way
# (a normal tail, one phi for both sides' means) shows as .2 to .4 there.
@pytest.mark.parametrize("name", ["30 sources, 1 article", "8 sources, 3 articles", "2 to 40 articles, cv .6"])
def test_false_discoveries_stay_near_q(fdr, name):
    world = next(world for world in fdr.WORLDS if world.name == name)
    times = max(2, round(40 / len(world.articles)))
    nothing, some = fdr.measure(world, 0.0, times), fdr.measure(world, 0.1, times)
    assert nothing[fdr.BURST_TEST].fdr <= 0.17
    assert some[fdr.BURST_TEST].fdr <= 0.12
    assert some[fdr.BURST_TEST].power >= 0.15
    assert nothing[fdr.TFIDF].fdr <= 0.17


def test_the_textbook_z_would_not_do(fdr):
    # Why a test with bursts is needed at all, and that these corpora can tell.
    world = fdr.WORLDS[0]
    assert fdr.measure(world, 0.0, 4)[fdr.LOG_ODDS].fdr > 0.5
