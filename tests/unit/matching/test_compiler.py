"""Section 3.3 and what a lexicon becomes before it is laid over a text."""

import pytest

from framing.matching.compiler import Part, compile_lexicon, compound_variants, sequences
from framing.model.lexicon import Cues, Dimension, Entry, Lexicon, Mask, Require, WordClass
from framing.model.pattern import Joint, parse_pattern


def variants(text):
    found = compound_variants(parse_pattern(text))
    return [[[form.text + "*" * form.open_end for form in item.forms] for item in v.items] for v in found]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("counter terror*", [[["counter"], ["terror*"]], [["counter-terror*", "counterterror*"]]]),
        ("wake up call", [[["wake"], ["up"], ["call"]], [["wake-up", "wakeup"], ["call"]]]),
        ("counterproductive", [[["counter"], ["productive"]], [["counter-productive", "counterproductive"]]]),
        ("wake-up", [[["wake"], ["up"]], [["wake-up", "wakeup"]]]),
        (
            "{anti,counter} graft",
            [[["anti", "counter"], ["graft"]], [["anti-graft", "antigraft", "counter-graft", "countergraft"]]],
        ),
        ("post", [[["post"]]]),
        ("threat", [[["threat"]]]),
    ],
)
def test_compound_variants(pattern, expected):
    assert variants(pattern) == expected


@pytest.mark.parametrize("pattern", ["over [1] there", "over , there"])
def test_words_that_do_not_touch_are_not_joined(pattern):
    (only,) = compound_variants(parse_pattern(pattern))
    assert only == parse_pattern(pattern)


def test_the_rest_of_a_compound_keeps_its_joints():
    apart, joined = compound_variants(parse_pattern("wake up [2] call"))
    assert apart.joints == (Joint(), Joint(2))
    assert joined.joints == (Joint(2),)


def entry(pattern, **options):
    return Entry(pattern=parse_pattern(pattern), dimension="d", subframe="", scope="file", **options)


def lexicon(*entries, **parts):
    return Lexicon(files=(), dimensions=(Dimension(id="d", title="D"),), entries=entries, **parts)


def test_every_part_of_a_lexicon_becomes_a_sequence():
    crowd = WordClass(id="crowd", words=(parse_pattern("mob{,s}"),), scope="file")
    near = Require(any=(parse_pattern("war"), parse_pattern("<crowd>")))
    built = compile_lexicon(
        lexicon(
            entry("threat", exclude=(parse_pattern("death threat"),), require=near),
            classes={("file", "crowd"): crowd},
            masks=(Mask(id="m", patterns=(parse_pattern("Red Cross"),)),),
            cues=Cues(negation=(parse_pattern("not"),), hedge=(parse_pattern("may"),)),
        )
    )
    parts = sorted(sequence.part for sequence in sequences(built))
    assert parts == [Part.MASK, Part.CLASS, Part.ENTRY, Part.EXCLUDE, Part.REQUIRE, Part.REQUIRE, Part.CUE, Part.CUE]


@pytest.mark.parametrize("status", ["candidate", "retired"])
def test_only_active_entries_are_compiled(status):
    assert sequences(compile_lexicon(lexicon(entry("threat", status=status)))) == []


def test_a_compound_entry_has_two_sequences_of_one_target():
    found = sequences(compile_lexicon(lexicon(entry("counter terror*", compound=True))))
    assert [(sequence.part, sequence.target) for sequence in found] == [(Part.ENTRY, 0)] * 2
    assert sorted(len(sequence.items) for sequence in found) == [1, 2]


@pytest.mark.parametrize(
    ("pattern", "anchor"),
    [("on the brink of", 2), ("threat to", 0), ("of the", 0), ("to [2] war", 0), ("the war", 1)],
)
def test_the_anchor_is_the_first_telling_word(pattern, anchor):
    (sequence,) = sequences(compile_lexicon(lexicon(entry(pattern))))
    assert sequence.anchor == anchor


def test_one_spelling_is_one_atom_however_often_it_is_used():
    built = compile_lexicon(lexicon(entry("war crime"), entry("war game"), entry("Price war", exact_case=True)))
    atoms = {item.atom for sequence in sequences(built) for item in sequence.items}
    assert len(atoms) == 5  # war, crime, game; Price and war with case
