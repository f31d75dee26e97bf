"""The shipped cues: none is dead, none stands twice, and each family does in a sentence what its list is for."""

from collections import Counter
from itertools import islice, product

import pytest

import framing
from framing.lexicon_tools.trial import plain_document
from framing.matching.compiler import Part, compile_lexicon
from framing.matching.matcher import Matcher
from framing.matching.resolver import Resolver
from framing.matching.search import Text
from framing.model.article import Article
from framing.model.lexicon import CUE_LISTS, Dimension, Entry, Lexicon
from framing.model.pattern import Word, parse_pattern
from framing.text.reading import read_article

CUES = framing.load_lexicon("securitisation").cues
WORDS = ("threat{,s}", "danger{,s}", "menace", "terrorist{,s}", "crisis", "fear{,s}", "emergency", "radicalisation")
LEXICON = Lexicon(
    files=(),
    dimensions=(Dimension(id="d", title="D", polarity="contestable"),),
    entries=tuple(Entry(pattern=parse_pattern(word), dimension="d", subframe="") for word in WORDS),
    cues=CUES,
)


def spellings(pattern):
    """Return the strings of a pattern of closed words; none where it holds a class or a star."""
    if not all(isinstance(item, Word) and not any(form.open_end for form in item.forms) for item in pattern.items):
        return []
    signs = [f"{joint.punctuation} " if joint.punctuation else " " for joint in pattern.joints]
    rows = ([form.text for form in item.forms] for item in pattern.items)
    return ("".join(word + sign for word, sign in zip(words, [*signs, ""], strict=True)) for words in product(*rows))


@pytest.mark.parametrize("name", CUE_LISTS)
def test_every_cue_matches_its_own_spellings(name):
    resolver = Resolver(compile_lexicon(LEXICON))
    number = CUE_LISTS.index(name)
    for position, pattern in enumerate(getattr(CUES, name)):
        for spelling in islice(spellings(pattern), 200):
            document = plain_document(spelling if spelling != "n't" else "isn't")
            text = Text(document, resolver)
            found = {span.word for span in text.between(Part.CUE, 0, len(document)) if span.target == number}
            assert position in found, spelling


@pytest.mark.parametrize("name", CUE_LISTS)
def test_no_cue_stands_twice(name):
    counts = Counter(pattern.text for pattern in getattr(CUES, name))
    assert [text for text, count in counts.items() if count > 1] == []


def stances(text):
    document = read_article(Article(id="a", source="s", text=text), keep_boilerplate=True)
    return [hit.stance for hit in Matcher(LEXICON).match(document).hits]


@pytest.mark.parametrize(
    "text",
    [
        # it is not there
        "The league is not a threat to the valley.",
        "The league poses no threat to the valley.",
        "It isn’t really a constitutional crisis.",
        "The harbour has never been a danger to the town.",
        "There is no evidence that the menace exists.",
        "The council found no evidence of a wider threat.",
        "The fire was not related to terrorists.",
        "They regard the league as a friend rather than a threat.",
        "The mayor denied any threat to the valley.",
        "The quarrel is not about radicalisation.",
        "The threat is not real.",
        "The threat is unlikely to grow.",
        "The danger has receded since spring.",
        "There is no need for an emergency.",
        "The town has nothing to fear.",
        # it is too big
        "Papers have exaggerated the threat for years.",
        "The danger was overblown from the start.",
        "The threat has been blown out of all proportion.",
        "The threat is a myth.",
        "The myth of a northern menace is old.",
        "They are a tiny minority, and the danger is small.",
        "It should not be seen as a threat at all.",
        # it is a tool
        "The threat was used to justify the new tax.",
        "The council exploited the fear of floods.",
        "The menace is a pretext for raising tolls.",
        "The union was banned in the name of fighting terrorists.",
        # the author does not answer for the word
        "The so-called threat has a tax of its own.",
        "This supposed crisis fills the halls.",
        "The minister said the so-called danger had grown.",
    ],
)
def test_contested(text):
    assert set(stances(text)) == {"contested"}


@pytest.mark.parametrize(
    "text",
    [
        # the negation is of something else
        "They did not see the threat coming.",
        "The guards cannot stop this threat.",
        "The town won’t negotiate with terrorists.",
        "The council never faced such a danger.",
        "The mayor did nothing about the threat.",
        "The mayor refused to name the danger.",
        "The fleet came without fear or warning.",
        "She failed to end the emergency.",
        "It was the greatest, if not the only, threat.",
        "We must ensure that the league does not become a threat.",
        "There is no greater threat to the valley.",
        "It is not only a danger to the town.",
        "The league is not the first threat to the valley.",
        "They spared no words about the threat.",
        "The threat is not new.",
        # the contest is of something else, or is denied
        "It is impossible to exaggerate the danger.",
        "The threat is no exaggeration.",
        "The mayor played down the threat for years.",
        "Critics mocked the mayor’s coat, and the threat grew.",
        "The so-called Islamic State is a threat to the valley.",
        "The guards perceived a threat and fired.",
        "In the name of order they met the danger.",
    ],
)
def test_asserted(text):
    assert set(stances(text)) == {"asserted"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister said the threat had grown.", "reported"),
        ("The minister rightly said the threat had grown.", "asserted"),
        ("Experts warn that the threat will grow.", "asserted"),
        ("Reed, an expert on floods, said the threat had grown.", "reported"),
        ("Is the league a threat to the valley?", "reported"),
    ],
)
def test_endorsement_and_questions(text, stance):
    assert set(stances(text)) == {stance}
