"""Cells that a spreadsheet shows and does not obey, and that read back as they were."""

from __future__ import annotations

# What Excel and its like take for the beginning of a formula; the wide forms in East Asian settings.
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def guard(text: str) -> str:
    """Return `text` as a cell: an apostrophe before what would be a formula.

    Examples
    --------
    >>> guard("=1+1"), guard("The Post"), unguard(guard("'=1"))
    ("'=1+1", 'The Post', "'=1")
    """
    return "'" + text if _is_taken(text) else text


def unguard(cell: str) -> str:
    """Return what `guard` was given."""
    return cell[1:] if cell.startswith("'") and _is_taken(cell) else cell


def _is_taken(text: str) -> bool:
    # "'=1" is guarded too, or it would read back without its own apostrophe.
    return text.lstrip("'").startswith(_FORMULA)
