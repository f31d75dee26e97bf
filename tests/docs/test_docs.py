"""The documentation runs: commands as printed, Python as printed, figures as the commands print them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import framing

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(page, kind):
    text = page.read_text("utf-8")
    return [(match[1].strip(), match[2]) for match in re.finditer(rf"```{kind}([^\n]*)\n(.*?)```", text, re.DOTALL)]


def shell(command, folder):
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_how_to_runs_as_printed(tmp_path):
    page = ROOT / "docs" / "how-to" / "change-a-lexicon.md"
    files = dict(blocks(page, "toml"))
    assert sorted(files) == ["housing.toml", "mine.toml"]
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8")
    commands = [line for _, block in blocks(page, "sh") for line in block.strip().splitlines()]
    assert len(commands) >= 6
    for command in commands:
        done = shell(command, tmp_path)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        if "lint" in command:
            assert " 0 faults" in done.stdout or "clean" in done.stdout
    profile = json.loads((tmp_path / "profile.json").read_text("utf-8"))
    for source in profile["sources"]:
        assert sorted(source["dimensions"]) == ["housing", "securitisation"]
    total = sum(source["dimensions"]["housing"]["hits"] for source in profile["sources"])
    assert total > 0
    assert "lit fuse" in shell("framing lexicon show mine.toml", tmp_path).stdout


@pytest.mark.parametrize("name", ["weigh-a-lexicon"])
def test_a_how_to_runs_as_printed(name, tmp_path):
    page = ROOT / "docs" / "how-to" / f"{name}.md"
    for kind in ("toml", "json"):
        for file, content in blocks(page, kind):
            (tmp_path / file).write_text(content, "utf-8")
    commands = [line for _, block in blocks(page, "sh") for line in block.strip().splitlines()]
    assert len(commands) >= 3
    for command in commands:
        done = shell(command, tmp_path)
        assert done.returncode == 0, (command, done.stdout, done.stderr)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_python_runs_as_printed(page, tmp_path):
    for _, code in blocks(page, "python"):
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_the_readme_shows_the_true_output(tmp_path):
    shown = next(body for _, body in blocks(ROOT / "README.md", "text"))
    assert len(shown.splitlines()) > 10
    assert shell("framing-compare --demo", tmp_path).stdout.startswith(shown)


def test_every_command_is_in_the_reference():
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "cli_reference.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_public_name_is_in_the_reference():
    page = (ROOT / "docs" / "reference" / "python.md").read_text("utf-8")
    verbs = [name for name in framing.__all__ if name[0].islower() and name != "lexicon_names"]
    assert [name for name in verbs if f"{name}(" not in page] == []


def test_links_between_pages_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), (page.name, target)


def test_every_lint_rule_is_in_the_reference_with_its_level():
    from framing.errors import Fault
    from framing.lexicon_tools.lint.rules import RULES, level_of

    page = (ROOT / "docs" / "reference" / "lexicon-format.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| ([EWI]\d\d) \| (\w+) \|", page, re.MULTILINE))
    assert rows == {code: level_of(Fault("", code=code)) for code in RULES}


def test_no_fence_is_left_on_a_built_page(tmp_path):
    """A fence that the site does not read as one spills its file into the page; mkdocs calls that clean."""
    done = shell(f'mkdocs build --strict --quiet -f "{ROOT / "mkdocs.yml"}" -d "{tmp_path / "site"}"', ROOT)
    assert done.returncode == 0, done.stderr
    built = sorted((tmp_path / "site").rglob("*.html"))
    assert len(built) > 10
    assert [page.parent.name for page in built if "```" in page.read_text("utf-8")] == []
