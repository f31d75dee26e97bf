"""What the intervals and tests of the library really do, on simulated text whose rates are known.

    python benchmarks/coverage.py [--quick] [--json] [--only SECTION] [--into PAGE.md | --check PAGE.md]

Calls the shipped rule (`framing.rates`) on bursty text from `bursty_text.py`: how often the intervals cover, how
wide they are, and what share of the discoveries is false. Seeded: the same figures on every run, however many cores.
Ends with 1 where a figure lies beyond its target by more than the Monte-Carlo margin. `--check` runs no simulation:
it compares the page's mark of the rule with the rule as it stands, so that a changed rule forces a new run.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import coverage_intervals
import coverage_neighbours
import coverage_none
import coverage_pairs
import coverage_ranks
import coverage_terms
from coverage_mark import mark_of_rule
from coverage_section import FULL, MARGIN, QUICK, SEED, Scale, Section
from pages import put_into

# A further section is a module with a SECTION, named here.
SECTIONS: tuple[Section, ...] = (
    coverage_intervals.SECTION,
    coverage_neighbours.SECTION,
    coverage_none.SECTION,
    coverage_pairs.SECTION,
    coverage_ranks.SECTION,
    coverage_terms.SECTION,
)


def run(sections: Sequence[Section], scale: Scale, workers: int) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each section, the longest cells shared among the cores."""
    with ProcessPoolExecutor(workers) as pool:
        waiting = {
            section.name: [pool.submit(section.measure, cell) for cell in section.cells(scale)] for section in sections
        }
        return {name: [future.result() for future in futures] for name, futures in waiting.items()}


def page(sections: Sequence[Section], found: dict[str, list[dict[str, Any]]], scale: Scale) -> list[str]:
    """Return the figures as Markdown: what was run, the tables, and what misses its target."""
    lines = [f"Rule `{mark_of_rule()}`, seed {SEED}, scale {scale.name}: {_replicates(scale)}.", ""]
    for section in sections:
        lines += [f"### {section.title}", "", *section.table(found[section.name])]
    missed = [sentence for section in sections for sentence in section.outside(found[section.name])]
    lines += [f"Beyond their targets by more than {MARGIN} standard errors of the simulation: {len(missed) or 'none'}."]
    return [*lines, "", *(f"- {sentence}" for sentence in missed)] if missed else lines


def _replicates(scale: Scale) -> str:
    return (
        f"{scale.sources:,} sources of each kind in a cell (fewer of the longest), {scale.families:,} families of pairs"
    )


def check(path: Path) -> None:
    """Exit with a sentence where the page was made with another rule, or with less than the full run."""
    if f"Rule `{mark_of_rule()}`, seed {SEED}, scale full:" not in path.read_text(encoding="utf-8"):
        raise SystemExit(f"{path} is not of the rule as it stands: run benchmarks/coverage.py --into {path}")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer replicates and cells: half a minute")
    parser.add_argument("--json", action="store_true", help="print JSON and no table")
    parser.add_argument("--only", action="append", choices=[section.name for section in SECTIONS], help="this section")
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1), help="processes (default: 2)")
    parser.add_argument("--into", type=Path, metavar="PAGE", help="put the tables into this page, between its marks")
    parser.add_argument("--check", type=Path, metavar="PAGE", help="fail where this page is of another rule")
    options = parser.parse_args()
    if options.check:
        check(options.check)
        return
    if options.into and (options.quick or options.only):
        parser.error("--into takes the full run: the page says what holds, not what a few replicates show")
    scale = QUICK if options.quick else FULL
    sections = [section for section in SECTIONS if not options.only or section.name in options.only]
    started = time.monotonic()
    found = run(sections, scale, options.workers)
    print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)
    missed = [sentence for section in sections for sentence in section.outside(found[section.name])]
    if options.json:
        print(json.dumps({"rule": mark_of_rule(), "seed": SEED, "scale": scale, "missed": missed, **found}, indent=1))
    elif options.into:
        put_into(options.into, "coverage.py", "\n".join(page(sections, found, scale)))
    else:
        print("\n".join(page(sections, found, scale)))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
