"""Options that more than one command takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def corpus_options(command: F) -> F:
    """Add the arguments and options that say what is read."""
    for decorate in reversed(
        (
            click.argument("corpus", nargs=-1, type=click.Path()),
            click.option("--demo", is_flag=True, help="Use the demonstration corpus that ships with the package."),
            reading_options,
        )
    ):
        command = decorate(command)
    return command


def reading_options(command: F) -> F:
    """Add the options that say how articles are read, wherever they come from."""
    for decorate in reversed(
        (
            click.option(
                "--by",
                default="source",
                show_default=True,
                metavar="FIELD",
                help="What a 'source' is: source, author, any metadata field, date:month (year, quarter, week, day), "
                "or several of these: source,date:month.",
            ),
            click.option(
                "--source-from",
                default="",
                metavar="folder|filename|field:NAME",
                help="Where the source's name stands, in place of corpus.toml, front matter and sub-folder.",
            ),
            click.option(
                "--text-field",
                default="",
                metavar="NAME",
                help="Column or key of the text, for .csv and .jsonl; guessed otherwise.",
            ),
            click.option(
                "--source-field",
                default="",
                metavar="NAME",
                help="Column or key of the source; guessed otherwise.",
            ),
            click.option(
                "--id-field",
                default="",
                metavar="NAME",
                help="Column or key of the identifier; guessed otherwise.",
            ),
            click.option(
                "--on-error",
                type=click.Choice(["fail", "skip"]),
                default="fail",
                show_default=True,
                help="Stop at faulty items with all their faults, or leave them out and list them.",
            ),
        )
    ):
        command = decorate(command)
    return command


def claim_options(*, voice: str, level: str, q: str) -> Callable[[F], F]:
    """Return what adds whose words are counted and how sure a claim must be; the texts are the options' help."""

    def add(command: F) -> F:
        for decorate in reversed(
            (
                click.option(
                    "--voice",
                    type=click.Choice(["headline", "all", "own", "quoted"]),
                    default="headline",
                    show_default=True,
                    help=voice,
                ),
                click.option("--level", type=float, default=0.95, show_default=True, help=level),
                click.option("--q", type=float, default=0.10, show_default=True, help=q),
            )
        ):
            command = decorate(command)
        return command

    return add


def min_tokens_option(command: F) -> F:
    """Add the option that says how much text a claim needs."""
    return click.option(
        "--min-tokens",
        type=click.IntRange(0),
        default=400,
        show_default=True,
        help="Of the chosen voices; fewer: too short.",
    )(command)


def page_options(command: F) -> F:
    """Add the options that say in which form one page is written, and where to."""
    for decorate in reversed(
        (
            click.option(
                "-f",
                "--format",
                "format_",
                type=click.Choice(["table", "json", "csv"]),
                default="table",
                show_default=True,
            ),
            click.option("-o", "--output", metavar="FILE", help="Write there and not to standard output."),
            click.option("-q", "--quiet", is_flag=True, help="No notes and no progress on stderr."),
        )
    ):
        command = decorate(command)
    return command


def lexicon_option(command: F) -> F:
    """Add the option that names the lexicons."""
    return click.option(
        "-l",
        "--lexicon",
        "lexicons",
        multiple=True,
        metavar="NAME|FILE",
        help="A shipped dimension, 'core' for all three, a lexicon (.toml), or a dictionary of another format "
        "(.dic, .yml, .lc3, .cat, .csv). Repeatable; default: core.",
    )(command)
