import pytest

from framing.model.settings import Settings
from framing.rates import orders
from framing.rates.moments import Moments
from framing.rates.orders import find_orders
from framing.rates.pairs import pair_test
from framing.rates.pool import DECLARED
from framing.rates.sufficiency import bars


def source(*hits, tokens=400):
    par = Moments.of(hits, [tokens] * len(hits))
    return par, par.as_one_unit()


HIGH, MIDDLE, LOW, NONE = source(12, 9, 11, 10), source(5, 4, 6, 3), source(1, 0, 1, 0), source(0, 0, 0, 0)
NO_TOKEN = (Moments.zero(), Moments.zero())
CORPUS = {"high": HIGH, "low": LOW, "middle": MIDDLE, "none": NONE}


def found(sources, short=(), **settings):
    return find_orders({"d": sources}, {"d": DECLARED}, {"d": bars(sources, short)}, Settings(**settings))


def by_name(result):
    return {(pair.a, pair.b): pair for pair in result.pairs}


def test_the_higher_rate_stands_first():
    pairs = by_name(found(CORPUS))
    assert ("high", "middle") in pairs
    assert ("middle", "low") in pairs
    assert all(pair.p_greater >= 0.5 for pair in pairs.values())


def test_equal_rates_are_a_tie_in_the_order_of_names():
    (pair,) = found({"a": MIDDLE, "b": MIDDLE}).pairs
    assert (pair.a, pair.b, pair.tie, pair.p_greater, pair.reason) == ("a", "b", True, 0.5, "not_told_apart")
    assert pair.p_greater_adjusted == pytest.approx(0.5)


def test_a_larger_q_does_not_loosen_what_is_claimed():
    usual, loose = found(CORPUS, q=0.10).pairs, found(CORPUS, q=0.9).pairs
    assert [pair.tie for pair in usual] == [pair.tie for pair in loose]
    assert any(0.1 < pair.q <= 0.9 for pair in loose)
    assert {pair.tie for pair in loose} == {True, False}


def test_a_smaller_q_binds():
    assert all(pair.q <= 1e-9 or pair.tie for pair in found(CORPUS, q=1e-9).pairs)


def test_an_order_is_never_claimed_of_a_source_of_too_few_tokens():
    without = found(CORPUS)
    assert not by_name(without)["high", "low"].tie
    short = by_name(found(CORPUS, short=["low"]))
    assert short["high", "low"].tie
    assert short["high", "low"].reason == "insufficient_tokens"
    assert all(pair.reason == "insufficient_tokens" for names, pair in short.items() if "low" in names)
    assert not short["high", "none"].tie


def test_an_order_is_never_claimed_of_a_source_that_one_article_dominates():
    par = Moments.of([40, 0, 0, 1], [6000, 300, 300, 300])
    pairs = by_name(found({**CORPUS, "lone": (par, par)}))
    assert {pair.reason for names, pair in pairs.items() if "lone" in names} == {"dominated"}
    assert all(pair.tie for names, pair in pairs.items() if "lone" in names)
    assert not pairs["high", "low"].tie
    # Too few tokens weighs more than where they stand.
    both = found({**CORPUS, "lone": (par, par)}, short=["low"])
    assert by_name(both)["lone", "low"].reason == "insufficient_tokens"
    assert [(family.name, family.tests) for family in both.families] == [
        ("pairs", 3),
        ("pairs_insufficient_tokens", 4),
        ("pairs_dominated", 3),
    ]
    assert (both.counts["d"].insufficient, both.counts["d"].dominated) == (4, 3)


def test_short_sources_cost_the_others_no_power():
    alone = by_name(found({name: CORPUS[name] for name in ("high", "middle", "none")}))
    beside = found(CORPUS, short=["low"])
    assert all(by_name(beside)[names].q == pair.q for names, pair in alone.items())
    assert [(family.name, family.tests, family.found > 0) for family in beside.families] == [
        ("pairs", 3, True),
        ("pairs_insufficient_tokens", 3, False),
    ]


def test_what_cannot_be_tested_is_counted():
    counts = found({**CORPUS, "mute": NO_TOKEN, "quiet": NONE}).counts["d"]
    # with mute: five pairs without a token on one side; none and quiet: no hit on either
    assert (counts.tested, counts.untested) == (9, 6)


def test_of_too_many_pairs_only_those_told_apart_are_listed_and_none_is_lost(monkeypatch):
    every = found(CORPUS)
    monkeypatch.setattr(orders, "MOST_LISTED", 4)
    some = found(CORPUS)
    assert some.pairs == tuple(pair for pair in every.pairs if not pair.tie)
    assert some.families == every.families
    before, after = every.counts["d"], some.counts["d"]
    assert after == before._replace(listed=before.told_apart)
    assert (before.tested, before.listed) == (6, 6)


def test_a_family_runs_over_all_dimensions():
    both = find_orders({"d": CORPUS, "e": CORPUS}, {"d": DECLARED, "e": DECLARED}, {"d": {}, "e": {}}, Settings())
    assert both.families[0].tests == 12
    assert {pair.dimension for pair in both.pairs} == {"d", "e"}


def test_an_unbounded_ratio_has_no_high():
    pair = by_name(found(CORPUS))["high", "none"]
    assert pair.high is pair.rate_ratio is None
    assert pair.low == pair_test(HIGH, NONE, DECLARED).low


def test_one_source_has_no_pair():
    assert found({"a": HIGH}).pairs == ()
    assert found({"a": HIGH}).families[0].tests == 0
