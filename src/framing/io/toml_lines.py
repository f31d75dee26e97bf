"""On which line of a TOML file each table and key stands: the standard parser does not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w\-]+|\"[^\"]*\")\s*=")
_MULTILINE = re.compile(r"\"\"\"|'''")


class TableLines(NamedTuple):
    """The line of a table's header (1-based), and of each of its keys; `path` where it is of another file."""

    header: int
    keys: dict[str, int]
    path: str = ""

    def of(self, key: str) -> int:
        """Return the line of `key`, or of the header where the key is missing."""
        return self.keys.get(key, self.header)


#: For each table name, its occurrences in order.
Lines = dict[str, list[TableLines]]


def table_lines(text: str, path: str = "") -> Lines:
    r"""Return the lines of every table; `path` marks those of a file that is read for another's sake.

    Examples
    --------
    >>> lines = table_lines('[[entry]]\npattern = "a"\n\n[[entry]]\npattern = "b"')
    >>> [table.of("pattern") for table in lines["entry"]], lines["entry"][1].of("note")
    ([2, 5], 4)
    """
    tables: Lines = {"": [TableLines(1, {}, path)]}
    current = tables[""][0]
    inside_string = False
    for number, line in enumerate(text.splitlines(), start=1):
        # A line inside a multi-line string may look like a header and is none.
        fences = len(_MULTILINE.findall(line))
        if not inside_string:
            if header := _HEADER.match(line):
                current = TableLines(number, {}, path)
                tables.setdefault(header[2], []).append(current)
            elif key := _KEY.match(line):
                current.keys.setdefault(key[1].strip('"'), number)
        if fences % 2:
            inside_string = not inside_string
    return tables


def append(tables: Lines, name: str, own: int, others: Sequence[TableLines]) -> None:
    """Put the lines of another file's tables behind those of the `own` first, some of which may be written inline."""
    rows = [nth(tables, name, number) for number in range(own)]
    tables[name] = [*rows, *others]


def nth(tables: Lines, name: str, number: int) -> TableLines:
    """Return the lines of the `number`-th table `name`; line 1 where it was written inline."""
    rows = tables.get(name, [])
    return rows[number] if number < len(rows) else TableLines(1, {})
