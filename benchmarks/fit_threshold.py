"""Choose each dimension's presence threshold on coded paragraphs: the best F1 on a grid of 0.05.

    python benchmarks/fit_threshold.py CODED.jsonl

Prints, for each dimension, the threshold with the best F1 on all paragraphs, and the F1 that the rule reaches on
articles it did not see (five folds over articles): the honest figure for the rule.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from validity import measure, read_units, scores

from framing.api.lexicons import load_lexicon
from framing.matching.matcher import Matcher

GRID = np.arange(0.2, 1.25, 0.05).round(2).tolist()
FOLDS = 5


def best_threshold(score: NDArray[np.float64], label: NDArray[np.bool_]) -> float:
    """Return the threshold of the grid with the best F1; of equals, the highest."""
    return max(reversed(GRID), key=lambda threshold: measure(score, label, threshold)["f1"])


def main() -> None:
    """Fit and print."""
    matcher = Matcher(load_lexicon())
    units = read_units(Path(sys.argv[1]))
    found = scores(units, matcher)
    names = sorted({unit["article"] for unit in units})
    fold = {name: number % FOLDS for number, name in enumerate(np.random.default_rng(1).permutation(names).tolist())}
    folds = np.array([fold[unit["article"]] for unit in units])
    for name, score in found.items():
        label = np.array([unit[name] == 1 for unit in units])
        called = np.zeros(len(label), dtype=np.bool_)
        for number in range(FOLDS):
            seen = folds != number
            called[~seen] = score[~seen].round(6) >= best_threshold(score[seen], label[seen])
        f1 = 2 * np.sum(called & label) / (called.sum() + label.sum())
        print(f"{name:22} threshold {best_threshold(score, label):.2f}  cross-validated F1 {f1:.2f}")


if __name__ == "__main__":
    main()
