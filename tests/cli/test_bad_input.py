"""Bad input: one clear line, exit code 1, no traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.cli.compare import compare
from framing.cli.group import group

GOOD = "The army warned of war. The ministry said nothing of it, and the talks went on for a week.\n"


def run(*arguments, command=compare, stdin=None):
    return CliRunner().invoke(command, [str(a) for a in arguments], input=stdin)


def one_line(result, *parts):
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, lines
    for part in parts:
        assert part in lines[0]


def test_missing_path(tmp_path):
    one_line(run(tmp_path / "nowhere"), "nowhere", "no such file or folder")


def test_empty_folder(tmp_path):
    one_line(run(tmp_path), "holds no articles", ".txt")


def test_binary_file(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(bytes(range(256)) * 20)
    one_line(run(path), "x.txt", "is not a text file")


def test_folder_without_readable_files(tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    one_line(run(tmp_path), "no article could be read", "a.png")


def test_csv_without_a_text_column(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("outlet,headline\nA,War\n", encoding="utf-8")
    one_line(run(path), "outlet, headline", "--text-field")


def test_csv_with_an_unknown_named_column(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("outlet,body\nA,War\n", encoding="utf-8")
    one_line(run(path, "--text-field", "bodi"), "no column 'bodi'", "did you mean 'body'?")


def test_broken_json_on_line_3(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "War."}\n{"text": "Peace."}\n{"text": \n', encoding="utf-8")
    one_line(run(path), "x.jsonl:3", "not valid JSON")


def test_duplicate_ids(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a", "text": "War."}\n{"id": "a", "text": "Peace."}\n', encoding="utf-8")
    one_line(run(path), "x.jsonl:2", "id 'a' is also that of", "x.jsonl:1")


def test_an_article_with_no_words(tmp_path):
    (tmp_path / "a.txt").write_text("— … —\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")
    one_line(run(tmp_path), "a.txt", "no word")


def test_an_article_with_no_words_is_skipped_and_listed(tmp_path):
    (tmp_path / "a.txt").write_text("— … —\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")
    result = run(tmp_path, "--on-error", "skip")
    assert result.exit_code == 0
    assert "skipped:" in result.stdout
    assert "a.txt" in result.stdout


def test_a_lexicon_with_five_faults_reports_all_five(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        """[lexicon]
name = "mine"
version = "0.1.0"
language = "en"
licence = "CC0-1.0"

[[dimension]]
id = "housing"
  [[dimension.subframe]]
  id = "rent"

[[entry]]
pattern = "rent{,s"
dimension = "housing"
subframe = "rent"

[[entry]]
pattern = "eviction{,s}"
dimension = "hosing"
subframe = "rent"

[[entry]]
pattern = "landlord{,s}"
dimension = "housing"
subframe = "rnt"

[[entry]]
pattern = "slum{,s}"
dimension = "housing"
subframe = "rent"
weight = 7

[[entry]]
pattern = "tenant{,s}"
dimension = "housing"
subframe = "rent"
nots = "typo"
""",
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    result = run(tmp_path / "a.txt", "-l", path)
    assert result.exit_code == 1
    assert "5 faults" in result.stderr
    for line, part in (
        (13, "braces"),
        (19, "did you mean 'housing'?"),
        (25, "did you mean 'rent'?"),
        (31, "weight 7"),
        (37, "did you mean 'note'?"),
    ):
        assert any(f"mine.toml:{line}:" in row and part in row for row in result.stderr.splitlines()), (line, part)


def test_unknown_dimension(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    one_line(run(tmp_path / "a.txt", "-l", "geopolitcs"), "geopolitcs", "did you mean 'geopolitics'?")


@pytest.mark.parametrize("option", ["-o", "--evidence", "--html"])
def test_output_that_cannot_be_written(tmp_path, option):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    name = "out.jsonl" if option == "--evidence" else "out.x"
    one_line(run(tmp_path / "a.txt", option, tmp_path / "nowhere" / name, "-q"), "cannot write", "nowhere")


def test_unknown_field_for_by(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    one_line(run(tmp_path / "a.txt", "--by", "author"), "no field 'author'")


def test_nothing_given_says_how_to_start():
    result = run()
    assert result.exit_code == 2
    assert "framing-compare --demo" in result.stderr


def test_many_faults_are_all_told_at_once(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text("{\n" * 30, encoding="utf-8")
    result = run(path)
    assert result.exit_code == 1
    assert "30 faults, the first 20" in result.stderr


def test_ctrl_c_in_the_middle_leaves_no_file(tmp_path):
    corpus = tmp_path / "big.jsonl"
    corpus.write_text('{"text": "The army warned of war and of unrest in the valley."}\n' * 60_000, encoding="utf-8")
    out = tmp_path / "out.json"
    process = subprocess.Popen(
        [sys.executable, "-m", "framing", "compare", str(corpus), "-f", "json", "-o", str(out), "--evidence",
         str(tmp_path / "e.jsonl")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ},
        # A shell starts what it runs in the background deaf to Ctrl-C, and so this test with it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 -- no threads here
    )  # fmt: skip
    time.sleep(4)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Traceback" not in errors
    assert "interrupted" in errors
    assert sorted(path.name for path in tmp_path.iterdir()) == ["big.jsonl"]


def test_group_reports_faults_in_the_same_way(tmp_path):
    result = run("kwic", "war [", tmp_path, command=group)
    assert result.exit_code == 1
    assert Path(tmp_path).name in result.stderr or "war [" in result.stderr


def test_kwic_lists_what_it_leaves_out_and_says_where_it_stopped(tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"source": "a", "text": "war and war and war, they said of it"}\nno json\n', encoding="utf-8")
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    arguments = ("kwic", "war", rows, tmp_path / "empty.csv", "--on-error", "skip")
    result = run(*arguments, command=group)
    assert result.exit_code == 0
    assert result.stderr.strip().splitlines()[-1] == "3 lines"
    for where in ("rows.jsonl:2", "empty.csv"):
        assert any("skipped: " in line and where in line for line in result.stderr.splitlines())
    stopped = run(*arguments, "--limit", "1", command=group)
    assert stopped.stderr.strip().splitlines()[-1] == "1 line (--limit); there may be more"
