"""Write docs/reference/cli.md from the commands themselves; with --check, fail where the page is stale."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from framing.cli.compare import compare
from framing.cli.group import group

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "cli.md"


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Yield the command and all below it, with the words that call them."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None and name + " " + child != "framing compare":
                yield from commands(found, f"{name} {child}")


def page() -> str:
    """Return the page."""
    parts = [
        "# Command line",
        "",
        "Made from the commands by `python scripts/cli_reference.py`; do not edit.",
        "",
    ]
    for name, command in [*commands(compare, "framing-compare"), *commands(group, "framing")]:
        context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100)
        parts += [f"## {name}", "", "```text", command.get_help(context).rstrip(), "```", ""]
    return "\n".join(parts)


def main() -> None:
    """Write or check the page."""
    text = page()
    if "--check" in sys.argv:
        if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
            sys.exit("docs/reference/cli.md is stale: run python scripts/cli_reference.py")
        return
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
