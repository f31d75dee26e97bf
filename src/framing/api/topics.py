"""Topics by path."""

from __future__ import annotations

from pathlib import Path

from framing.api.lexicons import load_path
from framing.io.topics import read_topic_file
from framing.model.lexicon import Lexicon
from framing.model.topic import topic_of_lexicon


def read_topic(path: str | Path) -> Lexicon:
    r"""Return the words of a topic, for ``framing.compare(..., topic=...)``.

    Parameters
    ----------
    path
        A text file with one pattern a line, in the pattern language of lexicons, ``#`` for comments; or a
        lexicon (.toml), all of whose entries are the topic: for classes, rules, and words whose case counts.

    Raises
    ------
    CorpusError
        If the file cannot be read.
    LexiconError
        With every fault by line, or if it holds no pattern.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "fire.txt").write_text("# the fire\nwarehouse fire{,s}\nblaze*\n")
    ...     topic = read_topic(Path(folder) / "fire.txt")
    >>> [entry.name for entry in topic.entries]
    ['warehouse fire{,s}', 'blaze*']
    """
    path = Path(path)
    if path.suffix.lower() == ".toml":
        return topic_of_lexicon(load_path(path, trusted=False))
    return read_topic_file(path)
