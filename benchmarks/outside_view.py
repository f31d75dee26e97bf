"""Dictionaries of others where they speak to the same thing: how well they tell coded paragraphs, beside ours.

    python benchmarks/outside_view.py --dictionaries FOLDER CODED.jsonl [CODED.jsonl ...] [--markdown] [--into PAGE.md]

FOLDER holds the files named in `OUTSIDE`; what is not there is told and left out. They are used as their authors
count: each category by itself, hits per 1,000 words, no masks, no negation. CODED as in `validity.py`. Intervals are
95 % percentile intervals of a bootstrap over articles; the same draws serve every column, so that "ours less theirs"
is paired. Which categories are set against which dimension was written down before any was scored.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from figures import shown, with_intervals
from numpy.typing import NDArray
from pages import put_into
from scipy.stats import spearmanr

from framing.api.dictionaries import lexicon_of
from framing.api.lexicons import load_lexicon
from framing.errors import LexiconError
from framing.io.coded import read_coded
from framing.io.dictionaries.formats import format_of, read_dictionary
from framing.lexicon_tools.adopt import adopt
from framing.lexicon_tools.trial import plain_document
from framing.lexicon_tools.weighing.agreement import auc
from framing.lexicon_tools.weighing.design import design, scores
from framing.matching.matcher import Matcher
from framing.model.coded import CodedPassage

LSD, MFD, RID, LAVER_GARRY = "LSD2015.lc3", "moral_foundations_dictionary.dic", "RID.cat", "laver-garry.cat"
TITLES = {LSD: "LSD2015", MFD: "MFD", RID: "RID", LAVER_GARRY: "Laver & Garry"}
OUTSIDE: dict[str, list[tuple[str, str]]] = {
    "securitisation": [
        (LSD, "negative"),
        (MFD, "HarmVice"),
        (MFD, "HarmVirtue"),
        (RID, "EMOTIONS.ANXIETY"),
        (RID, "EMOTIONS.AGGRESSION"),
        (LAVER_GARRY, "LAW_AND_ORDER.LAW-CONSERVATIVE"),
    ],
    "governance_critique": [
        (LSD, "negative"),
        (MFD, "AuthorityVice"),
        (MFD, "AuthorityVirtue"),
        (MFD, "FairnessVice"),
        (MFD, "FairnessVirtue"),
        (RID, "SECONDARY.RESTRAINT"),
        (LAVER_GARRY, "INSTITUTIONS.RADICAL"),
        (LAVER_GARRY, "INSTITUTIONS.CONSERVATIVE"),
        (LAVER_GARRY, "LAW_AND_ORDER.LAW-CONSERVATIVE"),
    ],
    "geopolitics": [
        (LSD, "negative"),
        (MFD, "IngroupVice"),
        (MFD, "IngroupVirtue"),
        (RID, "EMOTIONS.AGGRESSION"),
        (LAVER_GARRY, "INSTITUTIONS.NEUTRAL"),
    ],
}

Scores = NDArray[np.float64]
Rows = list[list[str]]


class Coded(NamedTuple):
    """One coded file: its name, its passages, the number of each one's article, and their words."""

    name: str
    passages: Sequence[CodedPassage]
    articles: NDArray[np.int64]
    words: Scores

    def labels(self, dimension: str) -> NDArray[np.bool_]:
        """Return the code of each passage."""
        return np.array([passage.labels[dimension] for passage in self.passages])


def rates(passages: Sequence[CodedPassage], matcher: Matcher) -> dict[str, Scores]:
    """Return the counted hits per 1,000 words of each passage, by dimension."""
    names = [dimension.id for dimension in matcher.lexicon.dimensions]
    found = {name: np.zeros(len(passages)) for name in names}
    for number, passage in enumerate(passages):
        document = plain_document(passage.text)
        for hit in matcher.match(document).hits:
            if hit.counted:
                found[matcher.lexicon.entries[hit.entry].dimension][number] += 1000 / len(document)
    return found


def outside_matchers(folder: Path) -> tuple[dict[str, Matcher], list[str]]:
    """Return a matcher for each file, every category a dimension of its own, and what could not be used."""
    matchers: dict[str, Matcher] = {}
    notes: list[str] = []
    for file in TITLES:
        path = folder / file
        if not path.is_file():
            notes.append(f"{file} is not there")
            continue
        try:
            adopted = adopt(read_dictionary(path, format_of(path)), flat=True)
            lexicon = lexicon_of(adopted, path)
        except LexiconError as error:
            notes.append(str(error))
            continue
        notes += lexicon.notes if adopted.lines else [f"{file} holds no term that can be used"]
        if adopted.lines:
            matchers[file] = Matcher(lexicon, masks=False)
    return matchers, notes


def agreement(coded: Coded, dimension: str, columns: Mapping[str, Scores], ours: str) -> Rows:
    """Return, for each column of scores, its AUC, how far ours lies above it, and rank correlations by article."""
    label = coded.labels(dimension)

    def measures(rows: NDArray[np.int64]) -> dict[str, float]:
        areas = {name: auc(score[rows], label[rows]) for name, score in columns.items()}
        return {**areas, **{f"less {name}": areas[ours] - area for name, area in areas.items()}}

    found = with_intervals(measures, coded.articles)
    mean = by_article(coded, columns)
    share_coded = by_article(coded, {"": label.astype(np.float64)})[""]
    return [
        [
            name,
            shown(found[name]),
            "" if name == ours else shown(found[f"less {name}"]),
            "" if name == ours else rho(mean[name], mean[ours]),
            rho(mean[name], share_coded),
        ]
        for name in columns
    ]


def by_article(coded: Coded, columns: Mapping[str, Scores]) -> dict[str, Scores]:
    """Return the word-weighted mean of each column in each article: its rate there."""
    weight = np.bincount(coded.articles, coded.words)
    return {
        name: np.bincount(coded.articles, score * coded.words) / np.maximum(weight, 1)
        for name, score in columns.items()
    }


def rho(one: Scores, other: Scores) -> str:
    """Return Spearman's rank correlation as text; nothing where a column does not vary or articles are few."""
    if len(one) < 10 or np.ptp(one) == 0 or np.ptp(other) == 0:
        return "-"
    return f"{spearmanr(one, other).statistic:.2f}"


def disagreement(coded: Coded, dimension: str, columns: Mapping[str, Scores], present: NDArray[np.bool_]) -> Rows:
    """Return, for each outside column, how often it fires, fires where ours does not, and who is right there."""
    label = coded.labels(dimension)
    missed = label & ~present
    rows: Rows = []
    for name, score in columns.items():
        fires = score > 0
        alone = fires & ~present
        rows.append(
            [
                name,
                f"{fires.mean():.0%}",
                f"{alone.mean():.0%}",
                share(alone & label, alone),
                share(fires & missed, missed),
                share(present & ~fires & label, present & ~fires),
            ]
        )
    return rows


def share(part: NDArray[np.bool_], whole: NDArray[np.bool_]) -> str:
    """Return "12 of 40", or a dash."""
    return f"{part.sum()} of {whole.sum()}" if whole.any() else "-"


def tables(path: Path, ours: Matcher, outside: Mapping[str, Matcher]) -> Iterator[tuple[str, list[str], Rows]]:
    """Yield heading, column names and rows of each table of one coded file."""
    passages = read_coded([path], [dimension.id for dimension in ours.lexicon.dimensions]).passages
    words = np.array([float(len(plain_document(passage.text))) for passage in passages])
    numbers = design(passages, ours)
    coded = Coded(path.stem, passages, numbers.articles, words)
    evidence, own = scores(ours.lexicon, numbers), rates(passages, ours)
    theirs = {file: rates(passages, matcher) for file, matcher in outside.items()}
    for dimension in ours.lexicon.dimensions:
        columns = {
            f"{TITLES[file]}: {category}": theirs[file][category]
            for file, category in OUTSIDE.get(dimension.id, [])
            if category in theirs.get(file, {})
        }
        positives = coded.labels(dimension.id).sum()
        head = f"{coded.name}: {dimension.id} ({positives} of {len(passages)} paragraphs)"
        mine = {"ours, evidence": evidence[dimension.id], "ours, hits per 1,000": own[dimension.id]}
        names = ["", "AUC", "ours, evidence, less it", "rho with ours by article", "rho with coded share"]
        yield head, names, agreement(coded, dimension.id, {**mine, **columns}, "ours, evidence")
        present = np.round(evidence[dimension.id], 6) >= dimension.presence.threshold
        names = ["", "fires in", "where ours does not", "of these coded", "of our misses reached", "ours alone: coded"]
        yield f"{head}, disagreements", names, disagreement(coded, dimension.id, columns, present)


def plain_table(head: str, names: list[str], rows: Rows) -> str:
    """Return a table for the terminal."""
    widths = [max(len(row[column]) for row in [names, *rows]) for column in range(len(names))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [names, *rows]]
    return "\n".join([head, *(f"  {line.rstrip()}" for line in lines), ""])


def markdown_table(head: str, names: list[str], rows: Rows) -> str:
    """Return a table in Markdown."""
    lines = [f"| {' | '.join(row)} |" for row in [names, ["---"] * len(names), *rows]]
    return "\n".join([f"**{head}**", "", *lines, ""])


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coded", nargs="+", type=Path)
    parser.add_argument("--dictionaries", type=Path, required=True, help="the folder of the outside files")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--into", type=Path, help="also put the Markdown into this page, between its two marks")
    options = parser.parse_args()
    ours = Matcher(load_lexicon())
    outside, notes = outside_matchers(options.dictionaries)
    found = [table for path in options.coded for table in tables(path, ours, outside)]
    for note in notes:  # not into the page: they name terms, and those are their authors'
        print(f"note: {note}", file=sys.stderr)
    foot = f"Ours: `{ours.lexicon.signature}`."
    markdown = "\n".join([*(markdown_table(*table) for table in found), foot, ""])
    print(markdown if options.markdown else "\n".join([*(plain_table(*table) for table in found), foot]))
    if options.into:
        put_into(options.into, "outside_view.py", markdown)


if __name__ == "__main__":
    main()
