"""From the options of a command to a Corpus."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import click

if TYPE_CHECKING:
    from framing.model.article import Corpus


def read(  # noqa: PLR0913 -- the reading options, by keyword
    paths: Sequence[str],
    *,
    demo: bool,
    by: str,
    source_from: str,
    text_field: str,
    source_field: str,
    id_field: str,
    on_error: Literal["fail", "skip"],
) -> Corpus:
    """Return the corpus that the options name.

    Raises
    ------
    click.UsageError
        If they name none, or two.
    """
    from framing.io.corpus import ReadOptions, read_corpus  # noqa: PLC0415 -- --help must not pay for it
    from framing.io.resources import data_folder  # noqa: PLC0415

    if demo and paths:
        raise click.UsageError("give articles or --demo, not both")
    if not demo and not paths:
        raise click.UsageError(
            "no articles given. Name files or folders (.txt, .md, .csv, .jsonl), '-' for JSON lines on stdin, "
            "or try: framing-compare --demo"
        )
    options = ReadOptions(
        by=by,
        source_from=source_from,
        text_field=text_field,
        source_field=source_field,
        id_field=id_field,
        on_error=on_error,
    )
    return read_corpus([str(data_folder("corpus"))] if demo else list(paths), options, stdin=sys.stdin.buffer)


def tell(notes: Sequence[str], *, quiet: bool) -> None:
    """Say each note on standard error, unless `quiet`."""
    for note in () if quiet else notes:
        click.echo(f"note: {note}", err=True)


READING = ("demo", "by", "source_from", "text_field", "source_field", "id_field", "on_error")


def split(options: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the reading options and the rest."""
    return (
        {name: value for name, value in options.items() if name in READING},
        {name: value for name, value in options.items() if name not in READING},
    )
