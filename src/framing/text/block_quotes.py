"""Block quotes: paragraphs of someone else's text that carry no quotation marks of their own.

They betray themselves by what stands around them: a line that ends in a colon before the first, a citation
"(Author, Outlet, date)" at the end of the last, or ">" and indentation. An embedded post ends in its own
signature, "- Name (@name) May 1, 2020".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from framing.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.model.document import Block

Span = tuple[int, int]

# A quoted run is no longer than this; without a colon its first paragraph is a guess, so the reach is short.
_REACH = 5
_REACH_WITHOUT_COLON = 2
_CITATION = re.compile(r"\(([^()]{8,200})\)[\s.\"\u201d\u2019]*\Z")
_POST = re.compile(r"(?:\u2014|--)\s?[^\u2014()]{1,80}\(@\w+\),? [A-Z][a-z]+ \d{1,2}, \d{4}\W*\Z")
_LONGEST_CITATION = 220
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(rf"\b(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}|{_MONTH},? \d{{4}}|(?:19|20)\d\d)\Z")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")
_LIST_ITEM = re.compile(r"[-*\u2022\u2013]\s|\(?\w{1,2}[.)]\s")
_OPENING_QUOTE = tuple("\"\u201c\u201e\u00ab'`\u2018")


def find_block_quotes(text: str, blocks: Sequence[Block]) -> list[Span]:
    r"""Return the (start, end) offsets of the block quotes, citations left out.

    Examples
    --------
    >>> from framing.model.document import Block
    >>> text = "The envoy wrote:\n\nAll is lost here.\n\nHe stayed."
    >>> blocks = (Block(0, 16, "body"), Block(18, 35, "body"), Block(37, 47, "body"))
    >>> [text[start:end] for start, end in find_block_quotes(text, blocks)]
    ['All is lost here.']
    """
    tails = [text[max(0, block.end - 3) : block.end] for block in blocks]
    cited = {index: _body_end(text, blocks[index]) for index, tail in enumerate(tails) if ")" in tail}
    after_colon = {index + 1 for index, tail in enumerate(tails[:-1]) if tail[-1] == ":"}
    alone = _set_off(text, blocks) | {index for index in after_colon if _follows_colon(text, blocks, index)}
    spans: list[Span] = []
    floor = 0  # no run reaches back over one that is already closed
    for index in sorted(cited.keys() | alone):
        block = blocks[index]
        end = cited.get(index)
        if end is not None:
            first = _first_of_run(text, blocks, index, floor)
            spans += [(other.start, other.end) for other in blocks[first:index]]
            spans.append((block.start, end))
            floor = index + 1
        elif index in alone:
            spans.append((block.start, block.end))
    return spans


def _body_end(text: str, block: Block) -> int | None:
    """Return where the block's text ends if a citation closes it."""
    if block.kind != "body":
        return None
    match = _CITATION.search(text, max(block.start, block.end - _LONGEST_CITATION), block.end)
    if match is None or not _is_citation(match[1]):
        return None
    # The citation alone ("(Reuters, May 3)") is a credit line, not a quotation.
    return match.start() if match.start() > block.start else None


def _is_citation(inside: str) -> bool:
    """Whether parenthesised text names an outlet and a date: "Mills, The Courier, May 3, 2011".

    Not so "1999-2009" (no name), "estimates vary" (no capitals), "Dana Mills" (no date), "Mills, 2011" (an
    author and a year refer to a claim of one's own), "Paris, France" (no date).
    """
    parts = [part.strip() for part in inside.split(",")]
    dates = [part for part in parts if _DATE.search(part)]
    names = [part for part in parts if part not in dates and part[:1].isupper() and not part.isdigit()]
    if not dates or not names or not parts[0][:1].isupper():
        return False
    # "Courier, May 3" will do, but "Mills, 2011" wants a second name.
    return len(names) >= 2 or any(not _YEAR_ALONE.fullmatch(date) for date in dates)


def _first_of_run(text: str, blocks: Sequence[Block], last: int, floor: int) -> int:
    """Return the index of the first block of the run that ends with the cited block `last`."""
    reach = max(floor, last - _REACH)
    for index in range(last - 1, reach - 1, -1):
        if blocks[index].kind != "body":
            break
        if _ends_in_colon(text, blocks[index]):
            return index + 1
    else:
        if reach > 0 and reach > floor and _ends_in_colon(text, blocks[reach - 1]):
            return reach
    # No colon. A report ("officials say", an opening quote) may have begun before; an author's
    # paragraph that merely ends in a reference has not.
    first = last
    for index in range(last - 1, max(floor, last - _REACH_WITHOUT_COLON) - 1, -1):
        block = blocks[index]
        if block.kind != "body" or not text.startswith(_OPENING_QUOTE, blocks[last].start):
            break
        if _FIRST_PERSON.search(text, block.start, block.end):
            break
        first = index
    return first


def _follows_colon(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether the block is quoted for the colon before it, no citation being in sight."""
    block, before = blocks[index], blocks[index - 1]
    if block.kind != "body" or before.kind != "body" or not _ends_in_colon(text, before):
        return False
    # What has quotation marks is left to them, and "three things:" opens a list.
    if text.startswith(_OPENING_QUOTE, block.start) or _LIST_ITEM.match(text, block.start):
        return False
    lead = text[max(before.start, before.end - 300) : before.end - 1]
    # Only the last sentence introduces.
    words = re.split(r"[.!?]\s", lead)[-1].casefold().split()
    return any(word.strip(",;\"'\u201d\u2019()") in _introducers() for word in words)


@cache
def _introducers() -> frozenset[str]:
    return (
        load_words("speech_verbs")
        | load_words("clause_verbs")
        | load_words("speech_participles")
        | load_words("block_quote_openers")
    )


def _ends_in_colon(text: str, block: Block) -> bool:
    return block.kind == "body" and text[block.end - 1] == ":"


def _set_off(text: str, blocks: Sequence[Block]) -> set[int]:
    """Return the blocks that are set off by themselves: signed posts, ">", indentation."""
    found: set[int] = set()
    if "(@" in text:
        found |= {index for index, block in enumerate(blocks) if _signed_post(text, block)}
    if ">" in text:
        found |= {index for index, block in enumerate(blocks) if text[block.start] == ">"}
    if "\n    " in text:
        body = [index for index, block in enumerate(blocks) if block.kind == "body"]
        shifted = {index for index in body if text[max(0, blocks[index].start - 5) : blocks[index].start] == "\n    "}
        # Where every paragraph is indented, it says nothing.
        found |= shifted if len(shifted) * 3 <= len(body) else set()
    return {index for index in found if blocks[index].kind == "body"}


def _signed_post(text: str, block: Block) -> bool:
    return _POST.search(text, max(block.start, block.end - 140), block.end) is not None
