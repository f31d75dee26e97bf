"""The figures on the validity page are those that the command prints, on coded passages outside the project."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_holds_the_figures_of_the_command(shared):
    coded = [str(shared / "gold" / f"{name}.jsonl") for name in ("news_train", "news_dev", "seeds")]
    page = ROOT / "docs" / "explanation" / "validity.md"
    command = [
        sys.executable,
        "benchmarks/validity.py",
        *coded,
        "--robustness",
        str(shared / "seeds"),
        "--check",
        str(page),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
