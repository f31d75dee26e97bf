"""Section 3.10: negation, contest and hedge cues -> stance, hedged, counted, flags."""

import pytest

from framing.lexicon_tools.trial import plain_document
from framing.matching.compiler import compile_lexicon
from framing.matching.resolver import Resolver
from framing.matching.search import Span, Text
from framing.matching.stance import stance_of
from framing.model.document import ATTRIBUTED, OWN, QUOTED
from framing.model.lexicon import Cues, Dimension, Lexicon
from framing.model.pattern import parse_pattern


def patterns(*texts):
    return tuple(parse_pattern(text) for text in texts)


CUES = Cues(
    negation=patterns("not", "n't", "no", "no sign of"),
    negation_after=patterns("unlikely", "did not come"),
    negation_exempt=patterns("not only", "no doubt"),
    clause_break=patterns("but", "however"),
    contest=patterns("exaggerat*", "myth of"),
    hedge=patterns("may"),
)


def judged(words, polarity="contestable", voice=OWN, cues=CUES, hit="threat"):
    document = plain_document(words)
    lexicon = Lexicon(files=(), dimensions=(Dimension(id="d", title="D"),), cues=cues)
    text = Text(document, Resolver(compile_lexicon(lexicon)))
    first = document.words.index(hit)
    return stance_of(Span(first, first + 1, 0, 0), text, cues, polarity, voice)


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("It is a threat.", False),
        ("It is not a threat.", True),
        ("It isn't a threat.", True),
        ("It isn\u2019t a threat.", True),
        ("It is not one two three threat.", True),
        ("It is not one two three four threat.", False),
        ("There is no sign of one two three threat.", True),
        ("It is not, a threat.", False),
        ("It is not; a threat.", False),
        ("It is not: a threat.", False),
        ("It is not \u2014 a threat.", False),
        ("It is not but a threat.", False),
        ("It is no (credible) threat.", True),
        ("It is not. A threat.", False),
        ("It is not only a threat.", False),
        ("It is no doubt a threat.", False),
        ("It is no doubt not a threat.", True),
        ("The threat is not.", False),
        ("The threat one two three four five unlikely.", True),
        ("The threat one two three four five six unlikely.", False),
        ("The threat did not come.", True),
        ("The threat, unlikely.", False),
        ("The threat however unlikely.", False),
        ("No threat.", True),
    ],
)
def test_negation(words, negated):
    plain, contestable = judged(words, "plain"), judged(words)
    assert plain.counted is not negated
    assert contestable.counted
    assert contestable.stance == ("contested" if negated else "asserted")
    assert ("negated" in contestable.flags) is negated


@pytest.mark.parametrize("voice", [ATTRIBUTED, QUOTED])
def test_another_voice_reports(voice):
    assert judged("It is a threat.", voice=voice).stance == "reported"
    assert judged("It is no threat.", voice=voice).stance == "contested"
    assert judged("The myth of a threat.", voice=voice).stance == "contested"


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Exaggerated or not to be sure by them all, the threat grew.", "contested"),
        ("The threat; as all of them knew it was exaggerated.", "contested"),
        ("The threat grew. It was exaggerated.", "asserted"),
    ],
)
def test_a_contest_cue_speaks_for_its_sentence(words, stance):
    assert judged(words).stance == stance


def test_a_plain_dimension_knows_no_contest():
    answer = judged("The myth of a threat.", "plain")
    assert answer.counted
    assert answer.stance == "asserted"


@pytest.mark.parametrize(
    ("words", "hedged"),
    [
        ("It may be a threat.", True),
        ("It may one two three threat.", True),
        ("It may one two three four threat.", False),
        ("The threat may grow.", False),
    ],
)
def test_a_hedge_is_a_flag_and_costs_nothing(words, hedged):
    answer = judged(words)
    assert answer.hedged is hedged
    assert answer.counted
    assert answer.stance == "asserted"


def test_the_windows_are_the_lexicons():
    near = Cues(negation=CUES.negation, hedge=CUES.hedge, negation_before_window=1, hedge_before_window=2)
    assert judged("It is not a threat.", "plain", cues=near).counted
    assert not judged("It is not threat.", "plain", cues=near).counted
    assert not judged("It may be one threat.", cues=near).hedged


def test_words_of_the_hit_are_no_cues():
    assert judged("There is no escape.", "plain", hit="no").counted


def test_without_cues_all_is_asserted():
    assert judged("It is not a threat.", cues=Cues()).stance == "asserted"
