"""What more entries, and more coded passages, would bring: AUC and best F1 on passages that no fit has seen.

    python benchmarks/learning_curve.py --fit CODED.jsonl [--fit ...] --try CODED.jsonl [--try ...]
        [--into PAGE.md | --check PAGE.md]

Entries: weights are fitted with a random quarter, half, three quarters and all of a dimension's entries. Passages:
with all entries, and that share of the articles. Each figure is the mean over five draws (one for all). A curve that
still rises says what to add; a flat one says that more of the same will not help.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pages import check, put_into

from framing.api.lexicons import load_lexicon
from framing.api.weighing import entries_of
from framing.io.coded import read_coded
from framing.lexicon_tools.weighing.agreement import agreement, auc, best_threshold
from framing.lexicon_tools.weighing.design import Design, design
from framing.lexicon_tools.weighing.fit import fit
from framing.matching.matcher import Matcher
from framing.model.lexicon import Lexicon

SHARES = (0.25, 0.5, 0.75, 1.0)
DRAWS = 5
STRENGTH = 10.0
Floats = NDArray[np.float64]


class Task(NamedTuple):
    """One dimension: passages to fit on and to try on with their codes, the authors' weights, neighbours' share."""

    seen: Design
    seen_label: NDArray[np.bool_]
    tried: Design
    tried_label: NDArray[np.bool_]
    prior: Floats
    neighbours: float


def score(task: Task, entries: NDArray[np.int64], rows: NDArray[np.bool_]) -> tuple[float, float]:
    """Return AUC and best F1 on the tried passages, after a fit of `entries` on `rows`."""
    own = task.seen.columns(entries).rows(rows)
    fitted = fit(own, task.seen_label[rows], task.prior[entries], task.neighbours, STRENGTH)
    evidence = task.tried.columns(entries).evidence(fitted.weights, task.neighbours)
    threshold = best_threshold(evidence, task.tried_label)
    return auc(evidence, task.tried_label), agreement(evidence, task.tried_label, threshold).f1


def curves(task: Task) -> Iterator[tuple[str, list[str]]]:
    """Yield the two curves as cells "AUC / F1", one a share."""
    everything = np.arange(len(task.prior))
    all_rows = np.ones(len(task.seen_label), dtype=np.bool_)
    articles = np.unique(task.seen.articles)
    for name in ("entries", "passages"):
        cells = []
        for share in SHARES:
            found = []
            for draw in range(1 if share == 1 else DRAWS):
                generator = np.random.default_rng(draw)
                if name == "entries":
                    chosen = np.sort(generator.choice(everything, round(share * len(everything)), replace=False))
                    found.append(score(task, chosen, all_rows))
                else:
                    some = generator.choice(articles, round(share * len(articles)), replace=False)
                    found.append(score(task, everything, np.isin(task.seen.articles, some)))
            area, f1 = np.mean(found, axis=0)
            cells.append(f"{area:.2f} / {f1:.2f}")
        yield name, cells


def table(lexicon: Lexicon, seen: list[Path], tried: list[Path]) -> list[str]:
    """Return the curves of all dimensions as the lines of a Markdown table."""
    names = [dimension.id for dimension in lexicon.dimensions]
    matcher = Matcher(lexicon)
    passages = [read_coded(paths, names).passages for paths in (seen, tried)]
    designs = [design(rows, matcher) for rows in passages]
    lines = ["| dimension | share of | 25 % | 50 % | 75 % | 100 % |", "|---|---|---|---|---|---|"]
    for dimension in lexicon.dimensions:
        entries = entries_of(lexicon, dimension.id)
        labels = [np.array([passage.labels[dimension.id] for passage in rows]) for rows in passages]
        priors = np.array([lexicon.entries[n].prior or lexicon.entries[n].weight for n in entries.tolist()])
        task = Task(
            designs[0].columns(entries),
            labels[0],
            designs[1].columns(entries),
            labels[1],
            priors,
            dimension.presence.neighbours,
        )
        lines += [f"| {dimension.id} | {name} | " + " | ".join(cells) + " |" for name, cells in curves(task)]
    return lines


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="append", type=Path, required=True)
    parser.add_argument("--try", dest="tried", action="append", type=Path, required=True)
    parser.add_argument("--into", type=Path, help="put the table into this page, between its marks")
    parser.add_argument("--check", type=Path, help="fail where this page holds other figures")
    options = parser.parse_args()
    lines = table(load_lexicon(), options.fit, options.tried)
    if options.into:
        put_into(options.into, "learning_curve.py", "\n".join(lines))
    if options.check:
        check(options.check, "learning_curve.py", "\n".join(lines))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
