"""framing lexicon sample and validate, through the door."""

import csv
import gzip
import json
import random
import re

import pytest
from click.testing import CliRunner
from scipy.stats import binomtest

import framing
from framing.cli.group import group
from framing.io.sheets import read_sheets

LEXICON = """
[lexicon]
name = "tiny"
version = "1.0.0"
language = "en"
licence = "CC0-1.0"

[[dimension]]
id = "danger"
title = "Danger"

  [[dimension.subframe]]
  id = "war"

  [[dimension.subframe]]
  id = "alarm"

[[entry]]
pattern = "war"
subframe = "war"

[[entry]]
pattern = "threat{,s}"
subframe = "alarm"

[[entry]]
pattern = "soldier{,s}"
subframe = "war"
role = "support"

[[entry]]
pattern = "doomsday"
subframe = "alarm"
"""


def run(*arguments, code=0):
    result = CliRunner().invoke(group, ["lexicon", *map(str, arguments)])
    assert result.exit_code == code, result.output
    if code == 1:
        assert isinstance(result.exception, SystemExit)
    return result


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def coded(sheet, path, codes):
    """Write `sheet` as `path`, with the codes in turn."""
    rows = rows_of(sheet)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | {"code": codes[n % len(codes)]} for n, row in enumerate(rows))
    return path


@pytest.fixture
def work(tmp_path):
    (tmp_path / "tiny.toml").write_text(LEXICON, "utf-8")
    rng = random.Random(5)
    with (tmp_path / "news.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(50):
            words = rng.choices(["calm", "river", "soldiers", "harvest", "the"], k=60)
            words[20], words[40] = "war", rng.choice(["threats", "rain"])
            text = "Of the " + " ".join(words) + "."
            stream.write(json.dumps({"id": f"{number:03}", "source": f"s{number % 3}", "text": text}) + "\n")
    return tmp_path


@pytest.fixture
def sheet(work):
    run("sample", work / "tiny.toml", work / "news.jsonl", "-o", work / "sheet.csv")
    return work / "sheet.csv"


def test_the_sheet(work, sheet):
    raw = {a.id: a.text for a in framing.read_corpus(work / "news.jsonl")}
    rows = rows_of(sheet)
    assert [row["entry"] for row in rows].count("war") == 30
    assert {row["entry"] for row in rows} == {"war", "threat{,s}"}
    for row in rows:
        assert raw[row["article"]][int(row["start"]) : int(row["end"])] == row["hit"]
        # Forty words, or as many as there are between the hit and the end of the article.
        before, _, after = raw[row["article"]].rpartition(f" {row['hit']} ")
        assert row["before"].split() == before.split()[-40:]
        assert row["after"].split() == after.split()[:40]
    assert len({row["article"] for row in rows if row["entry"] == "war"}) == 30


def test_options_that_narrow(work):
    args = ["sample", work / "tiny.toml", work / "news.jsonl"]
    run(*args, "-o", work / "a.csv", "--role", "support", "--per-entry", 4, "--seed", 1, "--context", 30)
    rows = rows_of(work / "a.csv")
    assert [row["role"] for row in rows] == ["support"] * 4
    assert all(len(row["after"].split()) <= 30 for row in rows)
    run("sample", "core", "--demo", "--min-hits", 1, "--dimension", "geopolitics", "-o", work / "b.csv")
    assert {row["dimension"] for row in rows_of(work / "b.csv")} == {"geopolitics"}
    assert (
        "did you mean 'geopolitics'"
        in run("sample", "core", "--demo", "--list", "--dimension", "geopolitcs", code=1).stderr
    )


def test_list(work):
    result = run("sample", work / "tiny.toml", work / "news.jsonl", "--list", "--role", "all")
    counts = {line.split(": ")[1]: line.split()[:2] for line in result.stdout.splitlines()[1:]}
    assert counts["war"] == ["50", "50"]
    assert counts["doomsday"] == ["0", "0"]
    assert "soldier{,s} (support)" in counts
    assert not list(work.glob("*.csv"))


def test_a_packed_corpus_gives_the_same_sheet(work, sheet):
    (work / "packed").mkdir()
    packed = work / "packed" / "news.jsonl.gz"
    packed.write_bytes(gzip.compress((work / "news.jsonl").read_bytes()))
    run("sample", work / "tiny.toml", packed, "-o", work / "other.csv")
    assert (work / "other.csv").read_bytes() == sheet.read_bytes()


def test_split(work):
    result = run("sample", work / "tiny.toml", work / "news.jsonl", "-o", work / "s.csv", "--split", 2)
    first, second = rows_of(work / "s.1.csv"), rows_of(work / "s.2.csv")
    assert {row["entry"] for row in first}.isdisjoint({row["entry"] for row in second})
    assert not (work / "s.csv").exists()
    assert f"s.2.csv: {len(second)} lines" in result.stderr
    stderr = run("sample", work / "tiny.toml", work / "news.jsonl", "-o", work / "t.csv", "--split", 3, code=1).stderr
    assert "too few for 3 sheets" in stderr


def test_keep(work, sheet):
    old = coded(sheet, work / "old.csv", ["1", "0", "?", ""])
    (work / "tiny.toml").write_text(
        LEXICON.replace('pattern = "threat{,s}"', 'pattern = "threat{,s}"\nexclude = ["threats of rain"]'), "utf-8"
    )
    result = run("sample", work / "tiny.toml", work / "news.jsonl", "-o", work / "new.csv", "--keep", old)
    was = {row["id"]: row["code"] for row in rows_of(old)}
    new = rows_of(work / "new.csv")
    assert {row["entry"] for row in new} == {"war", "threat{,s}"}
    for row in new:
        assert row["code"] == (was[row["id"]] if row["entry"] == "war" else "")
    filled = sum(row["code"] != "" for row in new)
    unused = sum(code != "" for code in was.values()) - filled
    assert filled > 15
    assert f"taken over: {filled};" in result.stderr
    assert result.stderr.count(f"changed: {unused}") == 1


def test_sample_says_what_is_wrong(work, sheet):
    args = ["sample", work / "tiny.toml", work / "news.jsonl"]
    assert "already" in run(*args, "-o", sheet, code=1).stderr
    assert "no entry has 99 hits; the most is 50" in run(*args, "-o", work / "x.csv", "--min-hits", 99, code=1).stderr
    assert "--list" in run(*args, code=2).stderr
    assert "--split" in run(*args, "--list", "--split", 2, code=2).stderr
    assert "unknown dimension or lexicon" in run("sample", "secur", "--demo", "--list", code=1).stderr
    assert not (work / "x.csv").exists()


def test_no_half_of_a_split_is_written_over_a_sheet(work):
    (work / "s.2.csv").write_text("a week's work", "utf-8")
    run("sample", work / "tiny.toml", work / "news.jsonl", "-o", work / "s.csv", "--split", 2, code=1)
    assert not (work / "s.1.csv").exists()
    assert (work / "s.2.csv").read_text("utf-8") == "a week's work"


def test_validate(work, sheet):
    first = coded(sheet, work / "a.csv", ["1", "1", "1", "0", "?"])
    second = coded(sheet, work / "b.csv", ["1", "1", "1", "0", "1"])
    out = work / "record.json"
    note = "fifty articles"
    result = run(
        "validate", work / "tiny.toml", "--sheet", first, "--sheet", second,
        "--corpus-note", note, "--date", "2026-02-03", "-o", out,
    )  # fmt: skip
    # 30 lines of 'war': 24 right, as '?' is no vote.
    assert re.search(r"^  30   30    24     0  0  0\.80 \[0\.63, 0\.90\]  keep     war$", result.stdout, re.MULTILINE)
    record = json.loads(out.read_text("utf-8"))
    assert record["lexicon"].startswith("tiny@1.0.0#")
    assert (record["date"], record["corpus"]["note"], record["coders"]) == ("2026-02-03", note, 2)
    assert record["corpus"]["hashes"] == [rows_of(sheet)[0]["corpus"]]
    war = next(entry for entry in record["entries"] if entry["entry"] == "war")
    assert (war["decided"], war["right"], war["hits"], war["verdict"]) == (30, 24, 50, "keep")
    low, high = binomtest(24, 30).proportion_ci(method="wilson")
    assert war["precision"] == {"value": 0.8, "low": round(low, 4), "high": round(high, 4)}
    assert [group["subframe"] for group in record["groups"]] == ["", "war", "alarm"]
    assert 0 < record["agreement"]["alpha"] < 1


def test_the_record_holds_no_word_of_the_corpus(work, sheet):
    first = coded(sheet, work / "anna.csv", "10")
    run("validate", work / "tiny.toml", "--sheet", first, "-o", work / "r.json", "--date", "2026-02-03")
    text = (work / "r.json").read_text("utf-8")
    for word in ("river", "harvest", "soldiers", "threats", "anna", "news.jsonl", str(work)):
        assert word not in text
    assert not any(f'"{article.id}"' in text for article in framing.read_corpus(work / "news.jsonl"))


def test_the_same_sheets_give_the_same_record(work, sheet):
    first = coded(sheet, work / "a.csv", "1?0")
    second = coded(sheet, work / "b.csv", "110")
    for name, order in (("r1", (first, second)), ("r2", (first, second))):
        sheets = [argument for path in order for argument in ("--sheet", path)]
        run("validate", work / "tiny.toml", *sheets, "-o", work / name, "--date", "2026-02-03")
    assert (work / "r1").read_bytes() == (work / "r2").read_bytes()


def test_the_order_of_coders_changes_no_figure(work, sheet):
    first = coded(sheet, work / "a.csv", "1?0")
    second = coded(sheet, work / "b.csv", "110")
    one = run("validate", work / "tiny.toml", "--sheet", first, "--sheet", second)
    two = run("validate", work / "tiny.toml", "--sheet", second, "--sheet", first)
    assert one.stdout == two.stdout


def test_validate_says_what_is_wrong(work, sheet):
    args = ["validate", work / "tiny.toml"]
    assert "--coded" in run(*args, code=2).stderr
    assert "--adjudicated" in run(*args, "--coded", sheet, "--adjudicated", sheet, code=2).stderr
    assert "fill the column 'code'" in run(*args, "--sheet", sheet, code=1).stderr
    wrong = coded(sheet, work / "w.csv", ["yes", "1", "1", "n"])
    stderr = run(*args, "--sheet", wrong, code=1).stderr
    assert f"{wrong}:2: code 'yes'" in stderr
    assert f"{wrong}:5: code 'n'" in stderr
    good = coded(sheet, work / "g.csv", "1")
    assert "level 2.0" in run(*args, "--sheet", good, "--level", 2, code=1).stderr
    assert "entries it does not hold" in run("validate", "securitisation", "--sheet", good, code=1).stderr
    (work / "tiny.toml").write_text(LEXICON.replace('"war"\nsubframe', '"war*"\nsubframe'), "utf-8")
    assert "left out: 30 coded lines of 1 entries that have changed" in run(*args, "--sheet", good).stdout


def test_validate_by_paragraphs(work):
    path = work / "c.jsonl"
    rows = [("War came.", 1), ("A toy war went on.", 0), ("Threats grew.", 1), ("Rain fell.", 0), ("Calm.", 1)]
    path.write_text("".join(json.dumps({"text": t, "article": "a", "danger": d}) + "\n" for t, d in rows), "utf-8")
    result = run("validate", work / "tiny.toml", "--coded", path, "-o", work / "r.json", "--date", "2026-02-03")
    assert re.search(r"^ +2 +1  0\.50 \[0\.09, 0\.91\]  war$", result.stdout, re.MULTILINE)
    record = json.loads((work / "r.json").read_text("utf-8"))
    scores = record["dimensions"][0]
    assert (scores["positive"], scores["called"]) == (3, 3)
    assert (scores["precision"], scores["recall"], scores["f1"]) == (0.6667, 0.6667, 0.6667)
    assert "toy" not in json.dumps(record)


def test_hostile_names_reach_the_terminal_as_text(work, sheet):
    path = coded(sheet, work / "g.csv", "1")
    text = path.read_text("utf-8")
    # The first line's entry is one that has changed since, so it is listed by the name in the sheet.
    fingerprint = rows_of(path)[0]["fingerprint"]
    text = text.replace(f",war,frame,war,danger,{fingerprint}", ",\x1b[31mwar\u202e,frame,war,danger,p0", 1)
    path.write_text(text, "utf-8")
    result = run("validate", work / "tiny.toml", "--sheet", path)
    assert "left out: 1 coded lines" in result.output
    assert "[31mwar" in result.output
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output


def test_a_sheet_survives_the_sampler_and_the_reader(sheet):
    lines = read_sheets([sheet])[0].lines
    assert [line.id for line in lines] == [row["id"] for row in rows_of(sheet)]
