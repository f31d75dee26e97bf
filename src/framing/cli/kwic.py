"""framing kwic: keyword in context."""

from __future__ import annotations

from typing import Any

import click

from framing.cli.faults import Command
from framing.cli.options import corpus_options
from framing.cli.reading import read, split, tell


@click.command(cls=Command)
@click.argument("pattern")
@corpus_options
@click.option(
    "--context", type=click.IntRange(0, 500), default=40, show_default=True, help="Characters on either side."
)
@click.option("--exact-case", is_flag=True, help="Tell IS from is.")
@click.option("--limit", type=click.IntRange(0), default=0, help="Stop after so many lines; 0: show all.")
def kwic(pattern: str, corpus: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- click passes them by name
    """Show every line of CORPUS that PATTERN (in the lexicon's pattern language) matches.

    For example: framing kwic "{great,major} power{,s}" articles/
    """
    from framing.api.concordance import kwic as concordance  # noqa: PLC0415 -- --help must not pay for it
    from framing.report.wording import count  # noqa: PLC0415

    reading, rest = split(options)
    articles = read(corpus, **reading)
    tell([*articles.notes, *(one.line for one in articles.skipped)], quiet=False)
    context = rest["context"]
    found, more = 0, ""
    for row in concordance(pattern, articles, exact_case=rest["exact_case"], context=context):
        before, after = _plain(row.before), _plain(row.after)
        click.echo(f"{row.source[:16]:16} {before:>{context}} [{_plain(row.text)}] {after}")
        found += 1
        if found == rest["limit"]:
            more = " (--limit); there may be more"
            break
    click.echo(count(found, "line") + more, err=True)


def _plain(text: str) -> str:
    """Return one line without control characters: a terminal obeys them."""
    return "".join(c if c.isprintable() else " " for c in text)
