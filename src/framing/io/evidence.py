"""Evidence to files: one JSON object a hit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from framing.errors import SettingsError
from framing.io.output import whole_file
from framing.model.evidence import EvidenceRow

Sink = Callable[[Iterable[EvidenceRow]], None]


@contextmanager
def evidence_file(path: str | Path) -> Iterator[Sink]:
    """Open ``path`` (.jsonl) and give a function that writes rows to it.

    Raises
    ------
    SettingsError
        If the ending is unknown, or the file cannot be written.
    """
    if Path(path).suffix != ".jsonl":
        raise SettingsError("evidence is written as JSON lines", where=str(path), hint="name a file ending in .jsonl")
    with whole_file(path) as stream:

        def write(rows: Iterable[EvidenceRow]) -> None:
            for row in rows:
                stream.write(to_json_line(row) + "\n")

        yield write


def to_json_line(row: EvidenceRow) -> str:
    """Return the row as one line of JSON; line ends in the context are escaped by JSON itself."""
    return json.dumps(row._asdict(), ensure_ascii=False)
