import math

import pytest

from framing.errors import DataError
from framing.model.settings import Settings
from framing.rates.breadth import common_hits
from framing.rates.concentration import dispersion
from framing.rates.moments import Moments
from framing.rates.pool import DECLARED
from framing.rates.prior import estimated_prior
from framing.rates.rate_facts import rate_facts
from framing.rates.shrink import Prior, posterior_interval, posterior_mean
from framing.rates.sufficiency import insufficient
from framing.rates.tally import Tally
from framing.rates.weights import rank_correlation


def source(*articles):
    """Levels of a source from its articles, each a list of (hits, tokens) by paragraph."""
    parts = [Moments.of([y for y, _ in article], [n for _, n in article]) for article in articles]
    return sum(parts, Moments.zero()), sum((part.as_one_unit() for part in parts), Moments.zero())


ONE = source([(2, 40), (0, 60), (1, 100)])
TWO = source([(2, 40), (0, 60)], [(1, 100), (0, 80)])
NOTHING = (Moments.zero(), Moments.zero())


class TestRateFacts:
    def test_a_source_of_two_articles_has_both_intervals_and_one_of_one_has_one(self):
        facts = rate_facts({"one": ONE, "two": TWO}, DECLARED, 0.95)
        assert (facts["one"].articles_low, facts["one"].articles_high) == (None, None)
        two = facts["two"]
        assert two.articles_low < two.rate.value < two.articles_high
        assert (two.articles_low, two.articles_high) != (two.rate.low, two.rate.high)

    def test_where_one_article_holds_most_of_the_text_the_rate_stays_and_the_bounds_go(self):
        heavy = source([(9, 3000)], [(1, 60)], [(0, 50)], [(0, 70)])
        facts = rate_facts({"heavy": heavy, "one": ONE}, DECLARED, 0.95)["heavy"]
        assert facts.rate == (pytest.approx(1000 * 10 / 3180), None, None)
        assert facts.interval_label == "dominated by one article"
        assert facts.articles_low < facts.rate.value < facts.articles_high

    def test_without_a_token_there_is_no_rate_and_nothing_beside_it(self):
        facts = rate_facts({"none": NOTHING, "one": ONE}, DECLARED, 0.95)
        assert facts["none"].rate is None
        assert facts["none"].shrinkage is None
        assert facts["one"].shrinkage is None  # no other source has a token to draw it to

    def test_without_a_hit_there_is_an_upper_bound(self):
        silent = source([(0, 200), (0, 300)])
        facts = rate_facts({"silent": silent, "one": ONE}, DECLARED, 0.95)["silent"]
        assert facts.rate.value == facts.rate.low == 0.0
        assert facts.rate.high > 0
        assert facts.shrinkage.low < facts.shrunk < facts.shrinkage.high

    def test_sensitivity_runs_from_the_raw_rate_towards_that_of_the_others(self):
        facts = rate_facts({"one": ONE, "two": TWO}, DECLARED, 0.95)["one"]
        at = facts.shrinkage.at
        assert list(at) == ["0", "500", "2000"]
        assert at["0"] == facts.rate.value
        assert facts.shrunk == at["500"]
        assert at["0"] > at["500"] > at["2000"] > facts.shrinkage.towards
        assert facts.shrinkage.prior == "declared"

    def test_an_estimated_prior_is_offered_from_eight_sources(self):
        sources = {str(k): source([(k, 500), (0, 100)]) for k in range(8)}
        assert rate_facts(sources, DECLARED, 0.95)["3"].shrinkage.estimated.b0 > 0
        del sources["0"]
        assert rate_facts(sources, DECLARED, 0.95)["3"].shrinkage.estimated is None

    def test_sources_that_differ_by_chance_alone_are_pooled_completely(self):
        sources = {str(k): source([(3, 500), (2, 500)]) for k in range(9)}
        found = rate_facts(sources, DECLARED, 0.95)["0"].shrinkage.estimated
        assert (found.b0, found.low, found.high) == (None, None, None)
        assert found.value == found.towards == pytest.approx(5.0)


class TestPriors:
    def test_a_posterior_that_is_a_point_has_no_interval(self):
        assert posterior_interval(Moments.of([0], [500]), Prior(500, 0.0)) == (None, None)
        assert posterior_interval(Moments.of([3], [500]), Prior(math.inf, 0.01)) == (None, None)
        assert posterior_mean(Moments.of([3], [500]), Prior(math.inf, 0.01)) == 0.01

    def test_no_hit_anywhere_no_prior(self):
        assert estimated_prior([Moments.of([0], [500])] * 9, [1.0] * 9) is None

    def test_sources_without_a_token_do_not_count(self):
        assert estimated_prior([*[Moments.of([2], [500])] * 7, Moments.zero()], [1.0] * 8) is None

    def test_faults(self):
        with pytest.raises(DataError, match="below 1"):
            estimated_prior([Moments.of([1], [100])], [0.5])


def test_a_source_below_five_hits_does_not_set_the_number_to_compare_at():
    assert common_hits([30, 5, 4, 0]) == 5
    assert common_hits([]) is None


def test_dispersion_in_one_paragraph_is_none_and_has_no_norm():
    assert dispersion({(3, 80): 1}, 80, 80) == (0.0, None)


@pytest.mark.parametrize(("voice", "short"), [("headline", False), ("all", False), ("own", True), ("quoted", True)])
def test_too_short_is_judged_by_the_voices_that_the_rates_follow(voice, short):
    tally = Tally(articles=1, voice_tokens=(300, 150, 20))
    assert insufficient(tally, Settings(voice=voice, min_tokens=400)) is short


def test_rank_correlation_says_nothing_of_two_or_of_equal_values():
    assert rank_correlation([1.0, 2.0], [2.0, 1.0]) is None
    assert rank_correlation([1.0, 2.0, 3.0], [4.0, 4.0, 4.0]) is None
    assert rank_correlation([1.0, 2.0, 3.0], [3.0, 2.0, 1.0]) == -1.0
