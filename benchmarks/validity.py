"""How well 'dimension present in the paragraph' agrees with people's codes; voice and stance beside it.

    python benchmarks/validity.py CODED.jsonl [CODED.jsonl ...] [--json] [--no-masks]

One JSON object a line: article, par (order in the article), text, the dimensions as 0/1, voice (a, q, m) and
stance (a, c, r, -); units with "boilerplate": 1 are left out. Intervals are 95 % percentile intervals of a
bootstrap over articles, since paragraphs of one article are alike.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.api.lexicons import load_lexicon
from framing.lexicon_tools.trial import plain_document
from framing.matching.matcher import Matcher
from framing.matching.presence import evidence
from framing.model.article import Article
from framing.model.document import ATTRIBUTED, OWN, QUOTED
from framing.text.reading import read_article

REPLICATES = 1000
# A paragraph is called quoted from this share of its tokens on; with any other voice at all, mixed.
QUOTED_SHARE = 0.7
Unit = dict[str, Any]


def read_units(path: Path) -> list[Unit]:
    """Return the coded units outside boilerplate."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if "text" in row and not row.get("boilerplate")]


def scores(units: list[Unit], matcher: Matcher) -> dict[str, NDArray[np.float64]]:
    """Return the evidence of each unit, each read as one paragraph by itself."""
    rows = []
    for unit in units:
        document = plain_document(unit["text"])
        rows.append(evidence(document, matcher.match(document), matcher.lexicon))
    names = [dimension.id for dimension in matcher.lexicon.dimensions]
    return {name: np.array([row[name][0] if len(row[name]) else 0.0 for row in rows]) for name in names}


def auc(score: NDArray[np.float64], label: NDArray[np.bool_]) -> float:
    """Return the area under the ROC curve: P(a positive scores above a negative), ties counted half."""
    positive, negative = score[label], np.sort(score[~label])
    if not len(positive) or not len(negative):
        return float("nan")
    below = np.searchsorted(negative, positive, side="left")
    upto = np.searchsorted(negative, positive, side="right")
    return float((below + upto).sum() / 2 / len(positive) / len(negative))


def measure(score: NDArray[np.float64], label: NDArray[np.bool_], threshold: float) -> dict[str, float]:
    """Return precision, recall, F1 and AUC."""
    called = np.round(score, 6) >= threshold
    both = float(np.sum(called & label))
    precision = both / called.sum() if called.any() else float("nan")
    recall = both / label.sum() if label.any() else float("nan")
    total = called.sum() + label.sum()
    return {
        "precision": float(precision),
        "recall": float(recall),
        "f1": float(2 * both / total) if total else float("nan"),
        "auc": auc(score, label),
    }


def with_intervals(
    score: NDArray[np.float64], label: NDArray[np.bool_], threshold: float, articles: list[str]
) -> dict[str, Any]:
    """Return each measure with its interval over articles drawn again."""
    names = sorted(set(articles))
    where = {name: np.flatnonzero(np.array(articles) == name) for name in names}
    generator = np.random.default_rng(20261124)
    drawn: dict[str, list[float]] = {}
    for _ in range(REPLICATES):
        rows = np.concatenate([where[names[i]] for i in generator.integers(len(names), size=len(names))])
        for name, value in measure(score[rows], label[rows], threshold).items():
            drawn.setdefault(name, []).append(value)
    found: dict[str, Any] = {"n": len(label), "positives": int(label.sum()), "threshold": threshold}
    for name, value in measure(score, label, threshold).items():
        low, high = np.nanpercentile(drawn[name], [2.5, 97.5])
        found[name] = {"value": round(value, 3), "low": round(float(low), 3), "high": round(float(high), 3)}
    return found


def voices_and_stances(units: list[Unit], matcher: Matcher) -> tuple[Counter[str], Counter[str]]:
    """Return the confusions "coded>found" of voice, and of stance where threat talk is coded and found.

    Units of one article are read together: who speaks in a block quote is known from the block before it.
    """
    voices: Counter[str] = Counter()
    stances: Counter[str] = Counter()
    for article in sorted({unit["article"] for unit in units}):
        rows = sorted((u for u in units if u["article"] == article), key=lambda u: u["par"])
        text = "\n\n".join(row["text"] for row in rows)
        document = read_article(Article(id=article, source=article, text=text), keep_boilerplate=True)
        hits = matcher.match(document).hits
        begins = np.cumsum([0, *(len(row["text"]) + 2 for row in rows)])
        unit_of = np.searchsorted(begins, document.start, side="right") - 1
        for number, row in enumerate(rows):
            spoken = document.voice[unit_of == number]
            if len(spoken) and row.get("voice"):
                voices[f"{row['voice']}>{_voice(spoken)}"] += 1
            talk = [
                hit
                for hit in hits
                if unit_of[hit.first] == number and matcher.lexicon.entries[hit.entry].dimension == "securitisation"
            ]
            if talk and row.get("stance", "-") != "-":
                stances[f"{row['stance']}>{_stance([hit.stance for hit in talk])}"] += 1
    return voices, stances


def _voice(spoken: NDArray[np.uint8]) -> str:
    if np.mean(spoken == QUOTED) > QUOTED_SHARE:
        return "q"
    return "m" if np.any((spoken == QUOTED) | (spoken == ATTRIBUTED)) else "a" if np.any(spoken == OWN) else "m"


def _stance(stances: list[str]) -> str:
    """Return the paragraph's stance: the most frequent one, on a tie the last (the conclusion wins)."""
    counts = Counter(stances)
    most = max(counts.values())
    return next(s for s in reversed(stances) if counts[s] == most)[0]


def validate(path: Path, *, masks: bool = True) -> dict[str, Any]:
    """Return all figures for one coded file."""
    matcher = Matcher(load_lexicon(), masks=masks)
    units = read_units(path)
    found = scores(units, matcher)
    articles = [unit["article"] for unit in units]
    dimensions = {}
    for dimension in matcher.lexicon.dimensions:
        label = np.array([unit[dimension.id] == 1 for unit in units])
        own = found[dimension.id]
        dimensions[dimension.id] = with_intervals(own, label, dimension.presence.threshold, articles)
        others = {name: round(auc(score, label), 3) for name, score in found.items() if name != dimension.id}
        dimensions[dimension.id]["auc_of_other_dimensions"] = others
    voices, stances = voices_and_stances(units, matcher)
    return {
        "file": path.name,
        "lexicon": matcher.lexicon.signature,
        "dimensions": dimensions,
        "voice": dict(sorted(voices.items())),
        "stance": dict(sorted(stances.items())),
    }


def show(result: dict[str, Any]) -> None:
    """Print one file's figures as a table."""
    print(f"{result['file']}")
    print(f"  {'dimension':22}{'n':>5}{'pos':>5}  " + "".join(f"{m:>20}" for m in ("precision", "recall", "F1", "AUC")))
    for name, row in result["dimensions"].items():
        cells = [
            f"{row[m]['value']:.2f} [{row[m]['low']:.2f}, {row[m]['high']:.2f}]"
            for m in ("precision", "recall", "f1", "auc")
        ]
        print(f"  {name:22}{row['n']:>5}{row['positives']:>5}  " + "".join(f"{cell:>20}" for cell in cells))
    for what in ("voice", "stance"):
        print(f"  {what:7} coded>found: " + "  ".join(f"{k} {n}" for k, n in result[what].items()))


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coded", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON and no table")
    parser.add_argument("--no-masks", action="store_true", help="let names of bodies count")
    options = parser.parse_args()
    results = [validate(path, masks=not options.no_masks) for path in options.coded]
    if options.json:
        print(json.dumps(results, indent=1))
        return
    print(results[0]["lexicon"])
    for result in results:
        show(result)


if __name__ == "__main__":
    main()
