import subprocess
import sys

import pytest

from framing.text.punkt import parameters, stops_before, stops_whatever_follows
from framing.text.sentences import sentence_spans


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("No stop at all", ["No stop at all"]),
        ("One. Two.", ["One.", "Two."]),
        ("  One.  Two.  ", ["One.", "Two."]),
        ("One.\nTwo goes\non.", ["One.", "Two goes\non."]),
        ("Mr. Smith and Sen. McConnell met.", ["Mr. Smith and Sen. McConnell met."]),
        ("She left the U.S. Army in May. He stayed.", ["She left the U.S. Army in May.", "He stayed."]),
        ("He lives in the U.S. They do not.", ["He lives in the U.S.", "They do not."]),
        ("It rose 3.5 percent to 1.2 million.", ["It rose 3.5 percent to 1.2 million."]),
        ("On Jan. 5 the bill passed.", ["On Jan. 5 the bill passed."]),
        ("It is No. 5 on the list.", ["It is No. 5 on the list."]),
        ("They met at 5 p.m. He was late.", ["They met at 5 p.m.", "He was late."]),
        ("They met at 5 p.m. on Monday.", ["They met at 5 p.m. on Monday."]),
        ("Donald J. Trump and John F. Kennedy.", ["Donald J. Trump and John F. Kennedy."]),
        ("Take fruit, e.g. apples. Eat.", ["Take fruit, e.g. apples.", "Eat."]),
        ("It ended in 2018. The rest waited.", ["It ended in 2018.", "The rest waited."]),
        ("What?! Never! Yes.", ["What?!", "Never!", "Yes."]),
        ("WE WON. THEY LOST.", ["WE WON.", "THEY LOST."]),
        ("Well ... maybe so.", ["Well ... maybe so."]),
        # The one-character ellipsis is no stop for Punkt.
        ("Well… He left.", ["Well… He left."]),
        # No white space after the stop: no candidate, as for "example.com".
        ("It ended.Then it began.", ["It ended.Then it began."]),
        # A footnote number hides the stop.
        ("It ended.12 Then it began.", ["It ended.12 Then it began."]),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won.” They left.", ["“We won.”", "They left."]),
        ("'We won.' They left.", ["'We won.'", "They left."]),
        ('He said "go." She went.', ['He said "go."', "She went."]),
        ("(It was late.) They left.", ["(It was late.)", "They left."]),
        ("“(‘So it was.’)” They left.", ["“(‘So it was.’)”", "They left."]),
        # A closing quote adrift is still the end of what it closes.
        ("We won. ” They left.", ["We won. ”", "They left."]),
        ("“We won.”--The mayor.", ["“We won.”", "--The mayor."]),
        # An opening sign before a word stays with the word.
        ("We won. (They lost.)", ["We won.", "(They lost.)"]),
    ],
)
def test_closing_signs_belong_to_the_sentence_they_close(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize("chunk", ["ended.", "ended?", "etc.?", "(over.)Then.", "Gov.!", "it’s."])
def test_stops_that_need_no_next_word(chunk):
    assert stops_whatever_follows(chunk)


@pytest.mark.parametrize("chunk", ["Mr.", "U.S.", "ex-Gov.", "...", "5.", "1,000.", "X.", "“Mr."])
def test_stops_that_wait_for_the_next_word(chunk):
    assert not stops_whatever_follows(chunk)


@pytest.mark.parametrize(
    ("chunk", "following", "expected"),
    [
        ("Mr.", "They", True),
        ("Mr.", "they", False),
        ("Mr.", "Kovacs", False),
        ("2018.", "They", True),
        ("2018.", "Kovacs", True),
        ("2018.", "people", False),
        ("2018.", "REUTERS/Eric", False),
        ("X.", "Kovacs", False),
        ("X.", "Court", True),
        ("X.", "They", True),
        ("5.", "!", False),
        # "Hide." is itself a stop with nothing behind it, so it does not count.
        ("Mr.", "Hide.", False),
    ],
)
def test_the_next_word_decides(chunk, following, expected):
    assert stops_before(chunk, following) is expected


def test_parameters_survive_the_tokenizer():
    # A type with a capital or white space, an abbreviation with its stop, could never match: a silent zero.
    known = parameters()
    for words in (known.abbreviations, known.starters, known.common, known.either):
        assert words
        assert all(word == "".join(word.lower().split()) for word in words)
    assert not any(word.endswith(".") for word in known.abbreviations | known.starters)
    assert not known.common & known.either
    # Vitamin C., Title I., Malcolm X.: letters that may end a sentence are left to the rule for initials.
    assert {"c", "i", "x"}.isdisjoint(known.abbreviations)


@pytest.mark.parametrize("word", ["mr", "u.s", "gen", "col", "no", "vs", "jan", "calif", "e.g", "“mr", "p.m"])
def test_reviewed_abbreviations_are_there(word):
    assert word in parameters().abbreviations


@pytest.mark.parametrize("word", ["may", "mass", "miss", "in", "or", "me", "nope", "veil", "pig"])
def test_words_that_end_sentences_are_no_abbreviations(word):
    assert word not in parameters().abbreviations


@pytest.mark.parametrize("text", ["Mr. " * 20_000, "!" * 80_000, '."' * 40_000, ". " * 40_000, "a." * 40_000])
def test_long_runs_stay_linear(text):
    # Quadratic work on 80,000 characters takes minutes; linear work a tenth of a second.
    assert sentence_spans(text)


def test_import_costs_neither_nltk_nor_parameters():
    code = (
        "import sys; import framing.text.sentences; from framing.text.punkt import parameters;"
        "sys.exit('nltk' in sys.modules or parameters.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
