"""How well the classifier tells coded paragraphs, out of fold and on files it has not seen, and what more codes bring.

    python benchmarks/classifier.py CODED.jsonl [--test OTHER.jsonl ...] [-l LEXICON ...] [--curve] [--ablation]

Out of fold: nested cross-validation over articles, as `framing train` prints it. `--test`: trained on all of CODED,
tried on other files. `--curve`: trained on a share of the articles, tried on the same held-out folds. `--ablation`:
without one block of features each. Intervals are 95 % percentile intervals of a bootstrap over articles. Beside each
stands the lexicon's own presence rule on the same passages.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.api.lexicons import load_lexicon
from framing.io.coded import read_coded
from framing.learning.apply import Applier
from framing.learning.calibration import logistic
from framing.learning.figures import figures
from framing.learning.fit import out_of_fold
from framing.learning.scoring import passage_logits
from framing.learning.task import Plan, Task, make_task
from framing.learning.train import train
from framing.lexicon_tools.weighing.design import design, scores
from framing.matching.matcher import Matcher
from framing.model.classifier import Figures, Recipe
from framing.model.coded import CodedPassage
from framing.model.lexicon import Lexicon

SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)
Bools = NDArray[np.bool_]
Table = dict[str, dict[str, Figures]]


def by_lexicon(passages: Sequence[CodedPassage], lexicon: Lexicon) -> dict[str, Figures]:
    """Return the figures of the lexicon's presence rule; its evidence stands where a probability would."""
    found = scores(lexicon, design(passages, Matcher(lexicon)))
    told = {}
    for dimension in lexicon.dimensions:
        score = found[dimension.id]
        label = np.array([passage.labels[dimension.id] for passage in passages])
        called = np.round(score, 6) >= dimension.presence.threshold
        own = figures(score / max(1.0, score.max()), called, label, [passage.article for passage in passages])
        told[dimension.id] = replace(own, brier=None, calibration=())
    return told


def curve(task: Task, lexicon: Lexicon) -> Table:
    """Return the figures by share of the training articles; the held-out passages are the same throughout."""
    articles = sorted(set(task.groups))
    order = {name: n for n, name in enumerate(np.random.default_rng(1).permutation(articles).tolist())}
    rank = np.array([order[group] for group in task.groups]) / len(articles)
    found: Table = {}
    for share in SHARES:
        probability, called = out_of_fold(
            task.design, task.labels, task.outer(), task.inner, task.plan.strengths, kept=rank < share
        )
        held = int(round(sum(rank < share) * (1 - 1 / task.plan.folds), -1))
        found[f"{share:.0%} of the articles, about {held} passages"] = _told(task, lexicon, probability, called)
    return found


def ablation(task: Task, lexicon: Lexicon) -> Table:
    """Return the figures without one block of features each."""
    whole = task.design
    parts = {
        "without evidence of the lexicons": replace(whole, columns=whole.columns * 0),
        "without their vocabulary": replace(whole, vocabulary=whole.vocabulary * 0),
        "without terms": replace(whole, recipe=replace(whole.recipe, least=10**6)),
        "without neighbours": replace(whole, recipe=replace(whole.recipe, neighbours=0.0)),
    }
    return {
        name: _told(task, lexicon, *out_of_fold(part, task.labels, task.outer(), task.inner, task.plan.strengths))
        for name, part in parts.items()
    }


def _told(task: Task, lexicon: Lexicon, probability: NDArray[np.float64], called: Bools) -> dict[str, Figures]:
    return {
        dimension.id: figures(probability[:, column], called[:, column], task.labels[:, column], task.groups)
        for column, dimension in enumerate(lexicon.dimensions)
    }


def tables(options: argparse.Namespace) -> Iterator[tuple[str, Mapping[str, Figures | None]]]:
    """Yield each table with its title, as it is done."""
    lexicon = load_lexicon(*options.lexicon)
    names = [dimension.id for dimension in lexicon.dimensions]
    passages = read_coded([options.coded], names).passages
    plan = Plan(folds=options.folds, seed=options.seed)
    task = make_task(passages, lexicon, recipe=Recipe(), plan=plan)
    yield f"{options.coded.name}: the lexicon's presence rule", by_lexicon(passages, lexicon)
    model = train(passages, lexicon, plan=plan)
    yield f"{options.coded.name}: classifier, out of fold", {d.id: d.figures for d in model.dimensions}
    applier, matcher = Applier(model, lexicon), Matcher(lexicon)
    for path in options.test:
        other = read_coded([path], names).passages
        probability = logistic(passage_logits(applier, matcher, other))
        called = applier.present(np.round(probability, 6))
        labels = np.array([[passage.labels[name] for name in names] for passage in other])
        articles = [passage.article for passage in other]
        yield f"{path.name}: the lexicon's presence rule", by_lexicon(other, lexicon)
        yield (
            f"{path.name}: classifier trained on {options.coded.name}",
            {name: figures(probability[:, n], called[:, n], labels[:, n], articles) for n, name in enumerate(names)},
        )
    if options.curve:
        yield from curve(task, lexicon).items()
    if options.ablation:
        yield from ablation(task, lexicon).items()


def show(title: str, told: Mapping[str, Figures | None]) -> None:
    """Print one table."""
    print(title)
    for name, found in told.items():
        if found:
            cells = [
                "-" if e is None else f"{e.value:.3f} [{e.low:.2f}, {e.high:.2f}]"
                for e in (found.precision, found.recall, found.f1, found.auc, found.brier)
            ]
            print(f"  {name:22}{found.passages:>5}{found.positive:>5}  " + "".join(f"{cell:>21}" for cell in cells))


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coded", type=Path)
    parser.add_argument("--test", action="append", type=Path, default=[], help="a coded file to try it on; repeatable")
    parser.add_argument("-l", "--lexicon", action="append", default=[], help="a lexicon's name or file; default: core")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--curve", action="store_true", help="by share of the coded articles")
    parser.add_argument("--ablation", action="store_true", help="without one block of features each")
    parser.add_argument("--json", action="store_true", help="print JSON and no table")
    options = parser.parse_args()
    heads = ("precision", "recall", "F1", "AUC", "Brier")
    if not options.json:
        print(f"  {'':22}{'n':>5}{'pos':>5}  " + "".join(f"{head:>21}" for head in heads))
    done: dict[str, Any] = {}
    for title, told in tables(options):
        done[title] = {name: found and asdict(found) for name, found in told.items()}
        if not options.json:
            show(title, told)
    if options.json:
        print(json.dumps(done, indent=1))


if __name__ == "__main__":
    main()
