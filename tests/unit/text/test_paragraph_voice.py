"""The voice of a whole paragraph, from those of its tokens."""

import numpy as np
import pytest

from framing.model.document import ATTRIBUTED, OWN, QUOTED
from framing.text.paragraph_voice import paragraph_voice


def voices(own=0, attributed=0, quoted=0):
    return np.repeat(np.array([OWN, ATTRIBUTED, QUOTED], dtype=np.uint8), [own, attributed, quoted])


@pytest.mark.parametrize(
    ("counts", "voice"),
    [
        ({"own": 20}, "author"),
        ({"quoted": 20}, "quoted"),
        ({"attributed": 20}, "mixed"),
        # one word in passing, and a tenth of the words
        ({"own": 19, "quoted": 1}, "author"),
        ({"own": 18, "attributed": 2}, "mixed"),
        # "...", said Mills, a spokesman
        ({"own": 6, "quoted": 14}, "quoted"),
        ({"own": 7, "quoted": 13}, "mixed"),
    ],
)
def test_shares(counts, voice):
    assert paragraph_voice(voices(**counts)) == voice


def test_no_token():
    with pytest.raises(ValueError, match="without a token"):
        paragraph_voice(voices())
