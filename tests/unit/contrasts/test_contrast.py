"""The whole contrast: planted words, stock sentences, kinds, references; the same bytes whatever the order."""

import numpy as np
import pytest

from framing.contrasts.contrast import contrast_terms
from framing.contrasts.gather import gather
from framing.contrasts.tested import check_source, prepare
from framing.errors import SettingsError

FILLER = [f"f{a}{b}" for a in "bcdfgh" for b in "aeiouy"]


@pytest.fixture(name="write")
def write_fixture(article):
    def write(seed, extra=(), articles=6, paragraphs=5, **more):
        """Articles of random filler, no two of its words a phrase; `extra` (word, share of paragraphs) strewn in."""
        generator = np.random.default_rng(seed)
        made = []
        for _ in range(articles):
            text = []
            for _ in range(paragraphs):
                words = [f". {word}" for word in generator.choice(FILLER, 40)]
                for word, share in extra:
                    if generator.random() < share:
                        words.insert(int(generator.integers(len(words))), word)
                text.append(" ".join(words))
            made.append(article(*text, **more))
        return made

    return write


def found(contrast, name):
    return {term.term: term for term in contrast.terms}[name]


def test_a_planted_word_leads_is_told_apart_and_carries_no_flag(write):
    result = contrast_terms({"A": write(1, [("reform", 0.8)]), "B": write(2, [("reform", 0.1)]), "C": write(3)})
    term = result["A"].terms[0]
    assert term.term == "reform"
    assert term.apart
    assert term.q < 0.01 > term.tfidf_q
    assert term.flags == ()
    assert term.selected == 1.0
    assert term.log_ratio > term.log_ratio_low > 0
    assert term.z > term.z_bursts > 0
    assert term.articles == 6
    assert not any(term.apart for term in result["C"].terms)


def test_a_prior_is_said_in_the_size_that_it_had(write):
    # A prior as large as the longer text would drown the shorter one: of 2,000 tokens, 400 are left.
    corpus = {"A": write(1, [("reform", 0.9)], articles=2), "B": write(2, articles=25)}
    tokens = sum(int(one.sizes.sum()) for one in corpus["A"])
    assert 400 < tokens < 500
    term = found(contrast_terms(corpus)["A"], "reform")
    assert list(term.z_by_prior) == ["100", str(tokens)]
    assert term.z_by_prior[str(tokens)] == term.z_bursts
    long = {"A": write(1, [("reform", 0.9)], articles=25), "B": corpus["B"]}
    assert list(found(contrast_terms(long)["A"], "reform").z_by_prior) == ["100", "500", "2000"]


def test_a_word_that_no_other_source_has_is_told_apart(write):
    # The log-odds with the rest as background are blind to it; the burst test is not.
    term = found(contrast_terms({"A": write(1, [("reform", 0.8)]), "B": write(2), "C": write(3)})["A"], "reform")
    assert term.apart
    assert term.z < 3


def test_a_burst_in_one_paragraph_is_not(write, article):
    burst = article("reform . " * 6 + " . ".join(FILLER[:20]), "a reform . " + " . ".join(FILLER[:20]))
    result = contrast_terms(
        {"A": [*write(1), burst], "B": write(2, [("reform", 0.03)]), "C": write(3, [("reform", 0.05)])}
    )
    term = found(result["A"], "reform")
    assert not term.apart
    assert {"one_paragraph", "one_article"} <= set(term.flags)


def test_a_stock_sentence_is_flagged_and_not_silently_a_top_term(write, article):
    signed = []
    for made in write(1):
        sign_off = article("Send tips about smuggling to our desk tonight .")
        words = made.words + tuple(w for w in sign_off.words if w not in made.words)
        place = {word: i for i, word in enumerate(words)}
        moved = np.array([place[sign_off.words[t]] for t in sign_off.tokens], dtype=np.int32)
        signed.append(
            made._replace(
                words=words,
                tokens=np.concatenate([made.tokens, moved]),
                marks=np.concatenate([made.marks, sign_off.marks]),
                sizes=made.sizes + np.array([0] * 4 + [len(moved)], dtype=np.int32),
            )
        )
    result = contrast_terms({"A": signed, "B": write(2)})
    stock = found(result["A"], "smuggling")
    assert stock.articles == 6
    assert "one_sentence" in stock.flags
    words = [term for term in result["A"].terms if term.term in ("desk", "tips", "send", "tonight", "desk tonight")]
    assert words
    assert all("one_sentence" in term.flags for term in words)


def test_the_same_word_in_many_sentences_is_no_stock(write):
    term = found(contrast_terms({"A": write(1, [("smuggling", 0.7)]), "B": write(2)})["A"], "smuggling")
    assert "one_sentence" not in term.flags


def test_a_phrase_stands_for_its_word_where_it_holds_it(write, article):
    with_phrase = [article(*[f"{' '.join(FILLER[k : k + 9])} debit sheet" for k in range(4)]) for _ in range(3)]
    shown = [term.term for term in contrast_terms({"A": with_phrase + write(1), "B": write(2)})["A"].terms]
    assert "debit sheet" in shown
    assert "debit" not in shown
    assert "sheet" not in shown


@pytest.mark.parametrize("sources", [2, 3, 7])
@pytest.mark.parametrize("against", ["rest", "corpus"])
def test_sources_that_write_the_same_are_set_apart_by_nothing(write, sources, against):
    # Not even by the last bit of a sum of floats; and no resample of one is ahead of itself in another.
    same = write(1, [("reform", 0.5)])
    found = contrast_terms({f"s{i}": same for i in range(sources)}, against=against)
    assert [contrast.terms for contrast in found.values()] == [()] * sources
    assert next(iter(found.values())).tested > 0


def test_a_term_used_less_than_elsewhere_does_not_set_a_source_apart(article):
    # TF-IDF is higher in many short paragraphs than in one long one: 17 of 233 words in A, 300 of 3,936 in B.
    filler = " . ".join(FILLER)
    corpus = {
        "A": [article(*["reform"] * 17, *[filler] * 6)],
        "B": [article(" . ".join(["reform"] * 300) + " . " + filler, *[filler] * 100)],
    }
    prepared = prepare(gather(corpus))
    assert check_source(0, prepared).difference[prepared.counts.terms.index("reform")] > 0
    shown = contrast_terms(corpus, top=50)
    assert "reform" not in [term.term for term in shown["A"].terms]
    assert all(term.log_ratio > 0 for contrast in shown.values() for term in contrast.terms)


def test_rare_terms_are_shown_untested_and_counted_out(write, article):
    corpus = {"A": write(1), "B": write(2)}
    more = {"A": [*corpus["A"], article(*["rarely . so . rarely"] * 2)], "B": corpus["B"]}
    term = found(contrast_terms(more, top=50)["A"], "rarely")
    assert term.count == 4
    assert not term.tested
    assert term.q == 1.0
    assert not term.apart
    assert contrast_terms(more)["A"].tested == len(FILLER)


def test_words_names_and_topic_words_are_lists_apart(write):
    extra = [("reform", 0.6), ("Dushanbe", 0.6), ("defector", 0.6)]
    contrast = contrast_terms({"A": write(1, extra, topic=("defector",)), "B": write(2)}, top=1)["A"]
    assert [[term.term for term in contrast.of_kind(kind)] for kind in ("word", "name", "topic")] == [
        ["reform"], ["dushanbe"], ["defector"]
    ]  # fmt: skip
    assert [term.term for term in contrast.terms] == ["reform", "dushanbe", "defector"]


def test_against_one_source_only_the_others_are_contrasted(write):
    corpus = {"A": write(1, [("reform", 0.8)]), "B": write(2, [("reform", 0.8)]), "C": write(3, [("reform", 0.1)])}
    rest, against_c = contrast_terms(corpus), contrast_terms(corpus, against="C")
    assert found(against_c["A"], "reform").log_ratio > found(rest["A"], "reform").log_ratio
    assert against_c["C"].terms == ()
    assert against_c["C"].tested == 0
    with pytest.raises(SettingsError, match="no source 'D'"):
        contrast_terms(corpus, against="D")


def test_for_two_sources_rest_corpus_and_the_other_are_one(write):
    corpus = {"A": write(1, [("reform", 0.8)]), "B": write(2)}
    terms = [contrast_terms(corpus, against=against)["A"].terms for against in ("rest", "corpus", "B")]
    assert [t.term for t in terms[0]] == [t.term for t in terms[1]] == [t.term for t in terms[2]]
    assert [t.q for t in terms[0]] == pytest.approx([t.q for t in terms[1]])
    assert [t.z for t in terms[0]] == pytest.approx([t.z for t in terms[2]])


def test_order_changes_no_byte_and_an_empty_article_nothing(write, article):
    corpus = {"A": write(1, [("reform", 0.5)]), "B": write(2), "C": write(3, articles=12)}
    generator = np.random.default_rng(0)
    shuffled = {name: [corpus[name][k] for k in generator.permutation(len(corpus[name]))] for name in "CAB"}
    assert repr(contrast_terms(shuffled)) == repr({name: contrast_terms(corpus)[name] for name in "ABC"})
    assert repr(contrast_terms({**corpus, "B": [*corpus["B"], article()]})) == repr(contrast_terms(corpus))


def test_another_seed_moves_only_the_selection_frequency(write):
    corpus = {"A": write(1, [("reform", 0.3)], articles=1), "B": write(2, articles=1)}
    one, two = (contrast_terms(corpus, seed=seed)["A"].terms for seed in (0, 1))
    assert [(t.term, t.q, t.tfidf_difference) for t in one] == [(t.term, t.q, t.tfidf_difference) for t in two]
    assert [t.selected for t in one] != [t.selected for t in two]


def test_one_source_or_none_is_no_contrast(write, article):
    assert contrast_terms({"A": write(1)})["A"].terms == ()
    empty = contrast_terms({"A": write(1), "B": [article()]})
    assert empty["A"].terms == ()
    assert empty["B"].terms == ()
