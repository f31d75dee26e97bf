"""How errors leave the command line: one clear line and exit code 1; bugs keep their traceback."""

from __future__ import annotations

from typing import Any

import click

from framing.errors import FramingError


class Command(click.Command):
    """A command that turns a FramingError, or Ctrl-C, into one line on stderr and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- whatever the command returns
        """Run the command."""
        try:
            return super().invoke(ctx)
        except FramingError as error:
            click.echo(f"{ctx.command_path}: {_clean(str(error))}", err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo(f"\n{ctx.command_path}: interrupted; no file was written", err=True)
            ctx.exit(1)


def _clean(text: str) -> str:
    """Return the message without control characters: file names and fields come from outside."""
    return "".join(c if c == "\n" or c.isprintable() else "\ufffd" for c in text)
