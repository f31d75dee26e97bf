"""Trends on press releases whose every hit was planted (tests/data/releases/README.md), and on tiny texts."""

import datetime as dt
import json
import random
import re
from pathlib import Path

import jsonschema
import pytest

import framing
from framing.model.periods import PERIODS, period_name, period_number
from framing.report.schema import trend_schema
from framing.report.trend_export import trend_json

DATA = Path(__file__).parents[2] / "data"
EVENT = framing.TrendPlan(event="2021-03-15")
SHORT = framing.Settings(min_tokens=200)  # a side of the planted releases has 280 words
PLANTED = re.compile(r"\b(dangers?|dangerous|threats?|at risk)\b")


@pytest.fixture(scope="module")
def releases():
    return framing.read_corpus(DATA / "releases")


@pytest.fixture(scope="module")
def danger():
    return framing.load_lexicon(DATA / "releases.toml")


def text(hits, words=30):
    return " ".join(["danger is here"] * hits + ["the boats came home with fish"] * (words // 6)) + "."


def corpus(*rows):
    return framing.from_records(
        {"source": source, "text": text(hits), **({"date": date} if date else {})} for source, date, hits in rows
    )


def test_the_corpus_is_what_its_readme_says(releases):
    """Counted with a regular expression, not with the matcher."""
    assert len(releases) == 16
    for article in releases:
        after = article.metadata["date"] >= "2021-03-15"
        expected = 4 if after and article.source == "Ministry of Works" else 1
        assert len(PLANTED.findall(article.text)) == expected, article.id


def test_before_and_after_the_event(releases, danger):
    report = framing.trend(releases, plan=EVENT, lexicon=danger, settings=SHORT)
    ministry, board = report["Ministry of Works", "danger"], report["Harbour Board", "danger"]
    assert (ministry.before.articles, ministry.before.hits) == (4, 4)
    assert (ministry.after.articles, ministry.after.hits) == (4, 16)
    assert (board.before.hits, board.after.hits) == (4, 4)
    assert ministry.change.changed
    assert ministry.change.low > 1
    assert not board.change.changed
    assert board.change.low < 1 < board.change.high
    # What the columns say, and no 1/2 in it: 1/2 added to each count made a rise from 0 a ratio below 1.
    rates = [1000 * side.hits / side.tokens for side in (ministry.before, ministry.after)]
    assert ministry.change.ratio == pytest.approx(rates[1] / rates[0])


def test_a_side_of_too_few_tokens_is_in_no_claim(releases, danger):
    """Four releases of seventy words a side: the test is that of the longer text, the claim is not."""
    claimed = framing.trend(releases, plan=EVENT, lexicon=danger, settings=SHORT)["Ministry of Works", "danger"]
    report = framing.trend(releases, plan=EVENT, lexicon=danger)
    short = report["Ministry of Works", "danger"]
    assert short.before.tokens < 400
    assert (short.change.changed, short.change.reason) == (False, "insufficient_tokens")
    assert short.change._replace(changed=True, reason="") == claimed.change
    words = "fewer than 400 tokens of the chosen voices on a side of the event, so no change is claimed: "
    assert words + "Harbour Board, Ministry of Works" in report.notes


def test_short_sources_cost_the_others_no_power(danger):
    """q of a source's change is not doubled by a source of a few dozen words beside it."""
    long = [("a", f"2021-0{month}-01", 1 if month < 4 else 8) for month in range(1, 7)]
    tiny = [("b", "2021-01-01", 0), ("b", "2021-05-01", 1)]

    def report(rows):
        articles = framing.from_records(
            {"source": source, "text": text(hits, 30 if source == "b" else 300), "date": date}
            for source, date, hits in rows
        )
        return framing.trend(articles, plan=EVENT, lexicon=danger)

    alone, beside = report(long), report(long + tiny)
    assert alone["a", "danger"].change.reason == ""
    assert beside["b", "danger"].change.reason == "insufficient_tokens"
    # The constants of the intervals are lent by all, so the p-value may move; that it is not doubled is the point.
    assert beside["a", "danger"].change.q == pytest.approx(alone["a", "danger"].change.q, rel=0.2)


def test_a_larger_q_loosens_no_claim(releases, danger):
    """As with pairs: beyond .10 the false discoveries allowed may rise, what is sure does not."""

    def changes(q):
        choice = framing.Settings(min_tokens=200, q=q)
        return [one.change for one in framing.trend(releases, lexicon=danger, settings=choice).series]

    loose = changes(0.9)
    assert any(0.1 < change.q <= 0.9 for change in loose)
    assert [change.changed for change in loose] == [change.q <= 0.1 for change in loose]
    assert [change.q for change in loose] == [change.q for change in changes(0.1)]


@pytest.mark.parametrize(("before", "after"), [(0, 9), (9, 0)])
def test_hits_on_one_side_only_make_no_ratio(before, after, danger):
    rows = [("a", f"2021-0{month}-01", before if month < 3 else after) for month in (1, 2, 4, 5)]
    change = framing.trend(corpus(*rows), plan=EVENT, lexicon=danger)["a", "danger"].change
    assert change.ratio is None
    if after:
        assert (change.low > 0, change.high) == (True, None)
    else:
        assert (change.low, change.high > 0) == (0, True)


def test_a_slope_without_an_estimate_has_a_bound_of_nought(danger):
    rows = [("a", f"2021-0{month}-01", 9 if month == 1 else 0) for month in (1, 2, 3, 4)]
    change = framing.trend(corpus(*rows), lexicon=danger)["a", "danger"].change
    assert (change.ratio, change.low) == (None, 0)


def test_a_period_that_one_article_dominates_keeps_its_rate_without_bounds(danger):
    rows = [("2020-09", 300, 1), ("2020-10", 4000, 20), ("2020-10", 60, 1), ("2020-10", 60, 1), ("2020-10", 60, 1)]
    articles = framing.from_records(
        {"source": "a", "date": f"{month}-01", "text": text(hits, words)} for month, words, hits in rows
    )
    report = framing.trend(articles, lexicon=danger)
    period = report["a", "danger"].periods[1]
    assert period.rate == (pytest.approx(1000 * period.hits / period.tokens), None, None)
    assert period.interval_label == "dominated by one article"
    jsonschema.validate(json.loads(trend_json(report)), trend_schema())


def test_a_side_of_one_long_period_is_in_no_claim(danger):
    """Its rate is given no interval; an order in time claimed from it would be sure of what the rate is not."""
    rows = [("2020-09", 300, 1), ("2020-10", 300, 1), ("2020-11", 300, 1), ("2020-12", 300, 1), ("2021-04", 1200, 60)]
    rows += [("2021-05", 180, 9), ("2021-06", 180, 9), ("2021-07", 180, 9)]
    articles = framing.from_records(
        {"source": "a", "date": f"{month}-01", "text": text(hits, words)} for month, words, hits in rows
    )
    report = framing.trend(articles, plan=EVENT, lexicon=danger)
    change = report["a", "danger"].change
    assert change.q < 0.1
    assert (change.changed, change.reason) == (False, "dominated")
    assert "most words of a side are of one month, or of one article, so no change is claimed: a" in report.notes


def test_periods_hold_what_was_planted(releases, danger):
    report = framing.trend(releases, lexicon=danger)
    ministry = report["Ministry of Works", "danger"]
    assert [period.period for period in ministry.periods] == [f"2021-0{month}" for month in range(1, 7)]
    assert [period.hits for period in ministry.periods] == [2, 1, 5, 4, 4, 4]
    assert ministry.change.kind == "slope"
    assert ministry.change.ratio > 1
    pooled = framing.trend(releases, plan=framing.TrendPlan(pooled=True), lexicon=danger)
    assert [period.hits for period in pooled["all sources", "danger"].periods] == [3, 3, 7, 5, 5, 5]


def test_the_order_of_the_articles_changes_no_byte(releases, danger):
    for plan in (EVENT, framing.TrendPlan(per="week")):
        whole = trend_json(framing.trend(releases, plan=plan, lexicon=danger))
        shuffled = list(releases)
        random.Random(3).shuffle(shuffled)
        assert trend_json(framing.trend(shuffled, plan=plan, lexicon=danger)) == whole


def test_the_day_of_the_event_is_after(danger):
    rows = [("a", "2021-03-14", 1), ("a", "2021-03-15", 2), ("a", "2021-03-16T09:00Z", 3)]
    found = framing.trend(corpus(*rows), plan=EVENT, lexicon=danger)["a", "danger"]
    assert (found.before.hits, found.after.hits) == (1, 5)


def test_a_date_too_coarse_for_the_event_is_listed(danger):
    rows = [("a", "2021-02", 1), ("a", "2021-03", 7), ("a", "2021-04", 2)]
    report = framing.trend(corpus(*rows), plan=EVENT, lexicon=danger)
    assert (report["a", "danger"].before.hits, report["a", "danger"].after.hits) == (1, 2)
    assert [item.why for item in report.corpus.skipped] == ["date 2021-03 does not say whether it is before 2021-03-15"]


def test_articles_without_a_date_are_listed(danger):
    report = framing.trend(corpus(("a", "2021-02-01", 1), ("b", "", 3)), lexicon=danger)
    assert [(item.where, item.why) for item in report.corpus.skipped] == [("record 2", "no date in field 'date'")]
    assert report.corpus.articles == 1


def test_a_faulty_date_is_raised_or_listed(danger):
    articles = corpus(("a", "2021-02-01", 1), ("a", "14 June 2021", 3), ("a", "2021", 3))
    with pytest.raises(framing.CorpusError) as caught:
        framing.trend(articles, lexicon=danger)
    assert "record 2: date '14 June 2021' is no date with a month; write dates as 2015-06-14" in str(caught.value)
    assert "record 3: date '2021' is no date with a month" in str(caught.value)
    report = framing.trend(articles, lexicon=danger, on_error="skip")
    assert len(report.corpus.skipped) == 2


def test_nothing_dated(danger):
    with pytest.raises(framing.DataError, match="no article with a date is left"):
        framing.trend(corpus(("a", "", 1)), lexicon=danger)


def test_a_wrong_century_is_said(danger):
    rows = [("a", "0021-03-01", 1), ("a", "2021-03-01", 1)]
    with pytest.raises(framing.DataError, match="is a date wrong"):
        framing.trend(corpus(*rows), plan=framing.TrendPlan(per="day"), lexicon=danger)


def test_plans_that_name_nothing():
    with pytest.raises(framing.SettingsError, match="per is 'decade'"):
        framing.TrendPlan(per="decade")
    with pytest.raises(framing.SettingsError, match="is no date"):
        framing.TrendPlan(event="the ides of March")


@pytest.mark.parametrize(
    ("rows", "plan", "why"),
    [
        ([("a", f"2021-0{m}-01", 1) for m in (1, 2, 3)], framing.TrendPlan(), "fewer than 4 periods to go by"),
        ([("a", f"2021-0{m}-01", 0) for m in (1, 2, 3, 4)], framing.TrendPlan(), "no hit"),
        ([("a", "2021-01-01", 1)], EVENT, "no article from the event on"),
        ([("a", "2021-04-01", 1)], EVENT, "no article before the event"),
        ([("a", "2021-01-01", 0), ("a", "2021-04-01", 0)], EVENT, "no hit"),
    ],
)
def test_what_cannot_be_tested_says_why(rows, plan, why, danger):
    series = framing.trend(corpus(*rows), plan=plan, lexicon=danger)["a", "danger"]
    assert (series.change, series.untested) == (None, why)


def test_articles_without_a_word_in_the_chosen_voices(danger):
    """They are articles, and no unit; what is compared is what is there."""
    articles = corpus(("a", "2021-01-01", 1), ("a", "2021-04-01", 2))
    report = framing.trend(articles, plan=EVENT, lexicon=danger, settings=framing.Settings(voice="quoted"))
    series = report["a", "danger"]
    assert [period.articles for period in series.periods] == [1, 0, 0, 1]
    assert (series.before.articles, series.before.tokens, series.before.rate) == (1, 0, None)
    assert series.untested == "no article before the event in the chosen voices"
    assert trend_json(report)


def test_gaps_are_no_zeros_and_keep_their_width(danger):
    close = framing.trend(corpus(*(("a", f"2021-0{m}-01", m) for m in (1, 2, 3, 4))), lexicon=danger)
    rows = [
        ("a", date, hits) for date, hits in zip(("2021-01", "2021-02", "2021-03", "2022-01"), (1, 2, 3, 4), strict=True)
    ]
    wide = framing.trend(corpus(*rows), lexicon=danger)
    assert len(wide["a", "danger"].periods) == 13
    assert wide["a", "danger"].periods[5].rate is None
    assert 1 < wide["a", "danger"].change.ratio < close["a", "danger"].change.ratio
    assert any("is a gap" in note for note in wide.notes)


def test_one_article_on_a_side_is_said(danger):
    report = framing.trend(corpus(("a", "2021-01-01", 1), ("a", "2021-04-01", 2)), plan=EVENT, lexicon=danger)
    assert "one article on a side: that article is compared, not the source, of: a" in report.notes


def test_dates_of_frames_are_kept(danger):
    dates = [dt.datetime(2021, month, 1, 9, tzinfo=dt.UTC) for month in (1, 2)]
    records = [{"source": "a", "text": text(1), "date": date} for date in dates]
    report = framing.trend(framing.from_records(records), lexicon=danger)
    assert [period.period for period in report["a", "danger"].periods] == ["2021-01", "2021-02"]


@pytest.mark.parametrize("per", PERIODS)
def test_periods_follow_each_other(per):
    """Numbers rise by one from period to period, and a period's name is that of each of its days."""
    names = {}
    for offset in range(800):
        day = dt.date(2019, 12, 25) + dt.timedelta(offset)
        number = period_number(day.isoformat(), per)
        name = period_name(number, per)
        assert names.setdefault(number, name) == name
        if per == "week":
            assert name == day.strftime("%G-W%V")
        else:
            assert name.startswith(f"{day.year}")
    assert sorted(names) == list(range(min(names), max(names) + 1))
    assert len(set(names.values())) == len(names)


def test_the_options_are_in_the_signature(releases, danger):
    short = framing.trend(releases, plan=EVENT, lexicon=danger).signature.short
    assert "per=month,event=2021-03-15,pooled=off" in short
