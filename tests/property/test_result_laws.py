"""Laws of whole results: what merging, order, copies and empty articles may and may not change."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.model.lexicon import Cues, Dimension, Entry, Lexicon, Presence, Subframe
from framing.model.pattern import parse_pattern
from framing.rates.tally import Tally, total
from framing.study import Study


def entry(pattern, dimension, subframe, weight=1.0):
    return Entry(pattern=parse_pattern(pattern), dimension=dimension, subframe=subframe, scope="file", weight=weight)


LEXICON = Lexicon(
    files=(),
    dimensions=(
        Dimension(
            id="alarm",
            title="Alarm",
            polarity="contestable",
            subframes=(Subframe(id="threat"), Subframe(id="war"), Subframe(id="siege")),
            presence=Presence(neighbours=0.3),
        ),
        Dimension(id="blame", title="Blame", subframes=(Subframe(id="graft"), Subframe(id="neglect"))),
    ),
    entries=(
        entry("threat{,s}", "alarm", "threat", 0.4),
        entry("war*", "alarm", "war"),
        entry("siege", "alarm", "siege", 0.7),
        entry("bribe{,s}", "blame", "graft"),
        entry("neglect{,ed}", "blame", "neglect", 0.3),
    ),
    cues=Cues(negation=(parse_pattern("no"),)),
)
WORDS = "threat threats war wars siege bribe bribes neglect no the town road of people report on a grey day".split()

sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(lambda words: f"The {' '.join(words)} came.")
quoted = sentence.map(lambda text: f"\u201c{text}\u201d said the mayor.")
paragraph = st.lists(sentence | sentence | quoted, min_size=1, max_size=3).map(" ".join)
text = st.lists(paragraph, min_size=1, max_size=4).map("\n\n".join)
# One source is always there, so that a corpus has a vocabulary to contrast.
PLAIN = "Rain fell over the long valley, and a carpenter told her neighbours what she had read that very morning."
corpora = st.lists(st.tuples(st.sampled_from(["A", "B", "C"]), text), min_size=1, max_size=6).map(
    lambda pairs: [*pairs, ("Z", "\n\n".join([PLAIN] * 5))]
)
orders = st.randoms(use_true_random=False)
fewer = settings(max_examples=30, deadline=None)


def articles(pairs, suffix=""):
    return [framing.Article(id=f"{i}{suffix}", source=source, text=text) for i, (source, text) in enumerate(pairs)]


# Furniture counts as text: paragraphs drawn from so few words are often alike, and would be set aside as copies.
SETTINGS = framing.Settings(keep_boilerplate=True)


def compare(items, **options):
    return framing.compare(items, lexicon=LEXICON, settings=SETTINGS, **options)


def tallies(pairs):
    study = Study(LEXICON, SETTINGS)
    matcher = study.matcher()
    return [study.count(study.read(article, matcher)).tally for article in articles(pairs)]


class TestTalliesMerge:
    """`+` on tallies is associative and commutative, with the empty one as its zero."""

    @given(st.lists(text, min_size=3, max_size=3))
    @fewer
    def test_in_every_grouping_and_order(self, texts):
        a, b, c = tallies([("A", text) for text in texts])
        assert (a + b) + c == a + (b + c) == (c + a) + b == total([b, c, a])
        assert a + Tally() == Tally() + a == a

    @given(corpora, orders)
    @fewer
    def test_in_every_partition(self, pairs, order):
        parts = tallies(pairs)
        whole = sum(parts, Tally())
        workers = [[] for _ in range(3)]
        for part in order.sample(parts, len(parts)):
            order.choice(workers).append(part)
        assert total([total(worker) for worker in workers]) == whole


class TestResults:
    """A result depends on which articles a source has, and on nothing else of them."""

    @given(corpora, orders)
    @fewer
    def test_any_order_of_the_articles_gives_the_same_bytes(self, pairs, order):
        items = articles(pairs)
        assert compare(order.sample(items, len(items))).to_json() == compare(items).to_json()

    @given(corpora, orders)
    @fewer
    def test_any_partition_of_the_articles_gives_the_same_bytes(self, pairs, order):
        """Each share read by a worker of its own, which has seen no other article."""
        study, items = Study(LEXICON, SETTINGS), articles(pairs)
        corpus = framing.Corpus(articles=tuple(items))
        shares = [[], [], []]
        for item in order.sample(items, len(items)):
            order.choice(shares).append(item)
        records = []
        for share in shares:
            matcher = study.matcher()
            records += [study.count(study.read(item, matcher)) for item in share]
        from framing.report.json_page import to_json

        assert to_json(study.finish(records, corpus)) == compare(items).to_json()

    @given(corpora)
    @fewer
    def test_a_second_copy_of_everything_changes_no_rate(self, pairs):
        once, twice = compare(articles(pairs)), compare(articles(pairs) + articles(pairs, "-again"))
        for source in once.sources:
            for dimension in ("alarm", "blame"):
                a, b = once[source][dimension], twice[source][dimension]
                assert b.hits == 2 * a.hits
                assert rates(b) == pytest.approx(rates(a), rel=1e-12)

    @given(corpora, st.sampled_from(["", " \n\n ", "\u2014 * * *"]), st.sampled_from("ABCD"))
    @fewer
    def test_an_article_without_words_changes_only_what_was_skipped(self, pairs, nothing, source):
        items = articles(pairs)
        empty = framing.Article(id="empty", source=source, text=nothing)
        page = json.loads(compare([empty, *items], on_error="skip").to_json())
        (skipped,) = page["corpus"].pop("skipped")
        assert skipped["where"] == "empty"
        expected = json.loads(compare(items).to_json())
        assert expected["corpus"].pop("skipped") == []
        assert page == expected


def rates(facts):
    """Everything of a profile that is a rate or a share of the text, flattened; None where there is none."""
    voice = [count.rate for count in facts.voice.values()]
    subframes = [count.rate for count in facts.subframes.values()]
    found = [
        facts.rate and facts.rate.value,
        facts.weighted_rate,
        facts.coverage,
        facts.evidence,
        *(facts.hit_coverage or (None, None)),
        facts.sentence_capped_rate,
        facts.breadth.hit,
        facts.breadth.evenness,
        facts.stance.net_rate,
        facts.concentration and facts.concentration.entry,
        facts.concentration and facts.concentration.dp,
        *voice,
        *subframes,
    ]
    return {i: value for i, value in enumerate(found) if value is not None}


class TestCounts:
    """What the tally says of paragraphs and sentences is what a reader who counts words finds."""

    plain = st.lists(
        st.lists(
            st.lists(st.sampled_from(["threat", "siege", "town", "road"]), min_size=3, max_size=9),
            min_size=1,
            max_size=3,
        ),
        min_size=1,
        max_size=5,
    )

    @given(st.lists(plain, min_size=1, max_size=3))
    @fewer
    def test_against_a_count_by_hand(self, texts):
        items = [
            framing.Article(
                id=str(i),
                source="A",
                text="\n\n".join(" ".join(f"The {' '.join(words)} came." for words in p) for p in text),
            )
            for i, text in enumerate(texts)
        ]
        items.append(framing.Article(id="z", source="Z", text="\n\n".join([PLAIN] * 5)))
        facts = compare(items)["A"]["alarm"]
        sentences = [words for text in texts for p in text for words in p]
        hits = [[sum(w in {"threat", "siege"} for w in words) for words in p] for text in texts for p in text]
        sizes = [sum(len(words) + 2 for words in p) for text in texts for p in text]
        y, n = [sum(p) for p in hits], sum(sizes)
        assert facts.hits == sum(y)
        assert facts.rate.value == pytest.approx(1000 * sum(y) / n)
        assert facts.sentence_capped_rate == pytest.approx(1000 * sum(h > 0 for p in hits for h in p) / n)
        for share, least in zip(facts.hit_coverage, (1, 2), strict=True):
            assert share == pytest.approx(sum(s for s, k in zip(sizes, y, strict=True) if k >= least) / n)
        if not sum(y):
            assert facts.concentration is None
            return
        entries = [sum(words.count(w) for words in sentences) for w in ("threat", "siege")]
        # Gries 2008 by its definition: half the sum of the absolute differences of two vectors of shares.
        dp = sum(abs(s / n - k / sum(y)) for s, k in zip(sizes, y, strict=True)) / 2
        found = facts.concentration
        assert (found.entry, found.paragraph) == (max(entries) / sum(y), max(y) / sum(y))
        assert found.dp == pytest.approx(dp, abs=1e-12)
        if len(sizes) > 1:
            assert found.dp_norm == pytest.approx(dp / (1 - min(sizes) / n), abs=1e-12)
        else:
            assert found.dp_norm is None
