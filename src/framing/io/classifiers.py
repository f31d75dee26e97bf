"""A trained classifier's file: JSON, plain or packed (.gz); read as data only, never trusted to be small or true."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path

from framing.errors import DataError
from framing.io.classifier_parts import Part, model_of
from framing.io.output import write_bytes, write_text
from framing.model.classifier import FrameModel
from framing.model.plain import as_plain

KIND, SCHEMA = "framing classifier", 1
# A model of 50,000 terms and three dimensions takes 5 MB. A few kilobytes of gzip can unpack to gigabytes.
MOST_BYTES = 64_000_000
_AGAIN = "train it again with 'framing train'"


def write_classifier(path: str | Path, model: FrameModel) -> None:
    """Write the model, whole or not at all; packed where the name ends in .gz.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    text = to_text(model)
    if str(path).lower().endswith(".gz"):
        # No name and no time in the header: the same model gives the same bytes.
        write_bytes(path, gzip.compress(text.encode("utf-8"), mtime=0))
    else:
        write_text(path, text)


def to_text(model: FrameModel) -> str:
    """Return the file's content. Every float is written so that it is read back as the same float."""
    page = {"kind": KIND, "schema": SCHEMA, **as_plain(model)}
    return json.dumps(page, ensure_ascii=False, allow_nan=False, indent=None, separators=(",", ":")) + "\n"


def read_classifier(path: str | Path) -> FrameModel:
    """Return the model in a file written by `write_classifier`.

    Raises
    ------
    DataError
        If it cannot be read, is no such file, or its parts do not go together.
    """
    where = str(path)
    try:
        page = json.loads(_bytes(Path(path), where).decode("utf-8"))
    except (ValueError, RecursionError):  # no JSON, no UTF-8, nested a million deep, a number of 5,000 digits
        raise DataError("is no classifier: not valid JSON", where=where, hint=_AGAIN) from None
    if not isinstance(page, dict) or page.get("kind") != KIND:
        raise DataError("is no classifier", where=where, hint="name a file written by 'framing train'")
    if page.get("schema") != SCHEMA:
        raise DataError(
            f"the classifier has schema {str(page.get('schema'))[:20]}, not {SCHEMA}", where=where, hint=_AGAIN
        )
    return model_of(Part(page, where))


def _bytes(path: Path, where: str) -> bytes:
    try:
        if not path.is_file():
            path.stat()
            raise DataError("is not a regular file", where=where, hint="name a file written by 'framing train'")
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror or error}", where=where, hint="check the file") from None
    if path.name.lower().endswith(".gz"):
        data = _unpacked(data, where)
    if len(data) > MOST_BYTES:
        raise DataError(f"is larger than {MOST_BYTES // 1_000_000} MB: no classifier is", where=where)
    return data


def _unpacked(data: bytes, where: str) -> bytes:
    unpack = zlib.decompressobj(wbits=31)
    try:
        found = unpack.decompress(data, MOST_BYTES + 1)
    except zlib.error:
        raise DataError("is not a whole gzip file", where=where, hint=_AGAIN) from None
    if len(found) <= MOST_BYTES and not unpack.eof:
        raise DataError("is not a whole gzip file", where=where, hint=_AGAIN)
    return found
