"""The page on validation runs as printed; a stand-in for the coders fills the sheets between its commands."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "validate-a-lexicon.md"


def blocks(kind):
    found = re.finditer(rf"```{kind}([^\n]*)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return [(match[1].strip(), match[2]) for match in found]


def shell(command, folder):
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def fill(path, code_of):
    rows = rows_of(path)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | {"code": code_of(number)} for number, row in enumerate(rows))


def test_the_page_runs_as_printed(tmp_path):
    for name, content in [*blocks("toml"), *blocks("json")]:
        (tmp_path / name).write_text(content, "utf-8")
    commands = [line for _, block in blocks("sh") for line in block.strip().splitlines()]
    shown = {}
    for command in commands:
        done = shell(command, tmp_path)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        shown[command] = done
        if command == "cp sheet.csv ben.csv":
            fill(tmp_path / "anna.csv", lambda number: "0" if number % 4 == 1 else "1")
            fill(tmp_path / "ben.csv", lambda number: "0" if number % 4 == 1 or number == 2 else "1")
            (tmp_path / "settled.csv").write_bytes((tmp_path / "sheet.csv").read_bytes())
            fill(tmp_path / "settled.csv", lambda number: "1" if number == 2 else "")
    text = "\n".join(done.stdout for done in shown.values())
    assert "1 disputed lines count as wrong" in text
    assert "Krippendorff's alpha" in text
    assert "presence in 3 paragraphs" in text

    lines = len(rows_of(tmp_path / "sheet.csv"))
    assert sum(len(rows_of(tmp_path / f"shared.{n}.csv")) for n in (1, 2, 3)) == lines > 20
    record = json.loads((tmp_path / "record.json").read_text("utf-8"))
    assert record["date"] == "2026-03-31"
    assert sum(entry["decided"] for entry in record["entries"]) == lines
    assert sum(entry["right"] for entry in record["entries"]) == sum(n % 4 != 1 for n in range(lines))
    again = rows_of(tmp_path / "anna-2.csv")
    assert [row["code"] for row in again if row["entry"] != "frontier{,s}"] == [
        row["code"] for row in rows_of(tmp_path / "anna.csv")
    ]
    assert {row["code"] for row in again if row["entry"] == "frontier{,s}"} == {""}
