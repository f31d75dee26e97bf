"""The word lists beside this package, read when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load_words(name: str) -> frozenset[str]:
    """Return the words of ``data/<name>.txt``: one a line, lower case, "#" opens a comment.

    Examples
    --------
    >>> "said" in load_words("speech_verbs")
    True
    """
    lines = files("framing.text").joinpath("data", f"{name}.txt").read_text("utf-8").splitlines()
    words = (line.partition("#")[0].strip() for line in lines)
    return frozenset(word for word in words if word)
