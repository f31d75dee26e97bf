"""How deep a line stands in a tree drawn by indentation, tabs or the spaces an editor made of them."""

from __future__ import annotations

from collections.abc import Sequence


def depths(lines: Sequence[str]) -> list[int]:
    r"""Return the depth of each line, 0 at the margin; a blank line has that of the line before.

    A line is one deeper than the nearest line above that is less indented, as in Python, so the width of an
    indent need not be known. Where tabs and spaces are mixed, a tab is as wide as the narrowest indent of spaces.

    Examples
    --------
    >>> depths(["A", "\tB", "\t\tc", "D", "\te"])
    [0, 1, 2, 0, 1]
    >>> depths(["A", "    B", "        c", "\tE", "D"])
    [0, 1, 2, 1, 0]
    """
    spaces = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip() and line.startswith(" ")]
    tab = min(spaces, default=1)
    found: list[int] = []
    open_: list[int] = []
    for line in lines:
        if line.strip():
            margin = line[: len(line) - len(line.lstrip(" \t"))]
            width = margin.count("\t") * tab + margin.count(" ")
            while open_ and open_[-1] >= width:
                open_.pop()
            open_.append(width)
        found.append(max(0, len(open_) - 1))
    return found


def by_spaces(lines: Sequence[str]) -> bool:
    """Return whether some line is indented by spaces."""
    return any(line.startswith(" ") and line.strip() for line in lines)
