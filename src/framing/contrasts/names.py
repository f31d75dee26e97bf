"""Words, names and topic words apart: a list of frames is not a list of who and where.

A name is told by its capitals over the whole corpus, sentence starts and headings left out: "Dushanbe" has one
nearly always, "Security" seldom. No list of names could keep up with the news.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from framing.contrasts.counts import Part

Kind = Literal["word", "name", "topic"]

KINDS: tuple[Kind, ...] = ("word", "name", "topic")

# A name is written as one in so large a share of its telling occurrences; a topic word is one as often.
NAME_SHARE = 0.75
TOPIC_SHARE = 0.5


def kinds(part: Part) -> NDArray[np.int64]:
    """Return the kind of each term as a position in KINDS; topic goes before name.

    A term that stands only at sentence starts and in headings has told nothing, and is a word.
    """
    total = np.asarray(part.matrix.sum(axis=0)).ravel()
    topic = part.topic >= TOPIC_SHARE * total
    name = (part.told > 0) & (part.capital >= NAME_SHARE * part.told)
    return np.where(topic, KINDS.index("topic"), np.where(name, KINDS.index("name"), KINDS.index("word")))
