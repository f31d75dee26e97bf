"""What holds of every draw: methods note, section 9."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chisquare

import framing
from framing.lexicon_tools.sample import Place, draw, share_out
from framing.model.lexicon import Cues, Dimension, Entry, Lexicon, Subframe
from framing.model.pattern import parse_pattern
from framing.model.sheet import SheetLine
from framing.signature import article_digest


def entry(pattern, **rest):
    return Entry(pattern=parse_pattern(pattern), dimension="d", subframe="s", **rest)


LEXICON = Lexicon(
    files=(),
    dimensions=(Dimension(id="d", title="D", subframes=(Subframe(id="s"),)),),
    entries=(
        entry("war"),
        entry("state of war"),
        entry("grave threat{,s}"),
        entry("army", role="support"),
        entry("gone", status="retired"),
    ),
    cues=Cues(negation=(parse_pattern("no"),)),
)
# A soft hyphen and a ligature move the offsets of the normalised text away from the raw ones.
PIECES = (
    "war", "state\u00a0of\nwar", "grave threats", "gr\u00adave\u00ad threat", "the army", "no war", "of\ufb01ce",
    "He left.", "\n\n", "peace, ", "\u201cwar\u201d", "gone", "\U0001f4a5",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=3, max_size=40).map(" ".join)
corpora = st.lists(texts, min_size=1, max_size=5).map(
    lambda pages: [framing.Article(id=f"a{n}", source="s", text=text) for n, text in enumerate(pages)]
)
plans = st.builds(
    framing.SamplePlan,
    per_entry=st.integers(1, 8),
    min_hits=st.integers(1, 3),
    seed=st.integers(0, 5),
    role=st.sampled_from(["frame", "support", "all"]),
)


def sample(articles, plan):
    return framing.sample_lexicon(LEXICON, articles, plan=plan, on_error="skip")


@settings(max_examples=60)
@given(corpora, plans)
def test_each_line_is_in_its_article_where_it_says(articles, plan):
    raw = {article.id: article.text for article in articles}
    drawn = sample(articles, plan)
    for line in drawn.lines:
        assert raw[line.article][line.start : line.end] == line.hit
        assert plan.role in (line.role, "all")
    assert len({line.id for line in drawn.lines}) == len(drawn.lines)


@settings(max_examples=60)
@given(corpora, plans, st.randoms())
def test_the_order_of_articles_changes_nothing(articles, plan, rng):
    shuffled = articles[:]
    rng.shuffle(shuffled)
    assert sample(shuffled, plan) == sample(articles, plan)


@settings(max_examples=60)
@given(corpora, plans)
def test_counts_are_those_of_a_comparison(articles, plan):
    drawn = sample(articles, plan)
    assert [count.entry for count in drawn.counts] == [
        e.name for e in LEXICON.entries if e.status == "active" and plan.role in (e.role, "all")
    ]
    evidence = Counter()
    for article in articles:
        for row in framing.score(article.text, lexicon=LEXICON)["d"].rows:
            evidence[row.entry] += 1
    for count in drawn.counts:
        if count.role == "frame":
            assert count.hits == evidence[count.entry]
        lines = [line for line in drawn.lines if line.fingerprint == count.fingerprint]
        wanted = min(plan.per_entry, count.hits) if count.hits >= plan.min_hits else 0
        assert count.drawn == len(lines) == wanted
        assert all(line.hits == count.hits for line in lines)


places = st.lists(
    st.builds(Place, st.sampled_from("abcdef"), st.integers(0, 99), st.just(100), st.just("own"), st.just("asserted")),
    unique=True,
    max_size=40,
)


@given(places, st.integers(1, 40), st.text())
def test_no_article_gives_a_second_line_before_every_other_gave_one(hits, most, key):
    drawn = draw(hits, most, key)
    assert len(drawn) == len(set(drawn)) == min(most, len(hits))
    there, taken = Counter(p.article for p in hits), Counter(p.article for p in drawn)
    # An article that has one line fewer than another has no more to give.
    top = max(taken.values(), default=0)
    assert all(taken[article] >= min(there[article], top - 1) for article in there)


@given(places, st.integers(1, 20), st.integers(1, 20), st.text())
def test_a_smaller_draw_begins_a_larger_one(hits, first, second, key):
    low, high = sorted((first, second))
    assert draw(hits, high, key)[:low] == draw(hits, low, key)


@given(places, st.text(), st.integers(1, 10))
def test_more_articles_push_lines_out_and_bring_no_other_of_the_old_ones(hits, key, most):
    old = [place for place in hits if place.article in "abc"]
    ranked = draw(old, len(hits) or 1, key)
    kept = [place for place in draw(hits, most, key) if place.article in "abc"]
    assert kept == ranked[: len(kept)]


def test_every_article_and_every_line_has_its_chance():
    hits = [Place(f"a{a}", n, n + 1, "own", "asserted") for a in range(20) for n in range(3)]
    articles, lines = Counter(), Counter()
    for seed in range(1000):
        drawn = draw(hits, 5, str(seed))
        articles.update(place.article for place in drawn)
        lines.update(place.start for place in drawn)
    assert len(articles) == 20
    assert chisquare(list(articles.values())).pvalue > 0.001
    assert chisquare([lines[n] for n in range(3)]).pvalue > 0.001


def test_two_seeds_are_two_draws():
    hits = [Place(f"a{a}", 0, 1, "own", "asserted") for a in range(60)]
    assert draw(hits, 30, "0\0p") != draw(hits, 30, "1\0p")


def test_a_rewritten_entry_is_tried_on_other_lines():
    articles = [framing.Article(id=f"a{n}", source="s", text=f"There was war in place {n}.") for n in range(60)]
    first = framing.sample_lexicon(LEXICON, articles)
    changed = LEXICON.entries[0].__class__(
        pattern=parse_pattern("war"), dimension="d", subframe="s", exclude=(parse_pattern("war chest"),)
    )
    lexicon = Lexicon(files=(), dimensions=LEXICON.dimensions, entries=(changed,), cues=LEXICON.cues)
    second = framing.sample_lexicon(lexicon, articles)
    assert len(first.lines) == len(second.lines) == 30
    assert {line.article for line in first.lines} != {line.article for line in second.lines}
    assert not {line.id for line in first.lines} & {line.id for line in second.lines}


def test_a_change_elsewhere_leaves_the_lines_as_they_were():
    articles = [framing.Article(id=f"a{n}", source="s", text=f"War and the army in place {n}.") for n in range(60)]
    other = Lexicon(
        files=(), dimensions=LEXICON.dimensions, entries=(entry("place"), entry("war", note="new")), cues=LEXICON.cues
    )
    one = [line for line in framing.sample_lexicon(LEXICON, articles).lines if line.entry == "war"]
    two = [line for line in framing.sample_lexicon(other, articles).lines if line.entry == "war"]
    assert one == two


def test_the_corpus_is_named_as_a_comparison_names_it():
    articles = list(framing.demo_corpus())
    signature = framing.compare(articles).signature
    drawn = framing.sample_lexicon(framing.load_lexicon(), articles)
    assert drawn.corpus.removeprefix("sha256:") == signature.rpartition("corpus:")[2]
    assert len({article_digest(article) for article in articles}) == 5


lines = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 999)), unique=True, min_size=1, max_size=60)


@given(lines, st.integers(1, 8))
def test_sheets_hold_whole_entries_and_differ_by_no_more_than_one(rows, parts):
    empty = dict.fromkeys(SheetLine._fields, "")
    whole = [SheetLine(**empty | {"fingerprint": e, "start": n}) for e, n in sorted(rows)]
    sizes = Counter(line.fingerprint for line in whole)
    if len(sizes) < parts:
        with pytest.raises(framing.DataError, match="too few"):
            share_out(whole, parts)
        return
    sheets = share_out(whole, parts)
    assert sorted(line for sheet in sheets for line in sheet) == sorted(whole)
    homes = [{line.fingerprint for line in sheet} for sheet in sheets]
    assert sum(map(len, homes)) == len(sizes)
    assert all(sheets)
    assert max(map(len, sheets)) - min(map(len, sheets)) <= max(sizes.values())


def test_the_largest_entries_are_shared_out_first():
    empty = dict.fromkeys(SheetLine._fields, "")
    sizes = {"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 5}
    whole = [SheetLine(**empty | {"fingerprint": e, "start": n}) for e, size in sizes.items() for n in range(size)]
    assert [len(sheet) for sheet in share_out(whole, 2)] == [5, 5]


@pytest.mark.parametrize("wrong", [{"per_entry": 0}, {"min_hits": 0}, {"context": 0}, {"role": "all of them"}])
def test_a_plan_that_cannot_be(wrong):
    with pytest.raises(framing.SettingsError):
        framing.SamplePlan(**wrong)


def test_context_is_thirty_words_or_more():
    rng = random.Random(3)
    articles = [
        framing.Article(id=str(n), source="s", text=" ".join(rng.choices(["calm", "day", "war", "river"], k=400)))
        for n in range(5)
    ]
    for line in framing.sample_lexicon(LEXICON, articles).lines:
        for side, there in ((line.before, line.start), (line.after, 400 * 5 - line.end)):
            assert len(side.split()) >= 30 or there < 250
