"""Articles written as words, for tests that count."""

import numpy as np
import pytest

from framing.contrasts.terms import BREAK, CAPITAL, TELLS, TOPIC, ArticleTerms
from framing.contrasts.vocabulary import NOTHING


def article(*paragraphs, topic=()):
    """Return an article of these paragraphs. A capital is a capital; "." ends a phrase; "_" is no word."""
    index, tokens, marks, starts, sizes = {}, [], [], [], []
    for paragraph in paragraphs:
        starts.append(len(tokens))
        broken = True
        for word in paragraph.split():
            if word == ".":
                broken = True
                continue
            plain = word.lower()
            tokens.append(NOTHING if word == "_" else index.setdefault(plain, len(index)))
            marks.append(
                (BREAK if broken else TELLS) | (CAPITAL if word[0].isupper() else 0) | (TOPIC if plain in topic else 0)
            )
            broken = False
        sizes.append(len(tokens) - starts[-1])
    return ArticleTerms(
        tuple(index),
        np.array(tokens, dtype=np.int32),
        np.array(marks, dtype=np.uint8),
        np.array(starts, dtype=np.int32),
        np.array(sizes, dtype=np.int32),
    )


@pytest.fixture(name="article")
def article_fixture():
    return article
