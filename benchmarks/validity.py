"""How well 'dimension present in the paragraph' agrees with people's codes; voice, stance and robustness beside it.

    python benchmarks/validity.py CODED.jsonl [CODED.jsonl ...] [--json | --markdown] [--no-masks]
                                  [--robustness CORPUS] [--into PAGE.md | --check PAGE.md]

One JSON object a line: article, par (order in the article), text, the dimensions as 0/1, voice (a, q, m) and
stance (a, c, r, -); units with "boilerplate": 1 are left out. Intervals are 95 % percentile intervals of a
bootstrap over articles. `--robustness` names the folder of the five articles that a scholar has read, and prints
the share of variants of the method in which each order of that reading holds.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from figures import Rows, shown, with_intervals
from numpy.typing import NDArray
from pages import check, put_into
from robustness import robustness, robustness_table, show_robustness
from scipy.stats import spearmanr
from voice_stance import voices_and_stances

from framing.api.lexicons import load_lexicon
from framing.io.coded import read_coded
from framing.lexicon_tools.weighing.agreement import agreement, auc
from framing.lexicon_tools.weighing.design import design, scores
from framing.matching.matcher import Matcher
from framing.model.lexicon import Lexicon

MEASURES = ("precision", "recall", "f1", "auc", "rank_correlation")
TITLES = ("precision", "recall", "F1", "AUC", "rank correlation")
Floats = NDArray[np.float64]


def measures(
    score: Floats, label: NDArray[np.bool_], threshold: float, words: Floats, articles: NDArray[np.int64], rows: Rows
) -> Mapping[str, float]:
    """Return precision, recall, F1, AUC, and the rank correlation of articles by coded and found share of words."""
    found = agreement(score[rows], label[rows], threshold)
    called = np.round(score[rows], 6) >= threshold
    coded_share = _share(label[rows], words[rows], articles[rows])
    found_share = _share(called, words[rows], articles[rows])
    constant = np.ptp(coded_share) == 0 or np.ptp(found_share) == 0
    rank = float("nan") if constant else float(spearmanr(coded_share, found_share).statistic)
    return {**found._asdict(), "rank_correlation": rank}


def _share(present: NDArray[np.bool_], words: Floats, articles: NDArray[np.int64]) -> Floats:
    total = np.bincount(articles, weights=words)
    return (np.bincount(articles, weights=words * present) / np.maximum(total, 1))[total > 0]


def validate(path: Path, lexicon: Lexicon, *, masks: bool = True) -> dict[str, Any]:
    """Return all figures for one coded file."""
    passages = read_coded([path], [dimension.id for dimension in lexicon.dimensions]).passages
    matcher = Matcher(lexicon, masks=masks)
    coded = design(passages, matcher)
    found = scores(lexicon, coded)
    words = np.array([len(passage.text.split()) for passage in passages], dtype=np.float64)
    dimensions = {}
    for dimension in lexicon.dimensions:
        label = np.array([passage.labels[dimension.id] for passage in passages])
        threshold = dimension.presence.threshold
        one = partial(measures, found[dimension.id], label, threshold, words, coded.articles)
        dimensions[dimension.id] = {
            "n": len(label),
            "positives": int(label.sum()),
            "threshold": threshold,
            **with_intervals(one, coded.articles),
            "auc_of_other_dimensions": {
                other: round(auc(score, label), 3) for other, score in found.items() if other != dimension.id
            },
        }
    voices, stances = voices_and_stances(passages, matcher)
    return {
        "file": path.name,
        "lexicon": lexicon.signature,
        "dimensions": dimensions,
        "voice": dict(sorted(voices.items())),
        "stance": dict(sorted(stances.items())),
    }


def show(result: Mapping[str, Any]) -> None:
    """Print one file's figures as a table."""
    print(f"{result['file']}")
    print(f"  {'dimension':22}{'n':>5}{'pos':>5}  " + "".join(f"{title:>21}" for title in TITLES))
    for name, row in result["dimensions"].items():
        print(f"  {name:22}{row['n']:>5}{row['positives']:>5}  " + "".join(f"{shown(row[m]):>21}" for m in MEASURES))
    for name, row in result["dimensions"].items():
        others = "  ".join(f"{other} {value:.2f}" for other, value in row["auc_of_other_dimensions"].items())
        print(f"  AUC on the code {name}: its own score {row['auc']['value']:.2f}, the others': {others}")
    for what in ("voice", "stance"):
        print(f"  {what:7} coded>found: " + "  ".join(f"{k} {n}" for k, n in result[what].items()))


def markdown(results: list[dict[str, Any]]) -> list[str]:
    """Return the figures as the lines that the documentation holds."""
    lines = ["| set | dimension | positives | " + " | ".join(TITLES) + " | AUC of the other dimensions |"]
    lines.append("|---" * (len(TITLES) + 4) + "|")
    for result in results:
        for name, row in result["dimensions"].items():
            others = ", ".join(f"{value:.2f}" for value in row["auc_of_other_dimensions"].values())
            cells = " | ".join(shown(row[m]) for m in MEASURES)
            lines.append(
                f"| {Path(result['file']).stem} ({row['n']}) | {name} | {row['positives']} | {cells} | {others} |"
            )
    lines += ["", "| set | voice | stance |", "|---|---|---|"]
    for result in results:
        cells = ["  ".join(f"{key} {n}" for key, n in result[what].items()) for what in ("voice", "stance")]
        lines.append(f"| {Path(result['file']).stem} | {cells[0]} | {cells[1]} |")
    return lines


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coded", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON and no table")
    parser.add_argument("--markdown", action="store_true", help="print the tables of docs/explanation/validity.md")
    parser.add_argument("--no-masks", action="store_true", help="let names of bodies count")
    parser.add_argument("-l", "--lexicon", action="append", default=[], help="a lexicon's name or file; default: core")
    parser.add_argument("--into", type=Path, help="put those tables into this page, between its marks")
    parser.add_argument("--check", type=Path, help="fail where this page holds other figures")
    parser.add_argument("--robustness", metavar="CORPUS", help="the folder of the five articles")
    options = parser.parse_args()
    lexicon = load_lexicon(*options.lexicon)
    results = [validate(path, lexicon, masks=not options.no_masks) for path in options.coded]
    orders = robustness(options.robustness, lexicon) if options.robustness else None
    if options.json:
        print(json.dumps({"coded": results, "robustness": orders}, indent=1))
        return
    page = "\n".join([*markdown(results), *(robustness_table(orders) if orders else [])])
    if options.into:
        put_into(options.into, "validity.py", page)
    elif options.check:
        check(options.check, "validity.py", page)
    elif options.markdown:
        print(page)
    else:
        print(lexicon.signature)
        for result in results:
            show(result)
        if orders:
            show_robustness(orders)


if __name__ == "__main__":
    main()
