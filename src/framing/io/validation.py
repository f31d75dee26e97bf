"""The record of a validation: JSON with counts and intervals, and no word of the corpus.

The patterns in it are the lexicon's own. Names of files and of articles stay out: a sheet is known by its hash.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from framing.io.output import write_text
from framing.model.validation import ParagraphValidation, Share, Stale, Validation

SPEC = 1
_DIGITS = 4


def write_record(
    path: str | Path, found: Validation | ParagraphValidation, *, date: str, corpus_note: str = ""
) -> None:
    """Write the record of `found`.

    Parameters
    ----------
    path
        For the shipped lexicons: lexicons/en/validation/NAME.json.
    found
        What was validated.
    date
        When the lines were coded, as 2026-03-31.
    corpus_note
        What the corpus is, in the user's words.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    write_text(path, json.dumps(record(found, date=date, corpus_note=corpus_note), indent=1, ensure_ascii=False) + "\n")


def record(found: Validation | ParagraphValidation, *, date: str, corpus_note: str = "") -> dict[str, Any]:
    """Return the record as JSON will hold it: proportions to four digits, groups and entries in their order."""
    content = {name: _plain(value) for name, value in asdict(found).items() if name not in {"corpora", "lexicon"}}
    corpora = list(found.corpora) if isinstance(found, Validation) else [f"sha256:{h[:12]}" for h in found.files]
    return {
        "record": "precision of entries, by coded lines"
        if isinstance(found, Validation)
        else "agreement with coded paragraphs",
        "spec": SPEC,
        "lexicon": found.lexicon,
        "date": date,
        "corpus": {"note": corpus_note, "hashes": corpora},
        **content,
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 -- whatever JSON holds
    if isinstance(value, Share | Stale):
        return _plain(value._asdict())
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return round(value, _DIGITS) if isinstance(value, float) else value
