"""corpus.toml: what is known about the files beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from framing.io.readers.encoding import decode
from framing.io.readers.found import Found
from framing.io.toml_lines import nth, table_lines

NAME = "corpus.toml"


def read_manifest(folder: Path, found: Found) -> dict[str, dict[str, str]]:
    """Return file name -> metadata; faults go to `found`. Empty where the folder has no corpus.toml."""
    path = folder / NAME
    if not path.is_file():
        return {}
    text = decode(path.read_bytes(), str(path)).text
    try:
        raw = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        line = "".join(c for c in place.partition(",")[0] if c.isdigit()) or "1"
        found.fault(f"not valid TOML: {message}", f"{path}:{line}")
        return {}
    lines = table_lines(text)
    files: dict[str, dict[str, str]] = {}
    rows = raw.get("article", [])
    for number, row in enumerate(rows if isinstance(rows, list) else []):
        where = f"{path}:{nth(lines, 'article', number).of('file')}"
        name = row.get("file") if isinstance(row, dict) else None
        if not isinstance(name, str):
            found.fault("[[article]] lacks 'file'", where, 'write file = "name.txt"')
        elif not (folder / name).is_file():
            found.fault(
                f"[[article]] names '{name}', which is not there",
                where,
                "correct the name or remove the table",
            )
        elif name in files:
            found.fault(f"[[article]] names '{name}' twice", where)
        else:
            files[name] = {key: str(value) for key, value in row.items() if key != "file"}
    return files
