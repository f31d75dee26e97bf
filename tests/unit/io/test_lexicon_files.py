"""Lexicon files: every fault told with its line and code, and none a traceback (E01 to E05, E10)."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.io.lexicons import read_lexicon

HEAD = '[lexicon]\nname = "x"\nversion = "1.0.0"\nlanguage = "en"\nlicence = "CC0-1.0"\n'
DIMENSION = '[[dimension]]\nid = "d"\n[[dimension.subframe]]\nid = "s"\n'
ENTRY = '[[entry]]\npattern = "grave threat"\nsubframe = "s"\n'


def faults(folder, text, **others):
    for name, content in others.items():
        (folder / f"{name}.toml").write_text(content, "utf-8")
    path = folder / "x.toml"
    path.write_text(text, "utf-8")
    _, found = read_lexicon(path, lambda name: folder / f"{name}.toml" if name in others else None)
    return [(fault.code, fault.where.removeprefix(f"{folder}/"), fault.message) for fault in found]


def codes(folder, text, **others):
    return [code for code, _, _ in faults(folder, text, **others)]


def test_a_sound_file_has_none(tmp_path):
    assert faults(tmp_path, HEAD + DIMENSION + ENTRY) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("E01", HEAD + "[[entry]\n"),
        ("E01", HEAD + DIMENSION + ENTRY.replace("grave", "{grave")),
        ("E02", HEAD + "[[entri]]\n"),
        ("E02", HEAD + DIMENSION + ENTRY + "wieght = 1\n"),
        ("E02", HEAD + DIMENSION + ENTRY + '_from = "elsewhere"\n'),
        ("E02", HEAD + DIMENSION + ENTRY + 'status = "alive"\n'),
        ("E05", HEAD + '[presence]\nthreshold = "high"\n' + DIMENSION),
        ("E05", HEAD + "[presence]\nthreshold = nan\n" + DIMENSION),
        ("E02", HEAD + 'presence = "high"\n' + DIMENSION),
        ("E02", HEAD + '[[dimension]]\nid = "d"\nsubframe = "s"\n'),
        ("E02", HEAD + "[cues]\nwindow = 4\n"),
        ("E02", HEAD + "[cues.window]\nnegation_before = -1\n"),
        ("E02", HEAD + "entry = [1]\n"),
        ("E03", HEAD.replace('licence = "CC0-1.0"\n', "")),
        ("E03", HEAD.replace('"x"', '" "')),
        ("E03", HEAD + DIMENSION + '[[entry]]\nsubframe = "s"\n'),
        ("E04", HEAD + DIMENSION + ENTRY.replace('"s"', '"t"')),
        ("E04", HEAD + DIMENSION + ENTRY.replace("grave", "<grave>")),
        ("E04", HEAD + 'extends = "nowhere"\n' + DIMENSION),
        ("E05", HEAD + DIMENSION + ENTRY + "weight = 2.5\n"),
        ("E05", HEAD + DIMENSION + ENTRY + "weight = nan\n"),
        ("E10", HEAD + DIMENSION + DIMENSION),
        ("E10", HEAD + DIMENSION + '[[dimension.subframe]]\nid = "s"\n'),
        ("E10", HEAD + '[[class]]\nid = "c"\nwords = ["a"]\n' * 2),
    ],
)
def test_each_fault_has_its_code(tmp_path, code, text):
    assert code in codes(tmp_path, text)


def test_a_missing_file_is_a_fault_of_its_own(tmp_path):
    _, (fault,) = read_lexicon(tmp_path / "nowhere.toml")
    assert (fault.code, fault.hint) == ("E01", "check the path")


BASE = '# a line more\n[lexicon]\nname = "base"\nversion = "1.2.0"\nlanguage = "en"\nlicence = "CC0-1.0"\n'
BASE += DIMENSION + ENTRY + ENTRY.replace("grave", "mortal") + "weight = 7\n"


def extending(*parts):
    return HEAD + 'extends = "base@1"\n' + "".join(parts)


def test_a_file_that_extends_another_has_both(tmp_path):
    (tmp_path / "base.toml").write_text(BASE, "utf-8")
    (tmp_path / "x.toml").write_text(extending(ENTRY.replace("grave", "looming")), "utf-8")
    lexicon, _ = read_lexicon(tmp_path / "x.toml", lambda name: tmp_path / f"{name}.toml")
    assert [entry.name for entry in lexicon.entries] == ["looming threat", "grave threat"]
    assert [entry.where for entry in lexicon.entries] == [f"{tmp_path}/x.toml:8", f"{tmp_path}/base.toml:12"]
    assert lexicon.dimensions[0].where == f"{tmp_path}/base.toml:7"
    assert lexicon.dimensions[0].subframes[0].where == f"{tmp_path}/base.toml:9"


def test_a_fault_of_the_other_file_is_told_on_its_line(tmp_path):
    assert faults(tmp_path, extending(), base=BASE) == [
        ("E05", "base.toml:17", "weight 7 of 'mortal threat'"),
    ]


def test_what_is_declared_in_both_is_told_and_not_lost(tmp_path):
    assert faults(tmp_path, extending(DIMENSION), base=BASE.replace("weight = 7\n", "")) == [
        ("E10", "base.toml:7", "dimension 'd' is declared twice"),
    ]


def test_a_needless_removal_and_another_version_are_told_on_their_lines(tmp_path):
    text = extending('[[remove]]\npattern = "no such"\nreason = "x"\n').replace("base@1", "base@2")
    assert faults(tmp_path, text, base=BASE.replace("weight = 7\n", "")) == [
        ("E04", "x.toml:6", "extends base@2, but version 1.2.0 is installed"),
        ("E04", "x.toml:8", "[[remove]] names 'no such', which base does not hold"),
    ]


def test_an_unknown_table_is_told_where_a_file_extends_another_too(tmp_path):
    assert codes(tmp_path, extending("[[entri]]\n"), base=BASE.replace("weight = 7\n", "")) == ["E02"]


def test_the_hash_does_not_depend_on_where_the_files_are(tmp_path):
    hashes = set()
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "base.toml").write_text(BASE, "utf-8")
        (folder / "x.toml").write_text(extending(), "utf-8")
        lexicon, _ = read_lexicon(folder / "x.toml", lambda _, folder=folder: folder / "base.toml")
        hashes.add(lexicon.files[0].sha256)
    assert len(hashes) == 1


WHOLE = (
    HEAD + '[presence]\nthreshold = 0.5\n[[class]]\nid = "c"\nwords = ["a b", "e{,s}"]\n'
    '[[dimension]]\nid = "d"\nreferences = ["x"]\npolarity = "plain"\n[[dimension.subframe]]\nid = "s"\n'
    + ENTRY
    + 'dimension = "d"\nweight = 1.0\nexclude = ["a grave threat"]\ncase = "fold"\nexamples = ["x"]\n'
    'require = { any = ["war*", "<c>"], within = 8, side = "both", distinct = 1 }\n'
    '[[mask]]\nid = "m"\npatterns = ["x"]\n[[remove]]\npattern = "z"\n'
    '[cues]\nnegation = ["not"]\nwindow = { negation_before = 4 }\n'
).splitlines()
JUNK = '1|-1|nan|true|"x"|""|[]|[1]|["x"]|[[]]|{}|{a=1}|1979-05-27|"<c>"|"{a"|"* *"|"\\u0000"|[{}]'.split("|")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(WHOLE) - 1), st.sampled_from(JUNK), st.integers(0, len(WHOLE) - 1))
def test_no_value_makes_a_traceback(tmp_path, number, junk, dropped):
    lines = list(WHOLE)
    key, equals, _ = lines[number].partition("=")
    lines[number] = f"{key}= {junk}" if equals else lines[number].replace("[[", "[").replace("]]", "]")
    del lines[dropped]
    faults(tmp_path, "\n".join(lines))
