"""framing lexicon validate: from codes to precision, and a verdict on each entry."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from framing.cli.faults import Command


@click.command(cls=Command)
@click.argument("lexicon")
@click.option("--sheet", "sheets", multiple=True, metavar="FILE.csv", help="A coded sheet. Repeatable.")
@click.option(
    "--adjudicated", multiple=True, metavar="FILE.csv", help="A sheet with the last word on disputed lines. Repeatable."
)
@click.option("--coded", multiple=True, metavar="FILE.jsonl", help="Coded paragraphs, in place of sheets. Repeatable.")
@click.option("--dimension", "dimensions", multiple=True, metavar="ID", help="Only this dimension. Repeatable.")
@click.option("--level", type=float, default=0.95, show_default=True, help="Of the intervals.")
@click.option("-o", "--output", metavar="FILE.json", help="Also write the record: counts, and no text of the corpus.")
@click.option("--corpus-note", default="", metavar="TEXT", help="What the corpus is, for the record.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="When the lines were coded, for the record; default: today.",
)
def validate(lexicon: str, **options: Any) -> None:  # noqa: ANN401 -- click passes them by name
    """Say how precise each entry of LEXICON is, by sheets that coders have filled in.

    An entry is kept where the lower bound of its precision is at least .5; dropped (or rewritten into another)
    where the upper bound is below .7; rewritten in between. Fewer than 5 decided lines allow no verdict. The same
    line in two sheets is coded twice: agreement is shown. With --coded, entries are set against coded paragraphs.
    """
    from framing.api.lexicons import load_lexicon  # noqa: PLC0415 -- --help must not pay for numpy
    from framing.api.validation import validate_lexicon  # noqa: PLC0415
    from framing.io.validation import write_record  # noqa: PLC0415
    from framing.lexicon_tools.combine import select  # noqa: PLC0415
    from framing.model.validation import Validation  # noqa: PLC0415
    from framing.report.validation import to_text, to_text_of_paragraphs  # noqa: PLC0415

    if bool(options["sheets"]) == bool(options["coded"]):
        raise click.UsageError("name coded sheets with --sheet, or coded paragraphs with --coded")
    if options["adjudicated"] and not options["sheets"]:
        raise click.UsageError("--adjudicated goes with --sheet")
    loaded = load_lexicon(lexicon)
    if options["dimensions"]:
        loaded = select(loaded, options["dimensions"])
    found = validate_lexicon(
        loaded,
        *options["sheets"],
        adjudicated=options["adjudicated"],
        coded=options["coded"],
        level=options["level"],
    )
    if options["output"]:
        day = (options["date"] or dt.datetime.now(dt.UTC).astimezone()).date()
        write_record(options["output"], found, date=day.isoformat(), corpus_note=options["corpus_note"])
    click.echo(to_text(found) if isinstance(found, Validation) else to_text_of_paragraphs(found), nl=False)
