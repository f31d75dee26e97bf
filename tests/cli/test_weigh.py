"""framing lexicon weigh: prints what carries and what is idle, writes weights and nothing else."""

import json
import random

import pytest
from click.testing import CliRunner

from framing.api.lexicons import load_lexicon
from framing.cli.lexicon_weigh import weigh

LEXICON = """# a heading that stays
[lexicon]
name = "t"
version = "1"
language = "en"
licence = "CC0-1.0"

[[dimension]]
id = "d"

# tells
[[entry]]
pattern = "alpha"
weight = 0.5
note = "a sign"
examples = [
  "alpha is here",
]

[[entry]]
pattern = "beta"
note = "says nothing"

[[entry]]
pattern = "gamma"
weight = 0.9
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "t.toml").write_text(LEXICON, "utf-8")
    generator = random.Random(3)
    rows = []
    for number in range(400):
        present = generator.random() < 0.4
        words = ["alpha"] if generator.random() < (0.9 if present else 0.05) else []
        words += ["beta"] if generator.random() < 0.3 else []
        text = " ".join([*words, "and so on"])
        rows.append({"article": f"a{number // 4}", "par": number, "text": text, "d": int(present)})
    (tmp_path / "coded.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(weigh, [*map(str, arguments)])


def test_it_writes_weights_and_nothing_else(files):
    done = run(files / "t.toml", "--coded", files / "coded.jsonl", "--write", "--note", "made up")
    assert done.exit_code == 0, done.output
    ours = ("weight =", "prior =", "[presence]", "threshold =", "neighbours =", "fitted_on =")
    kept = [line for line in (files / "t.toml").read_text("utf-8").splitlines() if line and not line.startswith(ours)]
    assert kept == [line for line in LEXICON.splitlines() if line and not line.startswith(ours)]
    alpha, beta, gamma = load_lexicon(files / "t.toml").entries
    assert alpha.weight > 0.5
    assert alpha.prior == 0.5
    assert beta.weight < 1.0
    assert beta.prior == 1.0
    assert (gamma.weight, gamma.prior) == (0.9, None)  # never seen: the author's weight stands
    presence = load_lexicon(files / "t.toml").dimensions[0].presence
    assert "400 coded passages" in presence.fitted_on
    assert "made up" in presence.fitted_on
    assert 0 < presence.threshold < alpha.weight


def test_a_second_fit_starts_from_the_author_and_not_from_the_first(files):
    for _ in range(2):
        assert run(files / "t.toml", "--coded", files / "coded.jsonl", "--write").exit_code == 0
        text = (files / "t.toml").read_text("utf-8")
        weights = [(entry.weight, entry.prior) for entry in load_lexicon(files / "t.toml").entries]
    assert text.count("[presence]") == 1
    assert text.count("threshold") == 1
    assert weights[0][1] == 0.5


def test_it_says_what_carries_and_what_is_idle(files):
    done = run(files / "t.toml", "--coded", files / "coded.jsonl", "-o", files / "copy.toml")
    assert (files / "t.toml").read_text("utf-8") == LEXICON
    assert load_lexicon(files / "copy.toml").entries[0].prior == 0.5
    lines = done.output.splitlines()
    carries = next(line for line in lines if line.endswith("alpha"))
    assert float(carries.split()[0]) > 10
    assert not any(line.endswith("gamma") for line in lines)
    assert "1 entries move nothing" in done.output
    everything = run(files / "t.toml", "--coded", files / "coded.jsonl", "--all")
    assert any(line.endswith("gamma") for line in everything.output.splitlines())


def test_too_few_codes_and_two_dimensions(files):
    few = files / "few.jsonl"
    few.write_text('{"article": "a", "par": 1, "text": "alpha", "d": 1}', "utf-8")
    done = run(files / "t.toml", "--coded", few)
    assert done.exit_code == 1
    assert "1 passages coded 1 and 0 coded 0" in done.output
    assert "Traceback" not in done.output
