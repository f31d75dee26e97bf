"""The shipped lexicons: sizes, papers, and every example and counterexample as a test."""

import pytest

import framing
from framing.io.resources import shipped_lexicons

FILES = list(shipped_lexicons().values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lints_clean(path):
    assert [str(fault) for fault in framing.lint_lexicon(path)] == []


def test_the_pack_lints_clean_together():
    # Alone, no file knows of the patterns it shares with another dimension.
    assert [str(fault) for fault in framing.lint_lexicon(*FILES)] == []


@pytest.mark.parametrize("name", framing.lexicon_names())
def test_is_large_and_balanced(name):
    lexicon = framing.load_lexicon(name)
    (dimension,) = lexicon.dimensions
    entries = [entry for entry in lexicon.entries if entry.dimension == name]
    assert len(entries) >= 120
    assert dimension.definition
    assert dimension.references
    shares = [sum(e.subframe == sub.id for e in entries) for sub in dimension.subframes]
    assert min(shares) >= 15
    assert max(shares) <= 0.4 * len(entries)
    assert all(entry.note and entry.source and entry.examples for entry in entries)


def test_a_planted_bad_example_is_found(tmp_path):
    path = tmp_path / "x.toml"
    path.write_text(
        '[lexicon]\nname="x"\nversion="1.0.0"\nlanguage="en"\nlicence="CC0-1.0"\n[[dimension]]\nid="d"\n'
        '[[dimension.subframe]]\nid="s"\n[[entry]]\npattern="war"\nsubframe="s"\nexamples=["peace"]\ncounterexamples=["war"]\n'
    )
    codes = [fault.code for fault in framing.lint_lexicon(path)]
    assert codes.count("E12") == 2
