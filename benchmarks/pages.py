"""Figures into a page of the documentation, between two marks, and the check that they are the ones printed."""

from __future__ import annotations

from pathlib import Path

from framing.io.output import write_text

END = "<!-- end of figures -->"


def begin(script: str) -> str:
    """Return the mark above the figures of a script."""
    return f"<!-- figures: benchmarks/{script} -->"


def with_figures(page: Path, script: str, text: str) -> str:
    """Return the page with `text` between the script's marks."""
    before, _, rest = page.read_text(encoding="utf-8").partition(begin(script))
    _, found, after = rest.partition(END)
    if not found:
        raise SystemExit(f"{page} lacks the lines {begin(script)} and {END}")
    return f"{before}{begin(script)}\n\n{text}\n{END}{after}"


def put_into(page: Path, script: str, text: str) -> None:
    """Write `text` into the page, between the script's marks."""
    write_text(page, with_figures(page, script, text))


def check(page: Path, script: str, text: str) -> None:
    """Exit with a sentence where the page holds other figures."""
    if page.read_text(encoding="utf-8") != with_figures(page, script, text):
        raise SystemExit(f"{page} holds other figures than benchmarks/{script} prints: run it with --into {page}")
