"""W40 to W45 and I50: for each a tiny lexicon and corpus that it finds fault with, and neighbours it lets pass."""

import random

import pytest

import framing
from framing.model.article import Article

FILLER = "The river was high and the market stayed open until late in the evening, as it does in spring. "


def article(number, text, source="Post", repeat=1):
    return Article(id=f"a{number:03}", source=source, text=(FILLER + text + " ") * repeat)


def many(text, count=6, sources=1):
    """Return `count` articles that hold `text` once, over `sources` sources."""
    return [article(n, text, f"S{n % sources}") for n in range(count)]


def faults(files, code, corpus, *entries, more="", **corpora):
    found = files.lint(*entries, more=more, corpus=corpus, **corpora)
    return [fault for fault in found if fault.code == code and "wood'" not in fault.message]


SKY = {"pattern": "night sky"}


def test_w40_never_matches(files):
    (fault,) = faults(files, "W40", many("The storm passed."), SKY)
    assert fault.message == "'night sky' (d) never matches in 6 articles"
    assert faults(files, "W40", many("The night sky passed."), SKY) == []
    assert faults(files, "W40", many("The night sky passed."), {**SKY, "role": "support"}) == []
    assert faults(files, "W40", many("The storm passed."), {**SKY, "status": "candidate"}) == []


def test_w40_says_what_keeps_it_from_counting(files):
    ruled = {**SKY, "exclude": ["night sky show"], "require": {"any": ["fear"]}}
    corpus = [*many("The night sky show began."), *many("They saw the night sky.", 2)]
    corpus = [Article(id=str(n), source="S", text=one.text) for n, one in enumerate(corpus)]
    (fault,) = faults(files, "W40", corpus, ruled)
    assert (
        "matches 8 times and never counts: 6 ruled out by its `exclude`, 2 without what its `require` asks"
        in fault.message
    )
    (fault,) = faults(files, "W40", many("Under a wide night sky."), SKY, {"pattern": "wide night sky"})
    assert fault.message.endswith("6 taken by others")
    assert fault.evidence == ("taken 6 times by 'wide night sky'",)


def test_w41_most_hits_of_a_dimension(files):
    def hits(corpus, *entries):
        return [fault for fault in faults(files, "W41", corpus, *entries) if "hits of" in fault.message]

    others = [{"pattern": f"grey {word}"} for word in "stone tower tree bird cloud dog".split()]
    text = " ".join(f"A {one['pattern']} stood." for one in others)
    # Six entries with six hits each are 16.7 % each; a seventh with six makes it 14.3 %.
    found = hits(many(text), *others)
    assert len(found) == 6
    assert "makes 6 of the 36 hits of 'd' (17%)" in found[0].message
    assert len(found[0].evidence) == 5
    assert "[grey stone]" in found[0].evidence[0]
    assert hits(many(text + " The night sky."), SKY, *others) == []
    # Support makes no hit, and is no part of what a hit is a share of.
    supports = [{**one, "role": "support"} for one in others]
    (fault,) = hits(many(text + " The night sky."), SKY, *supports)
    assert fault.message.startswith("'night sky' makes 6 of the 6")


def test_w41_most_paragraphs(files):
    support = {**SKY, "role": "support"}

    def corpus(*skies):
        paragraphs = [f"{FILLER}On day {n} {'a night sky' if n in skies else 'a storm'} was seen." for n in range(5)]
        return [Article(id=str(n), source="S", text="\n\n".join(paragraphs)) for n in range(3)]

    assert faults(files, "W41", corpus(1, 3), support) == []
    (fault,) = faults(files, "W41", corpus(0, 1, 3), support)
    assert "stands in 60% of the paragraphs" in fault.message


def outlets(rates, per_source=5):
    """Return articles of as many sources as `rates`, each holding the entry that many times."""
    return [
        Article(id=f"{source}-{n}", source=f"S{source}", text=FILLER * 20 + "The night sky. " * rate)
        for source, rate in enumerate(rates)
        for n in range(per_source)
    ]


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ([4, 4, 4, 4, 4], 1),
        ([4, 3, 5, 4, 4], 1),
        ([4, 4, 4, 0, 0], 0),  # in three of five
        ([4, 4, 4, 4, 0], 0),  # in four of five, but none beside twenty is a difference
        ([1, 1, 1, 1, 20], 0),  # one rate differs
        ([4], 0),  # one source has nothing to compare with
    ],
)
def test_w42_in_most_sources_at_one_rate(files, rates, expected):
    assert len(faults(files, "W42", outlets(rates), SKY)) == expected


def test_w42_asks_for_three_hits_a_source(files):
    # Five hits in five sources could not differ, whatever the word.
    assert faults(files, "W42", outlets([1] * 5, per_source=1), SKY) == []
    assert len(faults(files, "W42", outlets([1] * 5, per_source=3), SKY)) == 1


def test_w43_most_matches_removed(files):
    ruled = {**SKY, "exclude": ["night sky show"]}
    texts = ["The night sky show began."] * 4 + ["They saw the night sky."] * 4
    corpus = [article(n, text) for n, text in enumerate(texts)]
    assert faults(files, "W43", corpus, ruled) == []
    (fault,) = faults(files, "W43", corpus[:7], ruled)
    assert "loses 4 of its 7 matches: 0 to masks, 4 to its `exclude`" in fault.message
    assert all("[night sky]" in line for line in fault.evidence)
    mask = '[[mask]]\nid = "m"\npatterns = ["night sky show"]\n'
    (fault,) = faults(files, "W43", corpus[:7], SKY, more=mask)
    assert "4 to masks, 0 to its `exclude`" in fault.message
    # What its `require` asks for is another matter; and three of four is no share.
    assert faults(files, "W43", corpus, {**SKY, "require": {"any": ["comet"]}}) == []
    assert faults(files, "W43", corpus[1:5], ruled) == []


def test_w43_a_mask_that_removes_nothing(files):
    masks = (
        '[[mask]]\nid = "used"\npatterns = ["night sky show"]\n[[mask]]\nid = "idle"\npatterns = ["market stayed"]\n'
    )
    masks += '[[mask]]\nid = "user_topic"\npatterns = []\n'
    found = faults(
        files, "W43", [article(0, "The night sky show began."), article(1, "The night sky.")], SKY, more=masks
    )
    assert [fault.message for fault in found] == ["mask 'idle' keeps no match from counting in 2 articles"]


def test_w43_masks_alone_are_tried_beside_the_shipped_dimensions(files):
    head = '[lexicon]\nname = "m"\nversion = "1.0.0"\nlanguage = "en"\nlicence = "CC0-1.0"\n'
    masks = '[[mask]]\nid = "used"\npatterns = ["state of emergency act"]\n'
    masks += '[[mask]]\nid = "idle"\npatterns = ["night sky"]\n'
    corpus = many("The State of Emergency Act passed under a night sky.")
    found = framing.lint_lexicon(files.raw(head + masks), corpus=corpus)
    assert [(fault.code, fault.message) for fault in found] == [
        ("W43", "mask 'idle' keeps no match from counting in 6 articles")
    ]


def test_w44_most_hits_in_one_article(files):
    corpus = [article(0, "The night sky.", repeat=4), article(1, "The night sky."), article(2, "A storm.")]
    (fault,) = faults(files, "W44", corpus, SKY)
    assert "counts 5 times, 4 in one article" in fault.message
    assert fault.evidence[0] == "article a000"
    assert faults(files, "W44", [*corpus, article(3, "The night sky.")], SKY) == []
    assert faults(files, "W44", [article(0, "The night sky.", repeat=4)], SKY) == []  # four are too few to say


def test_w45_counts_in_the_null_corpus(files):
    sport = [article(0, "The night sky."), *(article(n, "They won.", repeat=10) for n in range(1, 3))]
    (fault,) = files.lint(SKY, null=sport)
    assert fault.code == "W45"
    assert "(1 in " in fault.message
    assert "[night sky]" in fault.evidence[0]
    # One hit in 20,000 tokens is .05 per 1,000; the rule asks for more.
    assert files.codes(SKY, null=[*sport, *(article(n, "They won.", repeat=100) for n in range(3, 14))]) == []
    assert files.codes({**SKY, "role": "support"}, null=sport) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in the Night Sky over tea.", 1),
        ("They met under the night sky over tea.", 0),
        ("\n\nLooking at the Night Sky\n\nThey met over tea and talked until it was late.", 0),  # a heading
        ("Lanterns of the Night Sky swung.", 1),
    ],
)
def test_i50_a_proper_noun(files, text, expected):
    assert len(faults(files, "I50", many(text), SKY)) == expected


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("storms", "Storms came.", 0),  # the capital is the sentence's
        ("alliance of the north", "They joined the Alliance of the North at last.", 1),  # "of" and "the" tell nothing
        ("us-led", "They joined the US-led talks.", 0),
    ],
)
def test_i50_asks_only_capitals_that_mean_something(files, pattern, text, expected):
    assert len(faults(files, "I50", many(text), {"pattern": pattern})) == expected


def test_the_order_of_the_articles_changes_nothing(files):
    entries = [SKY, {"pattern": "wide night sky"}, {"pattern": "market", "exclude": ["market stayed"]}]
    texts = ["The night sky.", "A wide night sky.", "The Market fell; the night sky.", "The market. The market."]
    corpus = [article(n, texts[n % 4], f"S{n % 3}", repeat=1 + n % 5) for n in range(40)]
    path = files.write(*entries)
    first = framing.lint_lexicon(path, corpus=corpus)
    assert {fault.code for fault in first} >= {"W40", "W41", "W43"}
    random.Random(1).shuffle(corpus)
    assert framing.lint_lexicon(path, corpus=corpus) == first


def test_the_corpus_is_read_once_whatever_the_number_of_files(files):
    def once():
        yield from many("The night sky passed.")

    one, other = files.write(SKY), files.write({"pattern": "night sky"}, name="e")
    found = framing.lint_lexicon(one, other, corpus=once())
    assert sum(fault.code == "W40" and "sky" in fault.message for fault in found) == 0
    assert sum(fault.code == "W41" and "hits of" in fault.message for fault in found) == 2


def test_articles_without_words_are_counted_apart(files):
    from framing.api.linting import lint_files

    linted = lint_files([files.write(SKY)], corpus=[article(0, "x"), Article(id="e", source="S", text="...")])
    assert (linted.corpus.articles, linted.corpus.wordless, linted.corpus.sources) == (1, 1, 1)
