"""A lexicon as another program's dictionary: what is lost is said, item by item."""

import pytest

from framing.io.dictionaries.formats import FORMATS
from framing.lexicon_tools.export import export
from framing.lexicon_tools.written_out import globs, pattern_text
from framing.model.dictionary import Keeps, Near
from framing.model.lexicon import (
    Cues,
    Dimension,
    Entry,
    Lexicon,
    Mask,
    Presence,
    Provenance,
    Require,
    Subframe,
    WordClass,
)
from framing.model.pattern import parse_pattern


def patterns(*texts):
    return tuple(parse_pattern(text) for text in texts)


def entry(pattern, subframe="", **options):
    return Entry(
        pattern=parse_pattern(pattern), dimension="sky", subframe=subframe, scope="own", where="own.toml:9", **options
    )


def lexicon(*entries, **options):
    provenance = Provenance(name="own", version="1", sha256="", where="own.toml")
    subframes = tuple(Subframe(id=name) for name in dict.fromkeys(e.subframe for e in entries) if name)
    dimensions = options.pop("dimensions", (Dimension(id="sky", title="sky", subframes=subframes),))
    return Lexicon(files=(provenance,), dimensions=dimensions, entries=entries, **options)


def texts(exported):
    return [term.text for term in exported.dictionary.terms]


def lost(exported):
    return [str(fault) for fault in exported.lost]


class TestWrittenOut:
    @pytest.mark.parametrize(
        ("pattern", "keeps", "lines"),
        [
            ("corrupt{,ion,ly}", Keeps(), ["corrupt", "corruption", "corruptly"]),
            ("{a,b} c{,s}", Keeps(), ["a c", "a cs", "b c", "b cs"]),
            ("a [2] b", Keeps(any_word=True), ["a b", "a * b", "a * * b"]),
            ("*phobia", Keeps(leading_stars=True), ["*phobia"]),
            ("spill* over", Keeps(), ["spill* over"]),
            ("{spill*,run} over", Keeps(stars="last"), ["run over"]),
            ("n't go", Keeps(leading_stars=True), ["*n't go"]),
        ],
    )
    def test_spellings(self, pattern, keeps, lines):
        assert list(globs(parse_pattern(pattern), keeps).lines) == lines

    @pytest.mark.parametrize(
        ("pattern", "keeps", "reason"),
        [
            ("a [2] b", Keeps(), "a gap"),
            ("yes , so", Keeps(any_word=True), "punctuation"),
            ("*phobia", Keeps(), "a star before a word"),
            ("spill* over", Keeps(stars="last"), "a star inside a phrase"),
            (r"a\*", Keeps(), "a sign that has a meaning there"),
            ("{a,b,c,d,e,f,g}{a,b,c,d,e,f,g} {a,b,c,d,e,f,g}{a,b,c,d,e,f,g}", Keeps(), "too many spellings"),
        ],
    )
    def test_what_cannot_be_said(self, pattern, keeps, reason):
        assert globs(parse_pattern(pattern), keeps) == ((), (reason,))

    @pytest.mark.parametrize(
        "pattern", ["a", "a* [3] *b", "{x,y}z , {p,q*}", "<c> of", r"a\{b \*c", "n't go", "{10,000} a", "u.s. ( b ) c"]
    )
    def test_a_pattern_in_our_own_language_means_the_same(self, pattern):
        parsed = parse_pattern(pattern)
        written = [parse_pattern(text) for text in pattern_text(parsed)]
        assert [(again.items, again.joints) for again in written] == [(parsed.items, parsed.joints)]


def test_classes_are_written_out():
    classes = {("own", "star"): WordClass(id="star", words=patterns("sun", "moon{,s}", "north star"))}
    exported = export(lexicon(entry("the <star>"), classes=classes), Keeps())
    assert texts(exported) == ["the sun", "the moon", "the moons", "the north star"]
    assert exported.lost == ()
    in_our_own = export(lexicon(entry("the [1] <star>"), classes=classes), Keeps(patterns=True))
    assert texts(in_our_own) == ["the [1] {sun,moon,moons}", "the [1] north star"]
    assert lost(in_our_own) == [
        "own.toml:9: 'the [1] <star>' is written without its classes (their words are written out)"
    ]


def test_compounds_are_written_out():
    exported = export(lexicon(entry("counter terror*", compound=True)), Keeps())
    assert texts(exported) == ["counter terror*", "counter-terror*", "counterterror*"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_part_of_an_entry_comes_through_or_is_told(name):
    parts = {
        "exclude": {"exclude": patterns("sun bank")},
        "require": {"require": Require(any=patterns("cloud"), distinct=2)},
        "weight 0.5": {"weight": 0.5},
        "case": {"exact_case": True},
        "shared": {"shared": True},
        "note": {"note": "by day"},
        "source": {"source": "own eyes"},
        "examples": {"examples": ("sun",)},
        "counterexamples": {"counterexamples": ("moon",)},
        "prior": {"prior": 1.0},
        "folded accents": {"fold_accents": True},
    }
    for part, options in parts.items():
        exported = export(lexicon(entry("sun", **options)), FORMATS[name].keeps)
        assert texts(exported) == ["sun"]
        kept = exported.dictionary.terms[0].weight == 0.5 or exported.dictionary.terms[0].note == "by day"
        told = [f"own.toml:9: 'sun' is written without its {part}"]
        assert kept or lost(exported)[0].startswith(told[0]), (name, part)
        assert not (kept and exported.lost)


@pytest.mark.parametrize("name", FORMATS)
def test_an_entry_that_would_count_there_and_does_not_here_is_left_out(name):
    for options, why in (({"role": "support"}, "only supports"), ({"status": "retired"}, "it is retired")):
        exported = export(lexicon(entry("sun", **options), entry("moon")), FORMATS[name].keeps)
        assert texts(exported) == ["moon"]
        assert why in lost(exported)[0]


def test_require_as_a_rule():
    rule = Require(any=patterns("cloud{,s}", "rain"), within=8, side="after", unit="paragraph")
    exported = export(lexicon(entry("sun{,s}", require=rule)), FORMATS["wordstat"].keeps)
    near = Near(any=("cloud", "clouds", "rain"), within=8, side="after", unit="paragraph")
    assert [(term.text, term.near) for term in exported.dictionary.terms] == [("sun", near), ("suns", near)]
    assert exported.lost == ()
    gapped = export(lexicon(entry("sun", require=Require(any=patterns("a [2] b")))), FORMATS["wordstat"].keeps)
    assert lost(gapped) == ["own.toml:9: 'sun' is written without its require"]


@pytest.mark.parametrize(("weight", "written"), [(0.2, 1.0), (1.4, 1.0), (1.5, 2.0), (2.0, 2.0)])
def test_whole_weights(weight, written):
    exported = export(lexicon(entry("sun", weight=weight)), FORMATS["wordstat"].keeps)
    assert exported.dictionary.terms[0].weight == written
    assert bool(exported.lost) == (weight != written)


def test_dimensions_masks_and_cues_are_told():
    dimension = Dimension(id="sky", title="Sky", polarity="contestable", presence=Presence(threshold=0.5))
    whole = lexicon(
        entry("sun"),
        dimensions=(dimension,),
        masks=(Mask(id="org", patterns=patterns("Sun Bank"), where="own.toml:3"),),
        cues=Cues(negation=patterns("no")),
    )
    assert lost(export(whole, Keeps())) == [
        "own.toml: dimension 'sky' is written without its title, polarity 'contestable', presence",
        "own.toml:3: mask 'org' is left out",
        "own.toml: the cues of negation, contest and hedging are left out",
    ]
    assert export(whole, Keeps(masks=True)).dictionary.masks == {"org": ("Sun Bank",)}


def test_entries_out_of_the_order_of_sub_frames_are_noted():
    mixed = lexicon(entry("sun", "calm"), entry("hail", "storm"), entry("moon", "calm"))
    assert any("grouped by sub-frame" in note for note in export(mixed, Keeps()).notes)
    assert not any("grouped by sub-frame" in note for note in export(mixed, Keeps(order=True)).notes)


def test_a_spelling_of_two_entries_is_written_once():
    exported = export(lexicon(entry("sun{,s}", "calm"), entry("{sun,moon}", "calm")), Keeps())
    assert texts(exported) == ["sun", "suns", "moon"]
    assert any("1 spellings that two entries share" in note for note in exported.notes)
