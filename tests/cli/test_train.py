"""framing train, and the column it gives framing-compare."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import framing
from framing.cli.compare import compare
from framing.cli.group import group
from framing.report.export import FORMATS
from framing.report.schema import schema

CODED = Path(__file__).parents[2] / "docs" / "how-to" / "coded-passages.jsonl"


def run(*arguments, command=compare, code=0):
    result = CliRunner().invoke(command, [str(a) for a in arguments])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    path = tmp_path_factory.mktemp("model") / "m.json"
    shown = run("train", "--coded", CODED, "-o", path, "--folds", "3", command=group).stdout
    return path, shown


def test_it_prints_what_it_is_worth(model):
    path, shown = model
    lines = shown.splitlines()
    assert lines[0] == "72 coded passages of 24 articles"
    assert "out of fold: 3 folds by article; strength, calibration and threshold chosen without the fold" in lines
    row = next(line for line in lines if line.startswith("  geopolitics") and "[" in line)
    told = framing.load_classifier(path).figures_["geopolitics"]
    assert row.split()[1:3] == [str(told.positive), str(told.called)]
    assert f"{told.f1.value:.2f} [{told.f1.low:.2f}, {told.f1.high:.2f}]" in row
    assert f"{told.calibration[0].predicted:.2f}->{told.calibration[0].observed:.2f}" in shown
    assert lines[-1] == f"written to {path}"


def test_the_file_says_what_it_was_trained_on_and_holds_no_passage(model):
    page = json.loads(model[0].read_text("utf-8"))
    assert page["training"]["passages"] == 72
    assert page["training"]["positive"]["securitisation"] == 18
    import hashlib

    assert page["training"]["files"] == [hashlib.sha256(CODED.read_bytes()).hexdigest()]
    assert max(len(term.split(" ")) for term in page["terms"]) == 2
    assert str(CODED) not in model[0].read_text("utf-8")


def test_without_figures_it_says_so(tmp_path):
    shown = run("train", "--coded", CODED, "-o", tmp_path / "m.json.gz", "--no-figures", command=group).stdout
    assert "out of fold" not in shown
    page = json.loads(run("--demo", "-q", "-f", "json", "--classifier", tmp_path / "m.json.gz").stdout)
    assert "its figures out of fold were not computed" in page["notes"][-1]


def test_the_json_meets_the_schema_and_shares_are_shares(model):
    page = json.loads(run("--demo", "-q", "-f", "json", "--classifier", model[0]).stdout)
    jsonschema.validate(page, schema())
    found = [facts["classifier"] for source in page["sources"] for facts in source["dimensions"].values()]
    assert len(found) == 15
    assert any(0 < facts["coverage"] < 1 for facts in found)
    assert all(0 < facts["probability"] < 1 for facts in found)
    assert page["signature"]["short"].endswith("|classifier:" + page["signature"]["classifier"][:12])
    broken = json.loads(json.dumps(page))
    broken["sources"][0]["dimensions"]["geopolitics"]["classifier"]["coverage"] = 2
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema())


@pytest.fixture(scope="module")
def results(model):
    """Return the demonstration without the classifier, and with it."""
    corpus = framing.demo_corpus()
    return framing.compare(corpus), framing.compare(corpus, classifier=framing.load_classifier(model[0]))


def test_the_table_has_the_column_and_fits_80_columns(model, results):
    result = results[1]
    lines = run("--demo", "-q", "--classifier", model[0]).stdout.splitlines()
    assert max(map(len, lines)) <= 80
    for dimension, title in (("securitisation", "Securitisation"), ("geopolitics", "Geopolitics")):
        head = lines[lines.index(title) + 1]
        end = head.index("learned") + len("learned")
        shown = [line[end - 7 : end].strip() for line in lines[lines.index(title) + 2 :][: len(result.sources)]]
        assert shown == [f"{result[s][dimension].classifier.coverage:.0%}" for s in result.sources]


def test_every_page_shows_the_column_with_it_and_none_without(results):
    without, beside = results
    shown = {name: export(beside.comparison) for name, export in FORMATS.items()}
    assert "| Learned |" in shown["markdown"]
    assert "& Learned &" in shown["latex"]
    assert "learned: share of the text" in shown["latex"].lower()
    assert "<th>learned</th>" in beside._repr_html_()
    rows = list(csv.DictReader(io.StringIO(shown["csv"])))
    for row in rows:
        facts = beside[row["source"]][row["dimension"]].classifier
        expected = "" if row["subframe"] else f"{facts.coverage:.6g} {facts.probability:.6g}"
        assert f"{row['learned_coverage']} {row['learned_probability']}".strip() == expected
    plain = {name: export(without.comparison) for name, export in FORMATS.items()}
    assert not any("learned" in text.lower() or "classifier" in text for text in plain.values())
    assert "learned" not in without._repr_html_()
    longer = shown["csv"].splitlines()
    assert all(line.startswith(start) for line, start in zip(longer, plain["csv"].splitlines(), strict=True))


def test_frames_have_the_columns_only_with_it(results, monkeypatch):
    import types

    # Any frame will do: to_frame hands its rows to the library that is asked for.
    monkeypatch.setitem(sys.modules, "pandas", types.SimpleNamespace(DataFrame=list))
    without, beside = (result.to_frame() for result in results)
    names = {"learned_coverage", "learned_probability"}
    assert all(set(row) == set(other) - names for row, other in zip(without, beside, strict=True))
    assert all(names <= set(row) for row in beside)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--classifier", "none.json"], "none.json: cannot be read"),
        (["--classifier", str(CODED)], "is no classifier"),
        (["-l", "geopolitics", "--classifier", "MODEL"], "trained with other lexicons"),
        (["--no-masks", "--classifier", "MODEL"], "trained with masks"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(model, arguments, said):
    arguments = [str(model[0]) if a == "MODEL" else a for a in arguments]
    result = run("--demo", "-q", *arguments, code=1)
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_faulty_codes_are_listed_and_nothing_is_written(tmp_path):
    (tmp_path / "c.jsonl").write_text('{"text": "x", "securitisation": 2}\nnot json\n', "utf-8")
    result = run("train", "--coded", tmp_path / "c.jsonl", "-o", tmp_path / "m.json", command=group, code=1)
    assert "c.jsonl:1: code 2 for 'securitisation'" in result.stderr
    assert "c.jsonl:2: not a JSON object" in result.stderr
    assert not (tmp_path / "m.json").exists()


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    result = run("train", "--coded", CODED, "-o", tmp_path / "no" / "m.json", "--no-figures", command=group, code=1)
    assert "cannot write" in result.stderr


@pytest.mark.parametrize(
    "code",
    [
        "import framing",
        "import framing.cli.compare, framing.cli.train, framing.cli.group",
        "import framing.api, framing.study, framing.io.classifiers, framing.report.classifier",
    ],
)
def test_scikit_learn_waits_until_it_is_needed(code):
    check = f"{code}; import sys; print('sklearn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


BARE = """[lexicon]
name = "bare"
version = "1"
language = "en"
licence = "CC0-1.0"

[[dimension]]
id = "threat"
title = "Threat"

[[entry]]
pattern = "threat{,s}"
"""


def test_a_dimension_without_sub_frames_is_learned_too(tmp_path):
    (tmp_path / "bare.toml").write_text(BARE, "utf-8")
    rows = [
        {"article": f"a{n // 2}", "par": n % 2, "text": "A threat grew." if n % 2 else "Peace held.", "threat": n % 2}
        for n in range(60)
    ]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    lexicon = ("-l", tmp_path / "bare.toml")
    shown = run("train", "--coded", tmp_path / "c.jsonl", *lexicon, "-o", tmp_path / "m.json", command=group).stdout
    assert "1.00 [1.00, 1.00]" in shown
    page = json.loads(run("--demo", "-q", "-f", "json", *lexicon, "--classifier", tmp_path / "m.json").stdout)
    assert set(page["sources"][0]["dimensions"]["threat"]["classifier"]) == {"coverage", "probability"}
