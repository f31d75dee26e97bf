"""framing lexicon list | show | lint; the other commands of the group have files of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from framing.cli.faults import Command
from framing.cli.lexicon_convert import convert
from framing.cli.lexicon_lint import lint
from framing.cli.lexicon_sample import sample
from framing.cli.lexicon_validate import validate
from framing.cli.lexicon_weigh import weigh

if TYPE_CHECKING:
    from framing.model.lexicon import Entry


@click.group()
def lexicon() -> None:
    """List, show, lint, convert, weigh and validate lexicons."""


lexicon.add_command(weigh)
lexicon.add_command(convert)


@lexicon.command("list", cls=Command)
def list_() -> None:
    """List the shipped dimensions: name, version, entries, sub-frames."""
    from framing.api.lexicons import lexicon_names, load_lexicon  # noqa: PLC0415 -- --help must not pay for it

    for name in lexicon_names():
        loaded = load_lexicon(name)
        for dimension in loaded.dimensions:
            own = [entry for entry in loaded.entries if entry.dimension == dimension.id]
            signature = loaded.files[0].signature
            click.echo(f"{name:22} {signature:36} {len(own):4} entries  {len(dimension.subframes)} sub-frames")


@lexicon.command(cls=Command)
@click.argument("name")
@click.option("--subframe", default="", help="Only this sub-frame.")
def show(name: str, subframe: str) -> None:
    """Show a lexicon, shipped or from a file: definitions, and each entry with its sub-frame and reason."""
    from framing.api.lexicons import load_lexicon  # noqa: PLC0415
    from framing.errors import LexiconError, did_you_mean  # noqa: PLC0415

    loaded = load_lexicon(name)
    known = [sub.id for dimension in loaded.dimensions for sub in dimension.subframes]
    if subframe and subframe not in known:
        raise LexiconError(f"no sub-frame '{subframe}' in {name}", hint=did_you_mean(subframe, known))
    for dimension in loaded.dimensions:
        click.echo(f"{dimension.title} ({dimension.id})\n  {dimension.definition}")
        for sub in dimension.subframes:
            if subframe in ("", sub.id):
                click.echo(f"\n{sub.id}: {sub.definition}")
                for entry in loaded.entries:
                    if entry.dimension == dimension.id and entry.subframe == sub.id:
                        click.echo(_line(entry))


def _line(entry: Entry) -> str:
    marks = [f"{entry.weight:g}"] if entry.weight != 1 else []
    marks += ["support"] if entry.role == "support" else []
    marks += [entry.status] if entry.status != "active" else []
    if entry.require:
        marks.append("near: " + " | ".join(pattern.text for pattern in entry.require.any[:4]))
    if entry.exclude:
        marks.append("not: " + " | ".join(pattern.text for pattern in entry.exclude[:4]))
    note = f"  ({'; '.join(marks)})" if marks else ""
    return f"  {entry.pattern}{note}\n      {entry.note}"


lexicon.add_command(lint)
lexicon.add_command(sample)
lexicon.add_command(validate)
