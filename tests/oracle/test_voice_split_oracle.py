"""Kitagawa's decomposition against the Oaxaca-Blinder decomposition of statsmodels.

With a regression of "this token is a hit" on indicators of voice, coefficients are the rates of the voices and means
of the indicators their shares; half of each source's coefficients as the standard is Kitagawa's mean rate.
"""

from collections import Counter

import numpy as np
import pytest
from statsmodels.stats import oaxaca

from framing.rates.tally import Cell, DimensionTally, Tally
from framing.rates.voice_split import voice_split


def tally(words, hits):
    cells = Counter({Cell(0, voice, "asserted", hedged=False): n for voice, n in enumerate(hits) if n})
    return Tally(articles=1, voice_tokens=words, dimensions={"d": DimensionTally(cells=cells)})


@pytest.mark.parametrize(
    ("words_a", "hits_a", "words_b", "hits_b"),
    [
        ((120, 30, 50), (9, 3, 1), (40, 60, 110), (1, 2, 8)),
        ((300, 5, 5), (12, 1, 0), (90, 80, 200), (2, 2, 3)),
        ((50, 10, 400), (0, 0, 40), (500, 20, 30), (9, 0, 3)),
    ],
)
def test_against_statsmodels(words_a, hits_a, words_b, hits_b):
    tokens = []
    for source, (words, hits) in enumerate([(words_a, hits_a), (words_b, hits_b)]):
        for voice in range(3):
            indicators = [float(voice == other) for other in range(3)]
            tokens += [[float(token < hits[voice]), source, *indicators] for token in range(words[voice])]
    table = np.array(tokens)
    # statsmodels takes the group of the larger mean less the other; here a has it.
    assert sum(hits_a) / sum(words_a) > sum(hits_b) / sum(words_b)
    model = oaxaca.OaxacaBlinder(table[:, 0], table[:, 1:], 0, hasconst=True)
    unexplained, explained, gap = model.two_fold(two_fold_type="self_submitted", submitted_weight=0.5).params
    found = voice_split(tally(words_a, hits_a), tally(words_b, hits_b), "d")
    assert found.difference == pytest.approx(1000 * gap, rel=1e-9)
    assert found.from_shares == pytest.approx(1000 * explained, rel=1e-9)
    assert found.from_rates == pytest.approx(1000 * unexplained, rel=1e-9)
