"""What holds of every stance: the paragraph's rule, and the cues of a hit."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon_tools.trial import plain_document
from framing.matching.matcher import Matcher
from framing.matching.paragraph_stance import Claim, paragraph_stance
from framing.model.hit import STANCES
from framing.model.lexicon import Cues, Dimension, Entry, Lexicon
from framing.model.pattern import parse_pattern

claims = st.lists(st.builds(Claim, st.integers(0, 5), st.sampled_from(STANCES)), max_size=12)
some_claims = claims.filter(bool)
stances = st.sampled_from(STANCES)


@given(claims, st.randoms(use_true_random=False))
def test_the_order_of_the_claims_changes_nothing(made, random):
    shuffled = random.sample(made, len(made))
    assert paragraph_stance(shuffled) == paragraph_stance(made)


@given(some_claims)
def test_a_claim_said_twice_in_a_sentence_is_one(made):
    assert paragraph_stance([*made, *made]) == paragraph_stance(made)


@given(some_claims, st.integers(1, 50))
def test_only_the_order_of_sentences_matters_not_their_numbers(made, step):
    moved = [Claim(claim.sentence * step + 7, claim.stance) for claim in made]
    assert paragraph_stance(moved) == paragraph_stance(made)


@given(some_claims)
def test_the_stance_is_one_that_was_made_or_reported(made):
    assert paragraph_stance(made) in {"reported", *(claim.stance for claim in made)}


@given(stances, st.integers(1, 6))
def test_one_kind_of_claim_is_the_paragraphs(stance, count):
    assert paragraph_stance([Claim(number, stance) for number in range(count)]) == stance


@given(some_claims)
def test_a_last_report_never_makes_a_report_a_claim(made):
    after = paragraph_stance([*made, Claim(9, "reported")])
    assert after in {"reported", *(claim.stance for claim in made)}
    if paragraph_stance(made) == "reported":
        assert after == "reported" or {"asserted", "contested"} <= {claim.stance for claim in made}


@given(some_claims, st.sampled_from(["asserted", "contested"]))
def test_a_conclusion_wins_or_is_outnumbered_by_reports(made, conclusion):
    assert paragraph_stance([*made, Claim(9, conclusion)]) in {conclusion, "reported"}


WORDS = st.sampled_from(
    "threat threat not no isn't never a the pose poses really imaginary myth hyped so-called rightly may but ,".split()
)
texts = st.lists(WORDS, min_size=1, max_size=14).map(lambda words: "The " + " ".join(words).replace(" ,", ",") + ".")


def patterns(*words):
    return tuple(parse_pattern(word) for word in words)


CUES = Cues(
    negation=patterns("not", "no", "n't", "never"),
    negation_through=patterns("pose{,s}", "really"),
    negation_opens=patterns("a", "the", "no"),
    clause_break=patterns("but"),
    contest=patterns("myth"),
    contest_near=patterns("hyped", "imaginary threat"),
    distance=patterns("so-called"),
    endorsement=patterns("rightly"),
    hedge=patterns("may"),
)


def hits(text, cues=CUES, polarity="contestable"):
    lexicon = Lexicon(
        files=(),
        dimensions=(Dimension(id="d", title="D", polarity=polarity),),
        entries=(Entry(pattern=parse_pattern("threat"), dimension="d", subframe=""),),
        cues=cues,
    )
    return Matcher(lexicon).match(plain_document(text)).hits


@given(texts)
def test_words_that_must_lie_between_take_negations_away_and_add_none(text):
    bound = hits(text)
    free = hits(text, replace(CUES, negation_through=(), negation_opens=()))
    assert all("negated" in f.flags for b, f in zip(bound, free, strict=True) if "negated" in b.flags)


@given(texts)
def test_the_cues_never_find_or_lose_a_hit(text):
    assert [hit[:4] for hit in hits(text)] == [hit[:4] for hit in hits(text, Cues())]


@given(texts)
def test_each_flag_has_its_stance(text):
    for hit in hits(text):
        turned = {"negated", "contest_cue", "distanced"} & set(hit.flags)
        assert (hit.stance == "contested") == bool(turned)
        assert hit.counted


@given(texts)
def test_a_plain_dimension_knows_negation_only(text):
    only = replace(CUES, contest=(), contest_near=(), distance=(), endorsement=())
    plain = hits(text, CUES, "plain")
    # Without contest cues a negation before one cancels nothing, so the two negate the same hits.
    assert [hit.counted for hit in plain] == ["negated" not in hit.flags for hit in hits(text, only)]
