"""Folds over articles: paragraphs of one article are alike, so an article is never on both sides."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def deal(groups: Sequence[str], labels: NDArray[np.bool_], number: int, seed: int) -> NDArray[np.int64]:
    """Return the fold of each passage: articles dealt out like cards, sorted by the codes they hold.

    Articles with the same codes go to different folds, so that a rare dimension is in each. The order within a
    kind is drawn by `seed`; the order of the passages decides nothing.

    Parameters
    ----------
    groups
        Article of each passage.
    labels
        Passages x dimensions.
    """
    held: dict[str, NDArray[np.bool_]] = {}
    for group, row in zip(groups, labels, strict=True):
        held[group] = held[group] | row if group in held else row
    names = sorted(held)
    drawn = np.random.default_rng(seed).permutation(len(names)).tolist()
    order = sorted(range(len(names)), key=lambda place: (held[names[place]].tolist(), drawn[place]))
    fold_of = {names[place]: turn % number for turn, place in enumerate(order)}
    return np.array([fold_of[group] for group in groups], dtype=np.int64)
