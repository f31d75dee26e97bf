"""Reporting words: which tokens may report speech, and how they would do it."""

from __future__ import annotations

from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from framing.text.word_lists import load_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Said he had; announced that he had; the allegation that; they claim, the claim that; saying that;
# urged them to; described it as; according to.
NONE, SPEECH, CLAUSE, NOUN, EITHER, PARTICIPLE, APPEAL, NAMING, ACCORDING = range(9)

_LISTS = (
    ("speech_nouns", NOUN),
    ("speech_either", EITHER),
    ("naming_verbs", NAMING),
    ("appeal_verbs", APPEAL),
    ("speech_participles", PARTICIPLE),
    ("clause_verbs", CLAUSE),
    ("speech_verbs", SPEECH),
)


def find_cues(words: tuple[str, ...]) -> NDArray[np.uint8]:
    """Return for each token the kind of reporting word it may be; mostly NONE.

    Examples
    --------
    >>> find_cues(("Police", "said", "no")).tolist() == [NONE, SPEECH, NONE]
    True
    """
    return np.frombuffer(bytes(map(_table().get, words, repeat(NONE))), dtype=np.uint8)


@cache
def _table() -> dict[str, int]:
    # All ways to write a word stand in the table: casefolding each token would cost more than the lookup.
    # A capital makes the noun a name: Islamic State, United States, Washington Post reports.
    table = {"according": ACCORDING, "According": ACCORDING}
    for name, kind in _LISTS:
        for word in load_words(name):
            forms = (word,) if kind in {NOUN, EITHER} else (word, word.capitalize(), word.upper())
            table.update(dict.fromkeys(forms, kind))
    return table
