"""Where the shipped lexicons and the demonstration corpus are: inside a wheel, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

from framing.errors import FramingError

_PACKAGE = Path(__file__).resolve().parents[1]


def data_folder(name: str) -> Path:
    """Return the folder ``lexicons`` or ``corpus``.

    In a wheel they lie in ``framing/_data``. In an editable install the checkout's own folders are read, so
    that an edit is seen at once.

    Raises
    ------
    FramingError
        If the installation lacks them.
    """
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise FramingError(
        f"the installed package lacks its folder '{name}'",
        where=str(_PACKAGE),
        hint="install framing-compare again",
    )


def shipped_lexicons() -> dict[str, Path]:
    """Return the shipped lexicon files by name, sorted."""
    return {path.stem: path for path in sorted((data_folder("lexicons") / "en").glob("*.toml"))}
