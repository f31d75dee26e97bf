"""framing-compare --explain as a user sees it, on the demonstration corpus."""

import json
from dataclasses import replace

import jsonschema
import pytest
from click.testing import CliRunner

import framing
from framing.api.concordance import kwic
from framing.cli.compare import compare
from framing.errors import DataError
from framing.model.lexicon import Dimension, Entry, Lexicon
from framing.model.pattern import parse_pattern
from framing.model.shift import Shift, VoiceShift, VoiceSplit, WordShift
from framing.report.explain_page import explain_page
from framing.report.schema import schema
from framing.study import Study

A, B, D = "Posture Memo", "Longitude Seventy", "governance_critique"


def run(*arguments):
    return CliRunner().invoke(compare, ["--demo", "-q", *arguments])


@pytest.fixture(scope="module")
def page():
    return json.loads(run("-f", "json", "--explain", A, B, D).stdout)


def test_the_page_stands_behind_the_profile_within_80_columns():
    text = run("--explain", A, B, D, "--explain", A, B, "geopolitics").stdout
    assert max(map(len, text.splitlines())) <= 80
    profile, governance, geopolitics = text.split("\nWhy ")
    assert profile == run().stdout
    assert governance.startswith(f"{A} and {B} differ: Governance critique")
    assert "told apart" in governance
    assert "a tie." in " ".join(geopolitics.split())


def test_json_holds_what_the_schema_says(page):
    jsonschema.validate(page, schema())
    (why,) = page["explain"]
    rates = {source["source"]: source["dimensions"][D]["rate"] for source in page["sources"]}
    assert (why["rate_a"], why["rate_b"]) == pytest.approx((rates[A], rates[B]), rel=1e-5)
    assert {why["pair"]["a"], why["pair"]["b"]} == {A, B}


def test_entries_are_shown_by_the_words_that_were_hit(page):
    (why,) = page["explain"]
    assert all(part["words"] for part in why["parts"])
    hit = {part["entry"]: part["hits_a"] + part["hits_b"] for part in why["parts"]}
    profiles = {source["source"]: source["dimensions"][D]["hits"] for source in page["sources"]}
    assert sum(hit.values()) == profiles[A] + profiles[B]


def test_without_it_the_output_is_as_before():
    assert "explain" not in json.loads(run("-f", "json").stdout)


def test_html_has_the_page_escaped(tmp_path):
    run("--explain", A, B, D, "--html", str(tmp_path / "x.html"))
    html = (tmp_path / "x.html").read_text("utf-8")
    assert f"<pre>Why {A} and {B} differ" in html
    assert "[&lt;" in html


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Posture Mem", B, D), "did you mean 'Posture Memo'?"),
        ((A, B, "governance"), "no dimension 'governance'"),
        ((A, A, D), "compared with itself"),
    ],
)
def test_wrong_names_get_one_sentence(arguments, said):
    result = run("--explain", *arguments)
    assert result.exit_code == 1
    assert said in result.output


def test_other_formats_say_where_it_is():
    result = CliRunner().invoke(compare, ["--demo", "-f", "csv", "--explain", A, B, D])
    assert "what --explain says is in all formats but csv" in result.stderr


def flat(text):
    return " ".join(text.split())


@pytest.mark.parametrize("format_", ["markdown", "latex"])
def test_papers_have_the_tables_behind_the_profile(format_):
    text = run("-f", format_, "--explain", A, B, D).stdout
    plain = run("-f", format_).stdout
    assert len(text) > len(plain)
    assert f"Why {A} and {B} differ: Governance critique" in text
    said = text.replace("\\", "")
    assert "corruption [{corrupt,corruption,…}]" in said
    assert "quotes more" in said
    assert "told apart" in said
    if format_ == "latex":
        assert text.count("\\begin{table}") == text.count("\\end{table}") == plain.count("\\end{table}") + 1


def test_every_list_sums_to_the_difference(page):
    (why,) = page["explain"]
    for name in ("parts", "subframes", "stances"):
        assert sum(part["difference"] for part in why[name]) == pytest.approx(why["difference"], abs=1e-3)
        assert sum(part["hits_a"] for part in why[name]) == sum(part["hits_a"] for part in why["parts"])
    assert sum(part["weighted"] for part in why["parts"]) == pytest.approx(why["weighted_difference"], abs=1e-3)
    weighted = {source["source"]: source["dimensions"][D]["weighted_rate"] for source in page["sources"]}
    assert why["weighted_difference"] == pytest.approx(weighted[A] - weighted[B], abs=1e-3)


def test_what_is_explained_agrees_with_the_evidence():
    result = framing.compare(framing.demo_corpus())
    shift = result.shift(A, B, "securitisation")
    for source, hits in ((A, "hits_a"), (B, "hits_b")):
        rows = [
            row for row in result.evidence("securitisation", source=source) if row.counted and row.voice != "quoted"
        ]
        for stance in shift.stances:
            assert sum(row.stance == stance.stance for row in rows) == getattr(stance, hits)
        for part in shift.parts:
            mine = [row for row in rows if row.entry == part.entry]
            assert len(mine) == getattr(part, hits)
            assert all(" ".join(row.text.lower().split()) in part.words for row in mine)


def test_a_short_source_is_a_tie_and_says_why():
    text = flat(run("--min-tokens", "5000", "--explain", A, B, D).stdout.split("\nWhy ")[1])
    assert "a tie. One of the two has too few words for a claim." in text


def test_names_are_asked_for_before_the_corpus_is_counted(monkeypatch):
    def fail(*_, **__):
        raise AssertionError("counted")

    monkeypatch.setattr("framing.api.comparing.compare", fail)
    assert "did you mean" in run("--explain", "Posture Mem", B, D).output


@pytest.fixture
def bare():
    split = VoiceSplit(0.0, 0.0, 0.0, 0.0, 0.0, ())
    return WordShift(
        a="P",
        b="Q",
        dimension="d",
        title="D",
        rate_a=2.0,
        rate_b=1.0,
        difference=1.0,
        parts=(),
        subframes=(),
        voices=split,
    )


def test_a_pair_of_too_many_to_be_listed_is_a_tie_and_one_without_hits_has_nothing_to_explain(bare):
    assert "The two: a tie." in flat(explain_page(bare))
    text = flat(explain_page(replace(bare, verdict="untested", difference=0.0)))
    assert "Neither has a hit: there is no difference to explain." in text
    assert "by entry" not in text


def test_a_direction_that_weights_turn_is_said_to_be_so(bare):
    text = flat(explain_page(replace(bare, weighted_difference=-0.4)))
    assert "With the lexicon's weights the difference is -0.4: its direction depends on them." in text
    assert "weights" not in explain_page(replace(bare, weighted_difference=0.4))


def test_the_order_of_articles_changes_nothing():
    texts = [
        ("P", "The siege was a threat to the nation. The army warned of war."),
        ("Q", "Ministers were corrupt, said the mayor. \u201cA threat to the nation,\u201d she called it."),
        ("P", "A grave threat to the country, the paper wrote, and a danger to the state."),
        ("Q", "The court fears a threat to the state."),
    ]
    records = [{"source": source, "id": str(i), "text": text} for i, (source, text) in enumerate(texts)]
    there, back = (
        framing.compare(framing.from_records(some)).shift("P", "Q", "securitisation")
        for some in (records, records[::-1])
    )
    assert there.parts
    assert there == back


def test_many_questions_read_each_article_once_and_answer_as_one_by_one(monkeypatch):
    result = framing.compare(framing.demo_corpus())
    third = next(source for source in result.sources if source not in {A, B})
    questions = [(A, B, D), (B, A, D), (A, third, D), (A, B, "geopolitics")]
    alone = tuple(result.shift(*question) for question in questions)
    read, reads = Study.read, []
    monkeypatch.setattr(Study, "read", lambda *of: reads.append(of[1].id) or read(*of))
    assert result.explained(questions).comparison.explain == alone
    assert sorted(reads) == sorted(article.id for article in framing.demo_corpus() if article.source in {A, B, third})


@pytest.mark.parametrize("format_", ["table", "markdown", "latex", "json"])
def test_hostile_names_are_shown_and_not_obeyed(format_, tmp_path):
    evil = "=cmd|' /C calc'!A0\x1b[31m<script>\u202e \\input{x} " + "x" * 300
    rows = [
        {"source": evil, "id": "1", "text": "The siege was a grave threat to the nation, and the war came."},
        {"source": "b", "id": "2", "text": "The mayor said nothing of it. The court was corrupt."},
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    name = next(article.source for article in framing.read_corpus(path) if article.source != "b")
    done = CliRunner().invoke(compare, [str(path), "-q", "-f", format_, "--explain", name, "b", "securitisation"])
    assert done.exit_code == 0, done.output
    text = done.stdout
    assert "\x1b" not in text
    if format_ == "table":
        why = text[text.rindex("\nWhy ") :]
        assert max(map(len, why.splitlines())) <= 80
    if format_ == "markdown":
        assert "<script>" not in text
    if format_ == "latex":
        assert "\\input{x}" not in text


def test_terminals_without_bars_get_ascii():
    done = CliRunner(charset="ascii").invoke(compare, ["--demo", "-q", "--explain", A, B, D])
    assert done.exit_code == 0
    assert done.stdout_bytes.isascii()
    assert b"|######" in done.stdout_bytes


def test_parts_of_rare_hits_are_not_all_shown_as_nought(bare):
    parts = (Shift("siege", "s", 30, 10, 0.0302, ("siege",)), Shift("war", "s", 4, 9, -0.0081, ("war",)))
    rare = replace(bare, parts=parts, rate_a=0.812, rate_b=0.79, difference=0.0221)
    text = explain_page(rare)
    assert "+0.030" in text
    assert "-0.008" in text
    assert "a has 0.022 more." in flat(text)
    assert "a has as many." in flat(explain_page(replace(rare, difference=0.0)))


def test_a_dictionary_without_subframes_is_explained_too(tmp_path):
    (tmp_path / "mood.dic").write_text("%\n1\tworry\n%\nfear*\t1\nthreat*\t1\n", "utf-8")
    for name, text in (("P", "They fear a threat. A fear."), ("Q", "They saw a threat in the calm town.")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text(text, "utf-8")
    arguments = [str(tmp_path / "P"), str(tmp_path / "Q"), "--source-from", "folder", "-l", str(tmp_path / "mood.dic")]
    lexicon = framing.load_lexicon(str(tmp_path / "mood.dic"))
    done = CliRunner().invoke(compare, [*arguments, "-q", "--explain", "P", "Q", lexicon.dimensions[0].id])
    assert done.exit_code == 0, done.output
    assert "fear" in done.stdout.split("\nWhy P and Q differ")[1]


def test_who_gives_more_words_to_whom_is_named(bare):
    voices = (
        VoiceShift("own", 0.90, 0.90, 1.0, 1.0, 0.0, 0.0),
        VoiceShift("attributed", 0.02, 0.08, 1.0, 1.0, 0.0, 0.0),
        VoiceShift("quoted", 0.08, 0.02, 1.0, 1.0, 0.0, 0.0),
    )
    of = replace(bare, voices=replace_voices(bare, voices))
    text = flat(explain_page(of))
    assert "b attributes more, 8% of its words against 2%" in text
    assert "a quotes more, 8% of its words against 2%" in text
    attributed = replace(bare, voices=replace_voices(bare, voices[:2]))
    assert "quotes more" not in flat(explain_page(attributed))
    assert "both quote and attribute as much" in flat(explain_page(bare))


def replace_voices(bare, voices):
    return bare.voices._replace(voices=voices)


def test_a_source_without_a_word_in_the_voice_is_refused_and_the_profile_is_kept(tmp_path):
    page = tmp_path / "x.html"
    arguments = ("--voice", "quoted", "--html", str(page))
    done = run(*arguments, "--explain", A, B, D, "--explain", B, "Many Lanterns", D)
    assert done.exit_code == 1
    assert f"not explained: '{A}' has no token in the chosen voices" in done.stderr
    assert done.stdout.startswith(run("--voice", "quoted").stdout)
    assert f"Why {B} and Many Lanterns differ" in done.stdout
    assert f"Why {A}" not in done.stdout
    assert page.exists()
    with pytest.raises(DataError, match="no token in the chosen voices"):
        framing.compare(framing.demo_corpus(), settings=framing.Settings(voice="quoted")).shift(A, B, D)


def test_words_are_told_apart_by_source():
    result = framing.compare(framing.demo_corpus())
    for dimension in ("securitisation", "governance_critique", "geopolitics"):
        for part in result.shift(A, B, dimension).parts:
            assert {*part.words_a, *part.words_b} >= set(part.words)
            assert (bool(part.words_a), bool(part.words_b)) == (part.hits_a > 0, part.hits_b > 0)


SIGNS = ["", ", ", "; ", ": ", " (", ") ", " \u2014 ", " \u2013 ", ", (", "), ", " -- ", ' "']


@pytest.mark.parametrize("sign", SIGNS)
def test_kwic_finds_each_form_that_is_shown(sign):
    text = f"It was a threat{sign or ' '}as some had said, to the nation. Nobody minded."
    other = "A threat to the nation was seen. Nobody in the town minded what was said of it on the day."
    articles = [framing.Article(id=name, source=name, text=body) for name, body in (("P", text), ("Q", other))]
    lexicon = Lexicon(
        files=(),
        dimensions=(Dimension(id="d", title="D"),),
        entries=(Entry(pattern=parse_pattern("threat [12] nation"), dimension="d", subframe=""),),
    )
    (part,) = framing.compare(articles, lexicon=lexicon).shift("P", "Q", "d").parts
    assert (part.hits_a, part.hits_b) == (1, 1)
    for article, (form,) in zip(articles, (part.words_a, part.words_b), strict=True):
        (row,) = kwic(form, [article])
        assert row.text.startswith("threat")
        assert row.text.endswith("nation")
