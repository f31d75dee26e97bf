"""CSV: pattern, dimension, subframe, weight, note; the simplest way to edit a lexicon by hand.

Patterns are those of our own language. A cell that a spreadsheet would take for a formula has an apostrophe before
it, which is taken off when the file is read.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping

from framing.errors import Fault, LexiconError
from framing.io.dictionaries.draft import Draft, clean
from framing.model.dictionary import Dictionary
from framing.model.spreadsheet import guard, unguard

COLUMNS = ("pattern", "dimension", "subframe", "weight", "note")
_NEEDED = COLUMNS[:2]
_Row = tuple[int, list[str]]


def read_csv(text: str, where: str) -> Dictionary:
    """Return the dictionary in the text of a .csv file.

    Raises
    ------
    LexiconError
        With every faulty row: unlike a dictionary from elsewhere, this one is yours to mend.
    """
    draft = Draft(where)
    faults: list[Fault] = []
    rows = list(_rows(text.removeprefix("\ufeff"), where, faults))
    if not rows:
        raise LexiconError("the table is empty", where=where, hint="begin with the header " + ",".join(COLUMNS))
    names = [cell.strip().lower() for cell in rows[0][1]]
    faults += _header(names, where, draft)
    for line, row in rows[1:] if not faults else []:
        if len(row) > len(names) and any(row[len(names) :]):
            message = f"the row has {len(row)} fields, the header {len(names)}"
            faults.append(Fault(message, f"{where}:{line}", "put quotes around a field that holds a comma"))
            continue
        cells = {name: unguard(cell) for name, cell in zip(names, row, strict=False)}
        _read_row(cells, line, draft, faults)
    if faults:
        raise LexiconError(f"{len(faults)} faults", where=where, faults=faults)
    return draft.done(patterns=True)


def _rows(text: str, where: str, faults: list[Fault]) -> Iterator[_Row]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            faults.append(Fault(f"not a valid row: {error}", f"{where}:{line}", "close the quotes"))
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield line, row
        line = reader.line_num + 1


def _header(names: list[str], where: str, draft: Draft) -> Iterator[Fault]:
    for needed in _NEEDED:
        if needed not in names:
            yield Fault(f"no column '{needed}'", f"{where}:1", "the header is " + ",".join(COLUMNS))
    for name in names:
        if name and names.count(name) > 1:
            yield Fault(f"two columns are called '{clean(name)}'", f"{where}:1", "rename one of them")
        elif name and name not in COLUMNS:
            draft.lose(f"the column '{clean(name)}' is not read", 1, "known are: " + ", ".join(COLUMNS))


def _read_row(cells: Mapping[str, str], line: int, draft: Draft, faults: list[Fault]) -> None:
    missing = [name for name in _NEEDED if not cells.get(name, "").strip()]
    if missing:
        faults.append(Fault("the row lacks its " + " and its ".join(missing), f"{draft.where}:{line}"))
        return
    try:
        weight = float(cells.get("weight", "").strip() or "1")
    except ValueError:
        weight = math.nan
    if not 0 < weight <= 2:
        message = f"weight '{clean(cells['weight'])}' of '{cells['pattern']}'"
        faults.append(Fault(message, f"{draft.where}:{line}", "a weight is above 0 and at most 2, as in 0.5", "E05"))
        return
    dimension, subframe = clean(cells["dimension"]), clean(cells.get("subframe", ""))
    path = (dimension, subframe) if subframe else (dimension,)
    draft.term(cells["pattern"].strip(), path, line, weight=weight, note=cells.get("note", "").strip())


def write_csv(dictionary: Dictionary) -> str:
    """Return the text of a .csv file, one row a term."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for term in dictionary.terms:
        weight = "" if term.weight == 1 else str(term.weight)
        cells = (term.text, term.path[0], ".".join(term.path[1:]), weight, term.note)
        writer.writerow([guard(cell) for cell in cells])
    return stream.getvalue()
