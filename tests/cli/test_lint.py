"""framing lexicon lint: what it prints, in which order, and how it leaves."""

import json

import pytest
from click.testing import CliRunner

from framing.cli.group import group

HEAD = '[lexicon]\nname = "{0}"\nversion = "1.0.0"\nlanguage = "en"\nlicence = "CC0-1.0"\n'
DIMENSION = "[[dimension]]\nid = '{0}'\ndefinition = 'x'\nreferences = ['x']\n"
ENTRY = "[[entry]]\npattern = '{0}'\nnote = 'x'\nsource = 'x'\n"
# What every file here is warned of: it has no sub-frames, and so its entries have none.
FEW = "W30 dimension 'd' has 0 sub-frames, fewer than 4; a dimension is expressed in more ways than that"
NONE = "W30 '{0}' lacks subframe; say which sub-frame it expresses, why, and where it is from"


def lexicon(path, *patterns, name="d", more=""):
    text = HEAD.format(name) + DIMENSION.format(name) + "".join(ENTRY.format(pattern) for pattern in patterns)
    path.write_text(text + more, "utf-8")
    return path


def corpus(folder, *texts):
    folder.mkdir()
    for number, text in enumerate(texts):
        source = folder / f"S{number % 2}"
        source.mkdir(exist_ok=True)
        (source / f"{number}.txt").write_text(text + "\n", "utf-8")
    return folder


def run(*arguments):
    return CliRunner().invoke(group, ["lexicon", "lint", *map(str, arguments)])


def test_a_warning_is_told_and_no_failure(tmp_path):
    path = lexicon(tmp_path / "x.toml", "night sky")
    result = run(path)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{path}:6: {FEW}",
        f"{path}:11: {NONE.format('night sky')}",
        f"{path}: 0 faults, 2 warnings",
    ]


def test_strict_makes_a_warning_a_failure(tmp_path):
    path = lexicon(tmp_path / "x.toml", "night sky")
    assert run(path, "--strict").exit_code == 1
    assert run(path, "--strict", "--level", "error").exit_code == 0


def test_a_fault_is_a_failure_and_stands_first(tmp_path):
    path = lexicon(tmp_path / "x.toml", "fog", "night sky", more='counterexamples = ["A night sky."]\n')
    result = run(path)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert [line.split()[1] for line in lines[:-1]] == ["E12", "W30", "W23", "W30", "W30"]
    assert lines[-1] == f"{path}: 1 fault, 4 warnings"


def test_a_clean_file_is_called_clean(tmp_path):
    path = lexicon(tmp_path / "x.toml", "night sky")
    assert run(path, "--level", "error").stdout == f"{path}: clean\n"


def test_files_given_together_are_used_together(tmp_path):
    one, other = lexicon(tmp_path / "a.toml", "night sky"), lexicon(tmp_path / "b.toml", "night sky", name="e")
    assert "W21" in run(one, other).stdout
    assert "W21" not in run(one).stdout + run(other).stdout
    # Two that declare one dimension are two choices: each is linted by itself.
    twin = lexicon(tmp_path / "c.toml", "night sky")
    assert run(one, twin).exit_code == 0


TEXT = "The night sky was high and the market stayed open until late in the evening."


def test_a_corpus_adds_its_rules(tmp_path):
    path = lexicon(tmp_path / "x.toml", "night sky", "black hole")
    articles = corpus(tmp_path / "news", *[TEXT] * 6)
    result = run(path, "--corpus", articles)
    assert result.exit_code == 0
    assert "W40 'black hole' (d) never matches in 6 articles" in result.stdout
    assert "\n    S0: The [night sky] was high and" in result.stdout
    assert f"{path}: 0 faults, 3 warnings, 4 from the corpus" in result.stdout
    assert "W4" not in run(path, "--corpus", articles, "--level", "warning").stdout
    assert run(path, "--corpus", articles, "--strict", "--level", "corpus").exit_code == 1


def test_a_null_corpus_adds_its_rule(tmp_path):
    path = lexicon(tmp_path / "x.toml", "night sky")
    result = run(path, "--null", corpus(tmp_path / "null", TEXT))
    assert "W45 'night sky' (d)" in result.stdout
    assert "W40" not in result.stdout


def test_json_holds_all_there_is_to_know(tmp_path):
    path = lexicon(tmp_path / "x.toml", "Night Sky", "black hole")
    articles = corpus(tmp_path / "news", *[TEXT.replace("night sky", "Night Sky")] * 6, "...")
    result = run(path, "--corpus", articles, "--on-error", "skip", "-f", "json")
    page = json.loads(result.stdout)
    assert page["schema"] == 1
    assert page["files"] == [str(path)]
    assert page["corpus"] == {"articles": 6, "tokens": 90, "sources": 2, "wordless": 1}
    assert page["null"] is None
    assert page["levels"] == {"error": 0, "warning": 3, "corpus": 4, "info": 1}
    assert page["rules"] == {"I50": 1, "W30": 3, "W40": 1, "W41": 2, "W42": 1}
    last = page["faults"][-1]
    assert (last["code"], last["level"], last["file"], last["line"]) == ("I50", "info", str(path), 11)
    assert last["message"] == "'Night Sky' (d) has capitals in 6 of 6 places"
    assert len(last["evidence"]) == 5
    assert all("[Night Sky]" in line for line in last["evidence"])


def test_the_output_is_the_same_every_time(tmp_path):
    path = lexicon(tmp_path / "x.toml", "night sky", "fog", "war*", "*phobia")
    articles = corpus(tmp_path / "news", *[TEXT] * 6)
    assert run(path, "--corpus", articles).stdout == run(path, "--corpus", articles).stdout


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_hostile_text_does_not_reach_the_terminal(tmp_path, format_):
    path = lexicon(tmp_path / "x.toml", "night sky", more='[[mask]]\nid = "\\u001b[31m"\npatterns = ["x* y"]\n')
    articles = corpus(tmp_path / "news", *[TEXT.replace("high", "\x1b[2Jhigh\u202e")] * 6)
    output = run(path, "--corpus", articles, "-f", format_).stdout
    assert "night sky" in output
    assert "\x1b" not in output
    assert format_ == "json" or "\u202e" not in output


def test_bad_paths_are_one_clear_line(tmp_path):
    missing = run(tmp_path / "nowhere.toml")
    assert (missing.exit_code, "E01 cannot read the lexicon" in missing.stdout) == (1, True)
    result = run(lexicon(tmp_path / "x.toml", "night sky"), "--corpus", tmp_path / "nowhere")
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.strip().splitlines()) == 1
    assert "no such file or folder" in result.stderr
    assert run().exit_code == 2
