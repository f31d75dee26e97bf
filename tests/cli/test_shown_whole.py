"""What a terminal shows fits its window whatever the names and numbers, and what is empty says why."""

import json
import re

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.cli.compare import compare
from framing.model.lexicon import Dimension, Entry, Lexicon, Subframe
from framing.model.pattern import parse_pattern
from framing.report.export import FORMATS
from framing.report.html import to_html
from framing.report.terminal import render_terminal
from framing.report.view import make_view
from framing.report.width import columns

LEXICON = Lexicon(
    files=(),
    dimensions=(Dimension(id="d", title="Alarm", subframes=(Subframe(id="s"),)),),
    entries=(Entry(pattern=parse_pattern("threat"), dimension="d", subframe="s"),),
)
HIT = "The threat was spoken of by those who lived along the river and its many old bridges."
NONE = "Nobody said anything of the kind, whatever the others may say about it all on that day."
QUOTED = "\u201cThe threat is here, and it is great, and all of us in the town will see it.\u201d"


def result_of(texts, **choices):
    articles = [
        framing.Article(id=f"{source}{number}", source=source, text=text)
        for source, many in texts.items()
        for number, text in enumerate(many)
    ]
    choices = {"keep_boilerplate": True, "min_tokens": 5, **choices}
    return framing.compare(articles, lexicon=LEXICON, settings=framing.Settings(**choices))


def flat(text):
    return " ".join(text.split())


NAMES = st.text("ab 日報e\u0301ｱ한|*", min_size=1, max_size=120).filter(str.strip)


@settings(deadline=None, max_examples=25)
@given(
    st.lists(NAMES, min_size=1, max_size=4, unique=True),
    st.sampled_from([60, 80, 100]),
    st.sampled_from([0.5, 0.95, 0.999999]),
    st.booleans(),
)
def test_no_line_is_wider_than_the_window(names, width, level, ascii_only):
    result = result_of({name: [HIT, NONE][: 1 + n % 2] for n, name in enumerate(names)}, level=level)
    text = render_terminal(make_view(result.comparison), width=width, ascii=ascii_only)
    assert max(map(columns, text.splitlines())) <= width


@pytest.mark.parametrize("width", [60, 80])
def test_columns_that_have_no_room_are_named(width):
    result = result_of({"n" * 100: [HIT] * 3, "b": [NONE]}, level=0.999999)
    text = render_terminal(make_view(result.comparison), width=width)
    head = next(line for line in text.splitlines() if " rate " in line)
    told = flat(text.partition("no room for: ")[2].partition(";")[0]).split(", ")
    for name in ("hits", "shrunk", "quoted", "cover", "sub"):
        assert (name in head.split()) != (name in told)
    assert {"rate", "interval"} <= set(head.split())


@pytest.mark.parametrize("width", range(60, 121, 6))
def test_the_rate_its_interval_and_its_direction_have_room_in_every_window(width):
    text = render_terminal(make_view(framing.compare(framing.demo_corpus()).comparison), width=width)
    assert max(map(columns, text.splitlines())) <= width
    head = next(line for line in text.splitlines() if " rate " in line).split()
    assert {"rate", "interval", "net"} <= set(head)
    assert ("no room for" in text) == (not {"hits", "shrunk", "quoted", "cover", "sub"} <= set(head))


def test_pairs_that_were_not_tested_are_no_ties():
    text = result_of({"A": [HIT], "B": [QUOTED], "C": [HIT + NONE]})
    shown = flat(render_terminal(make_view(text.comparison)))
    assert "no order is claimed. 1 pair tested: a tie" in shown
    assert "2 pairs not tested: neither has a hit, or one has no word in the chosen voices" in shown
    assert "all pairs are ties" not in shown


def test_none_asked_for_is_not_none_found():
    result = result_of({"A": [HIT], "B": [NONE]}, top=0)
    pages = [render_terminal(make_view(result.comparison)), to_html(result.comparison)]
    for page in pages:
        assert "no hit" not in page
        assert "none stands out" not in page
    assert "no hit" in render_terminal(make_view(result_of({"A": [HIT], "B": [NONE]}).comparison))


def test_the_source_that_others_are_set_against_says_so():
    run = CliRunner().invoke(compare, ["--demo", "-q", "--against", "Posture Memo"])
    assert "Words: what the others are set against" in run.stdout
    assert " 0 tested" not in run.stdout


def test_one_source_is_set_against_nothing():
    text = render_terminal(make_view(result_of({"A": [HIT]}).comparison))
    assert "Words" not in text


def test_papers_give_what_a_rate_is_made_of():
    page = FORMATS["markdown"](result_of({"A": [HIT, QUOTED], "B": [NONE]}).comparison)
    (row,) = [line for line in page.splitlines() if line.startswith("| A ")]
    _, tokens, hits, rate = [cell.strip() for cell in row.strip("|").split("|")][:4]
    assert f"{1000 * int(hits) / int(tokens):.1f}" == rate
    assert int(tokens) < len(re.findall(r"\w+", HIT + " " + QUOTED))


def test_the_note_under_a_latex_table_is_made_of_sentences():
    text = CliRunner().invoke(compare, ["--demo", "-q", "-f", "latex"]).stdout
    note = next(line for line in text.splitlines() if line.startswith(r"\par\footnotesize"))
    assert re.search(r"\)\. The other \d+ pairs: ties\. Possible ranks: [^.]*\. Tokens and hits", note)


def test_html_scrolls_its_tables_and_breaks_no_cell():
    page = to_html(result_of({"A": [HIT], "B": [NONE]}).comparison)
    assert "white-space:nowrap" in page
    assert "overflow-x:auto" in page
    assert "initial-scale=1" in page


def test_json_carries_the_tokens_of_the_voices():
    page = json.loads(result_of({"A": [HIT, QUOTED], "B": [NONE]}).to_json())
    for source in page["sources"]:
        facts = source["dimensions"]["d"]
        assert facts["rate"] == pytest.approx(1000 * facts["hits"] / source["spoken_tokens"], rel=1e-5)
