"""Section 6 of the codebook: from the stances of hits to the stance of a paragraph."""

import pytest

from framing.lexicon_tools.trial import plain_document
from framing.matching.matcher import Matcher
from framing.matching.paragraph_stance import Claim, paragraph_stance, paragraph_stances
from framing.model.article import Article
from framing.model.lexicon import Cues, Dimension, Entry, Lexicon
from framing.model.pattern import parse_pattern
from framing.text.reading import read_article

A, C, R = "asserted", "contested", "reported"


def stance(*sentences):
    """Each argument holds the stances of one sentence."""
    return paragraph_stance(Claim(number, one) for number, claims in enumerate(sentences) for one in claims)


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        # one kind only
        ([[A]], A),
        ([[C]], C),
        ([[R]], R),
        ([[R], [R]], R),
        # no uptake: more reports than claims, or as many and the last word is another's
        ([[A], [R], [R]], R),
        ([[R], [R], [A]], R),
        ([[A], [R]], R),
        # uptake
        ([[R], [A]], A),
        ([[A], [A], [R]], A),
        ([[R], [C]], C),
        # the conclusion wins
        ([[A], [C]], C),
        ([[C], [A]], A),
        ([[C], [C], [A]], A),
        # ... and where a report ends it, the more frequent
        ([[C], [C], [A], [R]], C),
        ([[A], [C], [A], [R]], A),
        # balanced
        ([[A], [C], [R]], R),
        # sentences count, not hits; a contest cue speaks for its sentence, the author before whom he reports
        ([[A, A, A], [C]], C),
        ([[R, R, R], [A]], A),
        ([[A, C]], C),
        ([[C, A]], C),
        ([[A, R]], A),
    ],
)
def test_rule(sentences, expected):
    assert stance(*sentences) == expected


def test_no_claim_has_no_stance():
    assert stance() is None


LEXICON = Lexicon(
    files=(),
    dimensions=(Dimension(id="d", title="D", polarity="contestable"),),
    entries=(Entry(pattern=parse_pattern("threat"), dimension="d", subframe=""),),
    cues=Cues(negation=(parse_pattern("no"),), contest=(parse_pattern("myth"),)),
)


def read(text):
    document = read_article(Article(id="a", source="s", text=text), keep_boilerplate=True)
    return paragraph_stances(document, Matcher(LEXICON).match(document).hits)


def test_paragraphs_of_an_article():
    text = (
        "The league is a threat to the town.\n\n"
        "The minister said that the league was a threat. He named no one.\n\n"
        "The minister said that the league was a threat. It is a myth that there is such a threat.\n\n"
        "Nothing was said of the harbour that day.\n\n"
        "Is the league a threat to the town?"
    )
    assert read(text) == {0: A, 1: R, 2: C, 4: R}


def test_hits_that_are_not_counted_say_nothing():
    document = plain_document("There is a threat.")
    hit = Matcher(LEXICON).match(document).hits[0]
    assert paragraph_stances(document, [hit]) == {0: A}
    assert paragraph_stances(document, [hit._replace(counted=False)]) == {}
