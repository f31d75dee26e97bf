"""A text file is an article; front matter at its start says what it is."""

from __future__ import annotations

import re

_FENCE = re.compile(r"\ufeff?---[ ]*\n(.*?)\n---[ ]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"^([A-Za-z][\w -]*?)\s*:\s*(.*?)\s*$")


def front_matter(text: str) -> dict[str, str]:
    r"""Return the ``key: value`` lines between two ``---`` at the start; empty where there are none.

    The lines stay in the article's text, because offsets count in it; the cleaner sets them aside.

    Examples
    --------
    >>> front_matter("---\nsource: The Post\n---\nText.")
    {'source': 'The Post'}
    """
    match = _FENCE.match(text)
    if not match:
        return {}
    pairs = (_LINE.match(line) for line in match[1].splitlines())
    return {pair[1].strip().lower().replace(" ", "_"): pair[2].strip("\"'") for pair in pairs if pair}
