"""A text file is an article; front matter at its start says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.errors import CorpusError
from framing.io.readers.found import Place, Raw

_FENCE = re.compile(r"\ufeff?---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"([A-Za-z][\w -]*?)[ \t]*:[ \t]+(\S.*)")
# Cleaning allows front matter this many lines; a rule ("---") far below is none.
_MOST_LINES = 200
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"


def read_text(text: str, place: Place) -> Iterator[Raw]:
    """Yield the one article that the file is.

    Raises
    ------
    CorpusError
        If there is nothing below the front matter.
    """
    end, metadata = front_matter(text)
    if is_blank(text[end:]):
        raise CorpusError(
            "there is no text below the front matter", where=place.where, hint="leave it out, or use --on-error skip"
        )
    yield Raw(id=place.name, text=text, where=place.where, metadata={**metadata, **place.known}, place=place)


def is_blank(text: str) -> bool:
    r"""Return whether nothing can be seen in `text`.

    Examples
    --------
    >>> is_blank("\ufeff \u00a0\n")
    True
    """
    return all(sign.isspace() or sign in _INVISIBLE for sign in text)


def front_matter(text: str) -> tuple[int, dict[str, str]]:
    r"""Return where the front matter ends and its ``key: value`` lines; 0 and none where there is none.

    The lines stay in the article's text, because offsets count in it; the cleaner sets them aside.

    Examples
    --------
    >>> front_matter("---\nsource: The Post\n---\nText.")
    (25, {'source': 'The Post'})
    """
    match = _FENCE.match(text)
    if not match or match[1].count("\n") > _MOST_LINES:
        return 0, {}
    lines = [line for line in match[1].split("\n") if line.strip() and not line.startswith("#")]
    # Two rules around a first paragraph are no front matter: its first line must be a pair.
    if not lines or not _LINE.match(lines[0]):
        return 0, {}
    pairs: dict[str, str] = {}
    for line in lines:
        # "summary: >" opens a block of YAML, which is not read.
        if (pair := _LINE.fullmatch(line.rstrip())) and pair[2] not in {"|", ">", "|-", ">-"}:
            value = pair[2]
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
            pairs.setdefault(pair[1].lower().replace(" ", "_"), value[1:-1] if quoted else value)
    return match.end(), pairs
