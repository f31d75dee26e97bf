"""The small parts of the classifier, each by itself."""

import numpy as np
import pytest

from framing.api.lexicons import load_lexicon
from framing.learning.beside import lend, near
from framing.learning.calibration import f1_threshold, logistic, platt
from framing.learning.columns import Columns
from framing.learning.folds import deal
from framing.learning.passages import around, one_paragraph
from framing.learning.vocabulary import lexicon_vocabulary
from framing.learning.words import stem, terms
from framing.matching.matcher import Matcher
from framing.model.lexicon import Dimension, Entry, Lexicon, Subframe
from framing.model.pattern import parse_pattern


def plague():
    def entry(pattern, subframe, **rest):
        return Entry(pattern=parse_pattern(pattern), dimension="plague", subframe=subframe, **rest)

    return Lexicon(
        files=(),
        dimensions=(Dimension(id="plague", title="Plague", subframes=(Subframe(id="rats"), Subframe(id="cure"))),),
        entries=(
            entry("black rat{,s}", "rats", examples=("Black rats came ashore.",), weight=0.8),
            entry("swarm*", "rats", role="support", weight=0.4),
            entry("serum", "cure", counterexamples=("The serum softens skin.",)),
            entry("leech{,es}", "cure", status="retired"),
        ),
    )


def test_words_are_cut_as_they_are_compared():
    assert stem("REPRESSION", 6) == stem("repressive", 6) == "repres"
    assert stem("Ministry\u2019s", 20) == stem("ministry", 20)
    assert terms(["a", "b", "c"], 3) == ["a", "b", "c", "a b", "b c", "a b c"]
    assert terms([], 2) == []


def test_the_evidence_column_is_the_root_of_the_evidence():
    document = one_paragraph("Black rats, black rats and a black rat swarmed. The serum came late.")
    columns = Columns(plague())
    row = columns.of(document, Matcher(plague()).match(document))[0]
    found = dict(zip(columns.names, row, strict=True))
    # Two distinct strings at 0.8, one at 0.4, one at 1.0; the paragraph is short, so nothing is damped.
    assert found["plague"] ** 2 == pytest.approx(2 * 0.8 + 0.4 + 1.0)
    assert found["plague.rats"] ** 2 / found["plague.cure"] ** 2 == pytest.approx(1.6)
    assert found["plague.rats.support"] ** 2 / found["plague.cure"] ** 2 == pytest.approx(0.4)
    assert found["plague.cure.support"] == 0


def test_columns_do_not_depend_on_the_order_of_the_lexicons():
    one, other = load_lexicon("geopolitics", "securitisation"), load_lexicon("securitisation", "geopolitics")
    text = "Officials warned that the great powers would be drawn into a war for the survival of the nation."
    rows = []
    for loaded in (one, other):
        document = one_paragraph(text)
        rows.append(Columns(loaded).of(document, Matcher(loaded).match(document)))
    assert Columns(one).names == Columns(other).names
    assert rows[0].tolist() == rows[1].tolist()
    assert rows[0].any()


def test_the_vocabulary_leans_where_a_word_stands_and_skips_what_is_retired():
    vocabulary = lexicon_vocabulary(plague(), 6)
    assert "leech" not in vocabulary.stems
    row = dict(zip(vocabulary.stems, vocabulary.table.tolist(), strict=True))
    rats, cure = row["black"]
    assert rats > 0 > cure
    # The same weight for and against: the counterexample halves what "serum" says of its sub-frame.
    assert row["serum"][1] < lexicon_vocabulary(plague_without_counterexample(), 6).table.max()


def plague_without_counterexample():
    from dataclasses import replace

    found = plague()
    return replace(found, entries=tuple(replace(entry, counterexamples=()) for entry in found.entries))


def test_folds_keep_articles_whole_and_spread_the_rare_ones():
    generator = np.random.default_rng(5)
    groups = [f"a{n // 3}" for n in range(300)]
    labels = np.zeros((300, 2), dtype=bool)
    labels[generator.choice(300, 30, replace=False), 0] = True
    labels[:, 1] = generator.random(300) < 0.4
    fold = deal(groups, labels, 10, seed=3)
    for group in set(groups):
        assert len({int(fold[n]) for n in range(300) if groups[n] == group}) == 1
    rare = {g for g, row in zip(groups, labels, strict=True) if row[0]}
    held = [len({g for g, f in zip(groups, fold, strict=True) if f == number and g in rare}) for number in range(10)]
    assert max(held) - min(held) <= 2
    order = generator.permutation(300)
    assert deal([groups[n] for n in order], labels[order], 10, seed=3).tolist() == fold[order].tolist()
    assert deal(groups, labels, 10, seed=4).tolist() != fold.tolist()


@pytest.mark.parametrize("number", [0, 1, 2, 3, 7])
def test_lending_by_shifts_is_lending_by_neighbours(number):
    own = np.random.default_rng(number).normal(size=(number, 3))
    expected = [
        own[place] + 0.4 * sum((weight * own[other] for other, weight in near(place, number).items()), np.zeros(3))
        for place in range(number)
    ]
    assert lend(own, 0.4) == pytest.approx(np.array(expected).reshape(number, 3), abs=1e-12)
    assert all(sum(near(place, number).values()) == pytest.approx(1) for place in range(number) if number > 1)


def test_neighbours_are_those_of_the_article_in_its_order():
    matrix = around(["b", "a", "b", "b"], [30, 1, 10, 20]).toarray()
    assert matrix[1].tolist() == [0, 0, 0, 0]
    # Of b, in order: rows 2, 3, 0.
    assert matrix[2] == pytest.approx([1 / 3, 0, 0, 2 / 3])
    assert matrix[3] == pytest.approx([0.5, 0, 0.5, 0])


def test_a_passage_is_one_paragraph_whatever_its_lines():
    document = one_paragraph("Share this article\n\nThe generals warned of war.\n\nAccept all cookies")
    assert set(document.paragraph.tolist()) == {0}
    assert len(document) == 11


def test_platt_is_finite_where_scores_part_the_kinds_wholly():
    score = np.array([-2.0, -1.0, 1.0, 2.0])
    slope, offset = platt(score, score > 0)
    assert 0 < slope < 10
    assert logistic(slope * score + offset)[0] < 0.5 < logistic(slope * score + offset)[-1]


def test_platt_leaves_calibrated_scores_alone():
    generator = np.random.default_rng(1)
    score = generator.normal(size=20_000) * 2
    slope, offset = platt(score, generator.random(20_000) < logistic(score))
    assert slope == pytest.approx(1, abs=0.05)
    assert offset == pytest.approx(0, abs=0.06)


def test_the_threshold_attains_the_best_expected_f1():
    probability = np.random.default_rng(2).beta(0.4, 2, size=500)

    def expected(threshold):
        called = probability >= threshold
        return 2 * probability[called].sum() / (called.sum() + probability.sum())

    found = expected(f1_threshold(probability))
    assert found == pytest.approx(max(expected(t) for t in probability), abs=1e-4)
