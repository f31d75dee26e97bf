"""framing lexicon sample: lines for coders, up to 30 an entry."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from framing.cli.faults import Command
from framing.cli.options import corpus_options
from framing.cli.progress import Ticker
from framing.cli.reading import read, split, tell

if TYPE_CHECKING:
    from framing.model.sheet import Sample


@click.command(cls=Command)
@click.argument("lexicon")
@corpus_options
@click.option("-o", "--output", metavar="SHEET.csv", help="The coding sheet; never written over.")
@click.option("--list", "list_", is_flag=True, help="Print how many hits each entry has, and in how many articles.")
@click.option("--per-entry", type=click.IntRange(1), default=30, show_default=True, help="Most lines an entry.")
@click.option("--min-hits", type=click.IntRange(1), default=5, show_default=True, help="Entries with fewer get none.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, other lines.")
@click.option("--dimension", "dimensions", multiple=True, metavar="ID", help="Only this dimension. Repeatable.")
@click.option(
    "--role",
    type=click.Choice(["frame", "support", "all"]),
    default="frame",
    show_default=True,
    help="Entries that count as hits, those that only support, or both.",
)
@click.option("--context", type=click.IntRange(30, 500), default=40, show_default=True, help="Words on either side.")
@click.option(
    "--keep", multiple=True, metavar="OLD.csv", help="Fill in what was coded there of unchanged entries. Repeatable."
)
@click.option(
    "--split", "parts", type=click.IntRange(2), metavar="N", help="Write N sheets of near equal size, entries whole."
)
@click.option("--no-progress", is_flag=True, help="No progress bar.")
def sample(lexicon: str, corpus: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- click passes them by name
    """Draw lines of CORPUS for coders to judge, up to 30 an entry, over as many articles as possible.

    LEXICON is the name of a shipped lexicon, 'core', or a file (.toml). The sheet has a column for the code: does
    this hit express its sub-frame? 1 yes, 0 no, ? cannot tell. 'framing lexicon validate' reads it back.
    """
    reading, rest = split(options)
    if not rest["output"] and not rest["list_"]:
        raise click.UsageError("name the sheet with -o SHEET.csv, or ask for --list")
    if rest["parts"] and not rest["output"]:
        raise click.UsageError("--split goes with -o SHEET.csv")
    drawn = _draw(lexicon, corpus, reading, rest)
    if rest["list_"]:
        _list(drawn)
    if rest["output"]:
        _write(drawn, rest)


def _draw(lexicon: str, corpus: tuple[str, ...], reading: dict[str, Any], options: dict[str, Any]) -> Sample:
    from framing.api.lexicons import load_lexicon  # noqa: PLC0415 -- --help must not pay for numpy
    from framing.api.validation import sample_lexicon  # noqa: PLC0415
    from framing.lexicon_tools.combine import select  # noqa: PLC0415
    from framing.lexicon_tools.sample import SamplePlan  # noqa: PLC0415

    loaded = load_lexicon(lexicon)
    if options["dimensions"]:
        loaded = select(loaded, options["dimensions"])
    articles = read(corpus, **reading)
    tell([*articles.notes, *(one.line for one in articles.skipped)], quiet=False)
    plan = SamplePlan(**{name: options[name] for name in ("per_entry", "min_hits", "seed", "role", "context")})
    with ExitStack() as stack:
        tick = stack.enter_context(Ticker(len(articles), enabled=not options["no_progress"]))
        return sample_lexicon(loaded, articles, plan=plan, on_error=reading["on_error"], progress=tick)


def _list(drawn: Sample) -> None:
    click.echo("  hits articles  entry")
    for count in sorted(drawn.counts, key=lambda count: -count.hits):
        support = " (support)" if count.role == "support" else ""
        click.echo(f"{count.hits:6} {count.articles:8}  {count.dimension}.{count.subframe}: {count.entry}{support}")


def _write(drawn: Sample, options: dict[str, Any]) -> None:
    from framing.errors import DataError  # noqa: PLC0415
    from framing.io.sheets import numbered, read_sheets, write_sheets  # noqa: PLC0415
    from framing.lexicon_tools.carry import carry_over  # noqa: PLC0415
    from framing.lexicon_tools.sample import share_out  # noqa: PLC0415

    if not drawn.lines:
        most = max((count.hits for count in drawn.counts), default=0)
        raise DataError(f"no entry has {options['min_hits']} hits; the most is {most}", hint="see --min-hits")
    lines = drawn.lines
    if options["keep"]:
        carried = carry_over(lines, read_sheets(options["keep"]))
        lines = carried.lines
        click.echo(
            f"codes taken over: {carried.filled}; left empty where old sheets differ: {carried.conflicting}; "
            f"coded lines not drawn again, or of entries that have changed: {carried.unused}",
            err=True,
        )
    if parts := options["parts"]:
        written = dict(zip(numbered(options["output"], parts), share_out(lines, parts), strict=True))
    else:
        written = {Path(options["output"]): list(lines)}
    write_sheets(written)
    for path, own in written.items():
        click.echo(f"{path}: {len(own)} lines", err=True)
    with_lines = sum(count.drawn > 0 for count in drawn.counts)
    none = sum(count.hits == 0 for count in drawn.counts)
    click.echo(
        f"{with_lines} of {len(drawn.counts)} entries have lines; "
        f"{len(drawn.counts) - with_lines - none} have too few hits, {none} have none",
        err=True,
    )
