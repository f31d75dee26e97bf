"""The classifier against scikit-learn: features, probabilities, calibration and figures, built independently."""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.calibration import CalibratedClassifierCV
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, f1_score, precision_score, recall_score, roc_auc_score
from sklearn.naive_bayes import MultinomialNB

from framing.api.classifier import FrameClassifier
from framing.api.lexicons import load_lexicon
from framing.io.coded import read_coded
from framing.learning.calibration import logistic, platt
from framing.learning.figures import _measures, calibration, figures
from framing.learning.passages import one_paragraph
from framing.learning.vocabulary import lexicon_vocabulary
from framing.matching.matcher import Matcher
from framing.matching.presence import own_evidence

CODED = Path(__file__).parents[2] / "docs" / "how-to" / "coded-passages.jsonl"
NAMES = ("securitisation", "governance_critique", "geopolitics")


@pytest.fixture(scope="module")
def passages():
    return read_coded([CODED], NAMES).passages


@pytest.fixture(scope="module")
def trained(passages):
    return FrameClassifier(least=2, evaluate=False).fit(passages)


def stems_of(passage):
    return [word.casefold().removesuffix("'s")[:6] for word in one_paragraph(passage.text).words]


def evidence(passages, lexicon):
    """Return the lexicon's evidence by dimension, sub-frame and role, counted hit by hit."""
    matcher = Matcher(lexicon)
    rows = []
    for passage in passages:
        document = one_paragraph(passage.text)
        found = matcher.match(document)
        own = own_evidence(document, found, lexicon)
        strings = {}
        for hit in (*found.hits, *found.support):
            if hit.counted:
                string = tuple(word.casefold() for word in document.words[hit.first : hit.last])
                strings.setdefault(hit.entry, set()).add(string)
        sums = {}
        for number, distinct in strings.items():
            entry = lexicon.entries[number]
            cell = (entry.dimension, entry.subframe, entry.role)
            sums[cell] = sums.get(cell, 0) + entry.weight * min(2, len(distinct))
        damping = max(1, len(document) / 40) ** 0.25
        cells = [
            0.3 * np.sqrt(sums.get((name, sub.id, role), 0) / damping)
            for name in sorted(NAMES)
            for sub in lexicon.dimension(name).subframes
            for role in ("frame", "support")
        ]
        rows.append([*(np.sqrt(own[name][0]) for name in sorted(NAMES)), *cells])
    return np.array(rows)


def kinship(passages, lexicon):
    """Return the log-odds of each sub-frame, summed over the distinct stems of each passage."""
    vocabulary = lexicon_vocabulary(lexicon, 6)
    place = {word: number for number, word in enumerate(vocabulary.stems)}
    rows = []
    for passage in passages:
        own = stems_of(passage)
        known = [place[word] for word in set(own) if word in place]
        rows.append(0.5 * vocabulary.table[known].sum(axis=0) / np.sqrt(len(own)))
    return np.array(rows)


def features(passages):
    """Return the matrix by scikit-learn's own parts; only the matches of the lexicon are ours."""
    lexicon = load_lexicon()
    tfidf = TfidfVectorizer(
        analyzer=lambda p: [*(s := stems_of(p)), *(f"{a} {b}" for a, b in pairwise(s))], min_df=2, sublinear_tf=True
    )
    dense = np.hstack([evidence(passages, lexicon), kinship(passages, lexicon)])
    own = np.hstack([dense, tfidf.fit_transform(passages).toarray()])
    rows = []
    for number, passage in enumerate(passages):
        near = [
            (other, 1.0 if abs(step) == 1 else 0.5)
            for step in (-2, -1, 1, 2)
            if 0 <= (other := number + step) < len(passages) and passages[other].article == passage.article
        ]
        total = sum(weight for _, weight in near)
        rows.append(own[number] + 0.5 * sum(weight / total * own[other] for other, weight in near))
    return np.array(rows), tfidf.get_feature_names_out()


def test_probabilities_are_those_of_a_pipeline_built_independently(passages, trained):
    matrix, terms = features(passages)
    assert sorted(terms) == sorted(trained.model_.terms)
    probability = trained.predict_proba(passages)
    for column, dimension in enumerate(trained.model_.dimensions):
        label = np.array([passage.labels[dimension.id] for passage in passages])
        oracle = LogisticRegression(C=dimension.strength, solver="lbfgs", tol=1e-10, max_iter=10_000)
        logit = dimension.slope * oracle.fit(matrix, label).decision_function(matrix) + dimension.offset
        assert probability[:, column] == pytest.approx(logistic(logit), abs=1e-5)
        assert np.ptp(probability[:, column]) > 0.3


def test_every_number_of_the_matrix_is_scikit_learns(passages):
    from framing.learning.design import make_design
    from framing.learning.passages import around, read_passages
    from framing.model.classifier import Recipe

    lexicon = load_lexicon()
    recipe = Recipe(least=2)
    design = make_design(
        read_passages(passages, Matcher(lexicon), 6),
        lexicon_vocabulary(lexicon, 6),
        around([p.article for p in passages], [p.position for p in passages]),
        recipe,
    )
    found = design.features(np.ones(len(passages), dtype=bool)).matrix.toarray()
    matrix, terms = features(passages)
    dense = found.shape[1] - len(design.terms)
    order = [list(terms).index(term) for term in design.terms]
    assert found[:, :dense] == pytest.approx(matrix[:, :dense], abs=1e-12)
    assert found[:, dense:] == pytest.approx(matrix[:, dense:][:, order], abs=1e-12)


def test_the_vocabulary_is_a_multinomial_naive_bayes():
    lexicon = load_lexicon("securitisation")
    vocabulary = lexicon_vocabulary(lexicon, 6)
    groups = [sub.id for sub in lexicon.dimensions[0].subframes]
    rows, labels, weights = [], [], []
    for entry in lexicon.entries:
        if entry.status != "active":
            continue
        held = set()
        for item in entry.pattern.items:
            held |= {form.text.casefold().removesuffix("'s")[:6] for form in getattr(item, "forms", ())}
        for example in entry.examples:
            held |= {word.casefold().removesuffix("'s")[:6] for word in one_paragraph(example).words}
        rows.append([word in held for word in vocabulary.stems])
        labels.append(entry.subframe)
        weights.append(entry.weight)
        for example in entry.counterexamples:
            against = {word.casefold().removesuffix("'s")[:6] for word in one_paragraph(example).words}
            rows.append([word in against for word in vocabulary.stems])
            labels.append("")
            weights.append(0.5)
    for column, group in enumerate(groups):
        bayes = MultinomialNB(alpha=1).fit(np.array(rows), np.array(labels) == group, sample_weight=weights)
        oracle = bayes.feature_log_prob_[1] - bayes.feature_log_prob_[0]
        assert vocabulary.table[:, column] == pytest.approx(oracle, abs=1e-9)


class Scores(ClassifierMixin, BaseEstimator):
    """A classifier whose scores are given."""

    classes_ = np.array([0, 1])

    def fit(self, _x, _y):
        self.fitted_ = True
        return self

    def decision_function(self, x):
        return x[:, 0]

    def predict(self, x):
        return (x[:, 0] > 0).astype(int)


@pytest.mark.parametrize("seed", range(4))
def test_platt_is_scikit_learns_sigmoid(seed):
    generator = np.random.default_rng(seed)
    score = generator.normal(size=300) * 10**seed
    label = generator.random(300) < logistic(3 * score / 10**seed - 1)
    x = score[:, None]
    frozen = pytest.importorskip("sklearn.frozen", reason="scikit-learn from 1.6 on calibrates a model as it is")
    model = CalibratedClassifierCV(frozen.FrozenEstimator(Scores().fit(x, label)), method="sigmoid").fit(x, label)
    oracle = model.predict_proba(x)[:, 1]
    slope, offset = platt(score, label)
    assert logistic(slope * score + offset) == pytest.approx(oracle, abs=1e-3)


def test_figures_are_scikit_learns():
    generator = np.random.default_rng(9)
    label = generator.random(400) < 0.3
    probability = np.round(np.clip(0.3 * label + generator.random(400) * 0.7, 0, 1), 2)
    called = probability >= 0.5
    articles = [f"a{n // 4}" for n in range(400)]
    found = figures(probability, called, label, articles)
    assert found.auc.value == pytest.approx(roc_auc_score(label, probability))
    assert found.f1.value == pytest.approx(f1_score(label, called))
    assert found.precision.value == pytest.approx(precision_score(label, called))
    assert found.recall.value == pytest.approx(recall_score(label, called))
    assert found.brier.value == pytest.approx(brier_score_loss(label, probability))
    weight = generator.integers(0, 4, size=400).astype(float)
    assert _measures(probability, called, label, weight)["auc"] == pytest.approx(
        roc_auc_score(label, probability, sample_weight=weight)
    )
    for estimate in (found.auc, found.f1, found.precision, found.recall, found.brier):
        assert estimate.low < estimate.value < estimate.high
    bins = calibration(probability, label)
    assert sum(b.passages for b in bins) == 400
    assert sum(b.passages * b.observed for b in bins) == pytest.approx(label.sum())
    assert all(b.low <= b.predicted <= b.high for b in bins)


def test_intervals_are_wider_where_paragraphs_of_an_article_are_alike():
    generator = np.random.default_rng(4)
    label = np.repeat(generator.random(60) < 0.4, 6)
    probability = np.repeat(np.clip(0.4 * label[::6] + generator.random(60) * 0.6, 0, 1), 6)
    called = probability >= 0.5
    clustered = figures(probability, called, label, [f"a{n // 6}" for n in range(360)]).f1
    alone = figures(probability, called, label, [f"a{n}" for n in range(360)]).f1
    assert clustered.high - clustered.low > 1.8 * (alone.high - alone.low)


def test_the_honest_figure_on_the_gold_passages(shared):
    """A floor, held by a tenth of the work: five folds, one strength."""
    passages = read_coded([shared / "gold" / "news_train.jsonl"], NAMES).passages
    trained = FrameClassifier(folds=5, inner=3, strengths=(1.0,)).fit(passages)
    found = {name: told.f1.value for name, told in trained.figures_.items()}
    assert found["securitisation"] >= 0.6
    assert found["governance_critique"] >= 0.7
    assert found["geopolitics"] >= 0.68


def test_the_example_file_is_what_a_coder_writes():
    rows = [json.loads(line) for line in CODED.read_text("utf-8").splitlines()]
    assert len(rows) >= 60
    for name in NAMES:
        assert sum(row[name] for row in rows) >= 10
