"""JSON lines: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from framing.errors import CorpusError
from framing.io.readers.found import Found, Raw
from framing.io.readers.records import all_names, choose_fields, metadata_of

_LOOK_AHEAD = 100


def read_jsonl(text: str, name: str, where: str, wanted: Mapping[str, str], found: Found) -> Iterator[Raw]:
    """Yield the objects of a file of JSON lines as raw articles.

    Raises
    ------
    CorpusError
        If no key can be the text.
    """
    rows = list(_objects(text.removeprefix("\ufeff"), where, found))
    if not rows:
        return
    try:
        fields = choose_fields(all_names(row for _, row in rows[:_LOOK_AHEAD]), wanted, where)
    except CorpusError as error:
        raise CorpusError(error.message.replace("column", "key"), where=error.where, hint=error.hint) from None
    if fields.guessed:
        found.note(f"{where}: " + ", ".join(fields.guessed))
    for number, row in rows:
        here = f"{where}:{number}"
        body = row.get(fields.text)
        if not isinstance(body, str) or not body.strip():
            found.fault(f"the object has no text in '{fields.text}'", here, "fill it, or use --on-error skip")
            continue
        yield Raw(
            id=str(row.get(fields.id) or "") or f"{name}#{number}",
            text=body,
            where=here,
            metadata=metadata_of(row, fields),
            stem=name,
        )


def _objects(text: str, where: str, found: Found) -> Iterator[tuple[int, dict[str, object]]]:
    # Not splitlines(): U+2028 inside a string is a character of the text, not the end of a line.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            what = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
            found.fault(f"not valid JSON: {what}", f"{where}:{number}", "one object a line")
            continue
        if isinstance(value, dict):
            yield number, value
        else:
            found.fault("the line holds no object", f"{where}:{number}", 'write {"text": "...", "source": "..."}')
