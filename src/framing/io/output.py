"""Files written whole or not at all: an interrupted run leaves no half of one behind."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from framing.errors import SettingsError


@contextmanager
def whole_file(path: str | Path) -> Iterator[TextIO]:
    r"""Open a text file (UTF-8, ``\n``) that takes its name only when the block ends without an error.

    Raises
    ------
    SettingsError
        If the file cannot be written there.
    """
    with (
        _whole(Path(path)) as handle,
        os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream,
    ):
        yield stream


@contextmanager
def _whole(target: Path) -> Iterator[int]:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        permissions = _usual_permissions()
    except OSError as error:
        raise SettingsError(
            f"cannot write: {error.strerror}",
            where=str(target),
            hint="choose a folder that exists and can be written",
        ) from None
    temporary = Path(name)
    try:
        yield handle
        temporary.chmod(permissions)
        try:
            temporary.replace(target)
        except OSError as error:
            raise SettingsError(
                f"cannot write: {error.strerror}", where=str(target), hint="choose another name"
            ) from None
    finally:
        temporary.unlink(missing_ok=True)


def _usual_permissions() -> int:
    # mkstemp makes files that only the owner may read; a result is meant to be shared.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write_text(path: str | Path, text: str) -> None:
    """Write `text` to `path`, whole or not at all."""
    with whole_file(path) as stream:
        stream.write(text)


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write `data` to `path`, whole or not at all."""
    with _whole(Path(path)) as handle, os.fdopen(handle, "wb") as stream:
        stream.write(data)
