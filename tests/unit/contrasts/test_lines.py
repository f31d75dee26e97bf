"""Every contrast term opens to its lines, as it was counted, in the raw text."""

import pytest
from click.testing import CliRunner

import framing
from framing.api.concordance import kwic
from framing.api.first_lines import first_lines
from framing.errors import DataError
from framing.study import Study


@pytest.fixture(scope="module", name="demo")
def demo_fixture():
    corpus = framing.demo_corpus()
    return corpus, framing.compare(corpus)


def test_each_term_has_as_many_lines_as_hits_and_each_is_in_the_raw_text(demo):
    corpus, result = demo
    raw = {article.id: article.text for article in corpus}
    for profile in result:
        assert profile.contrast.terms
        for term in profile.contrast.terms:
            rows = list(result.concordance(term, source=profile.source))
            assert len(rows) == term.count
            assert all(raw[row.article][row.start : row.end] == row.text for row in rows)
            assert all(row.text.casefold().startswith(term.term.split(" ")[0]) for row in rows)
            assert len({row.paragraph for row in rows}) >= 2


def test_the_concordance_command_finds_at_least_those(demo):
    # It looks in all voices, so it may find more; words folded, possessives off, phrases too.
    corpus, result = demo
    for profile in result:
        articles = [article for article in corpus if article.source == profile.source]
        for term in profile.contrast.terms:
            assert sum(1 for _ in kwic(term.term, articles)) >= term.count


def test_possessives_and_capitals_are_the_same_term():
    text = "The Regime's law, the regime\u2019s men and a REGIME law met here " + "with many others " * 6
    corpus = [framing.Article(id=name, source=name, text=text) for name in "AB"]
    result = framing.compare(corpus)
    assert [row.text for row in result.concordance("regime", source="A")] == ["Regime's", "regime\u2019s", "REGIME"]
    assert [row.text for row in result.concordance("regime law", source="B")] == ["Regime's law", "REGIME law"]
    assert list(result.concordance("law the")) == []  # function words end no phrase ... and a comma parts these


def test_no_such_source_is_said(demo):
    with pytest.raises(DataError, match="no source 'Nobody'"):
        list(demo[1].concordance("word", source="Nobody"))


def test_the_page_shows_lines_and_keeps_markup_harmless(tmp_path):
    places = ("north", "south", "east", "west")
    evil = [
        f"Men in the {p} spoke of <script>alert(1)</script> reform, and of {p} roads; and so the {p} spoke of it too."
        for p in places
    ]
    plain = [
        f"Nobody in the {p} says anything of the kind, whatever the others of the {p} may say about it all."
        for p in places
    ]
    corpus = [
        framing.Article(id="<b>x</b>", source="A", text="\n\n".join(evil)),
        framing.Article(id="y", source="B", text="\n\n".join(plain)),
    ]
    page = tmp_path / "page.html"
    framing.compare(corpus).write_html(page)
    written = page.read_text("utf-8")
    assert "Words and names in their lines" in written
    assert "<b>script&gt; reform</b>" in written  # what a page holds between two words is shown, never obeyed
    assert "<script>" not in written
    assert "&lt;b&gt;x&lt;/b&gt;" in written


def test_against_on_the_command_line():
    from framing.cli.compare import compare

    run = CliRunner().invoke
    named = run(compare, ["--demo", "--against", "Posture Memo"])
    assert named.exit_code == 0
    assert "Words against Posture Memo" in named.stdout
    assert 'against="Posture Memo"' in named.stdout.replace("\n", "")
    wrong = run(compare, ["--demo", "--against", "Posture Memmo"])
    assert wrong.exit_code == 1
    assert "did you mean 'Posture Memo'" in wrong.stderr
    rest = run(compare, ["--demo"])
    assert "Words against the rest" in rest.stdout
    assert "Names:" in rest.stdout
    assert max(map(len, rest.stdout.splitlines())) <= 80


def test_json_keeps_its_schema():
    import json

    import jsonschema

    from framing.report.schema import schema

    page = json.loads(framing.compare(framing.demo_corpus()).to_json())
    jsonschema.validate(page, schema())
    term = page["sources"][0]["contrast"]["terms"][0]
    assert {"kind", "apart", "tested", "z_bursts", "log_ratio_low", "tfidf_q", "flags"} <= set(term)


def test_lines_of_the_page_are_of_different_articles_and_do_not_hang_on_their_order():
    texts = [
        f"Reform came on day {day} and was greeted.\n\nNo reform was like that of day {day}.\n\nThe reform went on."
        for day in range(8)
    ]
    articles = [framing.Article(id=f"a{n}", source="A", text=text) for n, text in enumerate(texts)]
    articles += [
        framing.Article(id=f"b{n}", source="B", text=f"Nothing was said of it on day {n}.\n\nIt rained on that day.")
        for n in range(8)
    ]
    settings = framing.Settings(keep_boilerplate=True)
    there, back = (
        first_lines(framing.compare(some, settings=settings).comparison, framing.Corpus(articles=tuple(some)), study)
        for some in (articles, articles[::-1])
        for study in [Study(framing.load_lexicon(), settings)]
    )
    assert there == back
    rows = there["A", "reform"]
    assert len({row.article for row in rows}) == 3
    assert [row.article for row in rows] == sorted(row.article for row in rows)


def test_a_source_of_one_article_has_three_lines_of_it_all_the_same(demo):
    corpus, result = demo
    lines = first_lines(result.comparison, corpus, Study(framing.load_lexicon(), framing.Settings()))
    for profile in result:
        for term in profile.contrast.terms:
            assert len(lines[profile.source, term.term]) == min(3, term.count)
