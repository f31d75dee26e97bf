"""A page of a command, to a file or to standard output."""

from __future__ import annotations

import sys


def write(text: str, *, table: bool, output: str | None) -> None:
    """Write the page to the file `output`, or to standard output; a table is for people, and in their encoding."""
    from framing.io.output import write_text  # noqa: PLC0415 -- --help must not pay for it

    if output:
        write_text(output, text)
    else:
        # Bytes, not str: a terminal that is not UTF-8 must not break a JSON pipe.
        sys.stdout.buffer.write(text.encode(_encoding() if table else "utf-8", "replace"))


def ascii_only(output: str | None) -> bool:
    """Whether a table goes to a terminal that knows no bars and dashes."""
    return not output and not _encoding().lower().replace("-", "").startswith("utf")


def _encoding() -> str:
    return sys.stdout.encoding or "utf-8"
