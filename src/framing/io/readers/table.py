"""Tables: .csv and .tsv with a header line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from framing.errors import CorpusError
from framing.io.readers.found import Found, Place, Raw
from framing.io.readers.records import TEXT, articles_of, bare, choose_fields

# An article may be longer than the module's default of 131,072 characters a field. (A C long: no sys.maxsize.)
_LONGEST_FIELD = 2**31 - 1
_Row = tuple[int, list[str]]  # the line on which it begins


def read_table(text: str, place: Place, wanted: Mapping[str, str], found: Found) -> Iterator[Raw]:
    """Yield the rows of a table as raw articles; the line is that on which the row begins.

    Raises
    ------
    CorpusError
        If there is no header, no row, or no column for the text.
    """
    before = len(found.faults)
    default = csv.field_size_limit(_LONGEST_FIELD)
    try:
        rows = _rows(text.removeprefix("\ufeff"), place, wanted, found)
    finally:
        csv.field_size_limit(default)  # it is the whole process's setting, not ours
    broken = len(found.faults) > before
    if len(rows) < 2 and not broken:
        raise CorpusError("the table has no rows", where=place.where, hint="give a header line and one row an article")
    if rows:
        names = [name.strip() for name in rows[0][1]]
        fields = choose_fields([name for name in names if name], wanted, place.where)
        for name in (fields.text, fields.source, fields.id):
            if name and names.count(name) > 1:
                raise CorpusError(f"two columns are called '{name}'", where=place.where, hint="rename one of them")
        yield from articles_of(list(_records(rows[1:], names, place, found)), fields, place, found)


def _records(
    rows: list[_Row], names: list[str], place: Place, found: Found
) -> Iterator[tuple[int, int, dict[str, object]]]:
    # pandas writes its row numbers under an empty name; of two columns with one name the first counts.
    columns = {name: names.index(name) for name in names if name}
    for line, row in rows:
        # A text with a comma or a line break outside quotes falls apart; reading on would cut it in silence.
        if len(row) < len(names) or any(row[len(names) :]):
            message = f"the row has {len(row)} fields, the header {len(names)}"
            found.fault(message, f"{place.where}:{line}", "put quotes around the text")
        else:
            yield line, line, {name: row[index] for name, index in columns.items()}


def _rows(text: str, place: Place, wanted: Mapping[str, str], found: Found) -> list[_Row]:
    """Return the rows that are not blank, the header first."""
    rows: list[_Row] = []
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text, place.name, wanted), strict=True)
    line = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            # Not strict, an open quote would swallow the articles below it, and no one would know.
            message = f"not a valid row: {error}; nothing below it is read"
            found.fault(message, f"{place.where}:{line}", "close the quotes, and double those inside a field")
            return rows
        if row is None:
            return rows
        if any(field.strip() for field in row):
            rows.append((line, row))
        line = reader.line_num + 1


def _delimiter(text: str, name: str, wanted: Mapping[str, str]) -> str:
    """Return the delimiter that shows the text column in the header, else most columns."""
    first = "\t" if ".tsv" in name.lower() else ","
    usual = {bare(wanted["text"])} if wanted.get("text") else set(TEXT)

    def promise(delimiter: str) -> tuple[bool, int]:
        try:
            header = next(csv.reader(io.StringIO(text), delimiter=delimiter), [])
        except csv.Error:
            return (False, 0)
        return any(bare(cell) in usual for cell in header), len(header)

    return max((first, ",", ";", "\t", "|"), key=promise)
