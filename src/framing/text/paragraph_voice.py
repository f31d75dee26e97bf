"""Whose words a paragraph is in as a whole, as the codebook asks: the author's, someone's quoted, or mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from framing.model.document import OWN, QUOTED

if TYPE_CHECKING:
    from numpy.typing import NDArray

ParagraphVoice = Literal["author", "mixed", "quoted"]

# "...", said Mills, a spokesman for the harbour: who speaks is named in the author's words even where all that is
# said is quoted. And a word or two in passing ("what he called a farce") leave a paragraph the author's.
QUOTED_SHARE = 0.65
MIXED_SHARE = 0.1


def paragraph_voice(voice: NDArray[np.uint8]) -> ParagraphVoice:
    """Return the voice of a paragraph from those of its tokens.

    Parameters
    ----------
    voice
        OWN, ATTRIBUTED or QUOTED, one a token; at least one.

    Raises
    ------
    ValueError
        If there is no token.

    Examples
    --------
    >>> paragraph_voice(np.array([0, 0, 1, 1], dtype=np.uint8))
    'mixed'
    """
    if not len(voice):
        raise ValueError("a paragraph without a token has no voice")
    if np.mean(voice == QUOTED) > QUOTED_SHARE:
        return "quoted"
    return "mixed" if np.mean(voice != OWN) >= MIXED_SHARE else "author"
