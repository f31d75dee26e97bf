"""Laws of what is counted beside a topic, and of rates over time."""

import itertools
import math
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.model.lexicon import Dimension, Entry, Lexicon, Provenance
from framing.model.pattern import parse_pattern
from framing.model.topic import topic_of_patterns
from framing.rates.moments import Moments
from framing.rates.topic_tally import TopicCounts, TopicTally

LEXICON = Lexicon(
    files=(Provenance(name="test", version="1", sha256="0" * 64),),
    dimensions=(Dimension(id="d", title="D", polarity="contestable"),),
    entries=(Entry(pattern=parse_pattern("menace"), dimension="d", subframe=""),),
)
TOPIC = topic_of_patterns([parse_pattern("harbour")], Provenance(name="harbour", version="0", sha256="1" * 64))
CHOICES = framing.Settings(keep_boilerplate=True, min_tokens=0)

words = st.sampled_from(["menace", "harbour", "menace at harbour", "calm", "people of the town went on with work"])
# The last sentence gives the contrast terms more than one word to tell apart.
paragraphs = st.lists(words, min_size=1, max_size=6).map(lambda s: ". ".join([*s, "rope and rope and rope"]) + ".")
texts = st.lists(paragraphs, min_size=1, max_size=5)
sources = st.lists(st.tuples(st.sampled_from("abc"), texts.map("\n\n".join)), min_size=1, max_size=7)

moments = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9)), max_size=4).map(
    lambda rows: Moments.of([y for y, _ in rows], [n for _, n in rows])
)
counts = st.builds(TopicCounts, paragraphs=moments, articles=moments, clean_paragraphs=moments, clean_articles=moments)
tallies = st.builds(
    TopicTally,
    mentions=st.integers(0, 99),
    sentences=st.integers(0, 99),
    found=st.dictionaries(st.integers(0, 3), st.integers(1, 9)).map(Counter),
    dimensions=st.dictionaries(st.sampled_from("de"), counts),
)


def articles(rows):
    return [framing.Article(id=str(n), source=source, text=text) for n, (source, text) in enumerate(rows)]


def topic_of(rows):
    return framing.compare(articles(rows), lexicon=LEXICON, topic=TOPIC, settings=CHOICES).comparison.topic


@given(tallies, tallies, tallies)
def test_tallies_merge_in_any_order(a, b, c):
    assert (a + b) + c == a + (b + c)
    left, right = a + b, b + a
    assert left == right
    assert a + TopicTally() == TopicTally() + a == a


@settings(max_examples=25, deadline=None)
@given(sources, st.integers(0, 1000))
def test_the_order_of_articles_changes_nothing(rows, seed):
    shuffled = rows.copy()
    random.Random(seed).shuffle(shuffled)
    assert topic_of(shuffled) == topic_of(rows)


@settings(max_examples=25, deadline=None)
@given(sources)
def test_every_article_twice_changes_no_estimate(rows):
    once, twice = topic_of(rows).dimensions["d"], topic_of(rows * 2).dimensions["d"]
    for name, facts in once.sources.items():
        double = twice.sources[name]
        assert (double.mentions, double.hits) == (2 * facts.mentions, 2 * facts.hits)
        if facts.rate and double.rate:
            assert double.rate.value == pytest.approx(facts.rate.value)
        for kind in ("ratio", "held"):
            ratio, doubled = getattr(facts, kind), getattr(double, kind)
            assert (ratio is None) == (doubled is None)
            if ratio:
                assert doubled.value == pytest.approx(ratio.value, rel=1e-6)


@settings(max_examples=25, deadline=None)
@given(sources)
def test_hits_where_the_topic_stands_are_some_of_all_hits(rows):
    result = framing.compare(articles(rows), lexicon=LEXICON, topic=TOPIC, settings=CHOICES)
    for profile in result:
        facts = result.comparison.topic.dimensions["d"].sources[profile.source]
        assert 0 <= facts.hits <= profile["d"].hits
        assert facts.sentences <= facts.mentions


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 9), texts.map("\n\n".join)), min_size=1, max_size=7))
def test_a_series_holds_every_article_once(rows):
    records = [
        {"source": s, "date": f"2021-{m:02}-15", "text": text, "id": str(n)} for n, (s, m, text) in enumerate(rows)
    ]
    plan = framing.TrendPlan(event="2021-05")
    report = framing.trend(framing.from_records(records), plan=plan, lexicon=LEXICON, settings=CHOICES)
    assert sum(period.articles for series in report.series for period in series.periods) == len(rows)
    for series in report.series:
        hits = sum(period.hits for period in series.periods)
        assert series.before.hits + series.after.hits == hits
        change = series.change
        if change:
            assert (change.ratio is None) == (not series.before.hits or not series.after.hits)
            if change.ratio is not None:
                assert change.low <= change.ratio <= (math.inf if change.high is None else change.high)
        assert all(later.period > earlier.period for earlier, later in itertools.pairwise(series.periods))
