"""Corpora from files, and the one that ships with the package."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from framing.io import corpus as files
from framing.io.resources import data_folder
from framing.model.article import Corpus


def read_corpus(
    *paths: str | Path,
    by: str = "source",
    source_from: str = "",
    text_field: str = "",
    id_field: str = "",
    source_field: str = "",
    on_error: Literal["fail", "skip"] = "fail",
) -> Corpus:
    """Return the articles in files and folders: .txt, .md, .csv, .tsv, .jsonl.

    Parameters
    ----------
    *paths
        Files and folders; folders are walked, in the order of names.
    by
        What a 'source' is: "source", or a metadata field such as "author", "genre", "date:month", or several as
        "source,date:month".
    source_from
        "folder", "filename" or "field:NAME" instead of corpus.toml, front matter and sub-folder.
    text_field, id_field, source_field
        Columns of tables and records; guessed from their usual names otherwise, and the guess is noted.
    on_error
        "fail" raises with every fault; "skip" leaves out what is faulty and lists it.

    Raises
    ------
    CorpusError
        With what, where (``path:line``) and what to do.
    """
    options = files.ReadOptions(
        by=by,
        source_from=source_from,
        text_field=text_field,
        id_field=id_field,
        source_field=source_field,
        on_error=on_error,
    )
    return files.read_corpus(paths, options)


def demo_corpus() -> Corpus:
    """Return the demonstration corpus: five articles on one event, written for this project.

    Examples
    --------
    >>> len(demo_corpus())
    5
    """
    return read_corpus(data_folder("corpus"))
