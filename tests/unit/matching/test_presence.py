"""Section 2, presence: the evidence of a paragraph."""

import pytest

from framing.lexicon_tools.trial import plain_document
from framing.matching.matcher import Matcher
from framing.matching.presence import evidence, paragraph_count, paragraph_words
from framing.model.article import Article
from framing.model.lexicon import Cues, Dimension, Entry, Lexicon
from framing.model.pattern import parse_pattern
from framing.text.reading import read_article


def entry(pattern, **options):
    return Entry(pattern=parse_pattern(pattern), dimension=options.pop("dimension", "d"), subframe="", **options)


def strength(document, *entries):
    names = dict.fromkeys(entry.dimension for entry in entries)
    lexicon = Lexicon(
        files=(),
        dimensions=tuple(Dimension(id=name, title=name) for name in names),
        entries=entries,
        cues=Cues(negation=(parse_pattern("no"),)),
    )
    return evidence(document, Matcher(lexicon).match(document), lexicon)


def of_text(text, *entries):
    return strength(plain_document(text), *entries)["d"].tolist()


THREAT = entry("{grave,big} threat{,s}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.", 0),
        ("A grave threat.", 1),
        ("A grave threat and a grave threat.", 1),  # one distinct string
        ("A grave threat and a Grave Threat.", 1),  # case is no difference
        ("A grave threat and a big threat.", 2),
        ("A grave threat, a big threat and big threats.", 2),  # at most two
        ("There is no grave threat.", 0),  # a negated hit of a plain dimension is not live
    ],
)
def test_weight_times_distinct_strings(text, expected):
    assert of_text(text, THREAT) == [expected]


def test_frame_and_support_add_up():
    assert of_text("The troops were a grave threat.", THREAT, entry("troops", role="support", weight=0.2)) == [1.2]


def test_support_beneath_a_hit_adds_nothing():
    assert of_text("It was a grave threat.", THREAT, entry("threat", role="support")) == [1]


@pytest.mark.parametrize(("words", "expected"), [(10, 1.0), (40, 1.0), (80, 2**-0.25), (640, 0.5)])
def test_long_paragraphs_are_damped(words, expected):
    text = "grave threat" + " so" * (words - 2)
    assert of_text(text, THREAT) == [pytest.approx(expected)]


def test_every_dimension_and_paragraph_for_itself():
    text = (
        "The minister spoke at length of a grave threat to the town.\n\n"
        "The farmers of the valley brought in the harvest in the rain that day.\n\n"
        "The troops of the neighbour marched along the river to the bridge."
    )
    document = read_article(Article(id="a", source="s", text=text))
    found = strength(document, THREAT, entry("troops", dimension="e", weight=0.5))
    assert found["d"].tolist() == [1, 0, 0]
    assert found["e"].tolist() == [0, 0, 0.5]
    assert paragraph_count(document) == 3
    assert paragraph_words(document).sum() == len(document)


def test_an_empty_text_has_no_evidence():
    document = read_article(Article(id="a", source="s", text=""))
    assert strength(document, THREAT)["d"].sum() == 0
