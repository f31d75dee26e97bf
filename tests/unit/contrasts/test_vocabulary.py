"""Numbers of words: one list a run or many, in whatever order read, nothing that is shown changes."""

import pickle
import random

import numpy as np
import pytest

from framing.contrasts.contrast import contrast_terms
from framing.contrasts.order import in_order
from framing.contrasts.terms import BREAK, TELLS, ArticleTerms, paragraph_terms
from framing.contrasts.vocabulary import NOTHING, Vocabulary
from framing.model.article import Article
from framing.model.document import ATTRIBUTED, OWN
from framing.text.reading import read_article

WORDS = ("regime", "court", "Rogun", "reform", "the", "of", "judge's", "3.5", "dam", "people")


@pytest.fixture(name="documents", scope="module")
def documents_fixture():
    """Twelve articles of each of three sources; the words of a source lean towards its own."""
    draw = random.Random(5)
    documents = []
    for source in "ABC":
        for number in range(12):
            weights = [1 + 3 * (i % 3 == "ABC".index(source)) for i in range(len(WORDS))]
            text = "\n\n".join(" ".join(draw.choices(WORDS, weights, k=20)).capitalize() + "." for _ in range(3))
            documents.append(read_article(Article(id=f"{source}{number}", source=source, text=text)))
    return documents


def counted(documents, vocabularies):
    """Each article with the next vocabulary of a cycle; None: one of its own."""
    voices, found = frozenset({OWN, ATTRIBUTED}), {}
    for number, document in enumerate(documents):
        terms = paragraph_terms(document, voices, vocabulary=vocabularies[number % len(vocabularies)])
        found.setdefault(document.source, []).append(terms)
    return found


def test_one_vocabulary_several_or_one_an_article_give_the_same_contrast(documents):
    alone = contrast_terms(counted(documents, [None]))
    assert any(contrast.terms for contrast in alone.values())
    assert contrast_terms(counted(documents, [Vocabulary()])) == alone
    assert contrast_terms(counted(documents[::-1], [Vocabulary(), Vocabulary(), None])) == alone
    used = Vocabulary()
    assert [used[word] for word in ("zebra", "Reform", "Unheard")] == [0, 3, 5]
    assert contrast_terms(counted(documents, [used])) == alone


def test_an_article_travels_with_its_own_words_alone(documents):
    shared = Vocabulary()
    together = counted(documents, [shared])
    sent = pickle.loads(pickle.dumps(together))
    one, there = together["C"][3], sent["C"][3]
    assert len(there.words) == len(set(one.tokens.tolist()) - {NOTHING})
    assert [there.words[t] for t in there.tokens if t >= 0] == [one.words[t] for t in one.tokens if t >= 0]
    assert contrast_terms(sent) == contrast_terms(together)


def test_names_possessives_and_numbers_share_their_word():
    vocabulary = Vocabulary()
    codes = [vocabulary[form] for form in ("judge's", "Judge\u2019s", "JUDGE", "3.5", "example.org/x", "al-Qaida")]
    assert codes == [0, 1, 1, 2 * NOTHING, 2 * NOTHING, 3]
    assert vocabulary.words == ["judge", "al-qaida"]


def test_articles_stand_by_length_then_by_their_words_however_numbered():
    texts = [
        ["b", "a", "b"],
        ["a", "b", "b"],
        ["a", "b", "a"],
        ["c"],
        ["a", "b", "c", "d", "f"],
        ["a", "b", "c", "d", "e"],
    ]
    # Distinct words in order of first use decide, then where they stand: "a b" is all that two of them have.
    expected = ["c", "a b a", "a b b", "b a b", "a b c d e", "a b c d f"]
    for backward in (False, True):
        vocabulary = sorted({word for text in texts for word in text}, reverse=backward)
        articles = [numbered(text, vocabulary) for text in texts]
        for shift in range(len(articles)):
            found = in_order(articles[shift:] + articles[:shift])
            assert [" ".join(vocabulary[t] for t in one.tokens) for one in found] == expected


def numbered(text, vocabulary):
    return ArticleTerms(
        vocabulary,
        np.array([vocabulary.index(word) for word in text], dtype=np.int32),
        np.array([BREAK, *[TELLS] * (len(text) - 1)], dtype=np.uint8),
        np.array([0], dtype=np.int32),
        np.array([len(text)], dtype=np.int32),
    )
