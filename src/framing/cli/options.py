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
