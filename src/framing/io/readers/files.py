"""A file's bytes, unpacked; whatever the system says against it becomes a CorpusError."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from framing.errors import CorpusError
from framing.io.readers.encoding import decode
from framing.io.readers.found import shown


def load(path: Path) -> bytes:
    """Return what the file holds; a name in .gz is unpacked.

    Raises
    ------
    CorpusError
        If it cannot be read, or is no file: a pipe would be waited for without end.
    """
    try:
        if not path.is_file():
            path.stat()  # a file that has vanished says so here
            raise CorpusError("is not a regular file", where=shown(path), hint="'-' reads JSON lines from a pipe")
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from None
    if not path.name.lower().endswith(".gz"):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error):  # no gzip at all; cut short; damaged inside
        raise CorpusError("is not a whole gzip file", where=shown(path), hint="pack or fetch it again") from None


def load_text(path: Path) -> tuple[bytes, str]:
    """Return the file's bytes and its text, whatever its encoding, without a byte order mark.

    Raises
    ------
    CorpusError
        If it cannot be read, or is no text.
    """
    data = load(path)
    return data, decode(data, shown(path)).text.removeprefix("\ufeff")


def unreadable(path: Path, error: OSError) -> CorpusError:
    """Return the error for a file or folder that the system does not let us read."""
    return CorpusError(f"cannot be read: {error.strerror or error}", where=shown(path), hint="check the file")
