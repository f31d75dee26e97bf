"""The demonstration corpus shows what its datasheet says."""

import pytest

import framing

BLOG, MEMO, LANTERNS = "Aldermoor Area Studies Blog", "Posture Memo", "Many Lanterns"
COURIER, NEWSLETTER = "The Tallholm Courier", "Longitude Seventy"


@pytest.fixture(scope="module")
def result():
    return framing.compare(framing.demo_corpus())


def test_five_sources(result):
    assert sorted(result.sources) == sorted([BLOG, MEMO, LANTERNS, COURIER, NEWSLETTER])


def test_denial_is_not_alarm(result):
    rate = {name: result[name]["securitisation"].rate.value for name in result.sources}
    net = {name: result[name]["securitisation"].stance.net_rate for name in result.sources}
    assert rate[BLOG] > rate[LANTERNS]
    assert min(net, key=net.get) == BLOG
    assert max(net, key=net.get) == COURIER


def test_governance_in_own_voice_and_in_that_of_readers(result):
    own = {name: result[name]["governance_critique"].voice["own"].rate for name in result.sources}
    assert max(own, key=own.get) == MEMO
    voice = result[LANTERNS]["governance_critique"].voice
    assert voice["quoted"].hits + voice["attributed"].hits > voice["own"].hits


def test_the_newsletter_is_the_geopolitical_text(result):
    rate = {name: result[name]["geopolitics"].rate.value for name in result.sources}
    assert max(rate, key=rate.get) == NEWSLETTER


def test_the_consent_banner_is_set_aside(result):
    memo = result[MEMO]
    assert memo.boilerplate_tokens > memo.tokens


def test_a_profile_opens_to_its_lines_and_sums_to_its_shift(result):
    shift = result.shift(BLOG, COURIER, "securitisation")
    rates = [result[name]["securitisation"].rate.value for name in (BLOG, COURIER)]
    assert shift.difference == pytest.approx(rates[0] - rates[1])
    assert sum(part.difference for part in shift.parts) == pytest.approx(shift.difference)
