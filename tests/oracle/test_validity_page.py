"""The figures on the validity page are those that the command prints, on coded passages outside the project."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command):
    return subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_page_holds_the_figures_of_the_command(shared, tmp_path):
    coded = [shared / "gold" / f"{name}.jsonl" for name in ("news_train", "news_dev", "seeds")]
    for name, number in (("read", 600), ("kept", 588)):
        codes, corpus = "lexicons/en/validation/passages.jsonl", shared / "data" / "news_10mb.jsonl.gz"
        done = run("benchmarks/join_codes.py", codes, corpus, tmp_path / f"{name}.jsonl", "--set", name)
        assert done.stdout == f"{number} passages\n", done.stderr
        coded.append(tmp_path / f"{name}.jsonl")
    page = ROOT / "docs" / "explanation" / "validity.md"
    done = run("benchmarks/validity.py", *coded, "--robustness", shared / "seeds", "--check", page)
    assert done.returncode == 0, done.stderr
    train, dev, _, _, kept = coded
    done = run("benchmarks/learning_curve.py", "--fit", train, "--try", dev, "--try", kept, "--check", page)
    assert done.returncode == 0, done.stderr
