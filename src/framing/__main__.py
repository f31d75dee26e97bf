"""python -m framing: the same as the command `framing`."""

from __future__ import annotations

from framing.cli.group import main

if __name__ == "__main__":
    main()
