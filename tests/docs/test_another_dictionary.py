"""The page on dictionaries of other formats runs as printed."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "use-another-dictionary.md"


def shell(command, folder):
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_page_runs_as_printed(tmp_path):
    text = PAGE.read_text("utf-8")
    files = dict(re.findall(r"```text (\S+)\n(.*?)```", text, re.DOTALL))
    assert sorted(files) == ["mood.dic", "sky.csv"]
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8")
    commands = [
        line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.strip().splitlines()
    ]
    assert len(commands) >= 9
    outputs = {}
    for command in commands:
        done = shell(command, tmp_path)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        outputs[command] = done.stdout
    # The note that the page promises; and the converted file gives the same numbers, if not under the same title.
    assert "'calm': no category 9" in " ".join(outputs["framing-compare --demo -l mood.dic"].split())
    both = json.loads((tmp_path / "both.json").read_text("utf-8"))
    assert sorted(both["sources"][0]["dimensions"]) == ["hope", "securitisation", "worry"]
    assert sum(source["dimensions"]["hope"]["hits"] for source in both["sources"]) > 0
    direct, converted = (
        outputs[f"framing-compare --demo -l mood.{ending}"].split("Note:")[0] for ending in ("dic", "toml")
    )
    assert direct == converted
