"""How well the stance of paragraphs agrees with people's codes, where threat talk is coded and found.

    python benchmarks/stance.py CODED.jsonl [CODED.jsonl ...] [--lexicon FILE] [--json]

Input as for `benchmarks/validity.py`. For each file: the confusion coded>found (a asserts, c contests, r reports),
accuracy and macro-F1 with 95 % percentile intervals of a bootstrap over articles, and the same for two yardsticks:
the most frequent code for every paragraph, and the paragraph's voice alone (the author's asserts, any other reports).
Macro-F1 is the mean over the codes that occur, coded or found.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from figures import Rows, shown, with_intervals
from read_together import read_together

from framing.api.lexicons import load_lexicon
from framing.io.coded import read_coded
from framing.matching.matcher import Matcher
from framing.text.paragraph_voice import paragraph_voice

CODES = "acr"
DIMENSION = "securitisation"


class Judged(NamedTuple):
    """One coded paragraph with a hit: its article, the code, our stance, and what its voice alone would say."""

    article: str
    coded: str
    found: str
    by_voice: str


def judge(path: Path, matcher: Matcher) -> tuple[list[Judged], int]:
    """Return the paragraphs with a coded stance and a hit, and how many have a coded stance."""
    passages = read_coded([path], [DIMENSION]).passages
    judged: list[Judged] = []
    for read in read_together(passages):
        for number, stance in sorted(read.stances(matcher, DIMENSION).items()):
            row = read.passages[number]
            if row.stance:
                own = paragraph_voice(read.voice(number)) == "author"
                judged.append(Judged(row.article, row.stance, stance[0], "a" if own else "r"))
    return judged, sum(bool(passage.stance) for passage in passages)


def accuracy(coded: Sequence[str], found: Sequence[str]) -> float:
    """Return the share of paragraphs that agree."""
    return float(np.mean([one == other for one, other in zip(coded, found, strict=True)]))


def macro_f1(coded: Sequence[str], found: Sequence[str]) -> float:
    """Return the mean over codes of 2 x both / (coded + found)."""
    sizes = Counter(coded) + Counter(found)
    both = Counter(one for one, other in zip(coded, found, strict=True) if one == other)
    return float(np.mean([2 * both[code] / sizes[code] for code in CODES if sizes[code]]))


def measure(rows: Sequence[Judged]) -> dict[str, Any]:
    """Return accuracy and macro-F1 of our stance and of both yardsticks, with their intervals."""
    coded = [row.coded for row in rows]
    majority = Counter(coded).most_common(1)[0][0]
    calls = {
        "stance": [row.found for row in rows],
        f"always {majority}": [majority] * len(rows),
        "voice alone": [row.by_voice for row in rows],
    }
    articles = np.unique([row.article for row in rows], return_inverse=True)[1]
    results: dict[str, Any] = {}
    for name, found in calls.items():

        def measures(drawn: Rows, found: Sequence[str] = found) -> Mapping[str, float]:
            one, other = [coded[n] for n in drawn], [found[n] for n in drawn]
            return {"accuracy": accuracy(one, other), "macro_f1": macro_f1(one, other)}

        results[name] = with_intervals(measures, articles)
    return results


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coded", nargs="+", type=Path)
    parser.add_argument("--lexicon", default=DIMENSION, help="a shipped lexicon or a file that declares securitisation")
    parser.add_argument("--json", action="store_true", help="print JSON and no table")
    options = parser.parse_args()
    matcher = Matcher(load_lexicon(options.lexicon))
    results = []
    for path in options.coded:
        rows, with_stance = judge(path, matcher)
        confusion = dict(sorted(Counter(f"{row.coded}>{row.found}" for row in rows).items()))
        counts = {"file": path.name, "n": len(rows), "coded": with_stance, "confusion": confusion}
        results.append({**counts, "measures": measure(rows)})
    if options.json:
        print(json.dumps({"lexicon": matcher.lexicon.signature, "files": results}, indent=1))
        return
    print(matcher.lexicon.signature)
    for result in results:
        show(result)


def show(result: Mapping[str, Any]) -> None:
    """Print one file's figures."""
    print(f"{result['file']}: {result['n']} of {result['coded']} coded paragraphs hold a hit")
    print("  coded>found: " + "  ".join(f"{pair} {n}" for pair, n in result["confusion"].items()))
    for name, row in result["measures"].items():
        print(f"  {name:12} accuracy {shown(row['accuracy'])}   macro-F1 {shown(row['macro_f1'])}")


if __name__ == "__main__":
    main()
