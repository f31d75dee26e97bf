"""framing lexicon convert, and dictionaries of other formats given to framing-compare."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

import framing
from framing.cli.compare import compare
from framing.cli.group import group

PLAIN = """[lexicon]
name = "weather"
version = "0.1.0"
language = "en"
licence = "CC0-1.0"

[[dimension]]
id = "weather"

  [[dimension.subframe]]
  id = "calm"

[[entry]]
pattern = "calm{,er} sea*"
subframe = "calm"
"""
RULES = (
    PLAIN
    + """
[[entry]]
pattern = "storm"
subframe = "calm"
exclude = ["storm in a teacup"]
require = { any = ["sea"], within = 4 }
note = "bad weather"

[[entry]]
pattern = "high [2] tide"
subframe = "calm"
"""
)


def convert(*arguments):
    return CliRunner().invoke(group, ["lexicon", "convert", *map(str, arguments)])


@pytest.fixture
def plain(tmp_path):
    path = tmp_path / "weather.toml"
    path.write_text(PLAIN, "utf-8")
    return path


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "weather.toml"
    path.write_text(RULES, "utf-8")
    return path


@pytest.mark.parametrize("ending", ["dic", "yml", "lc3", "cat", "csv"])
def test_what_can_be_said_is_written(plain, tmp_path, ending):
    target = tmp_path / f"out.{ending}"
    result = convert(plain, target)
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{target}: {1 if ending == 'csv' else 2} entries\n"
    assert "keep the TOML file" in result.stderr
    assert "lost:" not in result.stderr
    assert target.is_file()


def test_what_would_be_lost_is_listed_and_nothing_written(rules, tmp_path):
    target = tmp_path / "out.dic"
    result = convert(rules, target)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert not target.exists()
    assert "2 things would be lost; nothing was written; --lossy writes without" in result.stderr
    assert "weather.toml:18: 'storm' is written without its exclude, require, note" in result.stderr
    assert "weather.toml:25: 'high [2] tide' is left out: a gap" in result.stderr


def test_lossy_writes_and_lists_all_the_same(rules, tmp_path):
    target = tmp_path / "out.dic"
    result = convert(rules, target, "--lossy")
    assert result.exit_code == 0
    assert "lost: " in result.stderr
    assert "exclude, require, note" in result.stderr
    assert result.stdout == f"{target}: 3 entries, 2 things lost\n"
    assert target.read_text("utf-8") == (
        "%\n1\tweather\n2\tweather.calm\n%\ncalm sea*\t1\t2\ncalmer sea*\t1\t2\nstorm\t1\t2\n"
    )


def test_one_thing_lost_says_what_to_do(tmp_path):
    path = tmp_path / "own.dic"
    path.write_text("%\n1\ta\n%\nsun\t1\nmoon\t1\t9\n", "utf-8")
    result = convert(path, tmp_path / "own.toml")
    assert result.exit_code == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("own.dic:5: 'moon': no category 9; nothing was written; --lossy writes without")


def test_a_dictionary_becomes_a_lexicon_that_remembers_what_it_lacks(tmp_path):
    path = tmp_path / "own.cat"
    path.write_text("SKY\n\tSUN (1)\n\t@R [SUN NOT NEAR RAIN /S] (1)\n", "utf-8")
    target = tmp_path / "own.toml"
    assert convert(path, target, "--lossy").exit_code == 0
    text = target.read_text("utf-8")
    assert "# Not in this file: line 3: the rule @R [SUN NOT NEAR RAIN /S] is not read" in text
    lexicon = framing.load_lexicon(target)
    assert [entry.name for entry in lexicon.entries] == ["sun"]
    assert lexicon.files[0].licence == "NOASSERTION"


def test_formats_may_be_named(tmp_path):
    path = tmp_path / "own.txt"
    path.write_text("+sky\nsun \n", "utf-8")
    target = tmp_path / "out.txt"
    assert convert(path, target, "--from", "lexicoder", "--to", "quanteda").exit_code == 0
    assert target.read_text("utf-8") == '"sky":\n  - "sun"\n'


def test_a_shipped_lexicon_by_name(tmp_path):
    target = tmp_path / "out.csv"
    result = convert("geopolitics", target, "--lossy")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8"))))
    assert {row["dimension"] for row in rows} == {"geopolitics"}
    assert len(rows) > 100


@pytest.mark.parametrize(
    ("encoding", "word"),
    [("cp1252", "Œuvre"), ("iso8859-14", "ẃest"), ("shift_jis", "あ"), ("euc_jp", "う"), ("utf-16", "ø")],
)
def test_an_encoding_may_be_named(tmp_path, encoding, word):
    path = tmp_path / "own.cat"
    path.write_bytes(f"SKY\n\t{word} (1)\n".encode(encoding))
    target = tmp_path / "own.toml"
    assert convert(path, target, "--encoding", encoding).exit_code == 0
    assert f'pattern = "{word.lower()}"' in target.read_text("utf-8")


def test_the_encoding_that_was_guessed_is_said(tmp_path):
    path = tmp_path / "own.dic"
    path.write_bytes("%\n1\tplaces\n%\ncafé*\t1\nOslo\t1\nMünchen\t1\n".encode("cp1252"))
    result = convert(path, tmp_path / "own.toml")
    assert result.exit_code == 0
    assert "note: read as windows-1252" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("no.toml", "out.dic"), "cannot read the lexicon"),
        (("no.dic", "out.toml"), "cannot read the dictionary"),
        (("weather.toml", "out.toml"), "both are TOML"),
        (("weather.toml", "out.xyz"), "the ending '.xyz' names no format"),
        (("weather.toml", "weather.toml", "--to", "csv"), "source and target are one file"),
        (("geopolitcs", "out.csv"), "did you mean 'geopolitics'?"),
        (("weather.toml", "nowhere/out.dic"), "cannot write"),
        (("own.dic", "out.toml", "--encoding", "utf-88"), "unknown encoding"),
        (("own.dic", "out.toml", "--encoding", "ascii"), "is not ascii"),
        (("own.dic", "out.toml", "--encoding", "hex"), "unknown encoding"),
    ],
)
def test_bad_input_is_one_clear_line(plain, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(plain.parent)
    (tmp_path / "own.dic").write_text("%\n1\tå\n%\nsun\t1\n", "utf-8")
    result = convert(*arguments)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert plain.read_text("utf-8") == PLAIN


FILES = {
    "calm.dic": "%\n1\tcalm\n%\nquiet*\t1\nstill\t1\t9\n",
    "mood.yml": "mood:\n  glad: [happy, 'joy*']\n  sad: [grim]\n",
    "sea.lc3": "+sea\nwave*\ntide\n",
    "sky.cat": "SKY\n\tBLUE_SKY (1)\n",
    "land.csv": 'pattern,dimension,subframe,weight,note\n"field{,s}",land,farm,,\n',
}
TEXT = "A quiet field under a blue sky. The tide was high, the waves joyful, and all fields still."


class TestCompare:
    @pytest.fixture
    def folder(self, tmp_path):
        for name, text in FILES.items():
            (tmp_path / name).write_text(text, "utf-8")
        (tmp_path / "articles").mkdir()
        (tmp_path / "articles" / "a.txt").write_text(TEXT, "utf-8")
        return tmp_path

    def run(self, folder, *names, options=()):
        lexicons = [option for name in names for option in ("-l", str(folder / name if "." in name else name))]
        arguments = [str(folder / "articles"), *lexicons, "--voice", "all", *options]
        return CliRunner().invoke(compare, arguments)

    def hits(self, result):
        source = json.loads(result.stdout)["sources"][0]
        return {name: facts["hits"] for name, facts in source["dimensions"].items()}

    def test_each_format_and_ours_together(self, folder):
        result = self.run(folder, "geopolitics", *FILES, options=("-f", "json"))
        assert result.exit_code == 0, result.stderr
        assert self.hits(result) == {"geopolitics": 0, "calm": 2, "mood": 1, "sea": 2, "SKY": 1, "land": 2}
        signature = json.loads(result.stdout)["signature"]["short"]
        assert all(f"{name.partition('.')[0]}@0#" in signature for name in FILES)

    @pytest.mark.parametrize("form", ["table", "json", "markdown", "latex", "csv"])
    def test_what_was_left_out_is_said_in_every_format(self, folder, form):
        result = self.run(folder, "calm.dic", options=("-f", form))
        assert result.exit_code == 0
        shown = result.stderr if form == "csv" else " ".join(result.stdout.split())
        assert "not everything in it is used: line 5: 'still': no category 9" in shown.replace("\\", "")

    def test_the_numbers_are_those_of_the_converted_file(self, folder):
        for name in FILES:
            target = folder / "converted.toml"
            assert convert(folder / name, target, "--lossy").exit_code == 0
            direct, converted = (
                json.loads(self.run(folder, each, options=("-f", "json")).stdout) for each in (name, "converted.toml")
            )
            assert direct["sources"] == converted["sources"]
            assert direct["signature"] == converted["signature"]

    def test_two_that_declare_one_dimension_clash(self, folder):
        (folder / "more.dic").write_text("%\n1\tsea\n%\nsurf\t1\n", "utf-8")
        result = self.run(folder, "sea.lc3", "more.dic")
        assert result.exit_code == 1
        assert "dimension 'sea' is declared twice" in result.stderr

    def test_a_csv_of_one_s_own_is_checked_like_any_lexicon(self, folder):
        (folder / "own.csv").write_text('pattern,dimension\n"field{,s",land\nand/or,land\nhill,land\n', "utf-8")
        result = self.run(folder, "own.csv")
        assert result.exit_code == 1
        assert "own.csv:2" in result.stderr
        (folder / "own.csv").write_text("pattern,dimension\nand/or,land\nhill,land\nhill,land\n", "utf-8")
        result = self.run(folder, "own.csv")
        assert "own.csv:2: E11" in result.stderr
        assert "own.csv:4: E10" in result.stderr
