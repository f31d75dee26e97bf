import pytest

from framing.errors import SettingsError
from framing.rates import interval
from framing.rates.interval import Interval, articles_only_interval, rate_interval
from framing.rates.moments import Moments
from framing.rates.pool import DECLARED


def source(*articles):
    """Moments of paragraphs and of articles; an article is a list of (hits, tokens)."""
    par, art = Moments.zero(), Moments.zero()
    for paragraphs in articles:
        one = Moments.of([y for y, _ in paragraphs], [n for _, n in paragraphs])
        par, art = par + one, art + one.as_one_unit()
    return par, art


EVEN = [(1, 50), (0, 60), (2, 70)]


@pytest.mark.parametrize(
    ("articles", "label"),
    [(1, interval.ONE_ARTICLE), (2, interval.BORROWED), (3, interval.BORROWED), (4, "")],
)
def test_the_label_says_what_the_interval_is_of(articles, label):
    assert rate_interval(*source(*[EVEN] * articles), DECLARED).label == label


def test_no_token_no_interval():
    nothing = Interval(None, None, "no token")
    assert rate_interval(Moments.zero(), Moments.zero(), DECLARED) == nothing
    assert articles_only_interval(Moments.zero(), DECLARED) == nothing


def test_one_long_article_stands_in_for_the_source():
    par, art = source([(5, 5000)], EVEN, EVEN, EVEN)
    assert rate_interval(par, art, DECLARED) == Interval(None, None, "dominated by one article")
    assert articles_only_interval(par, DECLARED).high is not None


def test_two_uneven_articles_keep_their_interval():
    # 1/D is below 2 for any two articles that differ in length by a word.
    assert rate_interval(*source(EVEN, [*EVEN, (0, 90)]), DECLARED).low is not None


def test_of_two_or_three_articles_one_that_is_ten_times_as_long_stands_for_both():
    for lengths in ([1000, 100], [1000, 50, 50], [1000, 99, 1], [5000, 90]):
        art = Moments.of([1] * len(lengths), lengths)
        assert interval.dominated(art)
        assert rate_interval(art, art, DECLARED).label == "dominated by one article"
    for lengths in ([1000, 150], [1000, 75, 75]):
        assert not interval.dominated(Moments.of([1] * len(lengths), lengths))


def test_no_more_hits_than_words():
    assert interval.per_1000(0.7) == pytest.approx(700)
    assert interval.per_1000(1.3) == 1000
    assert interval.per_1000(None) is None


def test_even_articles_do_not_give_a_point():
    # phi_A is 0 here; the Poisson floor holds.
    found = rate_interval(*source(*[EVEN] * 6), DECLARED)
    assert found.low < 18 / 1080 < found.high


def test_these_articles_only_is_labelled():
    assert articles_only_interval(source(EVEN, EVEN)[0], DECLARED).label == "these articles only"


def test_an_extreme_level_overflows_nothing():
    par, art = source([(1, 30)], [(30, 40)], [(0, 30)], [(0, 35)])
    found = rate_interval(par, art, DECLARED, level=1 - 1e-12)
    assert 0 <= found.low < found.high < float("inf")


@pytest.mark.parametrize("level", [0.0, 1.0, 95, float("nan")])
def test_a_level_is_a_probability(level):
    with pytest.raises(SettingsError, match="between 0 and 1"):
        rate_interval(*source(EVEN), DECLARED, level=level)
