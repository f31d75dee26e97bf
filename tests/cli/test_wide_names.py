"""Names in letters of two columns: no page of any command is wider than a terminal, and its columns stay columns."""

import json

import pytest
from click.testing import CliRunner

from framing.cli.compare import compare
from framing.cli.group import group
from framing.report.width import columns

NAMES = ("日報新聞日報新聞日報新聞日報新聞", "京都朝刊", "The Evening Bell of the Harbour")


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "articles.jsonl"
    rows = [
        {
            "source": name,
            "date": f"2021-{month:02}-10",
            "text": f"The militia is a grave threat, they say in {month}. " * 4 + "The market opened. " * 40,
        }
        for name in NAMES
        for month in range(1, 6)
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("command", "arguments"),
    [(compare, []), (compare, ["--topic", "TOPIC"]), (group, ["trend"]), (group, ["plan"])],
    ids=["compare", "topic", "trend", "plan"],
)
def test_no_line_is_wider_than_a_terminal(command, arguments, corpus, tmp_path):
    topic = tmp_path / "topic.txt"
    topic.write_text("militia\n", encoding="utf-8")
    found = CliRunner().invoke(command, [*(str(topic) if a == "TOPIC" else a for a in arguments), corpus, "--quiet"])
    assert found.exit_code == 0, found.output
    assert "京都" in found.output
    assert [line for line in found.output.splitlines() if columns(line) > 80] == []


def test_a_title_of_any_length_is_wrapped(corpus, tmp_path):
    lexicon = tmp_path / "long.toml"
    lexicon.write_text(
        "[lexicon]\nname = 'long'\nversion = '1'\nlanguage = 'en'\nlicence = 'CC0'\n"
        f"[[dimension]]\nid = 'd'\ntitle = '{'A title of many words ' * 6}'\n"
        "[[dimension.subframe]]\nid = 's'\n"
        "[[entry]]\npattern = 'threat'\ndimension = 'd'\nsubframe = 's'\n",
        encoding="utf-8",
    )
    for command, arguments in ((compare, []), (group, ["trend"]), (group, ["plan"])):
        found = CliRunner().invoke(command, [*arguments, corpus, "--quiet", "-l", str(lexicon)])
        assert found.exit_code == 0, found.output
        assert [line for line in found.output.splitlines() if columns(line) > 80] == []
