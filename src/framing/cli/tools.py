"""framing schema, framing doctor."""

from __future__ import annotations

import json
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

import click

import framing
from framing.cli.faults import Command

_NEEDED = ("numpy", "scipy", "scikit-learn", "nltk", "click", "rich", "charset-normalizer")
_WELCOME = ("pandas", "polars", "pyarrow")


@click.command(cls=Command)
@click.option("--trend", is_flag=True, help="That of framing trend -f json.")
def schema(trend: bool) -> None:  # noqa: FBT001 -- click passes it by name
    """Print the JSON Schema of the output of framing-compare -f json."""
    from framing.report.schema import schema as load  # noqa: PLC0415 -- --help must not pay for it
    from framing.report.schema import trend_schema  # noqa: PLC0415

    click.echo(json.dumps(trend_schema() if trend else load(), indent=2, ensure_ascii=False))


@click.command(cls=Command)
def doctor() -> None:
    """Say what is installed, what is missing, and whether the demonstration runs. Exit code 1 where it does not."""
    from framing.api import compare, demo_corpus, lexicon_names, load_lexicon  # noqa: PLC0415

    click.echo(f"framing   {framing.__version__}")
    click.echo(f"python    {platform.python_version()} on {sys.platform}")
    missing = [name for name in _NEEDED if _report(name, "needed") is None]
    for name in _WELCOME:
        _report(name, "optional, for to_frame()")
    click.echo("lexicons  " + ", ".join(load_lexicon(name).files[0].signature for name in lexicon_names()))
    result = compare(demo_corpus())
    click.echo(f"demo      {len(result.sources)} sources, {result.comparison.corpus.tokens} tokens: runs")
    if missing:
        click.echo("missing: " + ", ".join(missing) + "; install framing-compare again", err=True)
        raise SystemExit(1)


def _report(name: str, role: str) -> str | None:
    try:
        found = version(name)
    except PackageNotFoundError:
        click.echo(f"{name:20} not installed ({role})")
        return None
    click.echo(f"{name:20} {found}")
    return found
