"""The pages on topic and trends print what they show."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["topic", "trends"])
def test_the_example_prints_what_the_page_shows(name, tmp_path):
    page = (DOCS / "explanation" / f"{name}.md").read_text("utf-8")
    code, shown = re.search(r"```python\n(.*?)```\n\n```text\n(.*?)```", page, re.DOTALL).groups()
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == shown


def test_the_topic_file_of_the_how_to_can_be_read(tmp_path):
    from framing import read_topic

    page = (DOCS / "how-to" / "hold-the-topic-constant.md").read_text("utf-8")
    lines = re.search(r"```text\n(.*?)```", page, re.DOTALL)[1]
    (tmp_path / "militia.txt").write_text(lines, "utf-8")
    assert len(read_topic(tmp_path / "militia.txt").entries) == 3
