"""Coding sheets: CSV that opens in a spreadsheet, and comes back from one."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from framing.errors import CorpusError, DataError, Fault, SettingsError
from framing.io.output import whole_file
from framing.io.readers.files import load_text
from framing.io.readers.found import shown
from framing.model.sheet import CODES, UNCODED, Code, CodedLine, Sheet, SheetLine
from framing.model.spreadsheet import guard, unguard

_NEEDED = ("id", "entry", "subframe", "dimension", "fingerprint", "article", "hits", "corpus", "code")
# A column of 1, 0 and empty cells is one of floats to many programs.
_ALSO: Mapping[str, Code] = {"1.0": "1", "0.0": "0"}
_MOST_SHOWN = 20


def write_sheet(path: str | Path, lines: Iterable[SheetLine]) -> None:
    """Write one sheet: see `write_sheets`."""
    write_sheets({Path(path): lines})


def write_sheets(sheets: Mapping[Path, Iterable[SheetLine]]) -> None:
    """Write sheets; UTF-8 with its mark, without which Excel shows “ as â€œ and saves it so.

    Raises
    ------
    SettingsError
        If there is such a file already: it may hold a coder's work. Or if one cannot be written.
    """
    for path in sheets:
        if Path(path).exists():
            hint = "it may hold codes; choose another name (--keep takes its codes over)"
            raise SettingsError("there is such a file already", where=shown(path), hint=hint)
    for path, lines in sheets.items():
        with whole_file(path) as stream:
            stream.write("\ufeff")
            writer = csv.writer(stream, lineterminator="\r\n")
            writer.writerow(SheetLine._fields)
            writer.writerows([guard(str(cell)) for cell in line] for line in lines)


def numbered(path: str | Path, parts: int) -> list[Path]:
    """Return the names of the parts of a sheet.

    Examples
    --------
    >>> [path.name for path in numbered("sheet.csv", 2)]
    ['sheet.1.csv', 'sheet.2.csv']
    """
    whole = Path(path)
    return [whole.with_name(f"{whole.stem}.{number}{whole.suffix}") for number in range(1, parts + 1)]


def read_sheets(paths: Sequence[str | Path]) -> list[Sheet]:
    """Return the sheets, as they were written or as a spreadsheet saved them.

    Raises
    ------
    DataError
        With every fault of every sheet, by line.
    """
    faults: list[Fault] = []
    sheets: list[Sheet] = []
    for number, path in enumerate(paths):
        if Path(path).resolve() in {Path(other).resolve() for other in paths[:number]}:
            faults.append(Fault("the same sheet twice", shown(path), "name each coder's sheet once"))
            continue
        try:
            data, text = load_text(Path(path))
        except CorpusError as error:
            faults.extend(error.faults)
            continue
        lines = tuple(_lines(text, shown(path), faults))
        sheets.append(Sheet(where=shown(path), sha256=hashlib.sha256(data).hexdigest(), lines=lines))
    if faults:
        shown_first = faults[:_MOST_SHOWN]
        if len(faults) > _MOST_SHOWN:
            shown_first.append(Fault(f"and {len(faults) - _MOST_SHOWN} more"))
        raise DataError(f"{len(faults)} faults in the sheets", faults=shown_first)
    return sheets


def _lines(text: str, path: str, faults: list[Fault]) -> Iterator[CodedLine]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    seen: dict[str, int] = {}
    columns: dict[str, int] = {}
    line = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            faults.append(Fault(f"not a valid row: {error}; nothing below it is read", f"{path}:{line}"))
            return
        if row is None:
            break
        if not columns:
            columns = {name.strip().lower(): number for number, name in reversed(list(enumerate(row)))}
            if missing := [name for name in _NEEDED if name not in columns]:
                hint = "a sheet comes from 'framing lexicon sample'; keep its columns"
                faults.append(Fault("no column " + ", ".join(missing), f"{path}:{line}", hint))
                return
        elif any(cell.strip() for cell in row):
            where = f"{path}:{line}"
            if coded := _coded(_Row(row, columns), where, faults):
                if coded.id in seen:
                    faults.append(Fault(f"line '{coded.id}' is also on {path}:{seen[coded.id]}", where, "keep one"))
                seen[coded.id] = line
                yield coded
        line = reader.line_num + 1
    if not columns:
        faults.append(Fault("the sheet is empty", path))


class _Row:
    """A row whose cells go by the names of their columns; one that is cut short has empty cells."""

    def __init__(self, cells: Sequence[str], columns: Mapping[str, int]) -> None:
        self._cells = cells
        self._columns = columns

    def __getitem__(self, name: str) -> str:
        number = self._columns.get(name, len(self._cells))
        return unguard(self._cells[number]) if number < len(self._cells) else ""


def _coded(row: _Row, where: str, faults: list[Fault]) -> CodedLine | None:
    written = row["code"].strip()
    code = _code(written)
    hits = row["hits"].strip().removesuffix(".0")
    before = len(faults)
    if code is None:
        faults.append(Fault(f"code '{shown(written[:40])}'", where, "write 1, 0 or ?, or leave it empty"))
    if not row["id"].strip():
        faults.append(Fault("no id", where, "copy it from the sheet as it was drawn"))
    if not (hits.isascii() and hits.isdigit() and int(hits[:18]) > 0):
        faults.append(Fault(f"hits '{shown(hits[:40])}'", where, "copy the number from the sheet as it was drawn"))
    if code is None or len(faults) > before:
        return None
    return CodedLine(
        id=row["id"].strip(),
        entry=row["entry"],
        subframe=row["subframe"].strip(),
        dimension=row["dimension"].strip(),
        fingerprint=row["fingerprint"].strip(),
        article=row["article"],
        hits=int(hits[:18]),
        corpus=row["corpus"].strip(),
        code=code,
        note=row["note"],
        where=where,
    )


def _code(written: str) -> Code | None:
    if written in _ALSO:
        return _ALSO[written]
    return next((code for code in (*CODES, UNCODED) if code == written), None)


def _delimiter(text: str) -> str:
    """Return what the header is cut by: a spreadsheet set to a comma in decimals saves with semicolons."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)
