"""Words and phrases counted from text: against plain loops, and whatever the order of the articles."""

from collections import Counter

import numpy as np
import pytest

from framing.contrasts.gather import gather
from framing.contrasts.names import KINDS, kinds
from framing.contrasts.terms import BREAK, CAPITAL, TELLS, TOPIC, paragraph_terms
from framing.contrasts.vocabulary import NOTHING
from framing.model.article import Article
from framing.model.document import OWN
from framing.text.reading import read_article


def read(text):
    return read_article(Article(id="1", source="A", text=text))


def terms_of(text, **more):
    return paragraph_terms(read(text), frozenset({OWN}), **more)


LONG = "This paragraph is long enough to stand alone because it has far more words than fifteen of them."


def test_words_are_folded_and_numbers_and_addresses_are_no_words():
    found = terms_of(f"The Regime's drive cost 3.5 bn, see https://example.org/x now.\n\n{LONG}")
    words = [found.words[token] if token != NOTHING else "" for token in found.tokens.tolist()]
    assert words[:9] == ["the", "regime", "drive", "cost", "", "bn", "see", "", "now"]
    assert found.sizes.tolist() == [9 + len(LONG.split())]  # the short paragraph goes with the next one


def test_a_capital_tells_where_no_sentence_starts():
    found = terms_of(f"Reform came. The reform of Dushanbe: Reform it was, said al-Qaida. {LONG}")
    at = {i: found.words[token] for i, token in enumerate(found.tokens.tolist())}
    capital = [(at[i], bool(m & TELLS)) for i, m in enumerate(found.marks.tolist()) if m & CAPITAL]
    assert capital == [
        ("reform", False), ("the", False), ("dushanbe", True), ("reform", False), ("al-qaida", True), ("this", False)
    ]  # fmt: skip


def test_no_phrase_reaches_over_punctuation_or_sentences():
    found = terms_of(f"Old laws, new rules. Courts rule. {LONG}")
    broken = [found.words[t] for t, m in zip(found.tokens.tolist(), found.marks.tolist(), strict=True) if m & BREAK]
    assert broken == ["old", "new", "courts", "this"]


def test_topic_words_are_marked_where_the_list_says():
    text = f"The defector spoke. {LONG}"
    topic = np.zeros(len(read(text)), dtype=bool)
    topic[1] = True
    found = terms_of(text, topic=topic)
    assert [found.words[t] for t, m in zip(found.tokens.tolist(), found.marks.tolist(), strict=True) if m & TOPIC] == [
        "defector"
    ]


def test_a_quotation_alone_has_no_terms_of_its_own():
    found = terms_of("\u201cNobody will ever know what happened there to them all that night.\u201d")
    assert not len(found.sizes)


@pytest.fixture(name="corpus")
def corpus_fixture(article):
    return {
        "B": [article("debit sheet fell . the debit sheet rose", "debit sheet again", "Asia spoke Asia")],
        "A": [article("courts fell in Asia", "courts rose . Asia courts", "courts _ courts fell"), article("fell")],
    }


def test_counts_are_those_of_plain_loops(corpus):
    counts = gather(corpus)
    total = dict(
        zip(counts.terms, np.asarray(counts.part.matrix.sum(axis=0)).ravel().astype(int).tolist(), strict=True)
    )
    # "rose" occurs twice, "the" and "in" are function words; "courts _ courts" is no phrase.
    assert total == {"asia": 4, "courts": 5, "debit": 3, "debit sheet": 3, "fell": 4, "sheet": 3}
    assert counts.names == ("A", "B")
    rows = [
        Counter(dict(zip(counts.terms, row, strict=True))) for row in counts.part.matrix.toarray().astype(int).tolist()
    ]
    assert +rows[-1] == {"asia": 2}
    assert counts.part.layout.sizes.tolist() == [1, 4, 4, 4, 7, 3, 3]
    assert counts.part.layout.owner.tolist() == [0, 0, 0, 0, 1, 1, 1]


def test_the_order_of_articles_changes_nothing(corpus):
    there = gather(corpus)
    back = gather({name: articles[::-1] for name, articles in reversed(corpus.items())})
    assert there.terms == back.terms
    assert (there.part.matrix != back.part.matrix).nnz == 0
    assert (there.hits != back.hits).nnz == 0


def test_too_little_text_is_no_table(article):
    assert gather({"A": [article("one two")], "B": []}) is None


def test_names_are_told_by_capitals_and_topic_by_the_list(article):
    counts = gather(
        {
            "A": [article("a Rogun dam and a Rogun dam", "the dam of Rogun by courts", topic=("dam",))],
            "B": [article("Courts judge . Courts rule . the courts of Rogun", topic=("dam",))],
        }
    )
    kind = dict(zip(counts.terms, [KINDS[k] for k in kinds(counts.part).tolist()], strict=True))
    assert kind == {"rogun": "name", "dam": "topic", "courts": "word"}


def test_a_phrase_is_a_name_where_all_of_it_is_written_as_one(article):
    text = ("we saw Central Asia again", "from Central Asia we came", "in Central Asia . of Soviet roads")
    counts = gather({"A": [article(*text)], "B": [article("by Soviet roads", "on Soviet roads")]})
    kind = dict(zip(counts.terms, [KINDS[k] for k in kinds(counts.part).tolist()], strict=True))
    assert kind["central asia"] == "name"
    assert kind["soviet roads"] == "word"
