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
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from validity import read_units

from framing.api.lexicons import load_lexicon
from framing.matching.matcher import Matcher
from framing.matching.paragraph_stance import Claim, paragraph_stance
from framing.model.article import Article
from framing.text.paragraph_voice import paragraph_voice
from framing.text.reading import read_article

REPLICATES = 2000
CODES = "acr"
DIMENSION = "securitisation"


class Judged(NamedTuple):
    """One coded paragraph with a hit: its article, the code, our stance, and what its voice alone would say."""

    article: str
    coded: str
    found: str
    by_voice: str


def judge(path: Path, matcher: Matcher) -> tuple[list[Judged], int]:
    """Return the paragraphs with a stance and a hit, and how many have a stance.

    Units of one article are read together: who speaks in a block quote is known from the block before it.
    """
    units = read_units(path)
    judged: list[Judged] = []
    for article in sorted({unit["article"] for unit in units}):
        rows = sorted((unit for unit in units if unit["article"] == article), key=lambda unit: unit["par"])
        text = "\n\n".join(row["text"] for row in rows)
        document = read_article(Article(id=article, source=article, text=text), keep_boilerplate=True)
        begins = np.cumsum([0, *(len(row["text"]) + 2 for row in rows)])
        unit_of = np.searchsorted(begins, document.start, side="right") - 1
        claims: dict[int, list[Claim]] = {}
        for hit in matcher.match(document).hits:
            if hit.counted and matcher.lexicon.entries[hit.entry].dimension == DIMENSION:
                claim = Claim(int(document.sentence[hit.first]), hit.stance)
                claims.setdefault(int(unit_of[hit.first]), []).append(claim)
        for number, row in enumerate(rows):
            stance = paragraph_stance(claims.get(number, ()))
            if stance and row.get("stance", "-") in CODES:
                own = paragraph_voice(document.voice[unit_of == number]) == "author"
                judged.append(Judged(article, row["stance"], stance[0], "a" if own else "r"))
    return judged, sum(unit.get("stance", "-") in CODES for unit in units)


def accuracy(coded: Sequence[str], found: Sequence[str]) -> float:
    """Return the share of paragraphs that agree."""
    return float(np.mean([one == other for one, other in zip(coded, found, strict=True)]))


def macro_f1(coded: Sequence[str], found: Sequence[str]) -> float:
    """Return the mean over codes of 2 x both / (coded + found)."""
    sizes = Counter(coded) + Counter(found)
    both = Counter(one for one, other in zip(coded, found, strict=True) if one == other)
    return float(np.mean([2 * both[code] / sizes[code] for code in CODES if sizes[code]]))


def measure(rows: Sequence[Judged]) -> dict[str, Any]:
    """Return all measures of one file with their intervals."""
    names = sorted({row.article for row in rows})
    where = {name: [number for number, row in enumerate(rows) if row.article == name] for name in names}
    generator = np.random.default_rng(20261124)
    draws = [
        [number for one in generator.integers(len(names), size=len(names)) for number in where[names[one]]]
        for _ in range(REPLICATES)
    ]
    coded = [row.coded for row in rows]
    majority = Counter(coded).most_common(1)[0][0]
    calls = {
        "stance": [row.found for row in rows],
        f"always {majority}": [majority] * len(rows),
        "voice alone": [row.by_voice for row in rows],
    }
    return {
        name: {
            what: _with_interval(score, coded, found, draws)
            for what, score in (("accuracy", accuracy), ("macro_f1", macro_f1))
        }
        for name, found in calls.items()
    }


def _with_interval(
    score: Callable[[Sequence[str], Sequence[str]], float],
    coded: Sequence[str],
    found: Sequence[str],
    draws: Sequence[Sequence[int]],
) -> dict[str, float]:
    drawn = [score([coded[n] for n in draw], [found[n] for n in draw]) for draw in draws]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return {"value": round(score(coded, found), 3), "low": round(float(low), 3), "high": round(float(high), 3)}


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
        confusion = Counter(f"{row.coded}>{row.found}" for row in rows)
        results.append(
            {
                "file": path.name,
                "lexicon": matcher.lexicon.signature,
                "n": len(rows),
                "coded": with_stance,
                "confusion": dict(sorted(confusion.items())),
                **measure(rows),
            }
        )
    if options.json:
        print(json.dumps(results, indent=1))
        return
    print(matcher.lexicon.signature)
    for result in results:
        show(result)


def show(result: dict[str, Any]) -> None:
    """Print one file's figures."""
    print(f"{result['file']}: {result['n']} of {result['coded']} coded paragraphs hold a hit")
    print("  coded>found: " + "  ".join(f"{pair} {n}" for pair, n in result["confusion"].items()))
    for name, row in result.items():
        if isinstance(row, dict) and "accuracy" in row:
            cells = [f"{row[w]['value']:.2f} [{row[w]['low']:.2f}, {row[w]['high']:.2f}]" for w in row]
            print(f"  {name:12} accuracy {cells[0]}   macro-F1 {cells[1]}")


if __name__ == "__main__":
    main()
