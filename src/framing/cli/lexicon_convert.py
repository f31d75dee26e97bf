"""framing lexicon convert: a lexicon or dictionary in another format."""

from __future__ import annotations

from typing import Any

import click

from framing.cli.faults import Command

_FORMATS = ("liwc", "quanteda", "lexicoder", "wordstat", "csv", "toml")


@click.command(cls=Command)
@click.argument("source", metavar="IN", type=click.Path())
@click.argument("target", metavar="OUT", type=click.Path())
@click.option("--lossy", is_flag=True, help="Write although something is lost; it is listed all the same.")
@click.option(
    "--from", "from_format", type=click.Choice(_FORMATS), help="The format of IN, where its ending does not tell."
)
@click.option(
    "--to", "to_format", type=click.Choice(_FORMATS), help="The format of OUT, where its ending does not tell."
)
@click.option("--encoding", default="", metavar="NAME", help="Of IN; by default UTF-8, else what its bytes say.")
@click.option(
    "--bare",
    type=click.Choice(["auto", "whole", "prefix"]),
    default="auto",
    show_default=True,
    help="Of an .lc3 file: what a pattern with neither a star nor a space behind it is.",
)
def convert(source: str, target: str, from_format: str | None, to_format: str | None, **options: Any) -> None:  # noqa: ANN401 -- click passes them by name
    """Write a lexicon in another format: .dic, .yml, .lc3, .cat, .csv or .toml.

    IN is a file, or the name of a shipped lexicon. What OUT cannot say is listed; then nothing is written and the
    exit code is 1, unless --lossy.
    """
    from framing.api.conversion import convert_lexicon  # noqa: PLC0415 -- --help must not pay for it

    done = convert_lexicon(source, target, from_format=from_format or "", to_format=to_format or "", **options)
    for fault in done.lost:
        click.echo(f"lost: {_clean(str(fault))}", err=True)
    for note in done.notes:
        click.echo(f"note: {_clean(note)}", err=True)
    lost = f", {len(done.lost)} things lost" if done.lost else ""
    click.echo(f"{target}: {done.entries} entries{lost}")


def _clean(text: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
