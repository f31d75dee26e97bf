"""Laws of the classifier on a corpus: any split gives the same bytes, and the two ways to its features are one."""

import json
import random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import framing
from framing.learning.apply import Applier
from framing.learning.counts import LearnedCounts, by_source, count
from framing.learning.reader import Reader
from framing.learning.words import stem, terms
from framing.matching.matcher import Matcher
from framing.model.article import Article
from framing.model.classifier import FrameModel, LearnedDimension, Recipe, Training
from framing.model.lexicon import Dimension, Lexicon
from framing.study import Study, merge
from framing.text.reading import read_article

COUNTS = st.builds(LearnedCounts, *[st.integers(0, 10**12)] * 5)
WORDS = ["war", "War's", "of", "state", "the", "nation", "x", "\n\n", "* * *", "\u2028"]


PARTS = st.lists(st.tuples(st.sampled_from("st"), st.dictionaries(st.sampled_from("abc"), COUNTS)), max_size=6)


@given(PARTS, st.randoms())
def test_counts_add_in_any_order_and_grouping(parts, generator):
    whole = by_source(parts)
    shuffled = list(parts)
    generator.shuffle(shuffled)
    cut = generator.randint(0, len(parts))
    halves = [by_source(shuffled[:cut]), by_source(shuffled[cut:])]
    assert by_source(pair for half in halves for pair in half.items()) == whole


def test_any_partition_of_the_articles_gives_the_same_bytes(trained):
    articles = [
        Article(id=f"{a.id}-{n}", source=f"s{n % 3}", text="\n\n".join(a.text.split("\n\n")[n::3]))
        for n in range(6)
        for a in framing.demo_corpus()
    ]
    page = framing.compare(articles, classifier=trained).to_json()
    assert page.count('"classifier": {') == 9
    generator = random.Random(1)
    for parts in (1, 4):
        generator.shuffle(articles)
        records = []
        for part in range(parts):  # each part as a worker of its own, with a fresh matcher and a fresh applier
            study = Study(framing.load_lexicon(), classifier=trained.model_)
            matcher, applier = study.matcher(), study.applier()
            records += [study.count(study.read(article, matcher), applier) for article in articles[part::parts]]
        study = Study(framing.load_lexicon(), classifier=trained.model_)
        comparison = study.finish(records, framing.Corpus(articles=tuple(articles)))
        assert framing.Result(comparison, framing.Corpus(articles=()), study).to_json() == page
        assert len(merge(records)) == 3


def test_nothing_else_depends_on_the_classifier(trained):
    without = json.loads(framing.compare(framing.demo_corpus()).to_json())
    beside = json.loads(framing.compare(framing.demo_corpus(), classifier=trained).to_json())
    assert beside["signature"].pop("classifier") != ""
    assert beside["signature"].pop("short").startswith(without["signature"].pop("short") + "|classifier:")
    assert beside["notes"].pop().startswith("learned: ")
    for source in beside["sources"]:
        for facts in source["dimensions"].values():
            assert set(facts.pop("classifier")) == {"coverage", "probability"}
    assert beside == without


def test_coverage_is_the_share_of_words_that_predict_calls(trained):
    study = Study(framing.load_lexicon(), classifier=trained.model_)
    matcher, applier = study.matcher(), study.applier()
    for article in framing.demo_corpus():
        reading = study.read(article, matcher)
        document = reading.document
        texts = {}
        for word, paragraph in zip(document.words, document.paragraph.tolist(), strict=True):
            texts.setdefault(paragraph, []).append(word)
        seen = applier.reader.read(document, reading.matches)
        probability = applier.probabilities(seen)
        words = np.array([len(texts.get(number, ())) for number in range(len(seen.words))])
        assert words.tolist() == seen.words.tolist()
        found = count(applier, document, reading.matches)
        for column, dimension in enumerate(trained.model_.dimensions):
            spoken = words > 0
            called = spoken & (np.nan_to_num(probability[:, column]) >= dimension.threshold)
            counts = found[dimension.id]
            assert (counts.present_words, counts.read_words) == (words[called].sum(), len(document))
            assert (counts.present, counts.read) == (called.sum(), spoken.sum())
            mean = float(probability[spoken, column] @ words[spoken]) / len(document)
            assert counts.learned().probability == pytest.approx(mean, abs=1e-9)


def bare_model(known, longest):
    dimension = LearnedDimension(
        id="d",
        intercept=0.0,
        lexicon=np.zeros(1),
        vocabulary=np.ones(2),
        terms=np.ones(len(known)),
        strength=1.0,
        slope=1.0,
        offset=0.0,
        threshold=0.5,
    )
    return FrameModel(
        package="",
        lexicon=(),
        reading="",
        recipe=Recipe(longest=longest),
        columns=("d",),
        stems=("state", "war"),
        terms=tuple(known),
        idf=np.linspace(1, 2, len(known)),
        dimensions=(dimension,),
        training=Training(passages=0, articles=0),
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(WORDS), max_size=40),
    st.sets(
        st.lists(st.sampled_from(["war", "of", "state", "the", "nation"]), min_size=1, max_size=3).map(" ".join),
        max_size=12,
    ),
    st.integers(1, 3),
)
def test_arrays_and_plain_counting_find_the_same_terms(words, known, longest):
    lexicon = Lexicon(files=(), dimensions=(Dimension(id="d", title="D"),))
    model = bare_model(sorted(known), longest)
    document = read_article(Article(id="a", source="a", text=" ".join(words)), keep_boilerplate=True)
    seen = Reader(model, lexicon).read(document, Matcher(lexicon).match(document))
    paragraphs = {}
    for word, paragraph in zip(document.words, document.paragraph.tolist(), strict=True):
        paragraphs.setdefault(paragraph, []).append(stem(word, 6))
    expected, kin = {}, set()
    for paragraph, own in paragraphs.items():
        raw = {}
        for term in terms(own, longest):
            if term in known:
                raw[term] = raw.get(term, 0) + 1
        values = {t: (1 + np.log(n)) * model.idf[model.terms.index(t)] for t, n in raw.items()}
        norm = np.sqrt(sum(value**2 for value in values.values()))
        expected |= {(paragraph, term): value / norm for term, value in values.items()}
        kin |= {(paragraph, word) for word in own if word in model.stems}
    found = {
        (p, model.terms[c]): v
        for p, c, v in zip(seen.terms.paragraph.tolist(), seen.terms.column.tolist(), seen.terms.value, strict=True)
    }
    assert found == pytest.approx(expected)
    held = zip(seen.vocabulary.paragraph.tolist(), seen.vocabulary.column.tolist(), strict=True)
    assert {(p, model.stems[c]) for p, c in held} == kin
    assert Applier(model, lexicon).logits(seen).shape == (len(seen.words), 1)
