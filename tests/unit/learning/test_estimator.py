"""FrameClassifier as scikit-learn knows estimators, and its explanations."""

import math
import pickle

import numpy as np
import pytest
from sklearn.base import clone, is_classifier
from sklearn.exceptions import NotFittedError
from sklearn.model_selection import GridSearchCV, PredefinedSplit, cross_val_predict
from sklearn.utils.validation import check_is_fitted

import framing
from framing.api.classifier import FrameClassifier
from framing.errors import DataError, SettingsError
from framing.learning.calibration import logistic
from framing.learning.folds import deal

NAMES = ("securitisation", "governance_critique", "geopolitics")
ARTICLE = (
    "The generals warned that the republic was on the brink of civil war.\n\n"
    "Nobody has been charged over the deaths in the prison.\n\n* * *\n\nTickets go on sale on Monday."
)


def codes(passages):
    return np.array([[passage.labels[name] for name in NAMES] for passage in passages], dtype=int)


def test_every_parameter_can_be_read_and_set():
    changed = {
        "lexicon": framing.load_lexicon("geopolitics"),
        "stem": 5,
        "longest": 1,
        "least": 4,
        "neighbours": 0.2,
        "strengths": (1.0,),
        "folds": 3,
        "inner": 2,
        "seed": 7,
        "evaluate": False,
    }
    plain = FrameClassifier()
    assert set(plain.get_params()) == set(changed)
    assert all(plain.get_params()[name] != value for name, value in changed.items())
    other = clone(FrameClassifier(**changed)).set_params(seed=8)
    assert other.get_params() | {"lexicon": None} == changed | {"seed": 8, "lexicon": None}
    assert other.get_params()["lexicon"].signature == changed["lexicon"].signature
    assert is_classifier(plain)
    with pytest.raises(NotFittedError):
        plain.predict(["x"])
    with pytest.raises(NotFittedError):
        check_is_fitted(plain)


def test_fit_leaves_parameters_alone_and_is_repeatable(passages, trained):
    again = clone(trained)
    assert again.get_params() == trained.get_params()
    assert not hasattr(again, "model_")
    shuffled = [passages[n] for n in np.random.default_rng(0).permutation(len(passages))]
    assert again.fit(passages).predict_proba(passages).tolist() == trained.predict_proba(passages).tolist()
    assert clone(trained).fit(shuffled).predict_proba(passages) == pytest.approx(
        trained.predict_proba(passages), abs=1e-4
    )
    check_is_fitted(trained)


def test_codes_may_come_as_y_and_passages_as_dicts(passages, trained):
    dicts = [{"text": p.text, "article": p.article, "par": p.position} for p in passages]
    groups = [p.article for p in passages]
    other = clone(trained).fit(dicts, codes(passages), groups=groups)
    assert other.predict_proba(dicts).tolist() == trained.predict_proba(passages).tolist()
    assert other.classes_.tolist() == list(NAMES)


def test_predictions_go_together(passages, trained):
    logit, probability = trained.decision_function(passages), trained.predict_proba(passages)
    assert probability == pytest.approx(logistic(logit))
    thresholds = [dimension.threshold for dimension in trained.model_.dimensions]
    called = trained.predict(passages)
    assert called.tolist() == (np.round(probability, 6) >= thresholds).astype(int).tolist()
    assert trained.score(passages, codes(passages)) > 0.8
    assert trained.predict_proba([]).shape == (0, 3)


def test_it_goes_through_scikit_learns_cross_validation(passages):
    lexicon = framing.load_lexicon("geopolitics")
    small = FrameClassifier(lexicon, least=2, inner=2, strengths=(1.0,), evaluate=False)
    label = codes(passages)[:, [2]]
    folds = PredefinedSplit(deal([p.article for p in passages], label.astype(bool), 3, seed=0))
    found = cross_val_predict(small, list(passages), label, cv=folds, method="predict_proba")
    assert found.shape == (72, 1)
    assert found[label == 1].mean() > found[label == 0].mean()
    search = GridSearchCV(small, {"neighbours": [0.0, 0.5]}, cv=folds, refit=False)
    search.fit(list(passages), label)
    assert all(0 < score < 1 for score in search.cv_results_["mean_test_score"])


def test_neighbours_lend_in_an_article_and_nowhere_else(trained):
    threat = "The militia stands before the capital and the republic may not live through the winter."
    plain = "The road is closed to lorries after the first snow."
    alone = trained.predict_proba([plain])[0, 0]
    beside = trained.predict_proba(
        [{"text": threat, "article": "a", "par": 1}, {"text": plain, "article": "a", "par": 2}]
    )[1, 0]
    apart = trained.predict_proba(
        [{"text": threat, "article": "a", "par": 1}, {"text": plain, "article": "b", "par": 2}]
    )[1, 0]
    assert beside > alone == apart


def test_figures_are_out_of_fold(passages, trained):
    label = codes(passages)
    inside = trained.predict(passages)
    for column, name in enumerate(NAMES):
        told = trained.figures_[name]
        assert (told.passages, told.positive) == (72, label[:, column].sum())
        both = (inside[:, column] & label[:, column]).sum()
        assert told.f1.value < 2 * both / (inside[:, column].sum() + label[:, column].sum())
        assert 0.6 < told.auc.value < 1
        assert sum(b.passages for b in told.calibration) == 72
    assert clone(trained).set_params(evaluate=False).fit(passages).figures_[NAMES[0]] is None


@pytest.mark.parametrize("paragraph", [0, 1, 2])
def test_an_explanation_sums_to_the_logit_that_decides(trained, paragraph):
    texts = [part for part in ARTICLE.split("\n\n") if any(c.isalpha() for c in part)]
    rows = [{"text": text, "article": "x", "par": number} for number, text in enumerate(texts)]
    logit = trained.decision_function(rows)[paragraph]
    found = trained.explain(ARTICLE, paragraph)
    assert list(found) == list(NAMES)
    for column, explanation in enumerate(found.values()):
        assert explanation.logit == math.fsum(
            [explanation.intercept, *(part.value for part in explanation.contributions)]
        )
        assert explanation.logit == pytest.approx(logit[column], abs=1e-10)
        assert explanation.probability == pytest.approx(logistic(logit[column]), abs=1e-6)
        assert explanation.present == (explanation.probability >= explanation.threshold)
        sizes = [abs(part.value) for part in explanation.contributions]
        assert sizes == sorted(sizes, reverse=True)
        keys = [part[:3] for part in explanation.contributions]
        assert len(set(keys)) == len(keys)


def test_an_explanation_names_what_is_in_the_text(trained):
    found = trained.explain(ARTICLE, 0)["securitisation"]
    names = {(part.kind, part.name, part.where) for part in found.contributions}
    assert ("lexicon", "securitisation", "here") in names
    assert ("vocabulary", "civil", "here") in names
    assert ("term", "that the", "here") in names
    assert ("vocabulary", "prison", "beside") in names
    assert not any(name == "prison" and where == "here" for _, name, where in names)
    with pytest.raises(DataError, match="no paragraph 3"):
        trained.explain(ARTICLE, 3)
    with pytest.raises(DataError, match="no paragraph 0"):
        trained.explain("* * *")


def test_top_terms_are_the_largest_and_smallest_coefficients(trained):
    most, least = trained.top_terms(5)["geopolitics"]
    learned = trained.model_.dimensions[2]
    values = sorted([*learned.lexicon.tolist(), *learned.terms.tolist()])
    assert [w.coefficient for w in most] == values[:-6:-1]
    assert [w.coefficient for w in least] == values[:5]


def test_too_few_codes_are_refused(passages):
    few = [p for p in passages if not p.labels["geopolitics"]][:60]
    with pytest.raises(DataError, match=r"'geopolitics' is coded 1 in 0 passages of 0 articles"):
        FrameClassifier(evaluate=False).fit(few)
    one = [{"text": p.text, "article": "one", "par": p.position} for p in passages]
    with pytest.raises(DataError, match="passages of 1 articles"):
        FrameClassifier(evaluate=False).fit(one, codes(passages))


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        (["a", 3], None, "passage 2 is a int"),
        ([{"article": "a"}], None, "passage 1 has no text"),
        ([{"text": "a", "par": "first"}], None, "'par' of passage 1 is no number"),
        (["a", "b"], None, "passage 1 has no code for 'securitisation'"),
        (["a", "b"], [[1, 0], [0, 1]], r"y is \(2, 2\)"),
        (["a", "b"], [[1, 0, 2], [0, 1, 0]], "other codes than 0 and 1"),
    ],
)
def test_what_is_no_passage_and_no_code_is_told(x, y, said):
    with pytest.raises(DataError, match=said):
        FrameClassifier().fit(x, y)


@pytest.mark.parametrize("wrong", [{"strengths": ()}, {"strengths": (0.0,)}, {"folds": 1}, {"inner": 1}])
def test_settings_that_make_no_sense_are_told(passages, wrong):
    with pytest.raises(SettingsError, match=next(iter(wrong))):
        FrameClassifier(**wrong).fit(passages)


def test_it_is_used_for_the_lexicon_it_knows_and_no_other(trained, tmp_path):
    trained.save(tmp_path / "m.json")
    with pytest.raises(SettingsError, match=r"trained with other lexicons: geopolitics@.*name the same lexicons"):
        framing.load_classifier(tmp_path / "m.json", lexicon=framing.load_lexicon("securitisation"))
    corpus = framing.demo_corpus()
    with pytest.raises(SettingsError, match="trained with other lexicons"):
        framing.compare(corpus, lexicon=framing.load_lexicon("geopolitics"), classifier=trained)
    with pytest.raises(SettingsError, match="trained with masks"):
        framing.compare(corpus, settings=framing.Settings(masks=False), classifier=trained)


def test_it_can_be_sent_to_a_worker(passages, trained):
    other = pickle.loads(pickle.dumps(trained))
    assert other.predict_proba(passages[:4]).tolist() == trained.predict_proba(passages[:4]).tolist()


class Frame:
    """As much of a data frame as is asked of one."""

    columns = ("text", "article", "par")

    def __init__(self, rows):
        self.rows = rows

    def __iter__(self):
        return iter(self.columns)

    def to_dict(self, orient):
        assert orient == "records"
        return self.rows


def test_a_frame_gives_its_rows_and_not_its_columns(passages, trained):
    rows = [{"text": p.text, "article": p.article, "par": p.position} for p in passages]
    assert trained.predict_proba(Frame(rows)).tolist() == trained.predict_proba(passages).tolist()
    with pytest.raises(DataError, match="X is one text"):
        trained.predict("A text")


def test_codes_in_dicts_are_0_or_1_or_missing(passages):
    rows = [{"text": p.text, "article": p.article, "stance": "-", **p.labels} for p in passages]
    rows[3]["geopolitics"] = 2
    with pytest.raises(DataError, match="passage 4 has no code for 'geopolitics'"):
        FrameClassifier().fit(rows)


def test_an_article_of_many_paragraphs_is_no_matrix_of_paragraphs_by_paragraphs(trained):
    import tracemalloc

    tracemalloc.start()
    trained.explain("War came.\n\n" * 4000, 2000)
    assert tracemalloc.get_traced_memory()[1] < 60_000_000  # 4,000 x 4,000 numbers are 128 MB
    tracemalloc.stop()
