"""What a reader of each page sees beside a rate."""

import csv
import io
import json

import jsonschema
import pytest

import framing
from framing.model.lexicon import Dimension, Entry, Lexicon, Subframe
from framing.model.pattern import parse_pattern
from framing.report.export import FORMATS
from framing.report.html import to_html
from framing.report.schema import schema
from framing.report.terminal import render_terminal
from framing.report.view import make_view

PLAIN = "The council met on the new road and said that the work would take a year. " * 8
# "siege" weighs next to nothing, so that the order of the two loud sources hangs on weights.
LEXICON = Lexicon(
    files=(),
    dimensions=(Dimension(id="alarm", title="Alarm", subframes=(Subframe(id="threat"), Subframe(id="siege"))),),
    entries=tuple(
        Entry(pattern=parse_pattern(word), dimension="alarm", subframe=word, scope="file", weight=weight)
        for word, weight in (("threat", 1.0), ("siege", 0.01))
    ),
)


def paragraphs(*texts):
    return "\n\n".join(texts)


SIEGES = "The siege went on and the siege was long, and after the siege came a siege that no one saw. "
THREATS = "The threat was not spoken of much by those who lived along the river and its many old bridges. "
LOUD = [paragraphs(*(f"{SIEGES} Day {i} ended. " * 2 for i in range(12)))] * 2
QUIET = [paragraphs(*(f"{THREATS} Day {i} ended. " * 2 for i in range(12)))] * 2


@pytest.fixture(scope="module")
def result():
    texts = {"loud": LOUD, "quiet": QUIET, "silent": [paragraphs(PLAIN, PLAIN + "Rain fell.")], "tiny": ["A siege."]}
    articles = [
        framing.Article(id=f"{source}{i}", source=source, text=text)
        for source, many in texts.items()
        for i, text in enumerate(many)
    ]
    return framing.compare(articles, lexicon=LEXICON, settings=framing.Settings(keep_boilerplate=True, min_tokens=100))


def table(result, **options):
    return render_terminal(make_view(result.comparison, where_articles=" (elsewhere: of these articles)"), **options)


def test_json_has_it_all_and_meets_the_schema(result):
    page = json.loads(result.to_json())
    jsonschema.validate(page, schema())
    by_name = {source["source"]: source["dimensions"]["alarm"] for source in page["sources"]}
    assert by_name["loud"]["articles_low"] < by_name["loud"]["rate"] < by_name["loud"]["articles_high"]
    assert by_name["silent"]["articles_low"] is by_name["silent"]["concentration"] is None
    assert by_name["loud"]["concentration"]["entry"] == 1.0
    assert by_name["loud"]["shrinkage"]["at"]["500"] == by_name["loud"]["shrunk"]
    assert by_name["loud"]["breadth"] | {"rarefied": 1.0, "hit": 1} == by_name["loud"]["breadth"]
    assert "weights_rank_correlation" in page["constants"]["alarm"]


def test_every_new_key_is_described_in_the_schema(result):
    facts = json.loads(result.to_json())["sources"][0]["dimensions"]["alarm"]
    known = schema()["properties"]["sources"]["items"]["properties"]["dimensions"]["additionalProperties"]["properties"]
    assert set(facts) - set(known) == set()
    for name in ("shrinkage", "hit_coverage", "concentration", "breadth"):
        assert set(facts[name]) == set(known[name]["properties"])
        assert all(part.get("description") or name == "breadth" for part in known[name]["properties"].values())


def test_none_found_is_shown_as_an_upper_bound_on_every_page(result):
    high = f"{result['silent']['alarm'].rate.high:.1f}"
    (row,) = [line for line in table(result).splitlines() if line.startswith("silent ") and "·" in line]
    assert f" 0 (at most {high}) " in row
    assert f"| 0 | at most {high} |" in FORMATS["markdown"](result.comparison)
    assert f"& 0 & at most {high} &" in FORMATS["latex"](result.comparison)
    assert f"<td>0</td><td>at most {high}</td>" in to_html(result.comparison)


def test_constants_and_legend_are_on_every_page(result):
    pages = {"table": " ".join(table(result).split()), "html": to_html(result.comparison)}
    pages |= {name: FORMATS[name](result.comparison) for name in ("markdown", "latex")}
    for name, page in pages.items():
        assert "phi0 = 1." in page, name
        assert "rho0 = 0." in page, name
        assert "declared" in page, name
        assert "Rank correlation of rates with and without entry weights: Alarm" in page, name
    assert "by a declared prior of 500 tokens" in pages["table"]
    assert "(elsewhere: of these articles)" in pages["table"]


def test_both_intervals_stand_on_the_pages_with_room(result):
    facts = result["loud"]["alarm"]
    # Tenths where they tell something: not of a bound of hundreds.
    ends = (facts.articles_low, facts.articles_high)
    shown = "–".join(f"{end:.1f}" if end < 100 else f"{end:.0f}" for end in ends)
    assert shown in to_html(result.comparison)
    assert f"| {shown} |" in FORMATS["markdown"](result.comparison)
    alone = framing.compare(framing.demo_corpus())
    assert "these articles only" not in to_html(alone.comparison)


def test_a_source_too_short_is_marked_and_explained(result):
    assert result["tiny"].flags == ("insufficient_tokens",)
    text = table(result)
    assert any(line.startswith("tiny* ") for line in text.splitlines())
    assert "*: too few tokens to compare" in " ".join(text.split())
    assert "too short, few hits" in to_html(result.comparison)


def test_a_source_dominated_by_one_article_has_a_rate_and_a_reason_for_no_interval():
    texts = [QUIET[0], *(f"A threat came on day {day}." for day in range(4))]
    articles = [framing.Article(id=str(i), source="uneven", text=text) for i, text in enumerate(texts)]
    result = framing.compare(articles, lexicon=LEXICON, settings=framing.Settings(keep_boilerplate=True))
    facts = result["uneven"]["alarm"]
    assert (facts.rate.low, facts.rate.high) == (None, None)
    text = table(result)
    (row,) = [line for line in text.splitlines() if line.startswith("uneven ") and "█" in line]
    assert f" {facts.rate.value:.1f} none " in row
    assert "interval none: one of the source's articles holds most of its words" in " ".join(text.split())
    page = json.loads(result.to_json())["sources"][0]["dimensions"]["alarm"]
    assert (page["rate"] > 0, page["low"], page["high"]) == (True, None, None)
    assert page["articles_low"] < page["rate"] < page["articles_high"]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_asked_for(result, width):
    assert max(len(line) for line in table(result, width=width).splitlines()) <= width


def test_an_order_that_hangs_on_weights_is_said_and_flagged(result):
    (pair,) = [p for p in result.comparison.pairs if {p.a, p.b} == {"loud", "quiet"}]
    assert (pair.a, pair.tie) == ("loud", False)
    assert result["loud"]["alarm"].weighted_rate < result["quiet"]["alarm"].weighted_rate
    assert all("order_depends_on_weights" in result[name]["alarm"].flags for name in ("loud", "quiet"))
    assert any(
        "the order of loud over quiet in Alarm depends on the lexicon's weights" in n for n in result.comparison.notes
    )


def test_no_order_no_flag():
    result = framing.compare(framing.demo_corpus())
    assert not any("depends on the lexicon's weights" in note for note in result.comparison.notes)


def test_csv_columns_hold_what_json_holds(result):
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](result.comparison))))
    for row in rows:
        facts = result[row["source"]]["alarm"]
        if row["subframe"]:
            assert row["shrunk"] == row["dp"] == ""
            continue
        assert row["articles_high"] == ("" if facts.articles_high is None else f"{facts.articles_high:.6g}")
        assert row["shrunk_high"] == f"{facts.shrinkage.high:.6g}"
        assert row["with_two_hits"] == f"{facts.hit_coverage.two:.6g}"
        assert row["breadth_at_hits"] == f"{facts.breadth.at_hits}"
        assert row["top_entry"] == ("" if facts.concentration is None else f"{facts.concentration.entry:.6g}")
