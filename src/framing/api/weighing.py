"""Fit a lexicon's weights on coded passages, and write them into its file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from framing.api.lexicons import load_lexicon, shipped_path
from framing.errors import DataError, LexiconError
from framing.io.coded import read_coded
from framing.io.lexicon_weights import NewWeight, with_weights
from framing.io.output import write_text
from framing.lexicon_tools.weighing.design import design
from framing.lexicon_tools.weighing.weigh import Weighing, weigh
from framing.matching.matcher import Matcher
from framing.model.lexicon import Lexicon


def weigh_lexicon(lexicon: str | Path, coded: Sequence[str | Path]) -> list[Weighing]:
    """Return fitted weights, threshold and neighbours' share of each dimension of a lexicon.

    Parameters
    ----------
    lexicon
        A shipped lexicon's name, or a TOML file. The shipped masks and cues join, as in a run.
    coded
        Files of coded passages (JSON lines); each passage carries a 0 or 1 for each dimension of the lexicon.

    Raises
    ------
    LexiconError
        If the lexicon has a fault.
    DataError
        If a file of codes has a fault, or a dimension has fewer than 10 passages of either kind.

    See Also
    --------
    framing.lexicon_tools.weighing.fit : what is minimised.
    """
    loaded = load_lexicon(lexicon)
    names = [dimension.id for dimension in loaded.dimensions]
    passages = read_coded(coded, names).passages
    whole = design(passages, Matcher(loaded))
    found = []
    for name in names:
        label = np.array([passage.labels[name] for passage in passages])
        if min(label.sum(), (~label).sum()) < 10:
            held = f"{int(label.sum())} passages coded 1 and {int((~label).sum())} coded 0"
            raise DataError(
                f"'{name}' has {held}", where=str(coded[0]), hint="a fit needs 10 of either kind, better 100"
            )
        entries = entries_of(loaded, name)
        prior = np.array([_prior(loaded, number) for number in entries.tolist()])
        found.append(weigh(name, whole.columns(entries), label, prior))
    return found


def entries_of(lexicon: Lexicon, dimension: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the positions of a dimension's live entries: a weighing's entries count through them."""
    chosen = [n for n, e in enumerate(lexicon.entries) if e.dimension == dimension and e.status == "active"]
    return np.array(chosen, dtype=np.int64)


def _prior(lexicon: Lexicon, number: int) -> float:
    entry = lexicon.entries[number]
    return entry.weight if entry.prior is None else entry.prior


def write_weights(lexicon: str | Path, weighing: Weighing, note: str, output: str | Path = "") -> Path:
    """Write the fitted weights into the lexicon's file, or into a copy at `output`; return where.

    The author's weight stays in the file as `prior`, so that a later fit starts from it and not from a fit.

    Raises
    ------
    LexiconError
        If the file holds more than one dimension: its ``[presence]`` speaks for one.
    """
    path = shipped_path(lexicon)
    loaded = load_lexicon(path)
    if len(loaded.dimensions) != 1:
        hint = "one dimension a file"
        raise LexiconError(f"{len(loaded.dimensions)} dimensions in one file", where=str(path), hint=hint)
    weights: dict[int, NewWeight] = {}
    for position, weight in zip(
        entries_of(loaded, weighing.dimension).tolist(), weighing.weights.tolist(), strict=True
    ):
        entry = loaded.entries[position]
        file, _, line = entry.where.rpartition(":")
        if file == str(path):  # an entry of the lexicon that this one extends has no line here
            weights[int(line)] = NewWeight(weight, _prior(loaded, position))
    presence: dict[str, float | str] = {
        "threshold": weighing.threshold,
        "neighbours": weighing.choice.neighbours,
        "fitted_on": note,
    }
    target = Path(output) if output else path
    write_text(str(target), with_weights(path.read_text(encoding="utf-8"), weights, presence))
    return target
