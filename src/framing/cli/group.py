"""framing: the group. `framing compare` is framing-compare; the rest are the tools around it."""

from __future__ import annotations

from importlib import import_module

import click

import framing

# Name -> where its command lives: loaded when called, so that `framing --help` imports one module, not all.
_COMMANDS = {
    "compare": ("framing.cli.compare", "compare", "Show how sources frame what they write about."),
    "lexicon": ("framing.cli.lexicon", "lexicon", "List, show and lint lexicons."),
    "trend": ("framing.cli.trend", "trend", "Show how framing moves over time, and whether it changed."),
    "train": ("framing.cli.train", "train", "Train a classifier on coded passages: a second opinion."),
    "plan": ("framing.cli.plan", "plan", "Say what rate ratio a corpus could tell, before it is read."),
    "kwic": ("framing.cli.kwic", "kwic", "Show every line of a corpus that a pattern matches."),
    "schema": ("framing.cli.tools", "schema", "Print the JSON Schema of the output."),
    "doctor": ("framing.cli.tools", "doctor", "Say what is installed, and whether the demonstration runs."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the names, in the order above."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, or None where the name is unknown."""
        if cmd_name not in _COMMANDS:
            return None
        module, attribute, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, what) for name, (_, _, what) in _COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(framing.__version__, prog_name="framing")
def group() -> None:
    """Show how different sources frame the same event, and work on the lexicons that say so."""


def main() -> None:
    """Run the group."""
    group(prog_name="framing")


if __name__ == "__main__":
    main()
