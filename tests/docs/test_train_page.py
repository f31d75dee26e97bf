"""The page on classifiers runs as printed, on the passages that it links to."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs" / "how-to"
PAGE = (FOLDER / "train-a-classifier.md").read_text("utf-8")


def blocks(kind):
    return [match[1] for match in re.finditer(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)]


def run(command, folder):
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


def test_the_page_runs_as_printed(tmp_path):
    shutil.copy(FOLDER / "coded-passages.jsonl", tmp_path)
    (line,) = blocks("json")
    assert line in (FOLDER / "coded-passages.jsonl").read_text("utf-8")
    train, show, write = [line for block in blocks("sh") for line in block.strip().splitlines()]
    told = run(train.split(), tmp_path)
    assert "72 coded passages" in told
    assert all(word in told for word in ("precision", "recall", "F1", "AUC", "Brier", "calibration", "out of fold"))
    assert " learned " in run(show.split(), tmp_path)
    run(write.split(), tmp_path)
    page = json.loads((tmp_path / "profile.json").read_text("utf-8"))
    assert set(page["sources"][0]["dimensions"]["geopolitics"]["classifier"]) == {"coverage", "probability"}
    (code,) = blocks("py")
    shown = run([sys.executable, "-c", code], tmp_path)
    assert re.search(r"\+\d\.\d\d  lexicon    securitisation  \(here\)", shown)
