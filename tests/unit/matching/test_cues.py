"""Which cues act on a hit: what the lists do beyond the table in test_stance and the rows of tests/conformance."""

import time
from dataclasses import fields

import pytest

from framing.lexicon_tools.trial import plain_document
from framing.matching.compiler import compile_lexicon
from framing.matching.cues import Cue, SentenceCues
from framing.matching.resolver import Resolver
from framing.matching.search import Span, Text
from framing.model.lexicon import CUE_LISTS, Cues, Lexicon
from framing.model.pattern import parse_pattern


def patterns(*texts):
    return tuple(parse_pattern(text) for text in texts)


def acting(words, cues, hit="threat"):
    document = plain_document(words)
    text = Text(document, Resolver(compile_lexicon(Lexicon(files=(), cues=cues))))
    first = document.words.index(hit)
    return [Cue(cue.target) for cue in SentenceCues(Span(first, first + 1, 0, 0), text, cues).acting()]


def test_the_numbers_are_those_of_the_compiler():
    assert [cue.name.lower() for cue in Cue] == list(CUE_LISTS)


def test_every_list_of_cues_is_compiled():
    lists = [field.name for field in fields(Cues) if field.type == "tuple[Pattern, ...]"]
    assert sorted(lists) == sorted(CUE_LISTS)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It may be a so-called threat, rightly hyped.", [Cue.DISTANCE, Cue.HEDGE]),
        ("They rightly hyped the threat.", [Cue.CONTEST_NEAR, Cue.ENDORSEMENT]),
        ("It is no threat, a myth.", [Cue.NEGATION, Cue.CONTEST]),
        ("The threat is not real.", [Cue.NEGATION_AFTER]),
        ("The threat grew.", []),
    ],
)
def test_each_list_by_its_reach(words, found):
    cues = Cues(
        negation=patterns("no"),
        negation_after=patterns("is not real"),
        contest=patterns("myth"),
        contest_near=patterns("hyped"),
        distance=patterns("so-called"),
        endorsement=patterns("rightly"),
        hedge=patterns("may"),
    )
    assert acting(words, cues) == found


def test_an_exempt_phrase_cancels_what_it_covers_and_no_more():
    cues = Cues(negation=patterns("not"), negation_exempt=patterns("not only"))
    assert acting("It is not only a threat.", cues) == []
    assert acting("It is not only not a threat.", cues) == [Cue.NEGATION]


def test_no_cue_reaches_further_than_120_tokens():
    cues = Cues(contest=patterns("myth"))
    assert acting("The threat " + "of it " * 59 + "is myth.", cues) == [Cue.CONTEST]
    assert acting("The threat " + "of it " * 60 + "is myth.", cues) == []
    assert acting("A myth " + "of it " * 59 + "threat.", cues) == [Cue.CONTEST]
    assert acting("A myth " + "of it " * 60 + "threat.", cues) == []


def test_a_sentence_without_end_takes_time_in_proportion():
    cues = Cues(negation=patterns("no"), contest=patterns("myth"))
    lexicon = Lexicon(files=(), cues=cues)

    def seconds(count):
        document = plain_document("the threat is no myth and " * count)
        text = Text(document, Resolver(compile_lexicon(lexicon)))
        begin = time.process_time()
        for first in range(1, len(document), 6):
            SentenceCues(Span(first, first + 1, 0, 0), text, cues).acting()
        return time.process_time() - begin

    assert seconds(1600) < 3 * 4 * seconds(400) + 0.2


def test_a_masked_word_is_no_cue():
    cues = Cues(contest=patterns("myth"))
    document = plain_document("The Myth Museum told of the threat.")
    text = Text(document, Resolver(compile_lexicon(Lexicon(files=(), cues=cues))))
    here = SentenceCues(Span(6, 7, 0, 0), text, cues)
    assert len(here.acting()) == 1
    text.mask([Span(1, 3, 0, 0)])
    assert SentenceCues(Span(6, 7, 0, 0), text, cues).acting() == []
