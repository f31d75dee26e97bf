"""framing lexicon lint."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from framing.cli.faults import Command
from framing.cli.options import reading_options
from framing.cli.progress import Ticker
from framing.cli.reading import read, split

if TYPE_CHECKING:
    from framing.model.article import Corpus

_LEVELS = ("error", "warning", "corpus", "info")


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option(
    "--corpus",
    multiple=True,
    type=click.Path(),
    metavar="PATH",
    help="Articles of several sources, to measure the entries on: adds W40 to W44 and I50. Repeatable.",
)
@click.option("--demo", is_flag=True, help="Measure on the demonstration corpus, in place of --corpus.")
@click.option(
    "--null",
    multiple=True,
    type=click.Path(),
    metavar="PATH",
    help="Articles that frame nothing (sport, recipes, ...): adds W45. Repeatable.",
)
@reading_options
@click.option("-f", "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--level", type=click.Choice(_LEVELS), default="info", show_default=True, help="The mildest level shown.")
@click.option("--strict", is_flag=True, help="Exit code 1 for warnings too, of those that are shown.")
def lint(files: tuple[str, ...], corpus: tuple[str, ...], null: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- click passes them by name
    """Check lexicon FILES: faults (E) with line and cure, then warnings (W) and notes (I), the gravest first.

    Files given together are taken to be used together. Exit code 1 where a fault is found.
    """
    from framing.api.linting import lint_files  # noqa: PLC0415 -- --help must not pay for it
    from framing.cli.lint_page import as_json, as_text, shown  # noqa: PLC0415

    reading, rest = split(options)
    articles = _read(corpus, reading)
    nothing = _read(null, {**reading, "demo": False, "by": "source", "source_from": ""})
    with Ticker(sum(len(found) for found in (articles, nothing) if found), enabled=True) as tick:
        linted = lint_files(files, corpus=articles, null=nothing, progress=tick)
    faults = shown(linted.faults, rest["level"])
    if rest["format_"] == "json":
        click.echo(as_json(files, faults, linted).encode("utf-8", "replace"))
    else:  # bytes, not str: a terminal that is not UTF-8 must not break at the first quotation mark
        click.echo(as_text(files, faults).encode(sys.stdout.encoding or "utf-8", "replace"))
    if any(fault.level == "error" or (rest["strict"] and fault.level != "info") for fault in faults):
        raise SystemExit(1)


def _read(paths: tuple[str, ...], reading: dict[str, Any]) -> Corpus | None:
    """Return the articles, and list what was left out; None where none are asked for."""
    from framing.report.escape import plain  # noqa: PLC0415

    if not paths and not reading["demo"]:
        return None
    found = read(paths, **reading)
    for skipped in found.skipped:
        click.echo(plain(f"skipped {skipped.where}: {skipped.why}"), err=True)
    return found
