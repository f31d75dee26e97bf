"""Tables: .csv and .tsv with a header line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from framing.errors import CorpusError
from framing.io.readers.found import Found, Raw
from framing.io.readers.records import choose_fields, metadata_of

# An article may be long; the module's default of 131,072 characters a field is not.
_LONGEST_FIELD = 2**31 - 1


def read_table(text: str, name: str, where: str, wanted: Mapping[str, str], found: Found) -> Iterator[Raw]:
    """Yield the rows of a table as raw articles; the line is that on which the row begins.

    Raises
    ------
    CorpusError
        If there is no header, or no column for the text.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = "\t" if name.endswith(".tsv") else max(",;\t|", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    names = [column for column in reader.fieldnames or [] if column]
    if not names:
        raise CorpusError("the table is empty", where=where, hint="give a header line and one row an article")
    fields = choose_fields(names, wanted, where)
    if fields.guessed:
        found.note(f"{where}: " + ", ".join(fields.guessed))
    line = reader.line_num + 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            found.fault(f"not a valid row: {error}", f"{where}:{line}")
            break
        if row is None:
            break
        here, line = f"{where}:{line}", reader.line_num + 1
        body = row.get(fields.text)
        if not isinstance(body, str) or not body.strip():
            found.fault(f"the row has no text in '{fields.text}'", here, "fill it, or use --on-error skip")
            continue
        number = here.rpartition(":")[2]
        yield Raw(
            id=str(row.get(fields.id) or "") or f"{name}#{number}",
            text=body.replace("\r\n", "\n").replace("\r", "\n"),
            where=here,
            metadata=metadata_of({k: v for k, v in row.items() if k}, fields),
            stem=name,
        )
