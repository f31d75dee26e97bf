"""Precision, agreement and presence scores against independent implementations and printed examples."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from scipy.stats import binomtest
from sklearn.metrics import f1_score, precision_score, recall_score

from framing.lexicon_tools.agreement import agreement
from framing.lexicon_tools.coded import validate_paragraphs
from framing.lexicon_tools.precision import Judged, Stratum, weighted_precision
from framing.model.coded import CodedPassage
from framing.model.lexicon import Dimension, Entry, Lexicon, Presence
from framing.model.pattern import parse_pattern
from framing.rates.wilson import wilson_interval


@given(st.integers(1, 400), st.data(), st.sampled_from([0.8, 0.95, 0.99]))
def test_wilson_is_scipys(n, data, level):
    k = data.draw(st.integers(0, n))
    expected = binomtest(k, n).proportion_ci(confidence_level=level, method="wilson")
    assert wilson_interval(k, n, level) == pytest.approx(tuple(expected), abs=1e-12)


def test_wilson_as_the_methods_note_prints_it():
    assert [round(bound, 2) for bound in wilson_interval(27, 30)] == [0.74, 0.97]


# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: sections A, B and C print .095, .692 and .743.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
MISSING = ("123321412***", "1233224125*3", "*3332342251*", "12332441251*")


@pytest.mark.parametrize(("coders", "alpha"), [(BINARY, 0.095), (NOMINAL, 0.692), (MISSING, 0.743)])
def test_alpha_is_that_of_the_paper(coders, alpha):
    units = [[code for code in unit if code != "*"] for unit in zip(*coders, strict=True)]
    assert agreement(units).alpha == pytest.approx(alpha, abs=0.0005)


units_of_codes = st.lists(st.lists(st.sampled_from("10?"), max_size=4), min_size=2, max_size=25)


@given(units_of_codes)
def test_alpha_is_nltks(units):
    found = agreement(units)
    pairable = [codes for codes in units if len(codes) > 1]
    assert found.lines == len(pairable)
    if len({code for codes in pairable for code in codes}) < 2:
        assert found.alpha is None
        return
    task = AnnotationTask([(f"c{c}", f"u{u}", code) for u, codes in enumerate(units) for c, code in enumerate(codes)])
    assert found.alpha == pytest.approx(task.alpha(), abs=1e-12)


@given(st.lists(st.tuples(st.sampled_from("10"), st.sampled_from("10")), min_size=1))
def test_positive_agreement_of_two_coders_is_the_f1_of_one_against_the_other(pairs):
    first, second = zip(*pairs, strict=True)
    by_code = agreement(pairs).by_code
    assert sorted(by_code) == sorted({*first, *second})
    for code, value in by_code.items():
        assert value == pytest.approx(f1_score(first, second, pos_label=code, zero_division=0.0))


strata = st.lists(
    st.tuples(st.integers(1, 300), st.lists(st.booleans(), min_size=2, max_size=20)), min_size=1, max_size=6
)


@given(strata)
def test_with_one_line_an_article_the_interval_is_that_of_a_stratified_proportion(rows):
    hits, codes = np.array([row[0] for row in rows], float), [np.array(row[1], float) for row in rows]
    weights = hits / hits.sum()
    value = sum(w * y.mean() for w, y in zip(weights, codes, strict=True))
    # Cochran 1977, 5.3: V = sum W_h^2 s_h^2 / n_h, with s_h^2 numpy's variance of n - 1.
    variance = sum(w**2 * y.var(ddof=1) / len(y) for w, y in zip(weights, codes, strict=True))
    size = 1 / sum(w**2 / len(y) for w, y in zip(weights, codes, strict=True))
    if variance > 0:
        size = min(size, value * (1 - value) / variance)
    expected = wilson_interval(min(value, 1.0) * size, size)
    found = weighted_precision(
        [Stratum(h, [Judged(f"{s}.{n}", bool(y)) for n, y in enumerate(ys)]) for s, (h, ys) in enumerate(rows)]
    )
    assert found == pytest.approx((value, *expected), abs=1e-9)


def test_one_entry_with_one_line_an_article_has_nearly_wilsons_own_interval():
    lines = [Judged(str(n), n >= 6) for n in range(30)]
    found = weighted_precision([Stratum(500, lines)])
    assert found.value == 0.8
    # The effective size is n - 1: the variance is estimated.
    assert (found.low, found.high) == pytest.approx(wilson_interval(0.8 * 29, 29))


def test_the_clustered_interval_covers_where_the_plain_one_does_not():
    """Articles differ (one is about a chess match), and each gives several lines."""
    rng = np.random.default_rng(7)
    truth, covered, plain, rounds = 0.7, 0, 0, 400
    for _ in range(rounds):
        lines = []
        for article in range(40):
            p = rng.beta(truth, 1 - truth)  # strongly alike within an article
            lines += [Judged(str(article), bool(y)) for y in rng.random(6) < p]
        right = sum(line.right for line in lines)
        low, high = weighted_precision([Stratum(100, lines[:120]), Stratum(100, lines[120:])])[1:]
        covered += low <= truth <= high
        low, high = wilson_interval(right, len(lines))
        plain += low <= truth <= high
    assert covered / rounds > 0.9
    assert plain / rounds < 0.8


WORDS = ("war", "peace", "threat", "weather", "rain")


@given(st.lists(st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.booleans()), min_size=1))
def test_presence_scores_are_scikit_learns(rows):
    entries = tuple(
        Entry(pattern=parse_pattern(word), dimension="d", subframe="", weight=weight)
        for word, weight in (("war", 1.0), ("threat", 0.5))
    )
    dimension = Dimension(id="d", title="D", presence=Presence(threshold=1.0))
    lexicon = Lexicon(files=(), dimensions=(dimension,), entries=entries)
    passages = [
        CodedPassage(article=str(n), position=0, text=" ".join(words), labels={"d": label})
        for n, (words, label) in enumerate(rows)
    ]
    found = validate_paragraphs(lexicon, passages)
    # By hand: one word carries alone, the other only helps it.
    called, label = np.array(["war" in words for words, _ in rows]), np.array([label for _, label in rows])
    score = found.dimensions[0]
    assert score.called == called.sum()
    for name, function, total in (
        ("precision", precision_score, called.sum()),
        ("recall", recall_score, label.sum()),
        ("f1", f1_score, called.sum() + label.sum()),
    ):
        value = getattr(score, name)
        if total:
            assert value == pytest.approx(function(label, called, zero_division=0.0))
        else:
            assert value is None
    for row in found.entries:
        hit = [word_label for words, word_label in rows if row.entry in words]
        assert (row.paragraphs, row.positive) == (len(hit), sum(hit))
        assert math.isclose(row.precision.value, np.mean(hit))
