"""JSON: one object a line, or a list of objects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from framing.errors import CorpusError
from framing.io.readers.found import Found, Place, Raw
from framing.io.readers.records import Record, articles_of, choose_fields

_HALF_PAIR = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\n]*")
_KINDS: Mapping[type, str] = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
_OBJECT = 'write {"text": "...", "source": "..."}'
_Numbered = tuple[int, int, Record]  # its number, for the identifier; its line


def read_jsonl(text: str, place: Place, wanted: Mapping[str, str], found: Found) -> Iterator[Raw]:
    """Yield the objects of a file of JSON lines as raw articles.

    Raises
    ------
    CorpusError
        If no key can be the text.
    """
    yield from _articles(list(_lines(text.removeprefix("\ufeff"), place, found)), place, wanted, found)


def read_json(text: str, place: Place, wanted: Mapping[str, str], found: Found) -> Iterator[Raw]:
    """Yield the objects of a JSON list as raw articles; JSON lines called .json are read as such.

    Raises
    ------
    CorpusError
        If no key can be the text, or the list is empty.
    """
    text = text.removeprefix("\ufeff")
    if text.lstrip().startswith("["):
        before = len(found.faults)
        records = list(_items(text, place, found))
        if not records and len(found.faults) == before:
            raise CorpusError("the list is empty", where=place.where, hint=_OBJECT)
    else:
        records = _one_object(text, place, found)
    yield from _articles(records, place, wanted, found)


def _one_object(text: str, place: Place, found: Found) -> list[_Numbered]:
    """Return the object that is the whole file, or JSON lines: a file called .json often holds those."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg != "Extra data":
            raise CorpusError(f"not valid JSON: {_what(error)}", where=f"{place.where}:{error.lineno}") from None
        return list(_lines(text, place, found))
    record = _record(value, text, f"{place.where}:1", found)
    return [(1, 1, record)] if record else []


def _articles(records: list[_Numbered], place: Place, wanted: Mapping[str, str], found: Found) -> Iterator[Raw]:
    if not records:  # each line was a fault
        return
    names: dict[str, None] = {}
    for _, _, record in records:
        names.update(dict.fromkeys(record))
    fields = choose_fields(list(names), wanted, place.where, noun="key")
    yield from articles_of(records, fields, place, found)


def _lines(text: str, place: Place, found: Found) -> Iterator[_Numbered]:
    # Not splitlines(): U+2028 inside a string is a character of the text, not the end of a line.
    for line, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        where = f"{place.where}:{line}"
        try:
            value = json.loads(written)
        except (ValueError, RecursionError) as error:
            found.fault(f"not valid JSON: {_what(error)}", where, "write one object a line")
            continue
        if record := _record(value, written, where, found):
            yield line, line, record


def _items(text: str, place: Place, found: Found) -> Iterator[_Numbered]:
    """Yield the items of a list one by one: the standard reader does not tell on which line one begins."""
    decode = json.JSONDecoder().raw_decode
    position, line, number = text.index("["), 1, 0
    while True:
        start = _skip(text, position + 1)
        line += text.count("\n", position, start)
        if number == 0 and text[start : start + 1] == "]":
            return
        try:
            value, end = decode(text, start)
            position = _skip(text, end)
            if text[position : position + 1] not in {",", "]"}:
                raise json.JSONDecodeError("Expecting ',' delimiter", text, position)
        except (ValueError, RecursionError) as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else line
            message = f"not valid JSON: {_what(error)}; nothing below it is read"
            found.fault(message, f"{place.where}:{line}", "write a list of objects")
            return
        number += 1
        if record := _record(value, text[start:end], f"{place.where}:{line}", found):
            yield number, line, record
        line += text.count("\n", start, position)
        if text[position] == "]":
            return


def _skip(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _what(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    return "nested too deep" if isinstance(error, RecursionError) else "a number is too long"


def _record(value: object, written: str, where: str, found: Found) -> Record | None:
    if not isinstance(value, dict):
        found.fault(f"not an object but {_KINDS.get(type(value), 'a number')}", where, _OBJECT)
        return None
    # "\ud83d" without its other half can be written into no file: one character for one, so offsets stay.
    if "\\u" in written and _HALF_PAIR.search(json.dumps(value, ensure_ascii=False)):
        found.note(f"{where}: half a surrogate pair read as U+FFFD")
        return {_whole(key): _whole(item) if isinstance(item, str) else item for key, item in value.items()}
    return value


def _whole(text: str) -> str:
    return _HALF_PAIR.sub("\ufffd", text)
