"""Cut a text into blocks: where a paragraph, heading, list item or label begins and ends.

Blank lines always separate. Inside a run of lines each line break is judged on its own, because the
same sign means two things: in a file wrapped at 72 columns it is a space, in a file of one paragraph
a line it ends the paragraph.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_LIST_ITEM = re.compile(r"(?:[-*\u2022\u25cf\u25aa\u2023\u2013]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+\S")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_KEY_VALUE = re.compile(r"[\w-]+[ \t]*[:=]")
_CLOSERS = "\"'\u2019\u201d\u00bb)]*_"
_ENDERS = ".!?\u2026"
# A file is hard-wrapped when this share of the breaks inside runs of lines falls in mid-sentence.
# Wrapped prose measures 0.5 and more, one paragraph a line below 0.03.
_WRAPPED_SHARE = 0.25
_FRONT_MATTER_LINES = 200


class Line(NamedTuple):
    """A line that is not blank: its offsets without the white space around it, and its words."""

    start: int
    end: int
    text: str


def ends_sentence(text: str) -> bool:
    """Whether `text` closes with a full stop, question mark, exclamation mark or ellipsis.

    Examples
    --------
    >>> ends_sentence("He said no.”"), ends_sentence("off and to")
    (True, False)
    """
    # Most paragraphs end in ".", and need no copy of themselves to show it.
    if text.endswith("."):
        return True
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _ENDERS


def is_list_item(text: str) -> bool:
    """Whether `text` opens with a bullet or a number, as the items of a list do."""
    return _LIST_ITEM.match(text) is not None


def starts_lower(text: str) -> bool:
    """Whether `text` goes on in lower case; a brand such as "iPhone" is no such start."""
    return text[:1].islower() and not text[1:2].isupper()


def split_blocks(text: str) -> list[tuple[int, int]]:
    r"""Return the (start, end) offsets of the blocks of `text`, in order, white space trimmed.

    The marks of a Markdown heading ("#", "##", ...) stand outside their block; every other
    character that is not white space lies in exactly one block.

    Parameters
    ----------
    text
        Normalised text; "\n" is its only line break.

    Examples
    --------
    >>> text = "The ministry fell silent.\nAn uneasy peace\n\nIn spring it spoke again."
    >>> [text[start:end] for start, end in split_blocks(text)]
    ['The ministry fell silent.', 'An uneasy peace', 'In spring it spoke again.']
    """
    front = front_matter_end(text)
    blocks = [_trim(text, 0, front)] if front else []
    runs = _runs(text, front)
    width = _wrap_width(runs)
    for run in runs:
        if len(run) == 1:
            blocks.append(_span(run[0], run[0]))
            continue
        first = run[0]
        for index, (above, below) in enumerate(pairwise(run), start=2):
            if not _joined(above, below, last=index == len(run), width=width):
                blocks.append(_span(first, above))
                first = below
        blocks.append(_span(first, run[-1]))
    return blocks


def front_matter_end(text: str) -> int:
    """Return where the front matter (--- ... --- or +++ ... +++) at the start ends; 0 if there is none."""
    head = text.lstrip()
    fence = head[:3]
    if fence not in {"---", "+++"} or head[3 : head.find("\n", 3)].strip():
        return 0
    position = len(text) - len(head)
    # Split off no more lines than front matter ever has: a file may be one rule and 50,000 lines.
    lines = head.split("\n", _FRONT_MATTER_LINES)
    # "---" is also a rule between paragraphs; only "key: value" below it makes it front matter.
    opening = next((line for line in lines[1:_FRONT_MATTER_LINES] if line.strip()), "")
    if not _KEY_VALUE.match(opening):
        return 0
    position += len(lines[0]) + 1
    for line in lines[1:_FRONT_MATTER_LINES]:
        if line.rstrip() == fence:
            return position + len(line.rstrip())
        position += len(line) + 1
    return 0


def _runs(text: str, start: int) -> list[list[Line]]:
    """Group the lines that are not blank into runs with no blank line inside."""
    runs: list[list[Line]] = []
    run: list[Line] = []
    position = start
    for raw in text[start:].split("\n"):
        bare = raw.strip()
        if bare:
            begin = position + (len(raw) - len(raw.lstrip()))
            run.append(Line(begin, begin + len(bare), bare))
        elif run:
            runs.append(run)
            run = []
        position += len(raw) + 1
    if run:
        runs.append(run)
    return runs


def _mid_sentence(above: Line, below: Line) -> bool:
    return starts_lower(below.text) and not ends_sentence(above.text) and not above.text.endswith(":")


def _wrap_width(runs: list[list[Line]]) -> int:
    """Return the width at which the text was wrapped; 0 where line breaks end paragraphs."""
    total = 0
    widths: list[int] = []
    for run in runs:
        total += len(run) - 1
        widths += [len(a.text) for a, b in pairwise(run) if _mid_sentence(a, b)]
    if not widths or len(widths) < _WRAPPED_SHARE * total:
        return 0
    # Not the longest: one address that could not be wrapped would make every line look short.
    return sorted(widths)[len(widths) * 9 // 10]


def _joined(above: Line, below: Line, *, last: bool, width: int) -> bool:
    """Whether the break between two lines of a run is only a wrapped line."""
    if _apart(above.text) or _apart(below.text) or is_list_item(below.text):
        return False
    if _mid_sentence(above, below):
        return True
    if not width:
        return False
    # A heading glued under a paragraph: the sentence is over, and what follows is short and never ends.
    if last and ends_sentence(above.text) and not ends_sentence(below.text) and len(below.text) < 0.75 * width:
        return False
    # A line is full when the next word would not have fitted; ragged wrapping leaves a little more room.
    word = len(below.text.split(None, 1)[0])
    return len(above.text) + 1 + word >= 0.9 * width


def _apart(line: str) -> bool:
    """Whether a line is a heading by its "#", or a rule of signs with no letter in it."""
    return _HASHES.match(line) is not None or not any(c.isalnum() for c in line[:80])


def _span(first: Line, last: Line) -> tuple[int, int]:
    hashes = _HASHES.match(first.text)
    return first.start + (hashes.end() if hashes else 0), last.end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
