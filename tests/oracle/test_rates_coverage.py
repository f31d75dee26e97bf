"""Rules R and R2 against simulated truth: do 95 % intervals cover 95 %, are discoveries false as seldom as promised?

The oracle is a world whose rates are known (benchmarks/bursty_text.py); figures and targets are those of
benchmarks/coverage.py, here in its small form. A figure fails where it lies beyond its target by more than 3.3
standard errors of the simulation (`coverage_section.beyond`).
"""

from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "coverage.md"


@pytest.mark.parametrize("name", ["intervals", "neighbours", "pairs"])
def test_the_rule_keeps_its_promises(bench, name):
    section = next(section for section in bench.command.SECTIONS if section.name == name)
    rows = [section.measure(cell) for cell in section.cells(bench.coverage_section.SMALL)]
    assert rows
    assert section.outside(rows) == []


def test_the_page_is_of_the_rule_as_it_stands(bench):
    bench.command.check(PAGE)
