"""What the lexicon says of a paragraph, as columns: evidence by dimension, then by sub-frame and role."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.matching.matcher import Matches
from framing.matching.presence import distinct_strings, length_damping, paragraph_words
from framing.model.document import Document
from framing.model.lexicon import Lexicon

# Raise it when any feature of any paragraph comes out otherwise.
VERSION = "1"
# Sub-frames are many and each is rare: held small, they refine the dimension's evidence and do not replace it.
_SUBFRAME_SCALE = 0.3


class Columns:
    """The columns that one lexicon makes.

    Attributes
    ----------
    names
        "DIMENSION" for evidence, "DIMENSION.SUBFRAME" and "DIMENSION.SUBFRAME.support" behind them.

    Examples
    --------
    >>> from framing.model.lexicon import Dimension, Subframe
    >>> plague = Dimension(id="plague", title="Plague", subframes=(Subframe(id="rats"),))
    >>> Columns(Lexicon(files=(), dimensions=(plague,))).names
    ('plague', 'plague.rats', 'plague.rats.support')
    """

    def __init__(self, lexicon: Lexicon) -> None:
        # By name: the same lexicons in another order make the same columns.
        dimensions = sorted(lexicon.dimensions, key=lambda dimension: dimension.id)
        ids = [dimension.id for dimension in dimensions]
        cells = [
            (dimension.id, sub.id, role)
            for dimension in dimensions
            for sub in dimension.subframes
            for role in ("frame", "support")
        ]
        self.names = (*ids, *(f"{d}.{sub}" + (".support" if role == "support" else "") for d, sub, role in cells))
        place = {cell: len(ids) + number for number, cell in enumerate(cells)}
        self._dimension = [ids.index(entry.dimension) for entry in lexicon.entries]
        self._cell = [place.get((entry.dimension, entry.subframe, entry.role)) for entry in lexicon.entries]
        self._weight = [entry.weight for entry in lexicon.entries]

    def of(self, document: Document, matches: Matches) -> NDArray[np.float64]:
        """Return the columns, float64, paragraphs x names: the root of evidence, which a burst of hits does not double.

        Evidence is the paragraph's own, before neighbours lend: the classifier weighs them itself.
        """
        words = paragraph_words(document)
        found = np.zeros((len(words), len(self.names)))
        for (paragraph, entry), strings in distinct_strings(document, matches).items():
            weight = self._weight[entry] * strings
            found[paragraph, self._dimension[entry]] += weight
            cell = self._cell[entry]
            if cell is not None:
                found[paragraph, cell] += weight * _SUBFRAME_SCALE**2
        return np.sqrt(found / length_damping(words)[:, None])
