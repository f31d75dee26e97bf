"""A topic held constant, on texts whose every count is known because they were built from them."""

import itertools
import json
import random
from collections import Counter

import numpy as np
import pytest
from scipy.stats import spearmanr
from statsmodels.stats import proportion

import framing
from framing.model.lexicon import Dimension, Entry, Lexicon, Provenance, Subframe
from framing.model.pattern import parse_pattern
from framing.model.topic import topic_of_patterns
from framing.rates.interval import rate_interval
from framing.rates.moments import Moments
from framing.rates.pool import Pool, pool_constants
from framing.rates.rest import ratios_to_rest
from framing.rates.topic_leakage import spearman
from framing.rates.topic_words import topic_words

FILLER = "the people of the town went on with their work in the usual way that day".split()


def lexicon(*patterns):
    return Lexicon(
        files=(Provenance(name="test", version="1", sha256="0" * 64),),
        dimensions=(Dimension(id="d", title="D", polarity="contestable", subframes=(Subframe(id="s"),)),),
        entries=tuple(Entry(pattern=parse_pattern(p), dimension="d", subframe="s") for p in patterns),
    )


def topic(*patterns):
    return topic_of_patterns(
        [parse_pattern(p) for p in patterns], Provenance(name="harbour", version="0", sha256="1" * 64)
    )


def paragraph(*sentences):
    return " ".join(" ".join([*words.split(), *FILLER]).capitalize() + "." for words in sentences)


def article(number, source, *paragraphs):
    return framing.Article(id=str(number), source=source, text="\n\n".join(paragraphs))


MENACE_AT_PORT = paragraph("menace at harbour", "calm", "harbour")
MENACE_ELSEWHERE = paragraph("menace", "harbour and harbour", "calm")
NEITHER = paragraph("calm", "calm", "quiet")


def settings(**choices):
    # Texts built of a few sentences repeat their paragraphs, which would be taken for page furniture.
    return framing.Settings(keep_boilerplate=True, **choices)


def compare(articles, words=("menace",), about=("harbour",), **choices):
    result = framing.compare(articles, lexicon=lexicon(*words), topic=topic(*about), settings=settings(**choices))
    return result.comparison.topic


def test_counts_are_those_of_the_sentences():
    found = compare([article(1, "a", MENACE_AT_PORT, MENACE_ELSEWHERE), article(2, "b", NEITHER)])
    rates = found.dimensions["d"].sources
    assert (rates["a"].mentions, rates["a"].sentences, rates["a"].hits) == (4, 3, 1)
    assert rates["a"].rate.value == 25
    assert (rates["b"].mentions, rates["b"].hits, rates["b"].rate) == (0, 0, None)
    assert rates["b"].interval_label == "no mention of the topic"
    assert found.mentions == 4


def test_the_interval_is_rule_r_over_mentions():
    found = compare([article(1, "a", MENACE_AT_PORT, MENACE_ELSEWHERE), article(2, "b", NEITHER)])
    par = Moments.of_article([1, 0], [2, 2])
    expected = rate_interval(par, par.as_one_unit(), pool_constants([(par, par.as_one_unit())]))
    rate = found.dimensions["d"].sources["a"].rate
    assert (rate.low, rate.high) == pytest.approx((100 * expected.low, 100 * expected.high))


def test_the_longest_of_overlapping_mentions_counts_once():
    found = compare([article(1, "a", paragraph("harbour master"))], about=("harbour", "harbour master", "mill"))
    assert found.mentions == 1
    assert found.unmatched == ("harbour", "mill")


def test_a_mask_of_the_frame_lexicon_does_not_hide_the_topic():
    articles = [article(1, "a", paragraph("Ministry of Defence menace"))]
    shipped = framing.load_lexicon("securitisation")
    found = framing.compare(articles, lexicon=shipped, topic=topic("Ministry of Defence")).comparison.topic
    assert found.mentions == 1


def test_a_negated_mention_is_a_mention():
    cued = framing.load_lexicon("governance_critique")
    found = framing.compare(
        [article(1, "a", paragraph("no harbour"))], lexicon=cued, topic=topic("harbour")
    ).comparison.topic
    assert found.mentions == 1


def test_quoted_mentions_follow_the_voice():
    text = paragraph("harbour") + ' "The harbour is a menace to us all and to our town," said the mayor of it.'
    assert compare([article(1, "a", text)]).mentions == 1
    assert compare([article(1, "a", text)], voice="all").mentions == 2


class TestHeldConstant:
    """Both sources speak of menace at the same rate where the harbour is, and nowhere else; a writes of it more."""

    WITH = paragraph("menace at harbour", "calm")
    ONLY_HARBOUR = paragraph("harbour", "calm")

    def found(self):
        a = [self.WITH, self.WITH, self.ONLY_HARBOUR, paragraph("menace", "calm"), NEITHER] * 4 + [self.WITH] * 8
        b = [self.WITH, self.ONLY_HARBOUR, paragraph("menace", "calm")] + [NEITHER] * 20
        return compare([article(1, "a", *a), article(2, "b", *b)]).dimensions["d"]

    def test_the_contrast_shrinks_towards_one(self):
        rates = self.found().sources
        assert rates["a"].ratio.value > 3
        assert 1 < rates["a"].held.value < 0.6 * rates["a"].ratio.value
        assert self.found().slope.value > 1

    def test_two_sources_mirror_each_other(self):
        rates = self.found().sources
        for kind in ("ratio", "held"):
            a, b = getattr(rates["a"], kind), getattr(rates["b"], kind)
            assert (a.value * b.value, a.low * b.high) == pytest.approx((1, 1))


def test_the_contrast_without_the_topic_is_that_of_two_rates():
    """Against `rest`, which adds 1/2 to each count: with many hits the two agree."""
    a, b = Moments.of([300, 310, 290], [10_000] * 3), Moments.of([150, 160, 140], [10_000] * 3)
    from framing.rates.regression import make_units
    from framing.rates.topic_held import held_constant

    levels = {name: (par, par.as_one_unit()) for name, par in (("a", a), ("b", b))}
    pool = Pool(1.2, 0.1, declared=False)
    units = make_units([300, 310, 290, 150, 160, 140], [10_000] * 6, [0, 1, 2, 1, 1, 2], [0, 0, 0, 1, 1, 1])
    got = held_constant(units, levels, pool, 0.95).raw["a"]
    rest = ratios_to_rest(list(levels.values()), pool, 0.95)[0].equal
    assert tuple(got) == pytest.approx([2**value for value in (rest.value, rest.low, rest.high)], rel=5e-3)


class TestLeakage:
    def test_hits_that_are_the_topic_go(self):
        talk = paragraph("harbour menace and menace", "calm")
        found = (
            compare(
                [article(1, "a", *[talk] * 30), article(2, "b", *[paragraph("menace", "calm")] * 30)],
                words=("harbour menace", "menace"),
            )
            .dimensions["d"]
            .leakage
        )
        assert (found.hits, found.removed) == (90, 30)
        assert found.claimed == 1
        assert found.vanished == (("a", "b"),)
        assert found.rank_correlation is None  # two sources

    def test_a_pair_may_turn(self):
        a = [paragraph("harbour menace", "harbour menace", "calm")] * 60
        b = [paragraph("menace", "calm", "calm")] * 60
        found = (
            compare([article(1, "a", *a), article(2, "b", *b)], words=("harbour menace", "menace"))
            .dimensions["d"]
            .leakage
        )
        assert found.reversed == (("a", "b"),)
        assert found.vanished == ()

    def test_nothing_overlaps(self):
        found = compare([article(1, "a", MENACE_AT_PORT), article(2, "b", NEITHER)]).dimensions["d"].leakage
        assert (found.hits, found.removed, found.claimed) == (1, 0, 0)

    def test_spearman_is_scipys(self):
        generator = random.Random(4)
        for _ in range(30):
            a, b = ([generator.randint(0, 4) for _ in range(6)] for _ in range(2))
            if len(set(a)) > 1 and len(set(b)) > 1:
                assert spearman(a, b) == pytest.approx(spearmanr(a, b).statistic)
        assert spearman([1, 1, 1], [1, 2, 3]) is None
        assert spearman([1, 2], [1, 2]) is None


class TestTopicWords:
    @staticmethod
    def found(sources, times=1):
        alike = paragraph("menace", "calm")
        one_sided = paragraph("menace", "peril peril peril")
        articles = [
            article(n, f"s{n}", *[alike] * 9 * times, *[one_sided if n == 0 else alike] * 3 * times)
            for n in range(sources)
        ]
        return compare(articles, words=("menace", "peril")).dimensions["d"].words

    def test_what_all_use_alike_is_flagged_and_what_one_uses_is_not(self):
        """Twelve hits a source do not show likeness, though no difference either; a hundred and twenty do."""
        assert self.found(6) == (("menace", 6, 72, False),)
        assert self.found(6, times=10) == (("menace", 6, 720, True),)

    def test_too_few_sources_say_nothing(self):
        assert self.found(4) is None

    @pytest.mark.parametrize("ratio", [2.0, 0.5])
    def test_twice_the_rate_is_not_called_alike(self, ratio):
        """One source at the very border of likeness: the word is often listed, and to be called alike in 5 of 100 runs.

        Hits are Poisson, so phi is 1. Of 400 runs the standard error is .011.
        """
        generator = np.random.default_rng(8)
        text = Moments.of([0] * 40, [100] * 40)
        levels = {name: (text, text.as_one_unit()) for name in "abcdef"}
        flagged = listed = 0
        for _ in range(400):
            used = {name: Counter(w=int(generator.poisson(20))) for name in "bcdef"}
            used["a"] = Counter(w=int(generator.poisson(20 * ratio)))
            words = topic_words(used, levels, Pool(1.0, 0.0, declared=False), 0.95)
            listed += bool(words)
            flagged += any(word.alike for word in words)
        assert listed / 400 > 0.1  # with 80 hits nearly none would be, and the flag could not err
        assert flagged / 400 <= 0.05

    def test_the_interval_is_that_of_two_binomial_shares(self):
        """phi = 1: given the total, a source's hits are binomial, and the bounds are Wilson's, here statsmodels'."""
        text = Moments.of([0] * 4000, [10] * 4000)  # so many paragraphs that t is normal
        levels = {name: (text, text.as_one_unit()) for name in "abcde"}
        for most in range(70, 140):
            used = {name: Counter(w=60) for name in "bcde"} | {"a": Counter(w=most)}
            words = topic_words(used, levels, Pool(1.0, 0.0, declared=False), 0.95)
            shares = [
                proportion.proportion_confint(y, 240 + most, 0.01, method="wilson") for y in (most, 60, 60, 60, 60)
            ]
            ratios = [(4 * low / (1 - low), 4 * high / (1 - high)) for low, high in shares]
            assert bool(words) == all(low <= 1 <= high for low, high in ratios), most
            assert any(w.alike for w in words) == (
                bool(words) and all(low >= 0.5 and high <= 2 for low, high in ratios)
            ), most


def corpus():
    generator = random.Random(11)
    pieces = [MENACE_AT_PORT, MENACE_ELSEWHERE, NEITHER, paragraph("menace", "menace")]
    return [
        article(number, f"s{number % 3}", *generator.choices(pieces, k=generator.randint(1, 6))) for number in range(18)
    ]


def result_of(articles, about=None):
    return framing.compare(articles, lexicon=lexicon("menace"), topic=about, settings=settings())


def json_of(articles):
    return result_of(articles, topic("harbour")).to_json()


def test_the_order_of_the_articles_changes_no_byte():
    articles = corpus()
    whole = json_of(articles)
    assert json.loads(whole)["topic"]["mentions"] > 10
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        assert json_of(articles) == whole


def test_any_partition_gives_the_same_bytes():
    """Records made apart, by matchers that have seen other words, and merged in another order."""
    from framing.study import Study

    study = Study(lexicon("menace"), settings(), None, topic("harbour"))
    articles = corpus()
    whole = framing.Corpus(articles=tuple(articles))
    counted = []
    for size in (1, 5, 18):
        records = []
        for start in range(0, 18, size):
            matcher, topic_matcher = study.matcher(), study.topic_matcher()
            part = [study.count(study.read(a, matcher), topic=topic_matcher) for a in articles[start : start + size]]
            records = [*part, *records]
        counted.append(study.finish(records, whole))
    assert all(one == other for one, other in itertools.pairwise(counted))


def test_the_signature_names_the_topic():
    assert result_of(corpus(), topic("harbour")).signature.endswith("|topic:harbour@0#111111")
    assert "topic" not in result_of(corpus()).signature


def test_the_topic_changes_no_other_number():
    with_ = json.loads(json_of(corpus()))
    without = json.loads(result_of(corpus()).to_json())
    del with_["topic"], with_["signature"], without["signature"]
    for source in (*with_["sources"], *without["sources"]):  # where the topic's words are a group of their own
        del source["contrast"]
    assert with_ == without


def test_the_topics_words_are_a_group_of_their_own_among_the_terms():
    articles = [article(number, "a", MENACE_AT_PORT, MENACE_AT_PORT) for number in (1, 2, 3)]
    articles.append(article(9, "b", NEITHER, NEITHER))
    kinds = {}
    for about in ((), ("harbour",)):
        made = result_of(articles, topic(*about)) if about else result_of(articles)
        kinds[about] = {term.term: term.kind for term in made.contrast("a").terms}
    assert kinds[()]["harbour"] == "word"
    assert kinds[("harbour",)]["harbour"] == "topic"
